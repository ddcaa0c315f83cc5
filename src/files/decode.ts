import { isUtf8 } from 'node:buffer'
import type { PostInput, Problem } from '../post/post.ts'
import type { Range } from '../post/range.ts'

/** The text of a file, with all that is to be known about how it was written. */
export interface DecodedFile extends Pick<PostInput, 'source' | 'problems' | 'unread'> {
  /** As usually named: `UTF-8`, `UTF-16LE`, `CP949`, ... */
  readonly encoding: string
  readonly bom: boolean
  /** Encoding the text again gives the same bytes: only then may a fix be written. */
  readonly lossless: boolean
}

const nowhere: Range = { start: 0, end: 0 }

const encodingProblem = (encoding: string, lossy: boolean, range: Range): Problem => ({
  kind: 'encoding',
  encoding,
  lossy,
  range,
})

/** What stands for a file that is larger than may be read. */
export const tooLarge = (limit: number): DecodedFile => ({
  source: '',
  unread: true,
  problems: [{ kind: 'budget', budget: 'file-size', limit, range: nowhere }],
  encoding: '',
  bom: false,
  lossless: false,
})

/** Text that is as it should be but for NUL characters, which no text holds. */
const withoutNul = (text: DecodedFile): DecodedFile => {
  const at = text.source.indexOf('\0')
  if (at < 0) return text
  return { ...text, lossless: false, problems: [encodingProblem('', true, { start: at, end: at + 1 })] }
}

const startsWith = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** UTF-8 in its right form, with or without BOM; undefined if the bytes are something else. Needs no library. */
const decodeUtf8 = (bytes: Buffer): DecodedFile | undefined => {
  if (!isUtf8(bytes)) return undefined
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf)
  const source = bytes.toString('utf8', bom ? 3 : 0)
  return withoutNul({ source, bom, encoding: 'UTF-8', lossless: true, problems: [] })
}

/** UTF-16, little or big end first, `skip` bytes of BOM. */
const decodeUtf16 = (bytes: Buffer, bigEndian: boolean, skip: number, declared: boolean): DecodedFile => {
  const whole = bytes.subarray(skip, bytes.length - ((bytes.length - skip) % 2))
  const raw = (bigEndian ? Buffer.from(whole).swap16() : whole).toString('utf16le')
  // Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD.
  const source = Buffer.from(raw).toString()
  const lossless = source === raw && bytes.length % 2 === 0
  const encoding = bigEndian ? 'UTF-16BE' : 'UTF-16LE'
  const problems = declared && lossless ? [] : [encodingProblem(encoding, !lossless, firstCharacter(source))]
  return withoutNul({
    source,
    bom: skip > 0,
    encoding,
    lossless,
    problems,
  })
}

const firstCharacter = (source: string): Range => ({ start: 0, end: Math.min(1, source.length) })

/** UTF-16 without a BOM shows in the NUL bytes of its ASCII: nearly all stand at odd places, or nearly all at even ones. */
const guessUtf16 = (bytes: Buffer): 'little' | 'big' | undefined => {
  if (bytes.length % 2 !== 0) return undefined
  const counts = [0, 0]
  for (let at = bytes.indexOf(0), seen = 0; at >= 0 && seen < 1000; at = bytes.indexOf(0, at + 1), seen++)
    counts[at % 2]!++
  const [even, odd] = counts as [number, number]
  if (odd > 1 && odd > even * 8) return 'little'
  return even > 1 && even > odd * 8 ? 'big' : undefined
}

/**
 * Bytes to text. UTF-8 and UTF-16 are read at once; for anything else the encodings of the world are loaded. A declared
 * encoding decides, but for a file that is UTF-8 or has a BOM all the same.
 */
export const decode = (bytes: Buffer, declared?: string): DecodedFile | Promise<DecodedFile> => {
  const isUtf16 = declared !== undefined && /^utf-?16/i.test(declared)
  if (startsWith(bytes, 0xff, 0xfe, 0, 0)) return binary(bytes, 'UTF-32LE')
  if (startsWith(bytes, 0, 0, 0xfe, 0xff)) return binary(bytes, 'UTF-32BE')
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, false, 2, isUtf16)
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, true, 2, isUtf16)
  const guess = bytes.includes(0) ? guessUtf16(bytes) : undefined
  if (guess || isUtf16) return decodeUtf16(bytes, guess === 'big' || /be$/i.test(declared ?? ''), 0, isUtf16)
  const text = decodeUtf8(bytes)
  if (text) return text
  if (bytes.includes(0)) return binary(bytes, '')
  return import('./legacy-encoding.ts').then(({ decodeLegacy }) => decodeLegacy(bytes, declared))
}

/** Bytes that are no text, or none that can be read: what looks like UTF-8 is kept, the rest becomes U+FFFD. */
export const binary = (bytes: Buffer, encoding: string): DecodedFile => {
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf)
  const body = bom ? bytes.subarray(3) : bytes
  const source = body.toString('utf8')
  const range = firstReplacement(source, body)
  return {
    source,
    bom,
    encoding,
    lossless: false,
    problems: [encodingProblem(encoding, true, range)],
  }
}

/** Where decoding put the first U+FFFD that does not stand in the bytes themselves. */
const firstReplacement = (source: string, bytes: Buffer): Range => {
  let byte = 0
  let from = 0
  for (let at = source.indexOf('\ufffd'); at >= 0; at = source.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(source.slice(from, at))
    from = at
    if (!startsWith(bytes.subarray(byte, byte + 3), 0xef, 0xbf, 0xbd)) return { start: at, end: at + 1 }
  }
  const nul = source.indexOf('\0')
  return nul < 0 ? firstCharacter(source) : { start: nul, end: nul + 1 }
}
