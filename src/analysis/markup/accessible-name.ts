import type { Element, Nodes, Root } from 'hast'
import { collapsed } from '../../language/white-space.ts'
import { perPart } from '../../memo.ts'
import { attributeOf, blocks, invisible, isBlank } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { opaque } from '../../post/template.ts'
import { hasDynamicAttributes, hidesItself, isDecoration } from '../images/alternative.ts'
import { idsOf } from './ids.ts'

/** What assistive technology calls an element. */
export interface AccessibleName {
  readonly text: string
  /** Where the name was found; the content of an element names it before its `title` does. */
  readonly from: 'label' | 'content' | 'title' | 'nothing'
  /** Templates, scripts or the page around the post may add to the name. */
  readonly isOpen: boolean
}

const buttonTypes = new Set(['button', 'submit', 'reset'])

/** Collects a name; remembers what may add to it. */
interface Reading {
  readonly post: Post
  isOpen: boolean
  /** What a reference points at is not followed further. */
  isReferring?: boolean
}

const said = (node: Element, property: string): string => {
  const value = attributeOf(node, property) ?? ''
  return isBlank(value) ? '' : value
}

/** The text of what `aria-labelledby` points at, which may be hidden. */
const referredName = (reading: Reading, node: Element): string => {
  const { post } = reading
  const references = said(node, 'ariaLabelledBy')
  if (references === '') return ''
  const names = references.split(/\s+/).map((id) => {
    const target = idsOf(post).get(id)
    // What is not in the post may come from a template.
    if (!target && post.masks.some(({ kind }) => kind === 'value')) reading.isOpen = true
    if (!target) return ''
    reading.isReferring = true
    const name = said(target, 'ariaLabel') || (replacedName(reading, target) ?? ownContent(reading, target))
    reading.isReferring = false
    return name
  })
  return names.join(' ')
}

/** What an element is called by its own attributes and its kind, without its content. */
const replacedName = (reading: Reading, node: Element): string | undefined => {
  const { tagName } = node
  if (tagName === 'img' && isDecoration(node)) return ''
  if (tagName === 'img' || tagName === 'area') return attributeOf(node, 'alt') ?? attributeOf(node, 'title') ?? ''
  if (tagName === 'input') {
    const type = attributeOf(node, 'type')?.toLowerCase() ?? 'text'
    return type === 'image' ? said(node, 'alt') : buttonTypes.has(type) ? said(node, 'value') : ''
  }
  if (tagName === 'svg') {
    const title = node.children.find((child) => child.type === 'element' && child.tagName === 'title')
    return title ? nameOf(reading, title) : ''
  }
  if (/^(?:iframe|object|embed|video|audio|canvas)$/.test(tagName)) return said(node, 'title')
  return undefined
}

const nameOf = (reading: Reading, node: Nodes): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'comment') {
    if (node.value.includes(opaque)) reading.isOpen = true
    return ''
  }
  if (node.type !== 'element' || (invisible.has(node.tagName) && node.tagName !== 'title')) return ''
  if (hidesItself(node)) return ''
  if (reading.post.masks.length > 0 && hasDynamicAttributes(reading.post, node)) reading.isOpen = true
  const label = (reading.isReferring ? '' : referredName(reading, node)) || said(node, 'ariaLabel')
  if (!isBlank(label)) return label
  const own = replacedName(reading, node) ?? ownContent(reading, node)
  // Elements that a site made up may bring content of their own.
  if (isBlank(own) && (node.tagName.includes('-') || node.tagName === 'slot')) reading.isOpen = true
  const text = isBlank(own) ? said(node, 'title') : own
  return blocks.has(node.tagName) || node.tagName === 'br' ? ` ${text} ` : text
}

const ownContent = (reading: Reading, node: Element): string => {
  let text = ''
  for (const child of node.children) text += nameOf(reading, child)
  return text
}

/** The elements of a post that have been named. */
const namesIn = perPart((_post: Post) => new Map<Element, AccessibleName>())

/**
 * The accessible name of an element that may be named by its content, such as a link: `aria-labelledby`, `aria-label`,
 * content with the alternatives of images, `title`.
 */
export const accessibleName = (post: Post, node: Element): AccessibleName => {
  const names = namesIn(post)
  let name = names.get(node)
  if (!name) {
    name = readName(post, node)
    names.set(node, name)
  }
  return name
}

/** Whether an element is named by `aria-label`, or by something that `aria-labelledby` points at. */
export const isLabelled = (post: Post, node: Element): boolean => {
  const reading: Reading = { post, isOpen: false }
  return said(node, 'ariaLabel') !== '' || !isBlank(referredName(reading, node)) || reading.isOpen
}

/** The link around an element that nothing gives a name. */
export const namelessLinkAround = (post: Post, parents: readonly (Root | Element)[]): Element | undefined => {
  const link = parents.findLast((around): around is Element => around.type === 'element' && around.tagName === 'a')
  if (!link || attributeOf(link, 'href') === undefined) return undefined
  const { text, isOpen } = accessibleName(post, link)
  return text === '' && !isOpen ? link : undefined
}

const readName = (post: Post, node: Element): AccessibleName => {
  const reading: Reading = { post, isOpen: post.masks.length > 0 && hasDynamicAttributes(post, node) }
  const named = (text: string, from: AccessibleName['from']): AccessibleName | undefined =>
    isBlank(text) ? undefined : { text: collapsed(text), from, isOpen: reading.isOpen }
  return (
    named(referredName(reading, node), 'label') ??
    named(said(node, 'ariaLabel'), 'label') ??
    named(ownContent(reading, node), 'content') ??
    named(said(node, 'title'), 'title') ?? { text: '', from: 'nothing', isOpen: reading.isOpen }
  )
}
