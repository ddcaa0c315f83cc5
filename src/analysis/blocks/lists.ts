import type { Element, Root, RootContent } from 'hast'
import { attributeOf, isBlank, isElement, isVisible } from '../../post/elements.ts'
import { opaque } from '../../post/template.ts'
import { hidesItself } from '../images/alternative.ts'

type Parents = readonly (Root | Element)[]

/** The `role` attribute, '' where there is none. */
export const roleOf = (node: Root | Element | undefined): string =>
  node?.type === 'element' && node.properties.role !== undefined
    ? (attributeOf(node, 'role') ?? '').trim().toLowerCase()
    : ''

/** Whether an element has a role, be it that it says so or that it says nothing else. */
export const keepsRole = (node: Element, role: string): boolean => {
  const declared = roleOf(node)
  return declared === '' || declared === role
}

/** A site's own element may put a list around its content. */
const isMadeUp = (node: Root | Element | undefined): boolean => isElement(node) && node.tagName.includes('-')

/** Scripts, and what is hidden or written by a template, may stand anywhere. */
const isNeutral = (node: RootContent): boolean => {
  if (node.type === 'text') return isBlank(node.value.replaceAll(opaque, ''))
  return node.type !== 'element' || node.tagName === 'script' || node.tagName === 'template' || hidesItself(node)
}

/** Neighbouring nodes that may not stand where they do, and the element before them. */
export interface Stray {
  readonly nodes: RootContent[]
  readonly before: Element | undefined
}

/** The children that may not stand where they do; text and inline elements side by side are one. */
const strays = (children: readonly RootContent[], isAllowed: (node: Element) => boolean): Stray[] => {
  const found: Stray[] = []
  let before: Element | undefined
  let isOpen = false
  for (const child of children) {
    if (child.type === 'comment' || (child.type === 'text' && isBlank(child.value))) continue
    const isRight = (child.type === 'element' && isAllowed(child)) || isNeutral(child)
    if (!isRight && isOpen) found.at(-1)!.nodes.push(child)
    else if (!isRight) found.push({ nodes: [child], before })
    isOpen = !isRight
    if (child.type === 'element') before = child
  }
  return found
}

/** What stands between the items of a `ul` or `ol`. */
export const listStrays = (list: Element): Stray[] => strays(list.children, isItem)

const isItem = (node: Element): boolean => {
  const role = roleOf(node)
  return role === 'listitem' || (node.tagName === 'li' && role === '')
}

/** Whether an item's parent is a list, or says that it is one (or that it is nothing). */
export const isInList = (parents: Parents): boolean => {
  const parent = parents.at(-1)
  const role = roleOf(parent)
  if (role !== '') return /^(?:list|none|presentation|group)$/.test(role)
  return isElement(parent, 'ul', 'ol', 'menu', 'dir') || isMadeUp(parent)
}

const isPart = (node: RootContent): node is Element =>
  isElement(node, 'dt', 'dd') || (isElement(node) && /^(?:term|definition|listitem)$/.test(roleOf(node)))

const isGroup = (node: RootContent): node is Element => isElement(node, 'div') && roleOf(node) === ''

/** What stands between the terms and descriptions of a `dl`. */
export const definitionStrays = (list: Element): Stray[] => [
  ...strays(list.children, (node) => isPart(node) || isGroup(node)),
  ...list.children.filter(isGroup).flatMap((group) => strays(group.children, isPart)),
]

/** Which half a term or a description of a `dl` lacks; undefined when each has its own, or there is nothing yet. */
export const missingHalf = (list: Element): 'dt' | 'dd' | undefined => {
  const runs = [list, ...list.children.filter(isGroup)].map(({ children }) => children.filter(isPart))
  if (runs.flat().some(({ tagName }) => tagName !== 'dt' && tagName !== 'dd')) return undefined
  if (runs.some(([first]) => first?.tagName === 'dd')) return 'dt'
  return runs.some((parts) => parts.at(-1)?.tagName === 'dt') ? 'dd' : undefined
}

/** Whether a `dt` or `dd` stands in a description list, possibly in a group of it. */
export const isInDefinitionList = (parents: Parents): boolean => {
  const parent = parents.at(-1)
  const outer = parents.at(-2)
  if (isMadeUp(parent)) return true
  const list = isElement(parent, 'div') && isElement(outer, 'dl') ? outer : parent
  return isElement(list, 'dl') && /^(?:|list|none|presentation)$/.test(roleOf(list))
}

const isBare = ({ properties }: Element): boolean => Object.keys(properties).every((name) => name === 'style')

/** An item that nothing is in, and nothing can be hooked to. */
export const isEmptyItem = (node: Element): boolean =>
  !isVisible(node) &&
  !hidesItself(node) &&
  isBare(node) &&
  node.children.every(
    (child) =>
      child.type === 'text' || (isElement(child, 'br', 'p', 'span', 'b', 'strong', 'em', 'i') && isBare(child)),
  )
