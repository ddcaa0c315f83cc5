import { readTag } from '../../post/place.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { opaque } from '../../post/template.ts'
import { type ElementModel, modelOf } from './content-model.ts'

/** A tag as it stands in the source, whatever the parser made of it. */
export interface Tag extends Range {
  /** In lower case. */
  readonly name: string
  readonly model: ElementModel
  readonly kind: 'open' | 'close'
  /** Whether it ends with `/>`. */
  readonly isSelfClosed: boolean
  /** Where the tag before ends, or the content of a script or drawing. */
  readonly after: number
  /** The end tag that this element needs never comes: the rest of the post is its text. */
  readonly isEndless?: true
}

/** The tags of a post's HTML, in order. Names that templates take part in are left out. */
export interface WrittenTags {
  readonly tags: readonly Tag[]
  /** The value of an attribute as written, '' where it has none; undefined where there is no such attribute. */
  attribute(tag: Range, name: string): string | undefined
  /** Text that is not blank right before a tag. */
  textBefore(tag: Tag): Range | undefined
}

/** Elements whose content is not markup, and those with a markup of their own. */
const closedWorlds = new Set('script style textarea title xmp iframe noembed noframes svg math'.split(' '))
const nestable = new Set(['svg', 'math'])

export function tagsIn(post: Post): WrittenTags {
  const text = markupText(post)
  return {
    tags: scan(text, post.body.start),
    attribute(tag, name) {
      const found = readTag(text, tag.start)?.attributes.find((attribute) => attribute.name === name)
      return found && (found.value ? text.slice(found.value.start, found.value.end) : '')
    },
    textBefore: (tag) => visibleText(text, tag.after, tag.start),
  }
}

function scan(text: string, from: number): Tag[] {
  const tags: Tag[] = []
  let after = from
  let at = text.indexOf('<', from)
  for (; at >= 0; at = text.indexOf('<', at)) {
    const mark = text.charCodeAt(at + 1)
    if (mark === exclamation || mark === question) {
      const isComment = text.startsWith('<!--', at)
      const end = text.indexOf(isComment ? '-->' : '>', at + 2)
      if (end < 0) break
      at = end + (isComment ? 3 : 1)
      continue
    }
    if (!isLetter(mark === slash ? text.charCodeAt(at + 2) : mark)) {
      at++
      continue
    }
    const tag = mark === slash ? endTag(text, at, after) : startTag(text, at, after)
    if (!tag) break
    const close = tag.kind === 'open' && closedWorlds.has(tag.name) ? closeOf(text, tag) : undefined
    if (!tag.name.includes(opaque)) tags.push(close === 'none' ? { ...tag, isEndless: true } : tag)
    if (close === 'none') break
    if (close) tags.push(close)
    after = (close ?? tag).end
    at = after
  }
  return tags
}

const exclamation = 33
const slash = 47
const question = 63
const space = 32
const quotation = 34
const apostrophe = 39
const equals = 61
const greater = 62

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

function startTag(text: string, start: number, after: number): Tag | undefined {
  const nameEnd = endOfName(text, start + 1)
  const end = endOfTag(text, nameEnd)
  if (end < 0) return undefined
  const model = modelOf(text.slice(start + 1, nameEnd))
  const isSelfClosed = text.charCodeAt(end - 2) === slash && endsItself(text, start, end)
  return { start, end, name: model.name, model, kind: 'open', isSelfClosed, after }
}

/** The slash may belong to an unquoted value. */
const endsItself = (text: string, start: number, end: number): boolean =>
  readTag(text, start)?.attributes.at(-1)?.end !== end - 1

function endTag(text: string, start: number, after: number): Tag | undefined {
  const nameEnd = endOfName(text, start + 2)
  const end = text.indexOf('>', nameEnd)
  if (end < 0) return undefined
  const model = modelOf(text.slice(start + 2, nameEnd))
  return { start, end: end + 1, name: model.name, model, kind: 'close', isSelfClosed: false, after }
}

function endOfName(text: string, start: number): number {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === slash || code === greater || code <= space) break
  }
  return end
}

/** Offset after the `>` of a tag whose name ends at `from`; quoted values may hold more of them. -1 if there is none. */
function endOfTag(text: string, from: number): number {
  let isBeforeValue = false
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === greater) return at + 1
    if (code === equals) isBeforeValue = true
    else if (isBeforeValue && (code === quotation || code === apostrophe)) {
      at = text.indexOf(text[at]!, at + 1)
      if (at < 0) return -1
      isBeforeValue = false
    } else if (code > space) isBeforeValue = false
  }
  return -1
}

/** The end tag of an element whose content is no HTML; undefined where it has none because it closed itself. */
function closeOf(text: string, { name, end, isSelfClosed }: Tag): Tag | 'none' | undefined {
  const isNestable = nestable.has(name)
  if (isSelfClosed && isNestable) return undefined
  const pattern = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi')
  pattern.lastIndex = end
  let depth = 1
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const tagEnd = text.indexOf('>', match.index)
    if (tagEnd < 0) return 'none'
    if (match[1]) depth--
    else if (isNestable && text[tagEnd - 1] !== '/') depth++
    if (match[1] && (depth === 0 || !isNestable)) return endTag(text, match.index, match.index)
  }
  return 'none'
}

/** What of a stretch between two tags is neither blank nor a comment. */
function visibleText(text: string, start: number, end: number): Range | undefined {
  if (start >= end) return undefined
  const between = text.slice(start, end)
  if (between.trim() === '') return undefined
  const bare = between.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)).replaceAll(opaque, ' ')
  const from = bare.length - bare.trimStart().length
  return from === bare.length ? undefined : { start: start + from, end: start + bare.trimEnd().length }
}

/** The source with everything that is not HTML blanked: Markdown, container prefixes, templates. Offsets stay. */
function markupText({ source, body, markup, masks }: Post): string {
  // Nothing to blank; what stands before the body is never looked at.
  if (masks.length === 0 && markup.raw[0] === body) return source
  const pieces: string[] = []
  let at = body.start
  const blank = (to: number, by: string): void => {
    if (to > at) pieces.push(by.repeat(to - at))
    at = Math.max(at, to)
  }
  let next = 0
  pieces.push(' '.repeat(body.start))
  for (const { start, end } of markup.raw) {
    blank(start, ' ')
    while (next < masks.length && masks[next]!.end <= start) next++
    for (; next < masks.length && masks[next]!.start < end; next++) {
      const mask = masks[next]!
      if (mask.start > at) pieces.push(source.slice(at, mask.start))
      at = Math.max(at, mask.start)
      blank(Math.min(mask.end, end), opaque)
      if (mask.end > end) break
    }
    if (end > at) pieces.push(source.slice(at, end))
    at = Math.max(at, end)
  }
  return pieces.join('')
}
