import type { Element } from 'hast'
import { isBlank } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

const holders = new Set(['p', 'li', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])

/** The element that holds a unit's text and nothing else: its paragraph, its item. */
export const ownBlock = (post: Post, { parents, extent }: TextUnit): Element | undefined => {
  const block = parents[0]
  const whole = block && holders.has(block.tagName) ? post.range(block) : undefined
  if (!block || !whole || whole.start > extent.start || whole.end < extent.end) return undefined
  // Tags inside the block, and the marks of Markdown at either end of it.
  const isRest = (text: string): boolean =>
    isBlank(text.replace(/<[^<>]{0,500}>/g, '').replace(/[-*+_>#=\d.) \t\r\n]+/g, ''))
  const before = post.source.slice(whole.start, extent.start)
  const after = post.source.slice(extent.end, whole.end)
  const isAlone = before.length < 1000 && after.length < 1000 && isRest(before) && isRest(after)
  return isAlone ? block : undefined
}

/** The block of a unit where it holds only that unit's text, else the text itself. */
export const blockPlace = (post: Post, unit: TextUnit): Range => {
  const block = ownBlock(post, unit)
  return (block && post.range(block)) ?? unit.extent
}
