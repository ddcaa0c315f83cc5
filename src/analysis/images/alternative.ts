import type { Element, Root } from 'hast'
import { attributeOf, elementsIn, isBlank, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { masksIn } from '../blocks/extent.ts'

type Parents = readonly (Root | Element)[]

/** Whether an attribute says something to a reader. */
const says = (node: Element, property: string): boolean => !isBlank(attributeOf(node, property) ?? '')

/** Whether an element is named by `aria-label` or `aria-labelledby`. */
export const isLabelled = (node: Element): boolean => says(node, 'ariaLabel') || says(node, 'ariaLabelledBy')

/** Whether an element or one around it is hidden from everybody, or from assistive technology. */
export const isHidden = (node: Element, parents: Parents): boolean => hidesItself(node) || parents.some(hidesItself)

const hidesItself = (node: Root | Element): boolean => {
  if (node.type !== 'element') return false
  const { hidden, ariaHidden, style } = node.properties
  if (hidden === undefined && ariaHidden === undefined && style === undefined) return false
  return (
    attributeOf(node, 'hidden') !== undefined ||
    attributeOf(node, 'ariaHidden') === 'true' ||
    /display\s?:\s?none/i.test(attributeOf(node, 'style') ?? '')
  )
}

/** Whether an image is declared to be decoration. */
export const isDecoration = (node: Element): boolean => /^(?:none|presentation)$/.test(attributeOf(node, 'role') ?? '')

/** The link around an element that has no other content and no name of its own. */
export const linkAroundOnly = (node: Element, parents: Parents): Element | undefined => {
  const link = parents.findLast((around): around is Element => around.type === 'element' && around.tagName === 'a')
  if (!link || attributeOf(link, 'href') === undefined || isLabelled(link) || says(link, 'title')) return undefined
  if (!isBlank(textOf(link))) return undefined
  for (const other of elementsIn(link))
    if (other !== node && (says(other, 'alt') || isLabelled(other))) return undefined
  return link
}

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
