import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { declarationsOf } from './inline-style.ts'

/** Browsers' sizes of the keywords, in pixels. */
const keywords = new Map([
  ['xx-small', 9],
  ['x-small', 10],
])
/** In pixels; those relative to the surroundings as of 16 px. */
const units = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['em', 16],
  ['rem', 16],
  ['%', 16 / 100],
])

/** A length in pixels, where it has a fixed size; undefined for keywords, variables and calculations. */
export function pixelsOf(value: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/i.exec(value.trim())
  if (!match) return keywords.get(value.trim().toLowerCase())
  const size = Number(match[1])
  const unit = units.get(match[2]!.toLowerCase())
  return unit === undefined ? (size === 0 ? 0 : undefined) : size * unit
}

/** The font size that an element sets for itself, in pixels. */
export function ownFontSize(post: Post, node: Element): number | undefined {
  const declared = declarationsOf(post, node).findLast(({ property }) => property === 'font-size')
  if (declared) return pixelsOf(declared.value)
  if (node.tagName !== 'font') return undefined
  const size = attributeOf(node, 'size')?.trim()
  return size === '1' ? 10 : undefined
}
