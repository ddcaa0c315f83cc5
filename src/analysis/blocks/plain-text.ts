import { decodeHTML } from 'entities'
import { collapsed } from '../../language/white-space.ts'
import type { Range } from '../../post/range.ts'

/** Markup in a text that should have none, as offsets into the text. */
export interface Markup extends Range {
  readonly kind: 'tag' | 'entity' | 'markdown' | 'template' | 'break'
  /** What the text becomes without it; undefined where nobody can tell. */
  readonly plain?: string
}

/** Tags that change how a text looks. A title that names an element (`The <canvas> element`) is no markup. */
const textTags = new Set(
  'a abbr b big blockquote center cite code del div em font h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p q s small span strike strong sub sup tt u ul'.split(
    ' ',
  ),
)
const tagShape = /<(\/?)([A-Za-z][A-Za-z0-9]{0,10})(\s[^<>]{0,600})?>|<(br)\s?\/?>/g
const entityShape = /&(?:[A-Za-z][A-Za-z0-9]{1,20}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});/g
/** What follows a tag that is spoken of. */
const mention = /^(?: (?:and|or|vs|in|is|tags?|elements?)(?![a-z])| ?(?:태그|요소|要素|タグ|标签|標籤|元素))/
const markdownShape =
  /(?<![\w*])\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*(?![\w*])|(?<![\w~])~~[^\s~](?:[^~\n]{0,300}[^\s~])?~~(?![\w~])|!?\[[^\][\n]{1,300}\]\((?:https?:\/\/|\/|\.|#|mailto:)[^()\s]{0,500}\)/g
const templateShape =
  /\{%-?\s*[a-z]\w*[^%{}\n]{0,300}%\}|\{\{-?\s*(?:(?:page|site|post|layout|include|config|theme)\.\w|\.[A-Z]|replace )[^{}\n]{0,300}\}\}/g
const codeShape = /`[^`\n]{1,300}`/g

/** What every kind of markup has one of. */
const mark = /[<&*~[{\n]/
const none: readonly Markup[] = []

/** All markup in a text, in order; code between backticks is left alone. */
export const markupIn = (text: string): readonly Markup[] => {
  if (!mark.test(text)) return none
  const bare = text.replace(codeShape, (code) => '\ufffc'.repeat(code.length))
  const found: Markup[] = [
    ...tagsIn(bare),
    ...entitiesIn(bare),
    ...matchesOf(bare, markdownShape).map((range) => ({
      ...range,
      kind: 'markdown' as const,
      plain: inner(text, range),
    })),
    ...matchesOf(bare, templateShape).map((range) => ({ ...range, kind: 'template' as const })),
    ...matchesOf(bare, /\n\s*/g).map((range) => ({ ...range, kind: 'break' as const, plain: ' ' })),
  ]
  return found.sort((a, b) => a.start - b.start)
}

const matchesOf = (text: string, shape: RegExp): Range[] => [...text.matchAll(shape)].map(rangeOf)

/** What stands between the marks of emphasis, or the text of a link. */
const inner = (text: string, { start, end }: Range): string => {
  const own = text.slice(start, end)
  const isLink = own.endsWith(')')
  return isLink ? own.slice(own.indexOf('[') + 1, own.indexOf('](')) : own.slice(2, -2)
}

const rangeOf = (match: RegExpExecArray): Range => ({ start: match.index, end: match.index + match[0].length })

/** Tags that come in pairs, and line breaks inside the text. */
const tagsIn = (text: string): Markup[] => {
  const found: Markup[] = []
  const open = new Map<string, Markup[]>()
  for (const match of text.matchAll(tagShape)) {
    const own: Markup = { ...rangeOf(match), kind: 'tag', plain: '' }
    const name = (match[2] ?? match[4] ?? '').toLowerCase()
    if (name === 'br') {
      const isInside = text.slice(0, own.start).trim() !== '' && /^\s*[^\s:：]/.test(text.slice(own.end, own.end + 20))
      if (isInside && !mention.test(text.slice(own.end, own.end + 20))) found.push({ ...own, plain: ' ' })
    } else if (name === 'img' && match[3]?.includes('=')) found.push(own)
    else if (!textTags.has(name)) continue
    else if (match[1] === '') {
      const others = open.get(name)
      if (others) others.push(own)
      else open.set(name, [own])
    } else {
      const opening = open.get(name)?.pop()
      // `<b></b>` names the element.
      if (opening && opening.end < own.start) found.push(opening, own)
    }
  }
  return found
}

/** References to characters that can be written as they are; those that HTML itself needs are a decision. */
const entitiesIn = (text: string): Markup[] =>
  [...text.matchAll(entityShape)].flatMap((match) => {
    const plain = decodeHTML(match[0])
    const isNeeded = plain === match[0] || '&<>'.includes(plain)
    return isNeeded ? [] : [{ ...rangeOf(match), kind: 'entity' as const, plain: plain === '\u00a0' ? ' ' : plain }]
  })

/** A text as a reader of a search result sees it: without markup, with characters instead of references. */
export const plainText = (text: string): string => {
  if (!mark.test(text)) return collapsed(text)
  let plain = ''
  let at = 0
  for (const markup of markupIn(text)) {
    if (markup.start < at) continue
    plain += text.slice(at, markup.start) + (markup.plain ?? '')
    at = markup.end
  }
  return collapsed(decodeHTML(plain + text.slice(at)))
}
