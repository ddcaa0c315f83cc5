import type { Element } from 'hast'
import { headings } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { isEditable, tagsOf } from './extent.ts'

/** Replaces a range of the source. */
interface Replacement extends Range {
  readonly text: string
}

/** The edits that give a heading another level; undefined where that cannot be written. */
export function levelEdits(post: Post, element: Element, level: number): readonly Replacement[] | undefined {
  if (level < 1 || level > 6 || !headings.has(element.tagName)) return undefined
  return post.range(element, 'tag') ? tagEdits(post, element, level) : markdownEdits(post, element, level)
}

function tagEdits(post: Post, element: Element, level: number): readonly Replacement[] | undefined {
  const tags = tagsOf(post, element)
  if (!tags || !isEditable(post, element) || element.properties.ariaLevel !== undefined) return undefined
  const open = tags.open.start + '<h'.length
  const close = tags.close.start + '</h'.length
  return [open, close].map((start) => ({ start, end: start + 1, text: String(level) }))
}

function markdownEdits(post: Post, element: Element, level: number): readonly Replacement[] | undefined {
  const range = post.range(element)
  if (!range) return undefined
  const written = post.source.slice(range.start, range.end)
  const marks = /^#{1,6}(?=[ \t]|$)/.exec(written)
  if (marks) {
    // The closing sequence, where there is one, is as long as the opening one.
    const closing = /[ \t](#{1,6})[ \t]*$/.exec(written.slice(marks[0].length))
    const edits: Replacement[] = [{ start: range.start, end: range.start + marks[0].length, text: '#'.repeat(level) }]
    if (closing) {
      const end = range.start + written.trimEnd().length
      edits.push({ start: end - closing[1]!.length, end, text: '#'.repeat(level) })
    }
    return edits
  }
  const underline = /(\r\n?|\n)[ \t]{0,3}(=+|-+)[ \t]*$/.exec(written)
  if (!underline || /[\r\n]/.test(written.slice(0, underline.index))) return undefined
  const start = range.start + underline.index
  const bar = start + underline[0].indexOf(underline[2]!)
  if (level <= 2) {
    const text = (level === 1 ? '=' : '-').repeat(underline[2]!.length)
    return [{ start: bar, end: bar + underline[2]!.length, text }]
  }
  return [
    { start: range.start, end: range.start, text: `${'#'.repeat(level)} ` },
    { start, end: range.end, text: '' },
  ]
}
