import type { Element, RootContent } from 'hast'
import { codeLike } from '../post/elements.ts'
import type { Post } from '../post/post.ts'
import { contains, overlaps, type Range } from '../post/range.ts'
import { firstIndex } from './offsets.ts'

const closingTag = /<\/[^<>]{1,40}>$/

/** A stretch that may only be taken out as a whole. */
interface Guarded extends Range {
  /** Whether what is inserted exactly at an end stands inside. */
  readonly holdsStart: boolean
  readonly holdsEnd: boolean
}

/** What stands between the tags of an element, or all of it where its tags are not in the source. */
const innerOf = (post: Post, node: Element): Guarded | undefined => {
  const whole = post.range(node)
  const tag = post.range(node, 'tag')
  if (!whole || !tag) return whole && { ...whole, holdsStart: false, holdsEnd: false }
  const closing = closingTag.exec(post.source.slice(Math.max(tag.end, whole.end - 50), whole.end))
  const end = whole.end - (closing?.[0].length ?? 0)
  return { start: tag.end, end, holdsStart: true, holdsEnd: closing !== null }
}

/** Code and comments, in order of place, outermost only. Recursion is safe: parsing has bounded the depth. */
const guardedRanges = (post: Post): Guarded[] => {
  const ranges: Guarded[] = []
  const visit = (node: RootContent): void => {
    if (node.type === 'comment') {
      const range = post.range(node)
      if (range) ranges.push({ ...range, holdsStart: false, holdsEnd: false })
    } else if (node.type === 'element' && codeLike.has(node.tagName)) {
      const range = innerOf(post, node)
      if (range && range.end > range.start) ranges.push(range)
    } else if (node.type === 'element') node.children.forEach(visit)
  }
  post.tree.children.forEach(visit)
  return ranges.sort((a, b) => a.start - b.start)
}

const isInside = (range: Guarded, { start, end }: Range): boolean => {
  if (start === end) {
    return (
      (range.start < start && start < range.end) ||
      (range.holdsStart && start === range.start) ||
      (range.holdsEnd && start === range.end)
    )
  }
  return overlaps(range, { start, end }) && !contains({ start, end }, range)
}

/**
 * Tells whether a change may be made in a post: not in templates, code, or comments, unless it takes one out as a whole.
 * What it needs to know is gathered when it is first asked.
 */
export const editGuard = (post: Post): ((edit: Range) => boolean) => {
  let guarded: readonly Guarded[] | undefined
  return (edit) => {
    if (post.isMasked(edit)) return false
    guarded ??= guardedRanges(post)
    const ranges = guarded
    const first = firstIndex(ranges.length, (index) => ranges[index]!.end >= edit.start)
    for (let index = first; index < ranges.length && ranges[index]!.start <= edit.end; index++) {
      if (isInside(ranges[index]!, edit)) return false
    }
    return true
  }
}
