import chardet from 'chardet'
import iconv from 'iconv-lite'
import { didYouMean } from '../nearest.ts'
import type { Range } from '../post/range.ts'
import { UserError, type UserErrorDetails } from '../user-error.ts'
import { binary, type DecodedFile } from './decode.ts'

/** Names that people know, for those that the libraries use. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['cp949', 'CP949'],
  ['shift_jis', 'Shift_JIS'],
  ['euc-jp', 'EUC-JP'],
  ['gb18030', 'GB18030'],
  ['big5', 'Big5'],
])
const usualName = (encoding: string): string => usualNames.get(encoding.toLowerCase()) ?? encoding

/** chardet's names for what iconv-lite reads more widely under another. */
const widerNames: ReadonlyMap<string, string> = new Map([
  ['EUC-KR', 'cp949'],
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-9', 'windows-1254'],
])

/** The text, if every byte has a meaning in the encoding: writing it again must give the same bytes. */
const decodeStrictly = (bytes: Buffer, encoding: string): string | undefined => {
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  return text.includes('\ufffd') || !iconv.encode(text, encoding).equals(bytes) ? undefined : text
}

const share = (text: string, script: RegExp): number => {
  const letters = text.match(/[^\p{ASCII}\p{P}\p{Z}\p{S}]/gu)
  return letters ? letters.filter((letter) => script.test(letter)).length / letters.length : 0
}

const sampleSize = 64 * 1024

/** Whether most of the bytes beyond ASCII are good UTF-8: then the file is damaged, not written in another encoding. */
const isDamagedUtf8 = (bytes: Buffer): boolean => {
  let good = 0
  let bad = 0
  for (const char of bytes.toString('utf8').slice(0, sampleSize)) {
    if (char === '\ufffd') bad++
    else if (char > '\x7f') good++
  }
  return good > bad
}

/** Whether the bytes beyond ASCII mostly stand together, as those of East Asian characters do and typographic quotes do not. */
const standTogether = (bytes: Buffer): boolean => {
  let together = 0
  let alone = 0
  for (let at = 0; at < Math.min(bytes.length, sampleSize); at++) {
    if (bytes[at]! < 0x80) continue
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++
    else together++
  }
  return together > alone
}

interface Guess {
  readonly encoding: string
  readonly text: string
}

/**
 * Kana and Hangul give Japanese and Korean away. The order matters: kanji of EUC-JP look like Hangul to CP949, while
 * Korean never looks like kana.
 */
const guessByScript = (bytes: Buffer): Guess | undefined => {
  const attempt = (encoding: string, script: RegExp, least: number): Guess | undefined => {
    const text = decodeStrictly(bytes, encoding)
    return text !== undefined && share(text.slice(0, sampleSize), script) >= least ? { encoding, text } : undefined
  }
  const kana = /[ぁ-ヿ]/u
  return attempt('euc-jp', kana, 0.2) ?? attempt('shift_jis', kana, 0.2) ?? attempt('cp949', /[가-힣]/u, 0.75)
}

/** By how often bytes follow each other. */
const guessByFrequency = (bytes: Buffer): Guess | undefined => {
  for (const { name } of chardet.analyse(bytes.subarray(0, sampleSize))) {
    const encoding = widerNames.get(name) ?? name
    if (/^(?:utf|iso-2022|ascii)/i.test(name) || !iconv.encodingExists(encoding)) continue
    const text = decodeStrictly(bytes, encoding)
    if (text === undefined) continue
    // With no more than a few quotes and dashes all encodings of Windows are alike: then it is the most common one.
    return text === decodeStrictly(bytes, 'windows-1252') ? { encoding: 'windows-1252', text } : { encoding, text }
  }
  return undefined
}

/** The likely encoding of bytes that are not UTF-8, with their text. */
const guess = (bytes: Buffer): Guess | undefined => {
  if (isDamagedUtf8(bytes)) return undefined
  return (standTogether(bytes) ? guessByScript(bytes) : undefined) ?? guessByFrequency(bytes)
}

const firstBeyondAscii = (text: string): Range => {
  const start = Math.max(0, text.search(/\P{ASCII}/u))
  return { start, end: start + (text.codePointAt(start)! > 0xffff ? 2 : 1) }
}

/** Bytes that are not UTF-8: read as declared, else as they most likely are, else with U+FFFD for what has no meaning. */
export const decodeLegacy = (bytes: Buffer, declared?: string): DecodedFile => {
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) {
    const source = decodeStrictly(bytes, declared)
    const found = { bom: false, encoding: usualName(declared) }
    if (source !== undefined) return { ...found, source, lossless: true, problems: [] }
    const text = iconv.decode(bytes, declared)
    const at = Math.max(0, text.indexOf('\ufffd'))
    const range = { start: at, end: Math.min(at + 1, text.length) }
    const problem = { kind: 'encoding', encoding: found.encoding, lossy: true, range } as const
    return { ...found, source: text, lossless: false, problems: [problem] }
  }
  const likely = declared === undefined ? guess(bytes) : undefined
  if (!likely) return binary(bytes, '')
  const encoding = usualName(likely.encoding)
  return {
    source: likely.text,
    bom: false,
    encoding,
    lossless: true,
    problems: [{ kind: 'encoding', encoding, lossy: false, range: firstBeyondAscii(likely.text) }],
  }
}

const commonNames = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252', 'euc-kr', ...usualNames.keys()]

/** Throws if no encoding of that name is known. */
export const checkEncoding = (name: string, place: UserErrorDetails): void => {
  if (iconv.encodingExists(name)) return
  throw new UserError(
    { en: `Unknown encoding “${name}”`, ko: `알 수 없는 인코딩: “${name}”` },
    { ...place, hint: didYouMean(name, commonNames) },
  )
}

/** A text in an encoding that was read by `decodeLegacy`; what the encoding lacks is lost. */
export const encodeLegacy = (text: string, encoding: string): Buffer => iconv.encode(text, encoding)
