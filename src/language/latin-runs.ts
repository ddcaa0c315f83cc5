import { perPart } from '../memo.ts'
import type { TextUnit } from '../post/post.ts'
import { scriptOf } from './scripts.ts'

/** `title` is a capital and lower-case letters after it; `other` covers acronyms, inner capitals, digits and code. */
export type Shape = 'lower' | 'title' | 'other'

/** A word in Latin letters. */
export interface LatinWord {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly shape: Shape
}

/** Words in Latin letters that follow each other with nothing but spaces, commas and the like between them. */
export interface LatinRun {
  readonly start: number
  readonly end: number
  readonly words: readonly LatinWord[]
}

const isLatin = (text: string, at: number): boolean => at < text.length && scriptOf(text.charCodeAt(at)) === 'Latn'

/** Letters of any script but Latin. */
export const isHostLetter = (text: string, at: number): boolean => {
  const codePoint = text.codePointAt(at)
  if (codePoint === undefined || codePoint < 0x80) return false
  const script = scriptOf(codePoint)
  return script !== 'Zyyy' && script !== 'Latn'
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /[\d０-９]/.test(character)

/** A hyphen or apostrophe between two letters belongs to the word. */
const joinsLetters = (text: string, at: number): boolean =>
  /['’-]/.test(text[at] ?? '') && isLatin(text, at - 1) && isLatin(text, at + 1)

const wordEnd = (text: string, start: number): number => {
  let end = start
  while (isLatin(text, end) || joinsLetters(text, end)) end++
  return end
}

/**
 * Whether the characters around a word, without space between, make it part of a file name, an address, a call, a
 * flag, a handle, a number with its unit: something that nobody would translate.
 */
const isCodeLike = (text: string, start: number, end: number): boolean => {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  if (isDigit(before) || isDigit(after)) return true
  if (/[@/\\:=#$%&~^<>|+\uE000]/.test(before) || /[@/\\=#$%&^<>|+\uE000]/.test(after)) return true
  if (before === '.' && !isHostLetter(text, start - 2)) return true
  if ((after === '.' || after === ':') && (isLatin(text, end + 1) || /[\d/\\*{]/.test(text[end + 1] ?? ''))) return true
  if (before === '-' || (after === '-' && !/\s/.test(text[end + 1] ?? ' '))) return true
  if (before === '_' && /[A-Za-z\d]/.test(text[start - 2] ?? '')) return true
  if (after === '_' && /[A-Za-z\d]/.test(text[end + 1] ?? '')) return true
  return after === '(' && /[)a-z_$"']/.test(text[end + 1] ?? '') && /^\([\w$"', .]*\)/.test(text.slice(end, end + 60))
}

const shapeOf = (word: string): Shape => {
  const letters = word.replace(/['’-]/g, '')
  // Ordinary letters only: full-width and superscript letters are signs, not words.
  if (/^[a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưạ-ỹ]+$/.test(letters)) return 'lower'
  return /^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+$/.test(letters) ? 'title' : 'other'
}

/** What may stand between two words of one run. */
const isGap = (gap: string): boolean =>
  gap.length <= 8 && /^[\s,'’\-–·&\d/+.]*$/.test(gap) && !/[.]\s|\n\s*\n/.test(gap)

/** The runs of Latin words in a unit, found once for all rules that ask. */
export const latinRunsOf = perPart((unit: TextUnit): readonly LatinRun[] => latinRuns(unit.text))

/** Latin letters and some neighbours, to skip all other text quickly. */
const latinStart =
  /[A-Za-z\u00aa-\u02e4\u1d00-\u1eff\u2071-\u2184\u2c60-\u2c7f\ua722-\uab69\ufb00-\ufb06\uff21-\uff5a]/g

const nextLatin = (text: string, from: number): number => {
  latinStart.lastIndex = from
  return latinStart.test(text) ? latinStart.lastIndex - 1 : -1
}

/** Finds the runs of Latin words in a text. Linear. */
export const latinRuns = (text: string): LatinRun[] => {
  const runs: LatinRun[] = []
  let words: LatinWord[] = []
  const flush = (): void => {
    if (words.length) runs.push({ start: words[0]!.start, end: words[words.length - 1]!.end, words })
    words = []
  }
  for (let at = nextLatin(text, 0); at >= 0; at = nextLatin(text, at + 1)) {
    if (!isLatin(text, at)) continue
    const end = wordEnd(text, at)
    const previous = words[words.length - 1]
    if (previous && !isGap(text.slice(previous.end, Math.min(at, previous.end + 9)))) flush()
    const word = text.slice(at, end)
    words.push({ start: at, end, text: word, shape: isCodeLike(text, at, end) ? 'other' : shapeOf(word) })
    at = end
  }
  flush()
  return runs
}
