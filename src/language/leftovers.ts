import type { Post, TextUnit } from '../post/post.ts'
import { byLanguage, everywhere, technicalUse } from './borrowed.ts'
import { isTechnicalPost } from './domain.ts'
import type { Enclosure } from './enclosures.ts'
import { isHostLetter, type LatinRun } from './latin-runs.ts'
import { isEnglish, isFunctionWord, isTechnicalTerm, stemsOf } from './lexicon.ts'
import { attachmentOf } from './particles.ts'
import { contextsOf, isDense, type Passage, passagesOf } from './passages.ts'
import { letters, tally } from './scripts.ts'

/** A run of Latin words that seems to be left over from another language. */
export interface Leftover {
  readonly unit: TextUnit
  /** Offsets into the unit's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** From 2 on likely, from 3 on nearly certain. */
  readonly score: number
}

export interface LeftoverOptions {
  readonly minLength: number
  /** `strict` holds technical posts to the same standard as all others. */
  readonly profile: 'balanced' | 'strict'
  readonly techTerms: readonly string[]
  isAllowed(word: string): boolean
}

/** The evidence that makes a leftover likely. */
const threshold = 2

/** What speaks for a word being left over, and what against it. Tuned by reading findings, in this order of strength. */
const weight = {
  englishWord: 2,
  shortEnglishWord: 1.5,
  foreignLetters: 2,
  unknownWord: 1.25,
  unknownWordWithoutSpaces: 0.75,
  verb: 1.5,
  'spaced-verb': 0.75,
  particle: 0.75,
  compound: 0,
  none: 0,
  gluedToEnding: 0.75,
  betweenHostWords: 0.25,
  ordinaryPhrase: 0.5,
  wholeClause: 1,

  quotedOrInBrackets: -4,
  meantThatWay: -4,
  explained: -3,
  thirdLanguage: -3,
  usedAgainAndAgain: -3,
  usedThrice: -1.5,
  besideName: -2,
  spokenOf: -3,
  nameElsewhere: -2,
  originalBehindTranslation: -2,
  linkText: -1.5,
  setApart: -1.5,
  numbered: -1,
  loneFunctionWord: -1,
} as const

const unspaced: ReadonlySet<string> = new Set(['ja', 'zh', 'yue'])

/** How much less a word weighs in a post about technology. */
const technicalDiscount = { term: 4.5, shortWord: 2.5, unknownWord: 2, englishWord: 1.5 } as const

/** Elements that set a word apart on purpose. */
const namingTags = new Set(['q', 'cite', 'dfn', 'abbr', 'i', 'em', 'sub', 'sup'])

/** Whether an enclosure holds nothing much but Latin words: a quotation, a name, an original in brackets. */
const isMostlyLatin = ({ text, language }: TextUnit, { start, end }: Enclosure): boolean => {
  const counts = tally(text.slice(start, end))
  const latin = counts.get('Latn') ?? 0
  return latin >= (letters(counts) - latin) * (isDense(language) ? 2 : 1)
}

