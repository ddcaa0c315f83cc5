import { englishWords, technicalTerms } from './data/words.generated.ts'
import { packedWords } from './word-list.ts'

const english = packedWords(englishWords)
const technical = packedWords(technicalTerms)

/** Endings that make further words of a word, longest first, with what may have stood in their place. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  ['ability', ['able', 'e', '']],
  ['ation', ['ate', 'e', '']],
  ['ness', ['']],
  ['less', ['']],
  ['ment', ['']],
  ['able', ['', 'e']],
  ['izing', ['y', 'ize', '']],
  ['ized', ['y', 'ize', '']],
  ['ing', ['', 'e']],
  ['ies', ['y']],
  ['ied', ['y']],
  ['ly', ['', 'le']],
  ['ed', ['', 'e']],
  ['er', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
]

/** The words that a word may be a form of, itself first. */
export const stemsOf = (word: string): string[] => {
  const stems = [word]
  for (const [ending, replacements] of endings) {
    if (word.length < ending.length + 3 || !word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    for (const replacement of replacements) stems.push(stem + replacement)
    if (stem.at(-1) === stem.at(-2)) stems.push(stem.slice(0, -1))
  }
  return stems
}

/** Whether an ordinary reader of English knows a word, given in lower case; all parts of a hyphenated word must be known. */
export const isEnglish = (word: string): boolean =>
  word
    .replace(/['’](?:s|re|ve|ll|d|m|t)$/, '')
    .split(/['’-]/)
    .every(
      (part) =>
        part.length < 2 || english.has(part) || (part.length > 6 && stemsOf(part).some((stem) => english.has(stem))),
    )

/** Whether a word, given in lower case, is in the dictionaries of software terms. */
export const isTechnicalTerm = (word: string): boolean => technical.has(word)

/** The small words that hold an English sentence together. */
const functionWords = new Set(
  (
    'a an the of to in on at by for from with without into onto over under about between through during and or but nor so yet if as than ' +
    'that which who whom whose what when where why how is are was were be been being am do does did have has had will would shall should ' +
    'can could may might must not no it its this these those they them their there he she his her him we us our you your i my me'
  ).split(' '),
)

export const isFunctionWord = (word: string): boolean => functionWords.has(word)
