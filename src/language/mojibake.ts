import type { Range } from '../post/range.ts'

/** Text that was decoded wrongly, with what it was before. */
export interface Mojibake extends Range {
  readonly text: string
  readonly original: string
}

/** What Windows-1252 makes of the bytes 0x80 to 0x9f; the five it leaves out stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const byteOf = (character: string): number | undefined => {
  const code = character.charCodeAt(0)
  if (code <= 0xff) return code
  const at = windows1252.indexOf(character)
  return at < 0 ? undefined : 0x80 + at
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text whose UTF-8 bytes were read as Windows-1252, if that is what happened. */
const reread = (text: string): string | undefined => {
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf(character)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  try {
    return utf8.decode(new Uint8Array(bytes))
  } catch {
    return undefined
  }
}

/** Everything that a byte of a longer UTF-8 sequence turns into. */
const follower = `[\\u0080-\\u00bf${windows1252}]`
const sequence = `(?:[Â-ß]${follower}|[à-ï]${follower}{2}|[ð-ô]${follower}{3})`
const sequences = new RegExp(`${sequence}+`, 'g')

/**
 * A single sequence is also what people write by chance: `“CAFÉ”`. These cannot be: what `’`, `é`, `€`, a no-break space
 * or an emoji turn into.
 */
const certain =
  /^(?:Â[\u0080-\u009f\u00a0-\u00ba\u00bc-\u00bf]|Ã[\u0080-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|â[€\u0080].|â[‚\u0082]¬|â[„\u0084]¢|ï¿½|ï»¿|ð[Ÿ\u009f]..)$/

/** A letter and a sign after it, as `É”` and `Ä…` have them, several times in a row. */
const isPlausible = (text: string, original: string): boolean => {
  if (certain.test(text)) return true
  if ([...original].length < 2) return false
  return (
    /^[\p{L}\p{M}\p{P}\p{S}\p{Zs}]+$/u.test(original) && (/[ÃÂâð]|[à-ï][^ ]{2}/.test(text) || [...original].length > 2)
  )
}

/** Finds mojibake that reading the text once more proves to be one. Linear. */
export const mojibakeIn = (text: string): Mojibake[] =>
  [...text.matchAll(sequences)].flatMap((match) => {
    const original = reread(match[0])
    if (original === undefined || !isPlausible(match[0], original)) return []
    return [{ start: match.index, end: match.index + match[0].length, text: match[0], original }]
  })

/** The sign that a stray C1 control character is in Windows-1252. */
export const signOfControl = (control: string): string => windows1252[control.charCodeAt(0) - 0x80] ?? control
