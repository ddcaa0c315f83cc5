import type { Element, Root, RootContent } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, elementsIn, headings, isBlank, isElement, replaced } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { opaque } from '../../post/template.ts'
import { hidesItself, isDecoration, isHidden, keepsRole } from '../images/alternative.ts'
import { masksIn } from './extent.ts'

/** A heading of the post. */
export interface Heading {
  readonly element: Element
  readonly level: number
  /** From the root down to its parent. */
  readonly parents: readonly (Root | Element)[]
  readonly isHidden: boolean
  /** Whether it heads a part of the post: one in a table, a quotation or an aside does not. */
  readonly isOutline: boolean
}

/** What has an outline of its own. */
const apart = new Set(['aside', 'blockquote', 'dialog', 'fieldset', 'figure', 'nav', 'td', 'th'])

/** The headings of a post in document order, hidden ones too: `h1` to `h6`, and what `role="heading"` makes one. */
export const allHeadingsOf = perPart((post: Post): readonly Heading[] => {
  const found: Heading[] = []
  collect(post, post.content, [], found)
  return found
})

/** The headings that readers meet. */
export const headingsOf = (post: Post): readonly Heading[] => allHeadingsOf(post).filter(isShown)

const isShown = (heading: Heading): boolean => !heading.isHidden

/** The headings that make the post's outline. */
export const outlineOf = (post: Post): readonly Heading[] =>
  allHeadingsOf(post).filter(({ isHidden, isOutline }) => isOutline && !isHidden)

/** @param around From the root down to the node's parent; the node itself stands there while it is looked at. */
function collect(post: Post, node: Root | Element, around: (Root | Element)[], found: Heading[]): void {
  around.push(node)
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const level = levelOfHeading(post, child)
    if (level === undefined) {
      if (child.children.length > 0) collect(post, child, around, found)
    } else {
      const isOutline = !around.some((outer) => outer.type === 'element' && apart.has(outer.tagName))
      found.push({ element: child, level, parents: [...around], isHidden: isHidden(child, around), isOutline })
    }
  }
  around.pop()
}

/** The level of a heading; undefined for what is none, or whose level a template decides. */
export function levelOfHeading(post: Post, node: Element): number | undefined {
  if (node.properties.role === undefined && !headings.has(node.tagName)) return undefined
  const role = attributeOf(node, 'role')?.trim().toLowerCase()
  const isHeading = !role || role === 'heading' || (/^(?:none|presentation)$/.test(role) && keepsRole(node))
  const own = headings.has(node.tagName) && isHeading ? Number(node.tagName[1]) : undefined
  if (own === undefined && role !== 'heading') return undefined
  const declared = attributeOf(node, 'ariaLevel')
  if (declared === undefined) return own ?? 2
  if (post.isTemplate(declared)) return undefined
  const level = Number(declared)
  return Number.isInteger(level) && level > 0 ? level : (own ?? 2)
}

/** A heading's text as it is compared and shown: undefined where a template writes part of it. */
export function headingText(post: Post, { element }: Heading): string | undefined {
  const range = post.range(element)
  if (range && masksIn(post, range).some(({ kind }) => kind === 'value' || kind === 'opaque')) return undefined
  return nameFrom(element).replaceAll(opaque, '').replace(/\s+/g, ' ').trim()
}

/** What assistive technology reads of a node's content: text, alternatives of images, titles of drawings, labels. */
export function nameFrom(node: Element | RootContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  return node.children.map(contentName).join('')
}

function contentName(node: RootContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node) || hidesItself(node) || /^(?:script|style|template|noscript)$/.test(node.tagName)) return ''
  const label = attributeOf(node, 'ariaLabel')
  if (label !== undefined && !isBlank(label)) return label
  if (node.tagName === 'img' && isDecoration(node)) return ''
  if (node.tagName === 'img') return attributeOf(node, 'alt') ?? attributeOf(node, 'title') ?? ''
  if (node.tagName === 'br') return ' '
  return nameFrom(node)
}

/** Whether a heading holds something that may carry a name which the text does not show (a frame, a field, a formula). */
export const holdsWidget = (node: Element): boolean => {
  for (const { tagName } of elementsIn(node)) {
    if (replaced.has(tagName) && tagName !== 'img' && tagName !== 'svg' && tagName !== 'picture') return true
  }
  return false
}
