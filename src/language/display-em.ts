import { collapsed } from './white-space.ts'

/**
 * How wide a text is in a search result, in em (the font's size): search engines cut titles and descriptions by rendered
 * width, not by characters. Latin letters are as wide as in Arial, Hangul as in the usual Korean screen fonts.
 */

/** Advance widths of Arial in 1/2048 em, each with the characters that have it. */
const advances: readonly (readonly [number, string])[] = [
  [391, "'"],
  [455, 'ijl'],
  [532, '|'],
  [569, ' !,./:;I[\\]ft'],
  [682, '()-`r“”'],
  [684, '{}'],
  [727, '"'],
  [797, '*'],
  [961, '^'],
  [1024, 'Jcksvxyz'],
  [1139, '0123456789#$?L_abdeghnopqu'],
  [1196, '+<=>~'],
  [1251, 'FTZ'],
  [1366, '&ABEKPSVXY'],
  [1479, 'CDHNRUw'],
  [1593, 'GOQ'],
  [1706, 'Mm'],
  [1821, '%'],
  [1933, 'W'],
  [2048, '…—'],
  [2079, '@'],
]
const widths = new Map(
  advances.flatMap(([advance, characters]) => [...characters].map((character) => [character, advance / 2048] as const)),
)

const hangulWidth = 0.92
/** Letters of other alphabets, and signs: the width of a digit. */
const usualWidth = 0.556

/** Characters of full width: East Asian Width W and F, Hangul syllables apart. */
const fullWidth =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Regional_Indicator}/u
const halfWidth = /[\uff61-\uffdc\uffe8-\uffee]/
const zeroWidth = /^[\p{M}\p{Cf}\p{Cc}\u115f\u1160\u3164]/u

/** Texts in which every UTF-16 unit is a character of its own. */
const isSimple = (text: string): boolean => /^[\x20-\x7E·–—‘’“”…、-〃〈-】ぁ-ゖァ-ヺー一-鿿가-힣！-｠]*$/.test(text)

/** The segmenter takes more than linear time on long texts: they are given to it in pieces. */
const pieceLength = 2000
let segmenter: Intl.Segmenter | undefined

function* graphemes(text: string): Generator<string> {
  if (isSimple(text)) {
    yield* text
    return
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (let at = 0; at < text.length; at += pieceLength) {
    for (const { segment } of segmenter.segment(text.slice(at, at + pieceLength))) yield segment
  }
}

/** The width of what a reader takes for one character. */
const graphemeWidth = (grapheme: string): number => {
  const known = widths.get(grapheme)
  if (known !== undefined) return known
  const code = grapheme.charCodeAt(0)
  if (code >= 0xac00 && code <= 0xd7a3) return hangulWidth
  const base = String.fromCodePoint(grapheme.codePointAt(0) ?? 0)
  if (fullWidth.test(base) || grapheme.includes('\ufe0f')) return 1
  if (halfWidth.test(base)) return 0.5
  if (zeroWidth.test(base)) return 0
  return usualWidth
}

/** By code: letters are looked up here without being made texts. */
const asciiWidths = Array.from({ length: 128 }, (_, code) => graphemeWidth(String.fromCharCode(code)))

/** The width of a line of text in em. White space counts as one space. */
export const widthInEm = (text: string): number => {
  const line = collapsed(text.normalize('NFC'))
  let sum = 0
  if (isSimple(line)) {
    for (let at = 0; at < line.length; at++) sum += asciiWidths[line.charCodeAt(at)] ?? graphemeWidth(line[at]!)
  } else for (const grapheme of graphemes(line)) sum += graphemeWidth(grapheme)
  return sum
}

/** The longest start of a text that is at most so wide, cut between characters. */
export const cutToEm = (text: string, limit: number): string => {
  let sum = 0
  let end = 0
  for (const grapheme of graphemes(text)) {
    sum += graphemeWidth(grapheme)
    if (sum > limit) return text.slice(0, end)
    end += grapheme.length
  }
  return text
}
