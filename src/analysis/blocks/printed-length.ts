const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff))

/** How many characters of a text (in UTF-16 units) are no white space. */
export const printedLength = (text: string, start = 0, end = text.length): number => {
  let count = 0
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) count++
  return count
}
