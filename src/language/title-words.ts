import { isFunctionWord } from './lexicon.ts'

/** A word of a title, as it is counted. */
export interface TitleWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const wordShape = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu
/** Particles that may follow a Korean word of two syllables or more. */
const particle = /^([가-힣]{2,})(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로|만|까지|부터)$/
const minorWords = new Set('de la le les des du et en el los las y un una der die das und von mit ist the'.split(' '))

/** The words of a title that carry its meaning; small words, numbers and single letters are left out. */
export const contentWords = (title: string): readonly TitleWord[] =>
  [...title.matchAll(wordShape)].flatMap((match) => {
    const own = match[0].normalize('NFC').toLowerCase()
    const word = particle.exec(own)?.[1] ?? own
    const isLatin = /^[a-z]/.test(word)
    const isMinor = isFunctionWord(word) || minorWords.has(word) || word.length < (isLatin ? 3 : 2)
    return isMinor || !/\p{L}{2}/u.test(word) ? [] : [{ word, start: match.index, end: match.index + match[0].length }]
  })

const separators = /[,，、|｜/]/

/** Short items between commas or bars, without a sentence around them; empty for any other title. */
export const listedItems = (title: string): readonly string[] => {
  if (/[.!?…。！？]\s*$/.test(title) || /(?:^|\s)(?:and|or|und|et|y|및|그리고)\s/i.test(title)) return []
  const items = title.split(separators).map((item) => item.trim())
  const isShort = (item: string): boolean => item !== '' && item.length <= 20 && item.split(/\s+/).length <= 3
  return items.every((item) => isShort(item) && !/\d\.\d|[:：;"&]/.test(item)) ? items : []
}
