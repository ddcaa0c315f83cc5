import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** Where a link's address stands: as an attribute, in Markdown's own syntax, or in the definition of a reference. */
export interface LinkTarget {
  readonly href: string
  /** The attribute or the address: what a finding points at. */
  readonly place: Range
  /** The address itself, where it stands in the source as such. */
  readonly value?: Range
}

const labelOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** The addresses of the reference definitions of a Markdown post, by label; the first of a label counts. */
const definitionsOf = perPart((post: Post): ReadonlyMap<string, Range> => {
  const found = new Map<string, Range>()
  const pattern = /^[ \t>]{0,12}\[([^\]\r\n]{1,200})\]:[ \t]{0,20}(?:\r?\n[ \t]{0,20})?<?([^\s>]{1,4000})/gm
  pattern.lastIndex = post.body.start
  for (let match = pattern.exec(post.source); match; match = pattern.exec(post.source)) {
    const label = labelOf(match[1]!)
    const end = pattern.lastIndex
    if (!found.has(label)) found.set(label, { start: end - match[2]!.length, end })
  }
  return found
})

/** The definition that a reference (`[text][label]`, `[label][]`, `[label]`, the same for images) takes its address from. */
const definitionOf = (post: Post, node: Element): Range | undefined => {
  const range = post.range(node)
  if (post.format !== 'markdown' || !range) return undefined
  const start = range.start + (post.source[range.start] === '!' ? 1 : 0)
  const written = post.source.slice(start, range.end)
  if (!written.startsWith('[') || !written.endsWith(']')) return undefined
  const at = written.lastIndexOf('[')
  const label = written.slice(at + 1, -1)
  return definitionsOf(post).get(labelOf(label === '' ? written.slice(1, at - 1) : label))
}

/** Whether the slice is the address, apart from what Markdown encodes and HTML escapes in it. */
const isAsWritten = (post: Post, { start, end }: Range, href: string): boolean => {
  const written = post.source.slice(start, end)
  return written === href || written.replaceAll('&amp;', '&') === href
}

/** A link's address with its place; undefined where there is no address or a template makes it. */
export const linkTargetOf = (post: Post, node: Element, name = 'href'): LinkTarget | undefined => {
  const href = attributeOf(node, name)
  if (href === undefined || post.isTemplate(href)) return undefined
  const value = post.range(node, { value: name }) ?? definitionOf(post, node)
  const place = post.range(node, { attribute: name }) ?? value ?? post.range(node)
  if (!place || post.isMasked(place)) return undefined
  return value && isAsWritten(post, value, href) ? { href, place, value } : { href, place }
}
