import { addressOf } from './url.ts'

/** What is wrong with an address by its form alone. */
export interface HrefProblem {
  readonly kind:
    | 'empty'
    | 'hash'
    | 'script'
    | 'file'
    | 'local'
    | 'mail'
    | 'phone'
    | 'scheme'
    | 'slashes'
    | 'bare'
    | 'markdown'
    | 'quotes'
    | 'space'
    | 'character'
    | 'credentials'
    | 'host'
  /** The part that is wrong. */
  readonly detail: string
  /** The address that was probably meant. */
  readonly mended?: string
  /** Every browser takes it all the same: a second “#” is part of the fragment, as in routes of scripts. */
  readonly isHarmless?: true
}

/** White space that browsers do not take off the ends of an address, and characters that nobody sees. */
const unseen = /[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff]/
/** Without the characters at both ends that a pattern of one character matches. */
const stripped = (text: string, edge: RegExp): string => {
  let start = 0
  let end = text.length
  while (start < end && edge.test(text[start]!)) start++
  while (end > start && edge.test(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** Quotation marks around an address, as they are or as Markdown encodes them. */
const openingQuote = /^(?:["“”„‘’«']|%22|%E2%80%9[89CDE])/i
const closingQuote = /(?:["“”‘’»']|%22|%E2%80%9[89CDE])$/i

/** `htp:`, `htttps:`, `https//`, `http;//`: what was meant to be `http:` or `https:`. */
const misspelt = /^(?!https?:\/)(?=[hts]*p)(?=[hps]*t)([htps]{3,8})(?:[:;.,](?=\/{1,3}[^/])|(?=\/\/[^/]))/i
const doubled = /^https?:\/{1,3}(?=https?(?::|)\/\/)/i
/** A domain without a scheme, which browsers take for a file of the site. */
const bareDomain =
  /^(?:www\.[^/\s.]+\.[^\s]+|(?!example\.)[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|info|io|dev|kr|jp|cn|tw)(?:\/.*)?)$/i
const bareMail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/
const localHost = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/

/** A bookmarklet is a program on purpose; these do nothing or need a script of the page. */
const isBookmarklet = (script: string): boolean =>
  script.length > 60 || /^(?:%20|\s)*\(|location|document/i.test(script)

const mailProblem = (rest: string): boolean => {
  const [address = '', fields = ''] = rest.split('?', 2)
  if (address.trim() === '') return fields === ''
  return !address.split(',').every((one) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*$/.test(one.trim()))
}

const webProblem = (text: string, scheme: string): HrefProblem | undefined => {
  const repeated = doubled.exec(text)
  if (repeated) {
    const mended = text.slice(repeated[0].length).replace(/^(https?):?\/\//i, '$1://')
    return { kind: 'scheme', detail: repeated[0], mended }
  }
  return slashProblem(text, scheme) ?? hostProblem(text)
}

/** Addresses that name a host take two slashes before it. */
const slashProblem = (text: string, scheme: string): HrefProblem | undefined => {
  const rest = text.slice(scheme.length + 1)
  if (/^\/\/[^/]/.test(rest)) return undefined
  const host = rest.replace(/^[/\\]+/, '')
  return host === '' ? { kind: 'host', detail: text } : { kind: 'slashes', detail: text, mended: `${scheme}://${host}` }
}

/** Markdown percent-encodes the letters of other scripts, which a host name may hold. */
const unescaped = (host: string): string => {
  try {
    const text = decodeURIComponent(host)
    return /^[\u0021-\u007e]*$/.test(text) ? host : text
  } catch {
    return host
  }
}

const hostProblem = (text: string): HrefProblem | undefined => {
  const { url } = addressOf(text)
  if (!url || /^(?:www\.?|https?|[^.]*\.\..*)$/.test(url.hostname)) return { kind: 'host', detail: text }
  const authority = /^(?:https?:)?\/\/([^/?#\\]*)/i.exec(text)?.[1] ?? ''
  if (authority.includes('@')) return { kind: 'credentials', detail: url.username }
  // What is read as another host than it says: numbers in odd forms, percent-encoding, white space inside.
  const host = unescaped(authority.replace(/:\d*$/, '').toLowerCase())
  if (/^[!-~]*$/.test(host) && !host.startsWith('[') && host !== url.hostname) return { kind: 'host', detail: text }
  return localHost.test(url.hostname) ? { kind: 'local', detail: url.host } : undefined
}

/** Characters that an address must not hold; others that browsers mend silently are let pass. */
const characterProblem = (text: string): HrefProblem | undefined => {
  const space = /[\t\n\f\r ]/.exec(text) ?? (text.startsWith('#') ? null : unseen.exec(text))
  if (space) {
    const isPlain = space[0] === ' ' && !text.slice(space.index).includes('//')
    return { kind: 'space', detail: text, ...(isPlain && { mended: text.replace(/ /g, '%20') }) }
  }
  if (text.includes('\\')) return { kind: 'character', detail: '\\', mended: text.replaceAll('\\', '/') }
  if (text.indexOf('#') !== text.lastIndexOf('#')) return { kind: 'character', detail: '#', isHarmless: true }
  const bad = /^\[|[<>"`]|[\u0000-\u001f\u007f-\u009f]|%(?![\dA-Fa-f]{2})/.exec(text)
  return bad ? { kind: 'character', detail: bad[0] } : undefined
}

/** The path of another page of the site, without anything that needs a closer look. */
const plainPath = /^\/(?!\/)[\w./~가-힣-]*$/

/** What is wrong with the form of an `href`, the gravest first; undefined where it is fine. */
export const hrefProblem = (value: string): HrefProblem | undefined => {
  if (plainPath.test(value)) return undefined
  // White space of ASCII at the ends is allowed: browsers take it off.
  const text = stripped(value, /[\t\n\f\r ]/)
  if (text === '') return { kind: 'empty', detail: '' }
  if (text === '#') return { kind: 'hash', detail: '#' }
  const bare = text.startsWith('#') ? text : stripped(text, /[\s\u00ad\u200b-\u200f\u202a-\u202f\u2060]/)
  if (bare !== text) return { kind: 'space', detail: text, mended: bare }
  if (openingQuote.test(text)) {
    return { kind: 'quotes', detail: text, mended: text.replace(openingQuote, '').replace(closingQuote, '') }
  }
  if (/(?:\]|%5D)\(/i.test(text) && /(?:\]|%5D)\([^()]*\)?$/i.test(text)) return { kind: 'markdown', detail: '](' }
  const slip = misspelt.exec(text)
  if (slip) {
    const host = text.slice(slip[0].length).replace(/^\/+/, '')
    return { kind: 'scheme', detail: slip[0], mended: `http${/s/i.test(slip[1]!) ? 's' : ''}://${host}` }
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,30}):/.exec(text)?.[1]
  const rest = scheme === undefined ? text : text.slice(scheme.length + 1)
  switch (scheme?.toLowerCase()) {
    case 'http':
    case 'https':
      return webProblem(text, scheme!) ?? characterProblem(text)
    case 'javascript':
      return isBookmarklet(rest) ? undefined : { kind: 'script', detail: text }
    case 'mailto':
      return mailProblem(rest) ? { kind: 'mail', detail: text } : undefined
    case 'tel':
    case 'sms':
      return /\d/.test(rest) ? undefined : { kind: 'phone', detail: text }
    case 'file':
      return { kind: 'file', detail: text }
    case 'ftp':
    case 'ws':
    case 'wss':
      return slashProblem(text, scheme!) ?? characterProblem(text)
    case undefined:
      break
    default:
      if (scheme!.length === 1 && /^(?:[/\\]|%5C)/i.test(rest)) return { kind: 'file', detail: text }
      return /^[a-z][\w+.-]*:\s/i.test(text) ? { kind: 'space', detail: text } : undefined
  }
  if (/^[/\\]{2}/.test(text)) return hostProblem(text.replaceAll('\\', '/')) ?? characterProblem(text)
  if (bareDomain.test(text)) return { kind: 'bare', detail: text, mended: `https://${text}` }
  if (bareMail.test(text)) return { kind: 'bare', detail: text, mended: `mailto:${text}` }
  return characterProblem(text)
}
