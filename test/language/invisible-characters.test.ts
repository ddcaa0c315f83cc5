import { describe, expect, it } from 'vitest'
import { invisibleCharacters, mayHoldInvisible } from '../../src/language/invisible-characters.ts'

const names = (text: string): string[] => invisibleCharacters(text, 0, text.length).map(({ name }) => name)

describe('invisibleCharacters', () => {
  it.each([
    ['a joined emoji', '👩\u200d💻 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥'],
    ['Persian', 'می\u200cخواهم کتاب\u200cها'],
    ['Sinhala and Hindi conjuncts', 'ශ්\u200dරී क्\u200dष'],
    ['Thai line ends', 'หน้า\u200bเว็บ'],
    ['direction marks in Hebrew', 'שלום \u200fC++\u200f עולם'],
    ['ideographic variants', '葛\u{e0100}城'],
    ['a flag made of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['old Hangul', '\u115f\u1161'],
    ['a no-break space', '10\u00a0km'],
    ['emphasis that ends inside a word', '**강조**\u200b를'],
  ])('leaves %s alone', (_, text) => {
    expect(names(text)).toEqual([])
  })

  it('names what it finds', () => {
    expect(names('a\u200bb\u0007c\u202ed\u00a0\u00a0e\u3164f')).toEqual([
      'U+200B zero width space',
      'U+0007 control character',
      'U+202E right-to-left override',
      'U+00A0 no-break space',
      'U+3164 Hangul filler',
    ])
  })

  it('takes a hidden message in tags as one', () => {
    expect(invisibleCharacters('hi\u{e0048}\u{e0069}', 0, 6)).toMatchObject([{ start: 2, end: 6, replacement: '' }])
  })

  it('never runs words together, and never turns a Markdown line into something else', () => {
    const replacements = (text: string) =>
      invisibleCharacters(text, 0, text.length).map(({ replacement }) => replacement)
    expect(replacements('one\u2028two')).toEqual([' '])
    expect(replacements('one \u2028two')).toEqual([''])
    expect(replacements('\u200b    indented')).toEqual([undefined])
  })

  it('has a quick look that misses nothing', () => {
    for (let code = 1; code < 0x10000; code++) {
      const text = `x${String.fromCharCode(code)}y`
      if (names(text).length > 0) expect(mayHoldInvisible(text), code.toString(16)).toBe(true)
    }
  })
})
