import { nameMatcher, trackingParameters, withoutParameters } from './tracking.ts'

/** What kind of place an address leads to. */
export type AddressKind =
  | 'empty'
  | 'fragment'
  | 'relative'
  | 'web'
  | 'mail'
  | 'phone'
  | 'script'
  | 'data'
  | 'other'
  | 'invalid'

export interface Address {
  readonly kind: AddressKind
  /** For `web`: the parsed address. */
  readonly url?: URL
}

const kinds = new Map<string, AddressKind>([
  ['http', 'web'],
  ['https', 'web'],
  ['mailto', 'mail'],
  ['tel', 'phone'],
  ['sms', 'phone'],
  ['javascript', 'script'],
  ['data', 'data'],
])

/** Classifies the value of an `href` or `src`. Protocol-relative addresses are `web`. */
export function addressOf(value: string): Address {
  const text = value.trim()
  if (text === '') return { kind: 'empty' }
  if (text.startsWith('#')) return { kind: 'fragment' }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,30}):/.exec(text)?.[1]?.toLowerCase()
  const kind = scheme === undefined ? (text.startsWith('//') ? 'web' : 'relative') : (kinds.get(scheme) ?? 'other')
  if (kind !== 'web') return { kind }
  const url = parsed(scheme === undefined ? `https:${text}` : text)
  return url ? { kind, url } : { kind: 'invalid' }
}

const parsed = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** A host name without the `www.` that only tells machines apart. */
export const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\d?\./, '')

/** Whether a host is one of these or lies below it. */
export const isHostOf = (host: string, names: readonly string[]): boolean =>
  names.some((name) => host === name || host.endsWith(`.${name}`))

/** Second-level names under which country domains are handed out (`co.kr`, `com.au`, `ac.uk`). */
const sharedNames = new Set(
  'ac ad co com ed edu go gob gouv gov gr id lg mil ne net nom or org pe plc re sch web'.split(' '),
)

/**
 * The registrable part of a host name: its last two labels, or three under names such as `co.kr`. An approximation of
 * the Public Suffix List that costs no start-up time; it errs towards taking two hosts for one owner's.
 */
export function domainOf(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  if (labels.every((label) => /^\d+$/.test(label))) return host
  const top = labels.at(-1) ?? ''
  const isShared = top.length === 2 && sharedNames.has(labels.at(-2) ?? '')
  return labels.slice(isShared ? -3 : -2).join('.')
}

const isTracking = nameMatcher(trackingParameters)

/** An address as far as it decides what is shown: no scheme, `www.`, tracking, final slash or place within the page. */
export const targetOf = (written: string): string => {
  const href = withoutParameters(written, isTracking)
  const { url } = addressOf(href)
  const text = url ? withoutWww(url.host) + url.pathname + url.search : href.trim().replace(/#.*$/, '')
  return text.replace(/(?:\/|\/?index\.html?)$/, '').toLowerCase()
}
