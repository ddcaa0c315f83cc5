/**
 * The encoders between strangers' text and what people and programs read. Posts, file names, configuration and
 * error messages may hold anything; nothing of it reaches a terminal or a log but through here.
 */

/**
 * What a terminal would obey or hide: C0 and C1 controls, DEL, soft hyphen, bidi marks and embeddings, zero-width
 * characters, line and paragraph separators, invisible fillers, BOM, lone surrogates, non-characters, tag characters.
 */
const UNSAFE =
  /[\0-\x1F\x7F-\x9F\xAD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gu

/** After these the two joiners are letters' business: Arabic, Indic and South-East Asian scripts, and emoji sequences. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u

const visible = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`

const isJoiner = (character: string): boolean => character === '\u200C' || character === '\u200D'

/**
 * Text as it may be shown in a terminal: every character that would be obeyed or not be seen stands as `\u{1b}`.
 * Line breaks too: whoever wants more than one line joins escaped lines.
 */
export const escapeTerminal = (text: string): string =>
  text.replace(UNSAFE, (character, at: number) =>
    isJoiner(character) && JOINING.test(text.slice(Math.max(0, at - 2), at)) ? character : visible(character),
  )

/** `##[` and `##vso[` are commands to CI runners wherever they stand in a line. */
const MARKER = /#(?=#\w{0,8}\[)/g

/** Text as people read it on one line, in any format: nothing in it is obeyed or hidden, by a terminal or by a CI runner. */
export const escapeLine = (text: string): string => escapeTerminal(text).replace(MARKER, '\\u{23}')

/**
 * Output in which no line is a command to a CI runner. GitHub Actions obeys a line whose first visible characters are
 * `::`, and `##[` anywhere; Azure Pipelines obeys `##vso[`. Applied last, to whole lines, so that wrapping cannot
 * bring a `::` of a post or a file name to the front.
 */
export const guardCommands = (output: string): string =>
  output
    .replace(/^(?:\x1B\[[\d;]*m|[^\S\n])*::/gm, (start) => `${start.slice(0, -2)}\\u{3a}:`)
    .replace(MARKER, '\\u{23}')

/**
 * JSON that is safe in a terminal and in a CI log as well: what `JSON.stringify` leaves raw stands as `\u009b`; the data
 * is the same.
 */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(UNSAFE, (character) =>
      Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join(''),
    )
    .replace(MARKER, '\\u0023')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML and HTML, between tags and in quoted attributes alike. */
export const escapeMarkup = (text: string): string =>
  escapeLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/** What GitHub and GitLab turn into mentions, references and links after Markdown is done, by where it can be broken. */
const REFERENCE = /[@#!~%$&^](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH-(?=\d)/gi
/** What they take for a commit: seven digits or more. */
const COMMIT = /\b[\da-f]{7,40}\b/gi
const BREAK = '\u200B'

/** Text for Markdown, in a table cell too: no markup, no HTML, no mention, reference or link comes of it. */
export const escapeMarkdown = (text: string): string =>
  escapeLine(text)
    .replace(REFERENCE, `$&${BREAK}`)
    .replace(COMMIT, (digits) => digits.replace(/.{6}(?=.)/g, `$&${BREAK}`))
    .replace(/[&<>|\u200B\\`*_[\]~$]/g, (character) => {
      if (character === BREAK) return '&#8203;'
      if (character === '|') return '&#124;'
      return ENTITIES[character] ?? `\\${character}`
    })
    // What makes a heading, a list or a line only at the start.
    .replace(/^\s*(\d*)([#+\-=.)])/, '$1\\$2')

/** Text as a code span of Markdown, outside of tables. */
export const codeSpan = (text: string): string => {
  const shown = escapeLine(text)
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length)))
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return fence + padding + shown + padding + fence
}

/** A path as a relative URI reference. */
export const toUri = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')

/** An address that may be linked to, with nothing in it that could end a link early; undefined for all but the web's. */
export const webAddress = (url: string | undefined): string | undefined =>
  url && /^https?:\/\//i.test(url)
    ? url.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^\w\-.~:/?#@!$&*+,;=%]/gu, (character) => {
        const code = encodeURIComponent(character)
        return code === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : code
      })
    : undefined

/** The parts of a CI runner's command: what ends a property or the line is written as the runner reads it back. */
const commandEncoder = (codes: Readonly<Record<string, string>>) => {
  const special = new RegExp(`[${Object.keys(codes).join('').replace(']', '\\]')}]`, 'g')
  return (text: string): string => escapeLine(text).replace(special, (character) => codes[character] ?? '')
}

export const githubData = commandEncoder({ '%': '%25' })
export const githubProperty = commandEncoder({ '%': '%25', ':': '%3A', ',': '%2C' })
export const azureData = commandEncoder({ '%': '%AZP25' })
export const azureProperty = commandEncoder({ '%': '%AZP25', ';': '%3B', ']': '%5D' })
