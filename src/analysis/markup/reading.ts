import type { Element, Root, RootContent } from 'hast'
import { attributeOf, invisible, isBlank, isElement, isVisible, replaced } from '../../post/elements.ts'
import { isHidden, isUnseen } from '../images/alternative.ts'

const isRead = (node: RootContent): boolean => {
  if (!isElement(node)) return isVisible(node)
  if (isUnseen(node) || invisible.has(node.tagName) || attributeOf(node, 'lang') !== undefined) return false
  if (node.tagName === 'img') return !isBlank(attributeOf(node, 'alt') ?? '')
  return replaced.has(node.tagName) || node.children.some(isRead)
}

/** Whether an element holds something to be read in its own language: parts that name theirs do not count. */
export const holdsReading = (node: Element, parents: readonly (Root | Element)[]): boolean =>
  !isHidden(node, parents) && (replaced.has(node.tagName) || node.children.some(isRead))
