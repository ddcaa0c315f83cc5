import type { Element, RootContent } from 'hast'
import { attributeOf, isBlank, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { declarationsOf } from '../style/inline-style.ts'

/** The emphasised element that is all a paragraph holds, and its text. */
export interface Emphasised {
  /** The innermost of the elements around the text. */
  readonly inner: Element
  readonly text: string
  /** Slanted, and neither bold nor large. */
  readonly isItalic: boolean
}

const emphasis = new Set(['b', 'strong', 'big', 'font', 'span', 'u', 'em', 'i', 'mark', 'ins'])

const onlyChild = (node: Element): RootContent | undefined => {
  const shown = node.children.filter(
    (child) => child.type !== 'comment' && (child.type !== 'text' || !isBlank(child.value)),
  )
  return shown.length === 1 ? shown[0] : undefined
}

/** Whether an element sets its text bold or clearly larger. */
const stands = (post: Post, node: Element): boolean => {
  const { tagName } = node
  if (tagName === 'b' || tagName === 'strong' || tagName === 'big') return true
  if (tagName === 'font' && /^(?:[4-7]|\+[1-7])$/.test((attributeOf(node, 'size') ?? '').trim())) return true
  return declarationsOf(post, node).some(({ property, value }) => {
    if (property === 'font-weight') return /^(?:bold|bolder|[6-9]00)$/.test(value)
    return property === 'font-size' && isLarge(value)
  })
}

/** Sizes from about a fifth above the usual 16 pixels. */
const isLarge = (value: string): boolean => {
  if (/^(?:x{0,3}-)?large(?:r)?$/.test(value)) return true
  const size = /^(\d+(?:\.\d+)?)(px|pt|em|rem|%)$/.exec(value)
  if (!size) return false
  const least = { px: 19, pt: 14, em: 1.2, rem: 1.2, '%': 120 }[size[2] as 'px' | 'pt' | 'em' | 'rem' | '%']
  return Number(size[1]) >= least
}

/** Reads a paragraph that is emphasised through and through, and holds nothing but one line of text. */
export function emphasisedText(post: Post, paragraph: Element): Emphasised | undefined {
  let isStanding = stands(post, paragraph)
  let isItalic = false
  let inner = paragraph
  for (let child = onlyChild(inner); isElement(child) && emphasis.has(child.tagName); child = onlyChild(inner)) {
    inner = child
    isStanding ||= stands(post, child)
    isItalic ||= isElement(child, 'em', 'i')
  }
  const texts = inner.children.filter(
    (child) => child.type === 'text' || isElement(child, 'code', 'em', 'i', 'sub', 'sup'),
  )
  if (!(isStanding || isItalic) || texts.length !== inner.children.length) return undefined
  const text = inner.children
    .map((child) => (child.type === 'text' ? child.value : plain(child)))
    .join('')
    .trim()
  return text === '' || /[\r\n]/.test(text) ? undefined : { inner, text, isItalic: !isStanding }
}

const plain = (node: RootContent): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(plain).join('') : ''
