import { perPart } from '../memo.ts'
import type { Post, TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { abbreviations, closingAbbreviations } from './abbreviations.ts'

/** A sentence: offsets into its unit's text, white space at the ends left out. */
export interface Sentence extends Range {
  readonly unit: TextUnit
  /** Whether a closing mark ends it, and not a line break or the end of the block. */
  readonly isClosed: boolean
}

/** One or several closing marks, with the quotation marks, brackets and notes that may follow. */
const closing = /[.!?…‥。！？｡．؟۔।॥։።]+(?:["'”’»›\p{Pe}*_]|\[\d{1,3}\])*/gu
/** Chinese parts whole statements by a semicolon. */
const closingChinese = /[.!?…‥。！？；｡．]+(?:["'”’»›\p{Pe}*_]|\[\d{1,3}\])*/gu

const wideMark = /[。！？；｡．؟۔।॥։።]/
const dotsOnly = /^(?:\.{2,}|[…‥]+)/
const openers = /^[\s\p{Ps}\p{Pi}"'*_¿¡«»„—–-]*/u
const east = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const lowerCase = /\p{Ll}/u

/** After a quotation these go on with the sentence it stands in: と言った, 라고, 的. */
const continuation = /^[\p{Script=Hangul}とっってでがのをはもにへやなだじか的地得之，、,]/u
const koreanEnding = /[다요죠까음함됨임네]$/
/** Languages that write ordinal numbers with a full stop. */
const ordinalLanguages = new Set('de da no nb nn fi hu cs sk sl hr sr bs is et lv pl tr'.split(' '))

/** How far back a word before a full stop is looked for, and how far ahead the next sentence's first letter. */
const reach = 24

/** Whether a full stop after `before` only shortens a word, counts something or stands inside a name. */
const isShortening = (before: string, next: string, language: string): boolean => {
  const word = /[\p{L}\p{M}\p{N}.'’]*$/u.exec(before)![0].replace(/^['’.]+/, '')
  if (word === '') return false
  const lower = word.toLowerCase()
  const isLowerNext = lowerCase.test(next)
  if (closingAbbreviations.has(lower)) return isLowerNext || next === '' || /[\d,;]/.test(next)
  if (abbreviations.has(lower)) return true
  // Initials (J. R. R. Tolkien), and list marks at the start (1. a. 가.).
  if ((/^\p{L}$/u.test(word) && word !== 'I' && !east.test(word)) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return true
  const opensText = before.trim() === word
  if (opensText && /^(?:\d{1,3}|[a-z가-힣ivx])$/.test(word)) return true
  if (/^\d{1,2}$/.test(word) && ordinalLanguages.has(language)) return true
  if (!isLowerNext || east.test(word)) return false
  return !/^\p{Ll}{4,}$/u.test(word)
}

/** Whether the marks from `start` to `end` close a sentence. */
const isEnd = (text: string, start: number, end: number, from: number, language: string): boolean => {
  if (end >= text.length) return true
  const marks = text.slice(start, end)
  const previous = text[start - 1] ?? ''
  const next = text[end]!
  const isQuoted = /["'”’»」』）)\]】》〉]/.test(marks)
  if (wideMark.test(marks)) return !(isQuoted && continuation.test(next))
  if (!/\s/.test(next)) {
    if (isQuoted || !east.test(previous) || !east.test(next)) return false
    return /^[!?]/.test(marks) || koreanEnding.test(previous) || !/\p{Script=Hangul}/u.test(previous)
  }
  const following = text.slice(end, end + reach)
  const first = following.slice(openers.exec(following)![0].length, reach)[0] ?? ''
  if (dotsOnly.test(marks)) return east.test(previous) || (first !== '' && !lowerCase.test(first))
  if (/[!?]/.test(marks)) return east.test(previous) || !lowerCase.test(first)
  return !isShortening(text.slice(Math.max(from, start - reach), start), first, language)
}

/** Offsets of the line breaks that the page shows (`<br>`, two spaces before a line's end). */
const hardBreaks = ({ source }: Post, unit: TextUnit): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const { start, end } of unit.runs) {
    if (end - start !== 1 || unit.text[start] !== '\n') continue
    const written = unit.range(start, end)
    if (!written || !/^\r?\n?$/.test(source.slice(written.start, written.end))) found.add(start)
  }
  return found
}

const split = (post: Post, unit: TextUnit): readonly Sentence[] => {
  const { text, language } = unit
  const sentences: Sentence[] = []
  let from = 0
  const add = (end: number, isClosed: boolean): void => {
    let start = from
    let stop = end
    while (start < stop && /\s/.test(text[start]!)) start++
    while (stop > start && /\s/.test(text[stop - 1]!)) stop--
    from = end
    if (/[\p{L}\p{N}]/u.test(text.slice(start, stop))) sentences.push({ unit, start, end: stop, isClosed })
  }
  const breaks = [...hardBreaks(post, unit)]
  let nextBreak = 0
  const breakUpTo = (end: number): void => {
    for (; nextBreak < breaks.length && breaks[nextBreak]! < end; nextBreak++) add(breaks[nextBreak]!, false)
  }
  for (const { 0: marks, index } of text.matchAll(language === 'zh' ? closingChinese : closing)) {
    const end = index + marks.length
    breakUpTo(index)
    if (isEnd(text, index, end, from, language)) add(end, true)
  }
  breakUpTo(text.length)
  add(text.length, false)
  return sentences
}

/** The units of a post that have been split. */
const knownIn = perPart((_post: Post) => new Map<TextUnit, readonly Sentence[]>())

/**
 * The sentences of a text unit, in order. Abbreviations, initials, decimals, addresses and quotations inside a sentence
 * do not end it; a `<br>` does. Computed once per unit, in linear time.
 */
export const sentencesOf = (post: Post, unit: TextUnit): readonly Sentence[] => {
  const known = knownIn(post)
  const made = known.get(unit) ?? split(post, unit)
  known.set(unit, made)
  return made
}

/** Whether a text's last printed characters close a sentence. */
export const endsSentence = (text: string): boolean =>
  /[.!?…‥。！？｡．؟۔।॥։።][\p{Pe}\p{Pf}"'”’*_\]\s]*$/u.test(text.slice(-12))
