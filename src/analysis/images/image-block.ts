import type { Element, Nodes } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, elementsIn, isBlank, isElement, isVisible, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { declarationsOf } from '../style/inline-style.ts'

/** Whether an image shows a mere point: a spacer, a tracking pixel. */
export const isPixel = ({ properties }: Element): boolean => {
  const { width, height } = properties
  return width !== undefined && height !== undefined && Number(width) <= 1 && Number(height) <= 1
}

/** An icon's size in pixels, at most. */
const iconSize = 64

/** Whether an image is declared to be no larger than an icon, in one direction at least. */
export const isSmall = (post: Post, node: Element): boolean =>
  ['width', 'height'].some((name) => {
    const declared = declarationsOf(post, node).findLast(({ property }) => property === name)?.value
    const size = declared ?? attributeOf(node, name) ?? ''
    return /^[\d.]+(?:px)?$/i.test(size.trim()) && Number.parseFloat(size) <= iconSize
  })

/** The image that a block holds and nothing else, be it in a link, a `picture` or a `span`. */
export const onlyImageOf = (node: Nodes): Element | undefined => (isElement(node) ? onlyImageIn(node) : undefined)

/** A block may be asked for by each of the images in it. */
const onlyImageIn = perPart((node: Element): Element | undefined => {
  if (node.tagName === 'img') return node
  if (!isBlank(textOf(node))) return undefined
  const images: Element[] = []
  for (const element of elementsIn(node)) {
    if (element.tagName === 'img') images.push(element)
    else if (element.children.length === 0 && element.tagName !== 'source' && isVisible(element)) return undefined
  }
  return images.length === 1 ? images[0] : undefined
})
