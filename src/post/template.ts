import type { Mask, Generator as SiteGenerator } from './post.ts'
import type { Range } from './range.ts'

/**
 * Templates, shortcodes and kramdown constructs are replaced by text of the same length with the same line breaks,
 * so that the HTML and Markdown parsers see neither their quotes nor their angle brackets, and no offset moves.
 */

/** Stands for one UTF-16 unit of something a generator will fill in: an opaque word to every rule. */
export const opaque = '\uE000'

export interface Masked {
  /** The source with masks, same length. */
  readonly text: string
  readonly masks: readonly Mask[]
}

/** Where in the markup a template stands. */
type Context = 'text' | 'raw-text' | 'quoted' | 'unquoted' | 'tag'

interface Template extends Mask {
  /** Printed as a comment where the surroundings allow, because a comment is legal anywhere a tag is. */
  readonly likeTag: boolean
}

const controlWords = new Set(
  `if elsif elseif elif else unless case when for break continue tablerow assign capture increment decrement liquid raw
   set macro block extends import from call filter with without range define template partial end`.split(/\s+/),
)
const blankLine = /\n[ \t]*\r?\n/
/** A template that does not close within so many units is a pair of braces in prose or code. */
const longestTemplate = 4000
const opaqueBlocks = new Set(['highlight', 'codeblock', 'code', 'mermaid', 'math', 'katex'])

/** Where `{#` opens a comment; to the other generators it is text. */
const withHashComments: readonly SiteGenerator[] = ['eleventy', 'hexo', 'any']
const hashClose = /#\}/g
const goClose = /\*\/\s{0,20}-?\}\}/g

/** Masks every template in `body`; the rest of the source, front matter above all, stays as it is. */
export function maskTemplates(
  source: string,
  body: Range,
  format: 'html' | 'markdown',
  generator: SiteGenerator = 'any',
): Masked {
  const isMarkdown = format === 'markdown'
  const hasBraces = source.indexOf('{', body.start) >= 0
  const hasDollars = isMarkdown && source.indexOf('$', body.start) >= 0
  if (!hasBraces && !hasDollars) return { text: source, masks: [] }

  const masks: Mask[] = []
  const pieces: string[] = []
  let copied = 0
  const finder = templateFinder(source, body.end, isMarkdown, withHashComments.includes(generator))
  for (const { template, context } of walkMarkup(source, body, isMarkdown, finder)) {
    const { start, end, kind, likeTag } = template
    pieces.push(source.slice(copied, start), maskText(source, template, context, isMarkdown, likeTag))
    copied = end
    masks.push({ start, end, kind })
  }
  if (masks.length === 0) return { text: source, masks }
  pieces.push(source.slice(copied))
  return { text: pieces.join(''), masks }
}

const fill = (text: string, by: string): string => text.replace(/[^\r\n]/g, by)

function maskText(source: string, template: Range, context: Context, isMarkdown: boolean, likeTag: boolean): string {
  const text = source.slice(template.start, template.end)
  if (context === 'tag') return fill(text, ' ')
  const canBeComment =
    likeTag &&
    context === 'text' &&
    text.length >= 7 &&
    !/[\r\n]/.test(text.slice(0, 4) + text.slice(-3)) &&
    (!isMarkdown || isAloneOnLine(source, template))
  return canBeComment ? `<!--${fill(text.slice(4, -3), opaque)}-->` : fill(text, opaque)
}

function isFirstOnLine(source: string, start: number): boolean {
  let before = start
  while (before > 0 && (source[before - 1] === ' ' || source[before - 1] === '\t')) before--
  return before === 0 || isLineBreak(source[before - 1])
}

function isAloneOnLine(source: string, { start, end }: Range): boolean {
  if (!isFirstOnLine(source, start)) return false
  let after = end
  while (after < source.length && (source[after] === ' ' || source[after] === '\t')) after++
  return after >= source.length || isLineBreak(source[after])
}

const isLineBreak = (character: string | undefined): boolean => character === '\n' || character === '\r'

const rawTextElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noscript', 'iframe', 'noembed'])
const interesting = /[{$<]/g

/** One pass over the markup that knows whether it is in text, in a tag or in an attribute value, and asks the finder at every brace. */
function* walkMarkup(
  source: string,
  body: Range,
  isMarkdown: boolean,
  findTemplate: (at: number) => Template | undefined,
): Generator<{ template: Template; context: Context }> {
  let at = body.start
  let rawText = ''
  while (at < body.end) {
    interesting.lastIndex = at
    const match = interesting.exec(source)
    if (!match || match.index >= body.end) return
    at = match.index
    if (match[0] !== '<') {
      const template = findTemplate(at)
      if (template) yield { template, context: rawText ? 'raw-text' : 'text' }
      at = template ? template.end : at + 1
      continue
    }
    if (rawText) {
      const closes =
        source.startsWith('/', at + 1) && source.slice(at + 2, at + 2 + rawText.length).toLowerCase() === rawText
      if (closes) rawText = ''
      at += 1
      continue
    }
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4)
      at = close < 0 ? body.end : close + 3
      continue
    }
    const tag = /^<(\/?)([A-Za-z][^\s/>{]*)/.exec(source.slice(at, at + 40))
    if (!tag) {
      at += 1
      continue
    }
    const name = tag[2]!.toLowerCase()
    at = yield* walkTag(source, at + tag[0].length, body.end, isMarkdown, findTemplate)
    // In Markdown these words also occur as plain text (`<title>` in a sentence) and would hide everything after them.
    if (!tag[1] && rawTextElements.has(name) && (!isMarkdown || name === 'script' || name === 'style')) rawText = name
  }
}

/** The inside of a tag, to after its `>`. In Markdown a blank line ends it: it was no tag then. */
function* walkTag(
  source: string,
  from: number,
  limit: number,
  isMarkdown: boolean,
  findTemplate: (at: number) => Template | undefined,
): Generator<{ template: Template; context: Context }, number> {
  let state: 'names' | 'before-value' | 'value' | '"' | "'" = 'names'
  for (let at = from; at < limit; at++) {
    const character = source[at]!
    const isQuoted = state === '"' || state === "'"
    if (character === '{') {
      const template = findTemplate(at)
      if (template) {
        yield { template, context: isQuoted ? 'quoted' : state === 'names' ? 'tag' : 'unquoted' }
        if (state === 'before-value') state = 'value'
        at = template.end - 1
      }
    } else if (isQuoted) {
      if (character === state) state = 'names'
    } else if (character === '>') {
      return at + 1
    } else if (character === '=') {
      state = 'before-value'
    } else if (character === ' ' || character === '\t' || isLineBreak(character)) {
      if (state === 'value') state = 'names'
    } else if (state === 'before-value') {
      state = character === '"' || character === "'" ? character : 'value'
    }
    if (isMarkdown && character === '\n' && isBlankLine(source, at + 1)) return at + 1
  }
  return limit
}

function isBlankLine(source: string, from: number): boolean {
  let at = from
  while (source[at] === ' ' || source[at] === '\t') at++
  return isLineBreak(source[at])
}

