import { scalarMap } from '../../post/front-matter/scalar-map.ts'
import type { FrontEntry, FrontField, Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { Markup } from '../blocks/plain-text.ts'
import { isQuoted } from './field-types.ts'

/** A piece of front matter and what it becomes. */
export interface FrontEdit extends Range {
  readonly text: string
}

/** A scalar with its quotes. */
export const wholeValue = (post: Post, entry: FrontEntry): Range => {
  const width = isQuoted(post, entry) ? 1 : 0
  return { start: entry.valueRange.start - width, end: entry.valueRange.end + width }
}

/** A text between double quotes, which YAML, TOML and JSON read alike. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** An unquoted value put between quotes. */
export const inQuotes = ({ source }: Post, { valueRange }: FrontEntry): FrontEdit => ({
  ...valueRange,
  text: quoted(source.slice(valueRange.start, valueRange.end)),
})

/** A text with commas as a list, which YAML, TOML and JSON write alike. Undefined where the text runs over lines. */
export const asList = (post: Post, entry: FrontEntry): FrontEdit | undefined => {
  if (/[\r\n]/.test(post.source.slice(entry.valueRange.start, entry.valueRange.end))) return undefined
  const items = entry.text.split(/[,，、]/).map((item) => item.trim())
  const text = `[${items
    .filter((item) => item !== '')
    .map(quoted)
    .join(', ')}]`
  return { ...wholeValue(post, entry), text }
}

/** Without quotes YAML gives these a meaning that the markup kept them from having. */
const isPlainSafe = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text) && !/: |:$| #/.test(text)

/** The edits that take markup out of a field; none where it is not plain where it stands or what would be left of it. */
export const withoutMarkup = (post: Post, entry: FrontEntry, found: readonly Markup[]): FrontEdit[] => {
  const { text } = entry
  const place = scalarMap(entry, post.source)
  const changes: FrontEdit[] = []
  let plain = ''
  let at = 0
  for (const markup of found) {
    const before = text.slice(at, markup.start)
    const isSpaced = /^$|\s$/.test(plain + before)
    // No two spaces where there was one on either side.
    const end =
      isSpaced && (markup.plain ?? '').trim() === '' && /\s/.test(text[markup.end] ?? '') ? markup.end + 1 : markup.end
    const range = { start: place(markup.start), end: place(end) }
    if (markup.start < at || range.start === undefined || range.end === undefined) return []
    const by = isSpaced && markup.plain === ' ' ? '' : (markup.plain ?? '')
    changes.push({ start: range.start, end: range.end, text: by })
    plain += before + by
    at = end
  }
  plain += text.slice(at)
  const isSafe = isQuoted(post, entry)
    ? !/["'\\]/.test(found.map((markup) => markup.plain).join(''))
    : isPlainSafe(plain)
  return isSafe && plain.trim() === plain ? changes : []
}

/** Where the line of an offset starts and where the next one does. */
const lineAround = (source: string, at: number): Range => {
  const start = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1
  const feed = source.indexOf('\n', at)
  return { start, end: feed < 0 ? source.length : feed + 1 }
}

/** Deletes the lines of a field at the top level; undefined in JSON, whose commas they share. */
export const withoutLines = ({ source, front }: Post, { keyRange, valueRange }: FrontField): FrontEdit | undefined => {
  const { start } = lineAround(source, keyRange.start)
  const { end } = lineAround(source, valueRange.end)
  return front.format !== 'json' && start === keyRange.start && end <= front.inner.end
    ? { start, end, text: '' }
    : undefined
}

/** What stands before the items of a block list: `- ` with its indentation; undefined for other lists and stranger lines. */
const bulletOf = (post: Post, item: FrontEntry): { readonly text: string; readonly line: Range } | undefined => {
  const whole = wholeValue(post, item)
  const line = lineAround(post.source, whole.start)
  const text = post.source.slice(line.start, whole.start)
  const isAlone = post.source.slice(whole.end, line.end).trim() === '' && line.end > whole.end
  return /^[ \t]*-[ \t]+$/.test(text) && isAlone ? { text, line } : undefined
}

/** Deletes an item of a list, but not its first one. Undefined where comments or the like stand around it. */
export const withoutItem = (post: Post, list: FrontEntry, index: number): FrontEdit | undefined => {
  const [before, item] = [list.children[index - 1], list.children[index]]
  if (!before || !item) return undefined
  const bullet = bulletOf(post, item)
  if (bullet) return { ...bullet.line, text: '' }
  const range = { start: wholeValue(post, before).end, end: wholeValue(post, item).end }
  const comma = post.source.slice(range.start, wholeValue(post, item).start)
  return /^\s*,\s*$/.test(comma) ? { ...range, text: '' } : undefined
}

/** An item with commas as several items. */
export const splitItem = (post: Post, list: FrontEntry, item: FrontEntry): FrontEdit | undefined => {
  const parts = item.text.split(/[,，、]/).map((part) => part.trim())
  const words = parts.filter((part) => part !== '').map(quoted)
  const bullet = bulletOf(post, item)
  if (bullet) return { ...wholeValue(post, item), text: words.join(`\n${bullet.text}`) }
  return post.source[list.valueRange.start] === '[' ? { ...wholeValue(post, item), text: words.join(', ') } : undefined
}

/** A new line of front matter behind an entry, or as its first. JSON needs commas and is left alone. */
export const newEntry = (post: Post, key: string, value: string, behind?: FrontEntry): FrontEdit | undefined => {
  const { format, inner, broken } = post.front
  if (broken || (format !== 'yaml' && format !== 'toml')) return undefined
  const start = behind ? lineAround(post.source, wholeValue(post, behind).end).end : inner.start
  const separator = format === 'yaml' ? ': ' : ' = '
  return start > inner.end ? undefined : { start, end: start, text: `${key}${separator}${quoted(value)}\n` }
}
