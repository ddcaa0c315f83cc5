import type { Range } from '../../post/range.ts'
import type { Texts } from '../../texts.ts'
import { addressOf } from '../links/url.ts'
import type { ImageAddress } from './image-address.ts'

/** What is wrong with an image's address. */
export type AddressProblem = 'empty' | 'local' | 'space' | 'invalid' | 'relativeScheme' | 'http' | 'expiring' | 'data'

export interface AddressLimits {
  readonly maxDataBytes: number
  readonly allowHttp: boolean
}

/** `C:\…`, `file:///…`, what an editor holds while it is open (`blob:`), and servers that only the writer's machine or network has. */
const isLocal = (url: string): boolean =>
  /^(?:(?:file|blob|webkit-fake-url):|[a-z]:[\\/]|\\\\|(?:https?:)?\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?:[:/]|$))/i.test(
    url,
  )

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

/** A path on the same site without anything that needs a closer look. */
const plainPath = /^\/?[^\s\\:?#/[][^\s\\:?#]*$/

/** Finds what is wrong with an image's address; undefined when nothing is. */
export const problemOf = (written: string, { maxDataBytes, allowHttp }: AddressLimits): AddressProblem | undefined => {
  if (plainPath.test(written)) return undefined
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

/** These still show the image today. */
export const harmless: ReadonlySet<AddressProblem> = new Set(['relativeScheme', 'http', 'expiring', 'data'])

type Edits = readonly (Range & { readonly text: string })[]

/** How a wrong address can be mended: at once, or when its writer agrees. */
interface Mending {
  readonly fix?: { readonly safe: boolean; readonly edits: Edits }
  readonly suggestions?: readonly { readonly title: Texts; readonly edits: Edits }[]
}

const titles = {
  http: { en: 'Use https', ko: 'https로 바꾸기' },
  space: { en: 'Write spaces as %20', ko: '공백을 %20으로 쓰기' },
} as const

/** What to do about a wrong address; nothing where only its writer knows the right one. */
export const mendingOf = (problem: AddressProblem, address: ImageAddress): Mending => {
  const edit = mendedAddress(problem, address)
  if (!edit) return {}
  if (problem !== 'http' && problem !== 'space') return { fix: { safe: true, edits: [edit] } }
  return { suggestions: [{ title: titles[problem], edits: [edit] }] }
}

/** What to write instead of a wrong address: the same thing after `//`, a likely one after `http:` and spaces. */
const mendedAddress = (
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
