import type { TextUnit } from '../post/post.ts'
import { languageOf, scriptsOf } from './host.ts'
import { latinLanguageOf } from './latin.ts'
import { type LatinWord, latinRuns } from './latin-runs.ts'
import { isDense } from './passages.ts'
import { letters, tally } from './scripts.ts'

/** A stretch of a unit's text in another language than the unit's. */
export interface ForeignRun {
  readonly start: number
  readonly end: number
  /** Primary subtag. */
  readonly language: string
}

const otherScripts =
  '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Thai}\\p{Script=Devanagari}'
/** Letters that are not Latin, with the spaces and marks between them. */
const otherRun = new RegExp(
  `[${otherScripts}](?:[${otherScripts}\\p{M}\\d\\s,.、。，·…!?！？：；"'“”‘’「」『』-]*[${otherScripts}\\p{M}])?`,
  'gu',
)

/** So many letters of a dense script make a word. */
const lettersPerWord = 2

const wordsOf = (text: string, language: string): number =>
  language === 'ja' || language === 'zh'
    ? text.replace(/[\s\p{P}]+/gu, '').length / lettersPerWord
    : text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

/** Below this many words only English is told by its few function words; names look like any language. */
const manyWords = 10

/** The language of Latin words that make a phrase; titles and names are mostly capitals and bind nothing. */
const phraseLanguage = (text: string, words: readonly LatinWord[], minWords: number): string | undefined => {
  const lower = words.filter(({ shape }) => shape === 'lower').length
  if (words.length < minWords || lower * 2 < words.length) return undefined
  const language = latinLanguageOf(text)
  return language === 'en' || (language !== 'und' && words.length >= manyWords) ? language : undefined
}

function* latinStretches(unit: TextUnit, minWords: number): Generator<ForeignRun> {
  for (const { start, end, words } of latinRuns(unit.text)) {
    const language = phraseLanguage(unit.text.slice(start, end), words, minWords)
    if (language) yield { start, end, language }
  }
}

function* otherStretches(unit: TextUnit, minWords: number): Generator<ForeignRun> {
  // A sentence of another script with Latin names in it is no Latin sentence with a foreign phrase.
  const counts = tally(unit.text)
  const latin = counts.get('Latn') ?? 0
  if (latin > 0 && (letters(counts) - latin) * 3 > latin) return
  for (const { 0: text, index } of unit.text.matchAll(otherRun)) {
    const language = languageOf(tally(text), { sample: () => text })
    if (language !== 'und' && language !== unit.language && wordsOf(text, language) >= minWords) {
      yield { start: index, end: index + text.length, language }
    }
  }
}

/** Phrases and sentences in another script, where the unit itself is in its own language. */
export const foreignRuns = (unit: TextUnit, minWords: number): Iterable<ForeignRun> => {
  const isLatin = scriptsOf(unit.language).includes('Latn')
  if (!isLatin && !isDense(unit.language) && !/[A-Za-z]{2}/.test(unit.text)) return []
  return isLatin ? otherStretches(unit, minWords) : latinStretches(unit, minWords)
}

/** More letters of the host's scripts than this, and a unit is not in another language but mixed. */
const mostOfHost = 0.15

/** The language of a whole unit that is not in the post's; undefined where it cannot be told or is too short. */
export const foreignLanguage = (unit: TextUnit, host: string, minWords: number): string | undefined => {
  const { language, text } = unit
  if (language === host || language === 'und' || language === 'mul') return undefined
  const counts = tally(text)
  const own = letters(counts, scriptsOf(host)) * (isDense(host) ? lettersPerWord : 1)
  if (own > letters(counts) * mostOfHost) return undefined
  if (!scriptsOf(language).includes('Latn')) return wordsOf(text, language) >= minWords ? language : undefined
  return phraseLanguage(
    text,
    latinRuns(text).flatMap((run) => run.words),
    minWords,
  )
}
