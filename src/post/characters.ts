/** The characters that markup is made of, by code: no string is made to look at one. */

export const lineFeed = 10
export const space = 32
export const doubleQuote = 34
export const ampersand = 38
export const singleQuote = 39
export const slash = 47
export const less = 60
export const equals = 61
export const greater = 62

export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
/** White space of HTML. */
export const isSpace = (code: number): boolean =>
  code === space || code === lineFeed || code === 9 || code === 13 || code === 12
/** Whether a tag name ends before a character. */
export const endsName = (code: number): boolean => code === slash || code === greater || isSpace(code)

/** The first place from an offset on where a stretch ends, or the end of the text. */
export const endOf = (text: string, from: number, isEnd: (code: number) => boolean): number => {
  let at = from
  while (at < text.length && !isEnd(text.charCodeAt(at))) at++
  return at
}
