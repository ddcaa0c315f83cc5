import type { Post, TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { comparableUnits } from './field-language.ts'
import { homoglyphsOf } from './homoglyphs.ts'
import { scriptsOf } from './host.ts'
import { lettersOf } from './post-scripts.ts'
import { letters, type Script, type ScriptRun, type ScriptTally, scriptOf, scriptRuns } from './scripts.ts'
import { isQuotation, setApart } from './setting.ts'
import { hostLetters, isForeign, tallyOf } from './unit-scripts.ts'

/** Words of a script that does not belong to the language around them, with nothing but spaces and marks between. */
export interface ForeignPassage extends Range {
  readonly unit: TextUnit
  readonly text: string
  readonly words: number
  readonly letters: number
  /** Whether it touches a letter of the language around it. */
  readonly glued: boolean
}

/** Longer gaps, and gaps with an end of sentence or another script's letter in them, part two passages. */
const isGap = (gap: string): boolean => gap.length <= 3 && /^[\s\p{M},'’\-–—·:;/]*$/u.test(gap)

const isEastAsian = (script: Script): boolean => script === 'Hani' || script === 'Hira' || script === 'Kana'

/** Joins foreign runs to passages; Han beside kana is Japanese, whatever the host makes of Han. */
const joinRuns = (text: string, runs: readonly ScriptRun[], language: string): ScriptRun[][] => {
  const found: ScriptRun[][] = []
  for (const [index, run] of runs.entries()) {
    const isKanji =
      run.script === 'Hani' &&
      [runs[index - 1], runs[index + 1]].some(
        (next) =>
          next &&
          (next.end === run.start || next.start === run.end) &&
          isEastAsian(next.script) &&
          isForeign(next.script, language),
      )
    if (!isForeign(run.script, language) && !isKanji) continue
    const passage = found.at(-1)
    if (passage && isGap(text.slice(passage.at(-1)!.end, Math.min(run.start, passage.at(-1)!.end + 4))))
      passage.push(run)
    else found.push([run])
  }
  return found
}

/** Signs that all languages borrow: `π`, `+α`, the `の` of shop names, the eyes of `ಠ_ಠ`. */
const isSign = (text: string, { start, end }: Range): boolean => {
  const word = text.slice(start, end)
  if (/^(?:\p{Script=Greek}|の)$/u.test(word)) return true
  const isBesideMark = (character: string | undefined): boolean => /[^\p{L}\p{M}\s.,!?]/u.test(character ?? ' ')
  return word.length <= 2 && isBesideMark(text[start - 1]) && isBesideMark(text[end])
}

/** `원제: …`, `Name – …`: an entry of a list of facts, not a word of a sentence. */
const isEntry = (text: string, { start, end }: Range): boolean => {
  return (
    /(?:[:：=|/]|[-–—] )[ \t]*$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^\s*(?:[:：=(（|]|[-–—] )/.test(text.slice(end, end + 4))
  )
}

const isHost = (codePoint: number | undefined, language: string): boolean =>
  codePoint !== undefined && scriptsOf(language).includes(scriptOf(codePoint))

const isGlued = ({ text, language }: TextUnit, { start, end }: Range): boolean =>
  isHost(text.codePointAt(start - 1), language) || isHost(text.codePointAt(end), language)

const passagesIn = (unit: TextUnit): ForeignPassage[] => {
  const { text, language } = unit
  const disguised = new Set(homoglyphsOf(unit).flatMap(({ start, end }) => [start, end]))
  const joined = joinRuns(text, scriptRuns(text), language).map((runs) => ({
    start: runs[0]!.start,
    end: runs.at(-1)!.end,
    letters: runs.reduce((sum, { start, end }) => sum + end - start, 0),
  }))
  const apart = setApart(unit, joined)
  return joined.flatMap(({ start, end, letters }, index) => {
    const range = { start, end }
    if (apart[index] || isSign(text, range) || disguised.has(start) || disguised.has(end)) return []
    const glued = isGlued(unit, range)
    if (!glued && isEntry(text, range)) return []
    const words = text.slice(start, end).split(/[^\p{L}\p{M}]+/u).length
    return [{ unit, start, end, text: text.slice(start, end), words, letters, glued }]
  })
}

const latin: readonly Script[] = ['Latn']

/** Most of a post in Latin letters that may be in another script before it counts as a post in two languages. */
const latinShareCap = 0.01
const latinPassageCap = 6
/** A conjunction between two foreign words takes no more characters. */
const enumerationGap = 6

/** `three 고객 complained`: inside a sentence; at its edge foreign words are greetings, names and translations. */
const isInsideSentence = ({ unit: { text }, start, end, glued }: ForeignPassage): boolean =>
  glued ||
  (/\p{Ll}\p{M}*,? $/u.test(text.slice(Math.max(0, start - 4), start)) && /^ \p{Ll}/u.test(text.slice(end, end + 2)))

/** `庄司, 東海林 y 小路`: words that are shown one after the other. */
const isEnumerated = ({ unit, start }: ForeignPassage, previous: ForeignPassage | undefined): boolean =>
  previous?.unit === unit && start - previous.end <= enumerationGap

/** The script that a unit is written in: `## 사용자 입력` in a chat full of code makes Hangul at home there. */
const mainScript = (unit: TextUnit): Script | undefined => {
  const counts = tallyOf(unit)
  const half = letters(counts) / 2
  return [...counts].find(([, count]) => count > half)?.[0]
}

/** Words that introduce a foreign one on purpose. */
const introduction =
  /\b(?:called|word|words|term|character|characters|letter|letters|symbol|name|named|means|meaning|written|as|or|kanji|hanja|hangul|kana|chinese|japanese|korean|russian|arabic|hebrew|greek|thai|hindi|nombre|palabra|mot|wort)\b[^.]{0,12}$/i

const inLatinPost = (post: Post, passages: readonly ForeignPassage[]): readonly ForeignPassage[] => {
  const all = letters(lettersOf(post))
  const foreign = all - letters(lettersOf(post), latin)
  if (foreign > Math.max(12, all * latinShareCap) || passages.length > latinPassageCap) return []
  const home = new Set(post.units.map(mainScript))
  return passages.filter(
    (passage, index) =>
      isInsideSentence(passage) &&
      passage.words <= 2 &&
      !home.has(scriptOf(passage.text.codePointAt(0)!)) &&
      !isEnumerated(passage, passages[index - 1]) &&
      !introduction.test(passage.unit.text.slice(Math.max(0, passage.start - 40), passage.start)),
  )
}

/** Whether foreign words can be told from the unit's own: it is in the post's language, and mostly so. */
const isComparable = (unit: TextUnit, post: Post): boolean => {
  const { language } = unit
  if (language === 'und' || language === 'mul') return false
  if (post.language !== 'mul' && language !== post.language) return false
  if (post.language === 'mul' && scriptsOf(language).includes('Latn')) return false
  const foreign = foreignLetters(tallyOf(unit), language)
  return foreign > 0 && hostLetters(unit) > foreign && !isQuotation(unit)
}

const foreignLetters = (counts: ScriptTally, language: string): number => {
  let foreign = 0
  for (const [script, count] of counts) if (isForeign(script, language)) foreign += count
  return foreign
}

/** What stands in a post in a script that does not belong there. */
export const foreignPassages = (post: Post): readonly ForeignPassage[] => {
  if (post.language !== 'mul' && foreignLetters(lettersOf(post), post.language) === 0) return []
  const passages = comparableUnits(post)
    .filter((unit) => isComparable(unit, post))
    .flatMap(passagesIn)
  if (passages.length === 0) return passages
  if (post.language === 'mul') {
    const home = new Set(post.units.flatMap(({ language }) => scriptsOf(language)))
    return passages.filter(({ text }) => !home.has(scriptOf(text.codePointAt(0)!)))
  }
  return scriptsOf(post.language).includes('Latn') ? inLatinPost(post, passages) : passages
}
