import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { pageHeadOf, relsOf } from '../page/page-head.ts'
import { addressOf, withoutWww } from './url.ts'

const hostOf = (address: string | undefined): string | undefined => {
  const host = address === undefined ? undefined : addressOf(address).url?.hostname
  return host === undefined ? undefined : withoutWww(host)
}

/** The hosts that are the post's own site: as configured, or as the page itself says. */
const ownHosts = (post: Post): ReadonlySet<string> => {
  const canonical = pageHeadOf(post)?.links.find(({ element }) => relsOf(element).includes('canonical'))?.element
  const hosts = [post.site?.url, post.front.get('canonical_url')?.text, canonical && attributeOf(canonical, 'href')]
  return new Set(hosts.flatMap((address) => hostOf(address) ?? []))
}

/** Whether an address leads to another page of the post's own site; templates mostly do. */
export const ownSite = (post: Post): ((href: string) => boolean) => {
  const hosts = ownHosts(post)
  return (href) => {
    if (post.isTemplate(href)) return true
    const { kind, url } = addressOf(href)
    return kind === 'relative' || (url !== undefined && hosts.has(withoutWww(url.hostname)))
  }
}
