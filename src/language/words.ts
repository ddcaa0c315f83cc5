import type { Range } from '../post/range.ts'

/** Languages written without spaces between words: their texts are measured in characters. */
const byCharacter = new Set(['ja', 'zh', 'yue'])

/** Others without spaces: letters that make up a word of average length there. */
const lettersPerWord: ReadonlyMap<string, number> = new Map([
  ['th', 4],
  ['lo', 4],
  ['km', 5],
  ['my', 5],
  ['bo', 4],
])

/** Whether the length of a text in a language is a number of characters rather than of words. */
export const countsCharacters = (language: string): boolean => byCharacter.has(language)

/** Whether a language parts its words by spaces. */
export const spacesWords = (language: string): boolean => !byCharacter.has(language) && !lettersPerWord.has(language)

const token = /[^\s—]+/g
const letterOrDigit = /[\p{L}\p{N}\ue000]/u
const edges = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu
const character =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}ー]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}'’.]*/gu
const letter = /\p{L}/gu

const countMatches = (text: string, pattern: RegExp): number => {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.exec(text)) count++
  return count
}

/** Stretches between spaces and long dashes that hold a letter or a digit. */
const countTokens = (text: string): number => {
  let count = 0
  for (const [found] of text.matchAll(token)) if (letterOrDigit.test(found)) count++
  return count
}

/**
 * How long a text is: words between spaces (Korean: eojeol); in Japanese and Chinese characters, a Latin word or a
 * number counting as one; in scripts without spaces, such as Thai, an estimate of its words.
 */
export const sizeOf = (text: string, language: string): number => {
  if (byCharacter.has(language)) return countMatches(text, character)
  const letters = lettersPerWord.get(language)
  return letters === undefined ? countTokens(text) : Math.round(countMatches(text, letter) / letters)
}

/** A word with its place in the text, without the marks at its edges. */
export interface Word extends Range {
  readonly text: string
}

/** The words of a text, where spaces part them; what holds neither letter nor digit is none. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(token)) {
    const word = found.replace(edges, '')
    if (word === '') continue
    const start = index + found.indexOf(word)
    yield { text: word, start, end: start + word.length }
  }
}
