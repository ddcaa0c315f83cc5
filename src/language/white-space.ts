/** Whether a UTF-16 unit is white space, as `\s` has it. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  // Nearly all letters are before or behind these, and asked about one by one.
  (code >= 0xa0 && code <= 0x3000 && isRareSpace(code)) ||
  code === 0xfeff

const isRareSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

/** White space that is not a single space already. */
const uneven = /[^\S ]| {2}/

/** A text with one space for each run of white space, and none at its ends. */
export const collapsed = (text: string): string => (uneven.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
