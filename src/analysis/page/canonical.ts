import { primarySubtag } from '../../language/host.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { pageLinks, pathOnSite, sameAddress } from '../links/page-links.ts'
import { addressOf, withoutWww } from '../links/url.ts'
import type { PageHead } from './page-head.ts'

/** The language of the version at an address, where the page lists it as another's and has one of its own. */
export const foreignVersionAt = (post: Post, head: PageHead, url: URL): string | undefined => {
  const own = primarySubtag((head.html && attributeOf(head.html, 'lang')) ?? '')
  const versions = pageLinks(post, head, 'alternate').flatMap(({ element, url: address }) => {
    const language = attributeOf(element, 'hrefLang')?.toLowerCase()
    return language && address ? [{ language, address }] : []
  })
  const isOwn = ({ language }: { readonly language: string }): boolean => own !== '' && primarySubtag(language) === own
  const there = versions.filter(({ address }) => sameAddress(address, url))
  const isForeign = versions.some(isOwn) && !there.some((one) => isOwn(one) || one.language === 'x-default')
  return isForeign ? there[0]?.language : undefined
}

/** Whether an address is the site's home page, and the page that names it another one. */
export const isOthersHome = (post: Post, url: URL): boolean => {
  const site = addressOf(post.site?.url ?? '').url
  const path = pathOnSite(post)
  if (!site || path === undefined || path === '/' || url.search !== '') return false
  const withoutSlash = ({ pathname }: URL): string => pathname.replace(/\/$/, '')
  return withoutWww(url.host) === withoutWww(site.host) && withoutSlash(url) === withoutSlash(site)
}
