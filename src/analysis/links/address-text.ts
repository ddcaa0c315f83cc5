import { addressOf, domainOf, withoutWww } from './url.ts'

/** Addresses that a text names because the reader shall type or see them. */
const isNamed = (host: string): boolean =>
  /^(?:localhost|[\d.]+|\[.*|.*\.(?:local|localhost|test|invalid|example)|(?:.*\.)?(?:example|foo|bar|yoursite|yourdomain|your-site|your-domain)\.(?:com|org|net))$/.test(
    host,
  )

/** Services that lead elsewhere by design: their links say where they end, not where they go first. */
const isRedirector = (host: string): boolean =>
  /^(?:(?:web\.)?archive\.(?:org|today|is|ph)|t\.co|bit\.ly|goo\.gl|j\.mp|ow\.ly|tinyurl\.com|buff\.ly|amzn\.to|feedproxy\.google\.com|feeds\..*)$/.test(
    host,
  )

/** Without scheme, `www.` and final slash: what people take for the same address. */
const plain = (address: string): string => withoutWww(address.replace(/^(?:https?:)?\/\//i, '')).replace(/\/$/, '')

/** The link says itself what it has to do with the address shown: an archive, a redirection, a page that has moved. */
const isOnTheWay = (shown: URL, url: URL): boolean => {
  if (isRedirector(withoutWww(url.hostname)) || url.href.toLowerCase().includes(domainOf(shown.hostname))) return true
  return shown.pathname.split('/').some((part) => part.length >= 4 && url.href.includes(part))
}

/** What an address as link text is: of another site than the link's, an address, a domain alone. */
export type AddressText = 'deceptive' | 'url' | 'domain'

/** Judges a link's text against its target; undefined when the text is no address. */
export const addressTextOf = (text: string, href: string): AddressText | undefined => {
  const { url } = addressOf(href)
  if (!url || text === '' || /[\s\ue000\ufffc]/.test(text)) return undefined
  const isAddress = /^(?:https?:\/\/|www\.)[^/]*\./i.test(text)
  const shown = addressOf(/^https?:/i.test(text) ? text : `https://${text}`).url
  if (!shown || isNamed(url.hostname)) return undefined
  const isElsewhere = domainOf(shown.hostname) !== domainOf(url.hostname)
  if (isAddress && isElsewhere) {
    return isOnTheWay(shown, url) ? 'url' : 'deceptive'
  }
  if (isAddress) return 'url'
  // A capital letter makes a name of a domain (`Booking.com`).
  if (text.toLowerCase() !== text) return undefined
  if (plain(text) === withoutWww(url.hostname)) return 'domain'
  return text.includes('/') && plain(href).startsWith(plain(text).replace(/(?:\.{3}|…)$/, '')) ? 'url' : undefined
}
