import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { addressOf } from '../links/url.ts'
import { hasDynamicAttributes } from './alternative.ts'

/** The address of an image file in an attribute. */
export interface ImageAddress {
  readonly attribute: 'src' | 'srcset' | 'poster'
  readonly url: string
  /** The attribute, or in Markdown the address. */
  readonly place: Range
  /** In a `srcset`: whether browsers can read the width or density behind it, and it goes with the others. */
  readonly hasSize: boolean
  /** The address itself where it stands in the source as such: only there it may be edited. */
  readonly written: Range | undefined
}

/** The attributes of an element that hold addresses of images, with their names in the tree. */
const attributesOf = (node: Element): readonly (readonly ['src' | 'srcset' | 'poster', string])[] => {
  const { tagName } = node
  if (tagName === 'img')
    return [
      ['src', 'src'],
      ['srcset', 'srcSet'],
    ]
  if (tagName === 'source') return [['srcset', 'srcSet']]
  if (tagName === 'video') return [['poster', 'poster']]
  return tagName === 'input' && attributeOf(node, 'type')?.toLowerCase() === 'image' ? [['src', 'src']] : []
}

/** Every address of an image in an element's own attributes; not those that templates make. */
export const imageAddressesOf = (post: Post, node: Element): readonly ImageAddress[] =>
  attributesOf(node).flatMap(([attribute, property]) => {
    const value = attributeOf(node, property)
    if (value === undefined || post.isTemplate(value)) return []
    const inner = post.range(node, { value: attribute })
    const place = post.range(node, { attribute }) ?? inner ?? post.range(node)
    if (!place) return []
    const isVerbatim = inner && post.source.slice(inner.start, inner.end) === value && !post.isMasked(inner)
    const candidates = attribute === 'srcset' ? candidatesOf(value) : [{ url: value, start: 0, descriptor: '' }]
    const kinds = new Set(candidates.map(({ descriptor }) => descriptor.endsWith('w')))
    return candidates.map(({ url, start, descriptor }) => ({
      attribute,
      url,
      place,
      hasSize: kinds.size === 1 && isDescriptor(descriptor),
      written: isVerbatim ? { start: inner.start + start, end: inner.start + start + url.length } : undefined,
    }))
  })

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
export const isLoadedByScript = (node: Element): boolean =>
  Object.keys(node.properties).some((property) => /^data.*(?:src|lazy|original|url|image)/i.test(property))

/** What is wrong with an image's address. */
export type AddressProblem = 'empty' | 'local' | 'space' | 'invalid' | 'relativeScheme' | 'http' | 'expiring' | 'data'

export interface AddressLimits {
  readonly maxDataBytes: number
  readonly allowHttp: boolean
}

/** `C:\…`, `file:///…`, and servers that only the writer's machine or network has. */
const isLocal = (url: string): boolean =>
  /^(?:file:|[a-z]:[\\/]|\\\\|(?:https?:)?\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?:[:/]|$))/i.test(url)

/** Signatures and expiry dates that storage services put into addresses that work for a while only. */
const isExpiring = (url: string): boolean => {
  const query = url.slice(url.indexOf('?') + 1)
  if (query === url) return false
  const text = query.toLowerCase()
  const has = (name: string): boolean =>
    text.startsWith(`${name}=`) || text.includes(`&${name}=`) || text.includes(`&amp;${name}=`)
  return (
    has('x-amz-signature') ||
    has('x-goog-signature') ||
    (has('signature') && has('expires')) ||
    (has('credential') && has('expires')) ||
    (text.includes('credential%3d') && text.includes('expires%3d')) ||
    (has('se') && has('sig')) ||
    (has('oh') && has('oe')) ||
    (has('ex') && has('is') && has('hm')) ||
    /^https:\/\/private-user-images\.githubusercontent\.com\/.*[?&]jwt=/i.test(url)
  )
}

/** Bytes that a `data:` address holds, about. */
const dataBytes = (url: string): number => {
  const comma = url.indexOf(',')
  const length = url.length - comma - 1
  return url.slice(0, comma).endsWith(';base64') ? (length * 3) / 4 : length
}

/** Finds what is wrong with an image's address; undefined when nothing is. */
export const problemOf = (written: string, { maxDataBytes, allowHttp }: AddressLimits): AddressProblem | undefined => {
  const url = written.trim()
  if (url === '') return 'empty'
  if (isLocal(url)) return 'local'
  const { kind, url: parsed } = addressOf(url)
  if (kind === 'data') return dataBytes(url) > maxDataBytes ? 'data' : undefined
  if (kind === 'invalid') return 'invalid'
  if (/^(?:https?|ftp|wss?):(?!\/\/[^/])/i.test(url)) return 'invalid'
  if (url.startsWith('[') || url.split(/[?#]/, 1)[0]!.includes('\\')) return 'invalid'
  if (/\s/.test(url)) return 'space'
  if (isExpiring(url)) return 'expiring'
  if (url.startsWith('//')) return 'relativeScheme'
  return parsed?.protocol === 'http:' && !allowHttp ? 'http' : undefined
}

/** What to write instead of a wrong address: the same thing after `//`, a likely one after `http:` and spaces. */
export const mendedAddress = (
  problem: AddressProblem,
  { url, written }: ImageAddress,
): (Range & { readonly text: string }) | undefined => {
  if (!written) return undefined
  const trimmed = url.trim()
  const start = written.start + url.indexOf(trimmed)
  if (problem === 'relativeScheme') return { start, end: start, text: 'https:' }
  if (problem === 'http') return { start, end: start + 'http'.length, text: 'https' }
  if (problem !== 'space') return undefined
  return { start, end: start + trimmed.length, text: trimmed.replace(/[\t\n\r]+/g, '').replace(/\s/g, '%20') }
}

/** These still show the image today. */
export const harmless: ReadonlySet<AddressProblem> = new Set(['relativeScheme', 'http', 'expiring', 'data'])

/** An image that a script or a template gives its address needs none in the post. */
export const needsSource = (post: Post, node: Element): boolean =>
  !isLoadedByScript(node) && !hasDynamicAttributes(post, node) && attributeOf(node, 'src') === undefined
