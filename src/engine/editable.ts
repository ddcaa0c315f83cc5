import type { Element, RootContent } from 'hast'
import { codeLike } from '../post/elements.ts'
import type { Post } from '../post/post.ts'
import { overlaps, type Range } from '../post/range.ts'
import { firstIndex } from './offsets.ts'

const closingTag = /<\/[^<>]{1,40}>$/

/** What stands between the tags of an element, or all of it where its tags are not in the source. */
const innerOf = (post: Post, node: Element): Range | undefined => {
  const whole = post.range(node)
  const tag = post.range(node, 'tag')
  if (!whole || !tag) return whole
  const closing = closingTag.exec(post.source.slice(Math.max(tag.end, whole.end - 50), whole.end))
  return { start: tag.end, end: whole.end - (closing?.[0].length ?? 0) }
}

/** Code and comments, in order of place, outermost only. Recursion is safe: parsing has bounded the depth. */
const guardedRanges = (post: Post): Range[] => {
  const ranges: Range[] = []
  const visit = (node: RootContent): void => {
    const isCode = node.type === 'element' && codeLike.has(node.tagName)
    if (isCode || node.type === 'comment') {
      const range = isCode ? innerOf(post, node) : post.range(node)
      if (range && range.end > range.start) ranges.push(range)
    } else if (node.type === 'element') node.children.forEach(visit)
  }
  post.tree.children.forEach(visit)
  return ranges.sort((a, b) => a.start - b.start)
}

/**
 * Tells whether a change may be made in a post: not in templates, code, or comments, unless it takes one out as a whole.
 * What it needs to know is gathered when it is first asked.
 */
export const editGuard = (post: Post): ((edit: Range) => boolean) => {
  let guarded: readonly Range[] | undefined
  return (edit) => {
    if (post.isMasked(edit)) return false
    guarded ??= guardedRanges(post)
    const ranges = guarded
    const first = firstIndex(ranges.length, (index) => ranges[index]!.end > edit.start)
    for (let index = first; index < ranges.length && ranges[index]!.start <= edit.end; index++) {
      const range = ranges[index]!
      const takesAll = edit.start <= range.start && range.end <= edit.end
      if (!takesAll && (overlaps(range, edit) || (range.start < edit.start && edit.end < range.end))) return false
    }
    return true
  }
}
