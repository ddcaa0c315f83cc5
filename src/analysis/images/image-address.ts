import type { Element } from 'hast'
import { perText } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { linkTargetOf } from '../links/link-target.ts'
import { hasDynamicAttributes } from './alternative.ts'

/** The address of an image file in an attribute. */
export interface ImageAddress {
  readonly attribute: 'src' | 'srcset' | 'poster'
  readonly url: string
  /** The attribute, or in Markdown the address, which may stand in the definition of a reference. */
  readonly place: Range
  /** In a `srcset`: whether browsers can read the width or density behind it, and it goes with the others. */
  readonly hasSize: boolean
  /** The address itself where it stands in the source as such: only there it may be edited. */
  readonly written: Range | undefined
}

/** The attributes of an element that hold addresses of images, with their names in the tree. */
const attributesOf = (
  node: Element,
): readonly (readonly [attribute: ImageAddress['attribute'], property: string])[] => {
  const { tagName } = node
  if (tagName === 'img') return [src, srcset]
  if (tagName === 'source') return [srcset]
  if (tagName === 'video') return [['poster', 'poster']]
  return tagName === 'input' && attributeOf(node, 'type')?.toLowerCase() === 'image' ? [src] : []
}
const src = ['src', 'src'] as const
const srcset = ['srcset', 'srcSet'] as const

/** Every address of an image in an element's own attributes; not those that templates make. */
export const imageAddressesOf = (post: Post, node: Element): readonly ImageAddress[] =>
  attributesOf(node).flatMap(([attribute, property]) => addressesIn(post, node, attribute, property))

function addressesIn(
  post: Post,
  node: Element,
  attribute: ImageAddress['attribute'],
  property: string,
): readonly ImageAddress[] {
  const value = attributeOf(node, property)
  if (value === undefined || post.isTemplate(value)) return []
  const target = attribute === 'src' ? linkTargetOf(post, node, attribute) : undefined
  const inner = target?.value ?? post.range(node, { value: attribute })
  const place = target?.place ?? post.range(node, { attribute }) ?? inner ?? post.range(node)
  if (!place) return []
  const isVerbatim = inner && post.source.slice(inner.start, inner.end) === value && !post.isMasked(inner)
  const written = isVerbatim ? inner : undefined
  if (attribute !== 'srcset') return [{ attribute, url: value, place, hasSize: true, written }]
  const candidates = candidatesOf(value)
  const kinds = new Set(candidates.map(({ descriptor }) => descriptor.endsWith('w')))
  return candidates.map(({ url, start, descriptor }) => ({
    attribute,
    url,
    place,
    hasSize: kinds.size === 1 && isDescriptor(descriptor),
    written: written && { start: written.start + start, end: written.start + start + url.length },
  }))
}

interface Candidate {
  readonly url: string
  readonly start: number
  readonly descriptor: string
}

/** A width, a density, or nothing, which is a density of 1. */
const isDescriptor = (text: string): boolean => /^(?:|0{0,9}[1-9]\d{0,8}w|\d{0,9}\.?\d{1,9}(?:e[+-]?\d)?x)$/i.test(text)

/** The addresses of a `srcset` and what is said of their size, as browsers split it: commas inside an address belong to it, those at its end do not. */
export const candidatesOf = (srcset: string): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  const skip = (isSkipped: (character: string) => boolean): void => {
    while (at < srcset.length && isSkipped(srcset[at]!)) at++
  }
  const isSpace = (character: string): boolean => /\s/.test(character)
  for (;;) {
    skip((character) => isSpace(character) || character === ',')
    if (at >= srcset.length) return found
    const start = at
    skip((character) => !isSpace(character))
    let end = at
    while (end > start && srcset[end - 1] === ',') end--
    const afterUrl = at
    if (end === at) skip((character) => character !== ',')
    found.push({ url: srcset.slice(start, end), start, descriptor: srcset.slice(afterUrl, at).trim() })
  }
}

/** Attributes in which scripts that load images late keep the address. */
export const isLoadedByScript = (node: Element): boolean => {
  for (const property in node.properties) if (isLoaders(property)) return true
  return false
}

const isLoaders = perText((property) => /^data.*(?:src|lazy|original|url|image)/i.test(property))

/** An image that a script or a template gives its address needs none in the post. */
export const needsSource = (post: Post, node: Element): boolean =>
  attributeOf(node, 'src') === undefined && !isLoadedByScript(node) && !hasDynamicAttributes(post, node)