/** Recognises the template that starts at an offset. Remembers what has no end, so that the whole scan stays linear. */
function templateFinder(
  source: string,
  limit: number,
  isMarkdown: boolean,
  hasHashComments: boolean,
): (at: number) => Template | undefined {
  const endless = new Set<string>()
  const nextCloses = new Map<RegExp, Range>()
  const noneBefore = new Map<string, number>()
  let rawUntil = -1

  /**
   * Offset after `close`, searched from `from`; -1 if it is far, or a blank line or another opening comes first.
   * What was searched in vain is not searched again.
   */
  const closing = (from: number, open: string, close: string): number => {
    const searchFrom = Math.max(from, noneBefore.get(close) ?? 0)
    const window = source.slice(searchFrom, Math.min(limit, from + longestTemplate))
    const found = window.indexOf(close)
    if (found < 0) {
      noneBefore.set(close, searchFrom + Math.max(0, window.length - close.length + 1))
      return -1
    }
    const end = searchFrom + found
    const inside = source.slice(from, end)
    return inside.includes(open) || blankLine.test(inside) ? -1 : end + close.length
  }

  /** The next match of `close` from `from` on, remembered until the scan has passed it. */
  const nextClose = (from: number, close: RegExp): Range => {
    const known = nextCloses.get(close)
    if (known && known.start >= from) return known
    close.lastIndex = from
    const match = close.exec(source)
    const found =
      match && match.index < limit
        ? { start: match.index, end: match.index + match[0].length }
        : { start: Number.POSITIVE_INFINITY, end: -1 }
    nextCloses.set(close, found)
    return found
  }

  /** The comment that starts at `at`. Where it leaves its paragraph it must begin its line: else the marks are only mentioned. */
  const comment = (at: number, open: number, close: RegExp): Template | undefined => {
    const { end } = nextClose(at + open, close)
    if (end < 0) return undefined
    const isNear = end - at <= longestTemplate && !blankLine.test(source.slice(at, end))
    return isNear || isFirstOnLine(source, at) ? { start: at, end, kind: 'comment', likeTag: true } : undefined
  }

  /** Range of the end tag of a block, or undefined. */
  const blockEnd = (from: number, name: string, opener: '{%' | '{{'): Range | undefined => {
    const key = opener + name
    if (endless.has(key)) return undefined
    const pattern =
      opener === '{%'
        ? new RegExp(`\\{%[-~]?\\s{0,20}end${name}\\s{0,20}[-~]?%\\}`, 'g')
        : new RegExp(`\\{\\{[<%]\\s{0,20}/\\s{0,20}${name}\\s{0,20}[>%]\\}\\}`, 'g')
    pattern.lastIndex = from
    const match = pattern.exec(source)
    if (!match || match.index >= limit) {
      endless.add(key)
      return undefined
    }
    return { start: match.index, end: match.index + match[0].length }
  }

  const liquidTag = (at: number): Template | undefined => {
    const end = closing(at + 2, '{%', '%}')
    if (end < 0) return undefined
    const name = /^[-~+]?\s{0,20}([\w/-]*)/.exec(source.slice(at + 2, at + 80))?.[1] ?? ''
    if (name === 'raw' || name === 'verbatim') rawUntil = blockEnd(end, name, '{%')?.start ?? -1
    const isComment = name === 'comment'
    if (isComment || opaqueBlocks.has(name)) {
      const close = blockEnd(end, name, '{%')
      if (close) return { start: at, end: close.end, kind: isComment ? 'comment' : 'opaque', likeTag: true }
    }
    const isControl = controlWords.has(name) || name.startsWith('end') || name === 'verbatim'
    return { start: at, end, kind: isControl ? 'control' : 'value', likeTag: true }
  }

  const braces = (at: number): Template | undefined => {
    if (source.startsWith('{{/*', at)) return comment(at, 4, goClose)
    if (source.startsWith('{{- /*', at)) return comment(at, 6, goClose)
    const end = closing(at + 2, '{{', '}}')
    if (end < 0) return undefined
    const inside = source.slice(at + 2, Math.min(end, at + 80))
    if (/^[<%]\/\*/.test(inside)) return { start: at, end, kind: 'opaque', likeTag: false }
    const shortcode = /^[<%]\s{0,20}(\/?)\s{0,20}([\w./-]*)/.exec(inside)
    if (shortcode) {
      const name = shortcode[2]!
      const close = !shortcode[1] && opaqueBlocks.has(name) ? blockEnd(end, name, '{{') : undefined
      if (close) return { start: at, end: close.end, kind: 'opaque', likeTag: true }
      return { start: at, end, kind: shortcode[1] ? 'control' : 'value', likeTag: false }
    }
    const word = /^[-~]?\s{0,20}([\w.]*)/.exec(inside)?.[1] ?? ''
    return { start: at, end, kind: controlWords.has(word) ? 'control' : 'value', likeTag: false }
  }

  const kramdown = (at: number): Template | undefined => {
    const match = /^\{(?::[^{}\r\n]*|#[\w:.\-\u0080-\uffff]+)\}/.exec(source.slice(at, at + 200))
    if (!match || source[at - 1] === '\\') return undefined
    return { start: at, end: at + match[0].length, kind: 'control', likeTag: true }
  }

  const formula = (at: number): Template | undefined => {
    if (source[at - 1] === '\\') return undefined
    if (source[at + 1] === '$') {
      const end = closing(at + 2, '\u0000', '$$')
      return end < 0 ? undefined : { start: at, end, kind: 'opaque', likeTag: false }
    }
    // As Pandoc does: no space inside the dollars, no digit after them, so that prices stay prices.
    const match = /^\$(?!\s)([^$\r\n`]{0,299}[^$\r\n`\s\\])\$(?!\d)/.exec(source.slice(at, at + 310))
    if (!match || match[1]!.includes('](') || /^\d[^=+^_\\]*\s[^=+^_\\]*$/.test(match[1]!)) return undefined
    return { start: at, end: at + match[0].length, kind: 'opaque', likeTag: false }
  }

  return (at) => {
    if (source[at] === '$') return isMarkdown ? formula(at) : undefined
    if (at < rawUntil) return undefined
    const next = source[at + 1]
    if (next === '%') return liquidTag(at)
    if (next === '{') return braces(at)
    if (next === '#' && hasHashComments && /[\s-]/.test(source[at + 2] ?? '')) {
      const found = comment(at, 2, hashClose)
      if (found) return found
    }
    return isMarkdown && (next === ':' || next === '#') ? kramdown(at) : undefined
  }
}
