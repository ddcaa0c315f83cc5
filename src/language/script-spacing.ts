import type { Range } from '../post/range.ts'

/** A place where Han or kana meet a word in Latin letters. */
export interface ScriptBorder extends Range {
  /** Where the border itself is: the space, or nothing. */
  readonly gap: Range
  readonly isSpaced: boolean
}

const han = '[\\u3005\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff]'
/** Two letters or more: 「T恤」 and 「B站」 are words of their own. */
const borders = new RegExp(`(?<=${han})( ?)(?=[A-Za-z][A-Za-z])|(?<=[A-Za-z][A-Za-z])( ?)(?=${han})`, 'g')

/** The borders of a text, with the characters beside them. Linear. */
export const scriptBordersIn = (text: string): ScriptBorder[] => {
  const found: ScriptBorder[] = []
  for (const { 0: space, index } of text.matchAll(borders)) {
    const end = index + space.length
    found.push({ start: index - 1, end: end + 1, gap: { start: index, end }, isSpaced: space !== '' })
  }
  return found
}
