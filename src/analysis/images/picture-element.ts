import type { Element, Root, RootContent } from 'hast'
import { attributeOf, isBlank, isElement, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { roleOf } from '../markup/aria.ts'

type Parents = readonly (Root | Element)[]

/** An element that stands for a picture: how it gets its name, and what it is called in messages. */
export interface PictureElement {
  readonly kind: 'image' | 'control' | 'role'
  readonly element: string
}

const pictureRoles = new Set(['img', 'image', 'graphics-document', 'graphics-symbol'])

/** What an element is as a picture; undefined for all that are none. */
export const pictureElement = (node: Element): PictureElement | undefined => {
  const { tagName, properties } = node
  if (tagName === 'img') return { kind: 'image', element: 'img' }
  if (tagName === 'area') return properties.href === undefined ? undefined : { kind: 'control', element: 'area' }
  if (tagName === 'input') {
    const isImage = attributeOf(node, 'type')?.toLowerCase() === 'image'
    return isImage ? { kind: 'control', element: 'input type="image"' } : undefined
  }
  if (properties.role === undefined) return undefined
  const role = roleOf(node)
  return pictureRoles.has(role) ? { kind: 'role', element: `${tagName} role="${role}"` } : undefined
}

/** Whether a `title` attribute names an element. */
export const hasTitle = (node: Element): boolean => !isBlank(attributeOf(node, 'title') ?? '')

/** Whether a drawing is named by a `title` element of its own. */
export const hasTitleElement = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'element' && child.tagName === 'title' && !isBlank(child.children.map(textOf).join('')),
  )

/** In Markdown `![](…)` is not a decision but a gap, where the image stands for itself or in a row of images. */
export const isGap = (post: Post, node: Element, parents: Parents): boolean => {
  const parent = parents.at(-1)
  if (post.range(node, 'tag') || parent?.type !== 'element') return false
  if (!/^(?:p|figure|em|strong|center|li|td)$/.test(parent.tagName) || !isBlank(textOf(parent))) return false
  return parent.children.every(isRowPart) && !hasAttributeList(post, node)
}

const isRowPart = (node: RootContent): boolean => node.type !== 'element' || isElement(node, 'img', 'br')

/** kramdown: `![](…){: alt="…"}`. */
const hasAttributeList = (post: Post, node: Element): boolean => {
  const end = post.range(node)?.end
  return end !== undefined && /^\{:[^}]{0,300}alt=/.test(post.source.slice(end, end + 310))
}
