import { isSpace } from '../../language/white-space.ts'

/** How many characters of a text (in UTF-16 units) are no white space. */
export const printedLength = (text: string, start = 0, end = text.length): number => {
  let count = 0
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) count++
  return count
}
