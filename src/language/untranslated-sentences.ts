import type { Post, TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { isTechnicalPost } from './domain.ts'
import { comparableUnits } from './field-language.ts'
import { scriptsOf } from './host.ts'
import { latinLanguageOf } from './latin.ts'
import { type LatinRun, latinRunsOf } from './latin-runs.ts'
import { isEnglish, isFunctionWord } from './lexicon.ts'
import { letters } from './scripts.ts'
import { isQuotation, setApart } from './setting.ts'
import { tallyOf } from './unit-scripts.ts'

/** A sentence in another language. */
export interface UntranslatedSentence extends Range {
  readonly unit: TextUnit
  readonly text: string
}

const leastWords = 5

/** A sentence, not a list of names: mostly lower case, with the small words that hold a sentence together. */
const isSentence = ({ words }: LatinRun, text: string): boolean => {
  if (words.length < leastWords) return false
  const capitals = words.filter(({ shape }) => shape !== 'lower').length
  if (capitals > words.length * 0.4) return false
  const lower = words.map((word) => word.text.toLowerCase())
  if (lower.filter(isFunctionWord).length < 2) return latinLanguageOf(text) !== 'und' && latinLanguageOf(text) !== 'en'
  return lower.filter(isEnglish).length >= lower.length * 0.7
}

/** Runs that follow each other in one unit with nothing but an end of sentence between are one passage. */
const merged = (text: string, runs: readonly LatinRun[]): LatinRun[] => {
  const result: LatinRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const gap = last && text.slice(last.end, Math.min(run.start, last.end + 6))
    if (last && gap !== undefined && /^[\s.,!?;:'"’“”()-]{1,5}$/.test(gap)) {
      result[result.length - 1] = { start: last.start, end: run.end, words: [...last.words, ...run.words] }
    } else result.push(run)
  }
  return result
}

/** Chinese in a Korean post: a stretch of Han with its own punctuation and no Hangul. */
const chineseIn = (unit: TextUnit): Range[] => {
  const counts = tallyOf(unit)
  if ((counts.get('Hani') ?? 0) < 10 || letters(counts, ['Hang', 'Hira', 'Kana']) > 0) return []
  const start = unit.text.search(/\S/)
  return [{ start, end: unit.text.trimEnd().length }]
}

const isSuspect = (unit: TextUnit, latinHost: boolean): boolean =>
  !latinHost && !isQuotation(unit) && unit.kind !== 'alt' && (tallyOf(unit).get('Latn') ?? 0) >= leastWords * 2

/** The sentences that were left in another language in a post that is not written in Latin letters. */
export const untranslatedSentences = (post: Post): UntranslatedSentence[] => {
  const { language } = post
  if (language === 'mul' || language === 'und') return []
  const latinHost = scriptsOf(language).includes('Latn')
  const units = comparableUnits(post)
  const found: UntranslatedSentence[] = []
  const seen: LatinRun[] = []
  for (const unit of units) {
    const { text } = unit
    const sentences: Range[] = []
    if (isSuspect(unit, latinHost) && !unit.parents.some(({ properties }) => properties.lang !== undefined)) {
      const runs = latinRunsOf(unit)
      seen.push(...runs)
      sentences.push(...merged(text, runs).filter((run) => isSentence(run, text.slice(run.start, run.end))))
    }
    if (language === 'ko' && !isQuotation(unit)) sentences.push(...chineseIn(unit))
    const apart = setApart(unit, sentences)
    for (const [index, { start, end }] of sentences.entries()) {
      if (!apart[index]) found.push({ unit, start, end, text: text.slice(start, end) })
    }
  }
  return found.length > 0 && isTechnicalPost(post, seen, new Set()) ? [] : found
}
