import type { Element, Root } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { masksIn } from '../blocks/extent.ts'
import { roleOf } from '../markup/aria.ts'

type Parents = readonly (Root | Element)[]

/** Whether an element hides itself from everybody. */
export const isUnseen = (node: Element): boolean =>
  attributeOf(node, 'hidden') !== undefined ||
  (node.properties.style !== undefined &&
    /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(attributeOf(node, 'style') ?? ''))

/** Whether an element hides itself from everybody, or from assistive technology. */
export const hidesItself = (node: Element): boolean => isUnseen(node) || attributeOf(node, 'ariaHidden') === 'true'

/** Whether an element or one around it is hidden from everybody, or from assistive technology. */
export const isHidden = (node: Element, parents: Parents): boolean =>
  hidesItself(node) || parents.some((around) => around.type === 'element' && hidesItself(around))

/** What can be focused, and what ARIA says more about, keeps its own role whatever `role` takes away. */
export const keepsRole = (node: Element): boolean =>
  Object.keys(node.properties).some((name) => name === 'tabIndex' || (/^aria[A-Z]/.test(name) && name !== 'ariaHidden'))

/** Whether an image is declared to be decoration. */
export const isDecoration = (node: Element): boolean =>
  node.properties.role !== undefined && /^(?:none|presentation)$/.test(roleOf(node)) && !keepsRole(node)

/** Whether a template stands in an opening tag where attributes stand, so that it may write any of them. */
export const hasDynamicAttributes = (post: Post, node: Element): boolean => {
  const tag = post.range(node, 'tag')
  if (!tag) return false
  return masksIn(post, tag).some(({ start }) => !isQuoted(post.source, tag.start, start))
}

/** Whether a place in a tag lies inside an attribute's quotes. */
const isQuoted = (source: string, from: number, to: number): boolean => {
  let quote = ''
  for (let at = from; at < to; at += 1) {
    const character = source[at] as string
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
  }
  return quote !== ''
}