/** A gloss in the host language right after a foreign word explains it: `commit(커밋)`. */
const hasGloss = (text: string, end: number): boolean => {
  const gloss = /^['"’”]? ?[(（]([^()（）]{1,60})[)）]/.exec(text.slice(end, end + 66))?.[1]
  if (!gloss) return false
  const counts = tally(gloss)
  return letters(counts) > (counts.get('Latn') ?? 0) * 2
}

const isBetweenHostWords = (text: string, { start, end }: LatinRun): boolean => {
  const before = /\s/.test(text[start - 1] ?? '') ? start - 2 : start - 1
  const after = /\s/.test(text[end] ?? '') ? end + 1 : end
  return isHostLetter(text, before) && isHostLetter(text, after)
}

/** `Systematic approach가`: a capital at the start of an otherwise ordinary phrase does not make a name of it. */
const startsPhrase = ({ words: [first, ...others] }: LatinRun): boolean =>
  others.length > 0 &&
  first?.shape === 'title' &&
  isEnglish(first.text.toLowerCase()) &&
  others.every((word) => word.shape === 'lower' && isEnglish(word.text))

/** `knit这个词`, `gathering이라는 단어`: the word itself is what the sentence is about. */
const spokenOf =
  /^['"’”]?\s?(?:这个词|這個詞|这个字|一词|一詞|这个单词|という(?:言葉|単語|名前|名称)|って(?:言葉|単語)|(?:이라|라)는 (?:단어|말|이름|용어|표현|뜻)|\s?단어)/

/** What is said about all words of a run alike. */
const weighRun = ({ unit, runs, enclosures, inline }: Passage, index: number): number => {
  const { text } = unit
  const run = runs[index]!
  const enclosure = enclosures[index]
  const tags = inline[index]!
  const lower = run.words.filter((word) => word.shape === 'lower')
  const known = lower.filter((word) => isEnglish(word.text))
  const isOrdinary = run.words.length === 1 || lower.length === run.words.length || startsPhrase(run)
  let score = 0
  if (enclosure && isMostlyLatin(unit, enclosure)) score += weight.quotedOrInBrackets
  if (hasGloss(text, run.end)) score += weight.explained
  if (spokenOf.test(text.slice(run.end, run.end + 12))) score += weight.spokenOf
  if (tags.some(({ tagName }) => tagName === 'a')) score += weight.linkText
  if (tags.some(({ tagName }) => namingTags.has(tagName))) score += weight.setApart
  if (!isOrdinary) score += weight.besideName
  // `경계 콘텍스트bounded context`: publishers set the original term right behind its translation.
  if (run.words.length > 1 && isHostLetter(text, run.start - 1)) score += weight.originalBehindTranslation
  if (lower.length > 3 && known.length * 3 < lower.length * 2) score += weight.thirdLanguage
  // `preview 3`: a version, a chapter, a model; but not an amount, `visitors 30명`.
  if (/^\s?\d[\d.]*(?![\d.:]|\s?\p{L})/u.test(text.slice(run.end, run.end + 12))) score += weight.numbered
  if (isBetweenHostWords(text, run)) score += weight.betweenHostWords
  if (isOrdinary && run.words.length > 1 && known.length === lower.length) {
    score += weight.ordinaryPhrase
    if (run.words.length > 3 && lower.some((word) => isFunctionWord(word.text))) score += weight.wholeClause
  }
  return score
}

const weighWord = (word: string, language: string): number => {
  if (everywhere.has(word) || byLanguage[language]?.has(word)) return weight.meantThatWay
  if (/[^a-z'’-]/.test(word)) return weight.foreignLetters
  // Chinese and Japanese keep names in Latin letters more often than Korean does.
  if (!isEnglish(word)) return unspaced.has(language) ? weight.unknownWordWithoutSpaces : weight.unknownWord
  return word.length === 3 ? weight.shortEnglishWord : weight.englishWord
}

const discountOf = (word: string, ownTerms: ReadonlySet<string>): number => {
  const isTerm = (stem: string): boolean => technicalUse.has(stem) || isTechnicalTerm(stem) || ownTerms.has(stem)
  if (ownTerms.has(word) || word.split('-').some((part) => stemsOf(part).some(isTerm))) return technicalDiscount.term
  if (!isEnglish(word)) return technicalDiscount.unknownWord
  return word.length <= 4 ? technicalDiscount.shortWord : technicalDiscount.englishWord
}

/** What a run is judged by, besides itself. */
interface Case {
  readonly options: LeftoverOptions
  readonly contexts: ReadonlyMap<string, number>
  /** Words that the post writes with a capital as well, in lower case: `vim` is a name where `Vim` is one. */
  readonly names: ReadonlySet<string>
  /** How much less a word weighs in this post. */
  discount(word: string): number
}

/** The score of one word of a run; undefined for what is no word to judge: acronyms, names, code, allowed words. */
const weighInRun = (
  run: LatinRun,
  at: number,
  { unit }: Passage,
  { options, contexts, names }: Case,
): number | undefined => {
  const word = run.words[at]!
  const lower = word.text.toLowerCase()
  const isFirst = at === 0
  const isLast = at === run.words.length - 1
  const { after, gluedBefore } = attachmentOf(unit.text, word.start, word.end, unit.language)
  const isGlued = isFirst && gluedBefore
  const isCandidate =
    word.shape === 'lower' || (word.shape === 'title' && isFirst && (isLast ? isGlued : startsPhrase(run)))
  if (!isCandidate || lower.length < options.minLength || options.isAllowed(lower)) return undefined
  const places = contexts.get(lower) ?? 1
  let score = weighWord(lower, unit.language)
  if (isLast) score += weight[after]
  if (isGlued) score += weight.gluedToEnding
  if (isFirst && isLast && isFunctionWord(lower)) score += weight.loneFunctionWord
  if (!isEnglish(lower) && lower.split('-').some((part) => names.has(part))) score += weight.nameElsewhere
  if (places >= 4) score += weight.usedAgainAndAgain
  else if (places === 3) score += weight.usedThrice
  return score
}

/** Judges a run: from its first word that is left over to the last one. */
const judge = (passage: Passage, index: number, circumstances: Case): Leftover | undefined => {
  const { unit, runs } = passage
  const run = runs[index]!
  const shared = weighRun(passage, index)
  const found: number[] = []
  let score = 0
  for (const [at, { text }] of run.words.entries()) {
    const own = weighInRun(run, at, passage, circumstances)
    if (own === undefined || own + shared < threshold) continue
    const discounted = own + shared - circumstances.discount(text.toLowerCase())
    if (discounted < threshold) continue
    found.push(at)
    score = Math.max(score, discounted)
  }
  if (!found.length) return undefined
  let first = startsPhrase(run) ? 0 : found[0]!
  // `of` and `the` before the first word belong to the phrase, although they are too short to be judged.
  while (first > 0 && run.words[first - 1]!.shape === 'lower' && isFunctionWord(run.words[first - 1]!.text)) first--
  const start = run.words[first]!.start
  const end = run.words[found.at(-1)!]!.end
  return { unit, start, end, text: unit.text.slice(start, end), score }
}

/** Finds what was left untranslated in the units of a post whose language is not written in Latin letters. */
export const leftoversOf = (post: Post, units: readonly TextUnit[], options: LeftoverOptions): Leftover[] => {
  const passages = passagesOf(units)
  if (!passages.length) return []
  const ownTerms = new Set(options.techTerms.map((term) => term.toLowerCase()))
  const allRuns = passages.flatMap(({ runs }) => runs)
  let isTechnical: boolean | undefined
  const circumstances: Case = {
    options,
    contexts: contextsOf(passages),
    names: new Set(
      allRuns.flatMap(({ words }) =>
        words.filter(({ shape }) => shape !== 'lower').map(({ text }) => text.toLowerCase()),
      ),
    ),
    discount(word) {
      isTechnical ??= options.profile === 'balanced' && isTechnicalPost(post, allRuns, ownTerms)
      return isTechnical ? discountOf(word, ownTerms) : 0
    },
  }
  return passages.flatMap((passage) => passage.runs.flatMap((_, index) => judge(passage, index, circumstances) ?? []))
}
