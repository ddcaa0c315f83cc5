import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { type PageHead, relsOf } from '../page/page-head.ts'
import { addressOf } from './url.ts'

/** A `link` of a page's head with its address. */
export interface PageLink {
  readonly element: Element
  readonly href: string
  /** The address, parsed; undefined where it is relative or not valid. */
  readonly url?: URL
  readonly isInHead: boolean
  readonly place: Range
}

/** The `link` elements of one type whose addresses are known. */
export const pageLinks = (post: Post, head: PageHead, rel: string): readonly PageLink[] =>
  head.links.flatMap(({ element, isInHead }) => {
    const href = attributeOf(element, 'href')
    const place = post.range(element, { attribute: 'href' }) ?? post.range(element)
    if (!relsOf(element).includes(rel) || href === undefined || !place || post.isTemplate(href)) return []
    const { url } = addressOf(href)
    const isWhole = /^\s*https?:\/\//i.test(href)
    return [{ element, href: href.trim(), ...(url && isWhole && { url }), isInHead, place }]
  })

/** The address without fragment, as it is compared. */
export const sameAddress = (one: URL, other: URL): boolean => withoutHash(one) === withoutHash(other)

const withoutHash = (url: URL): string => url.href.slice(0, url.href.length - url.hash.length)

/** Where a built page will stand below the site's root, by its path in the output folder; undefined where it cannot be told. */
export const pathOnSite = ({ sitePath, format }: Post): string | undefined => {
  if (format !== 'page' || !/\.html?$/i.test(sitePath)) return undefined
  const path = sitePath.replace(/^(?:_site|public|dist|build|out|docs)\//, '')
  return `/${path}`.replace(/\/index\.html?$/i, '/')
}
