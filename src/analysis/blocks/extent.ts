import type { Element, RootContent } from 'hast'
import type { Mask, Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** An element that stands in the source with both its tags. */
export interface Tags {
  readonly open: Range
  readonly inner: Range
  readonly close: Range
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f'

const isInlineSpace = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** Both tags of an element and what lies between; undefined when one of them is implied. */
export function tagsOf(post: Post, node: Element): Tags | undefined {
  const whole = post.range(node)
  const open = post.range(node, 'tag')
  if (!whole || !open || post.source[whole.end - 1] !== '>') return undefined
  // Backwards from the end, so that the cost is the length of the tag and not of the element.
  let at = whole.end - 2
  while (at > open.end && isSpace(post.source[at])) at--
  const start = at + 1 - node.tagName.length - 2
  if (start < open.end) return undefined
  if (post.source.slice(start, at + 1).toLowerCase() !== `</${node.tagName.toLowerCase()}`) return undefined
  return { open, inner: { start: open.end, end: start }, close: { start, end: whole.end } }
}

/** Whether edits may point into an element's tags: they are its own and no template plays in them. */
export const isEditable = (post: Post, node: RootContent): boolean => {
  if (!post.isWritten(node)) return false
  const tag = node.type === 'element' ? post.range(node, 'tag') : post.range(node)
  return tag !== undefined && !post.isMasked(tag)
}

/** An attribute with the white space before it: what to delete so that the tag stays tidy. */
export function attributeExtent(post: Post, node: Element, name: string): Range | undefined {
  const range = post.range(node, { attribute: name })
  if (!range) return undefined
  let start = range.start
  while (isSpace(post.source[start - 1])) start--
  return { start, end: range.end }
}

const isBlankBetween = (source: string, start: number, end: number): boolean => {
  let at = start
  while (at < end && /\s/.test(source[at]!)) at++
  return at === end
}

/** A range without the white space at its ends. */
export function trimmed(source: string, { start, end }: Range): Range {
  while (start < end && /\s/.test(source[start]!)) start++
  while (start < end && /\s/.test(source[end - 1]!)) end--
  return { start, end }
}

/** From the first of some neighbouring nodes to the last, without white space at the ends; undefined where they have no place. */
export function extentOf(post: Post, nodes: readonly RootContent[]): Range | undefined {
  const first = nodes[0] && post.range(nodes[0])
  const last = nodes.length > 0 ? post.range(nodes.at(-1)!) : undefined
  if (!first || !last || first.start >= last.end) return undefined
  return trimmed(post.source, { start: first.start, end: last.end })
}

/** What stands on the lines around a range. */
export interface Lines {
  /** The range alone on its lines, their last line break included; undefined when other text shares them. */
  readonly own?: Range
  /** The blank line before, where there is one. */
  readonly blankBefore?: Range
  readonly blankAfter?: Range
  /** Whether nothing but the body's edge is before or after. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Looks at the lines around a range of the body. */
export function linesAround(post: Post, range: Range): Lines {
  const { source, body } = post
  let start = range.start
  while (start > body.start && isInlineSpace(source[start - 1])) start--
  let end = range.end
  while (isInlineSpace(source[end])) end++
  const isAlone =
    (start === body.start || isLineBreak(source[start - 1])) && (end >= body.end || isLineBreak(source[end]))
  if (!isAlone) return { isFirst: false, isLast: false }
  const own = { start, end: afterLineBreak(source, end) }
  return {
    own,
    blankBefore: blankLineBefore(source, start, body.start),
    blankAfter: blankLineAfter(source, own.end, body.end),
    isFirst: isBlankBetween(source, body.start, start),
    isLast: own.end >= body.end,
  }
}

/**
 * What to delete so that a block goes and clean spacing remains: the block's lines and one adjacent blank line when it
 * stands alone, else the block itself.
 */
export function blockExtent(post: Post, range: Range): Range {
  const { own, blankBefore, blankAfter, isFirst, isLast } = linesAround(post, range)
  if (!own) return range
  if (blankAfter && (blankBefore || isFirst)) return { start: own.start, end: blankAfter.end }
  if (blankBefore && isLast) return { start: blankBefore.start, end: own.end }
  return own
}

/** Whether a block can be deleted so that in Markdown no lines run together, and none changes what it opens. */
export function isApart(post: Post, range: Range): boolean {
  if (post.format !== 'markdown') return true
  const { own, blankBefore, blankAfter, isFirst, isLast } = linesAround(post, range)
  return own !== undefined && (blankBefore !== undefined || isFirst) && (blankAfter !== undefined || isLast)
}

const isLineBreak = (character: string | undefined): boolean => character === '\n' || character === '\r'

const afterLineBreak = (source: string, at: number): number =>
  source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : isLineBreak(source[at]) ? at + 1 : at

function blankLineAfter(source: string, start: number, limit: number): Range | undefined {
  let end = start
  while (isInlineSpace(source[end])) end++
  if (start >= limit || !isLineBreak(source[end])) return undefined
  return { start, end: afterLineBreak(source, end) }
}

function blankLineBefore(source: string, end: number, limit: number): Range | undefined {
  let start = end
  if (start <= limit || !isLineBreak(source[start - 1])) return undefined
  start -= source[start - 1] === '\n' && source[start - 2] === '\r' ? 2 : 1
  while (start > limit && isInlineSpace(source[start - 1])) start--
  return start === limit || isLineBreak(source[start - 1]) ? { start, end } : undefined
}

/** The masks that touch a range, found without looking at all of them. */
export function masksIn(post: Post, range: Range): readonly Mask[] {
  let low = 0
  let high = post.masks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (post.masks[middle]!.end <= range.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < post.masks.length && post.masks[end]!.start < range.end) end++
  return post.masks.slice(low, end)
}
