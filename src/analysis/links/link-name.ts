/** A link's name as a list of links shows it: marks and pictograms around it do not tell it apart from others. */
export const listedName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^[\s\p{Extended_Pictographic}\u{fe0f}]{1,9}/u, '')
    .replace(/[\s.!?…>»→\p{Extended_Pictographic}\u{fe0f}]{1,9}$/u, '')

/** Whether a name is the label of a document with many pages: `HTG-08`, `RFC 2616`. */
export const isLabel = (text: string): boolean => /^[A-Z]{2,10}[ -]?\d[\d.-]{0,8}$/.test(text.trim())
