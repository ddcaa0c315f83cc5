import { isEnglish } from './lexicon.ts'

/** Longer than this and in no list of abbreviations, a word in capitals is a shouted one. */
const longestAbbreviation = 5

/** Words in capitals between which nothing but white space stands. */
const run = /(?<![\p{L}\p{N}_])\p{Lu}[\p{Lu}'’]*(?:\s+\p{Lu}[\p{Lu}'’]*)*(?![\p{L}\p{N}_]|\.\p{L}|\s+\d{2})/gu

/** Whether a word in capitals is an ordinary word: not an abbreviation, a name or a constant. */
const isShouted = (word: string): boolean => word.length > longestAbbreviation && isEnglish(word.toLowerCase())

/** The first words that a text shouts: an English word of some length in capitals, or three of any length in a row. */
export const shoutedWords = (text: string): { readonly start: number; readonly end: number } | undefined => {
  for (const match of text.matchAll(run)) {
    const words = match[0].split(/\s+/)
    const long = words.filter((word) => word.length > 1)
    const isSentence = long.length >= 3 && long.filter((word) => isEnglish(word.toLowerCase())).length >= 2
    if (isSentence || words.some(isShouted)) return { start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
