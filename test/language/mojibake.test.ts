import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mojibakeIn } from '../../src/language/mojibake.ts'

/** What a program makes of UTF-8 that it takes for Latin-1. */
const misread = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text))

const originals = (text: string): string[] => mojibakeIn(text).map(({ original }) => original)

describe('mojibakeIn', () => {
  it.each([
    'don’t',
    'café',
    'naïve',
    '5 €',
    '안녕하세요',
    'こんにちは',
    '你好',
    'Привет',
    'Γειά σου',
    '😀',
    'no\u00a0break',
  ])('finds what %s has become, and what it was', (text) => {
    const damaged = mojibakeIn(misread(text))
    const mended = damaged.reduceRight(
      (result, { start, end, original }) => result.slice(0, start) + original + result.slice(end),
      misread(text),
    )
    expect(mended).toBe(text)
  })

  it.each([
    ['donâ€™t', '’'],
    ['5 â‚¬', '€'],
    ['ðŸ˜€', '😀'],
    ['ì•ˆë…•', '안녕'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
  ])('reads %s as Windows-1252', (text, original) => {
    expect(originals(text)).toEqual([original])
  })

  it.each([
    '“CAFÉ” – « là », MAÇÃ”, IRMÃ…',
    'Ångström, Straße, Zürich, Malmö, Łódź, Ærø',
    'à la carte… é” ì’ ò— ü™',
    '10 €, ½ Â, 20 °C, © 2024',
    'Tiếng Việt có dấu, ð and þ',
  ])('leaves text alone that only uses such letters: %s', (text) => {
    expect(originals(text)).toEqual([])
  })

  it('proves what it says: encoding the original again gives what was found', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x80, max: 0xff })), (codes) => {
        const text = String.fromCharCode(...codes)
        for (const { text: found, original } of mojibakeIn(text)) expect(misread(original)).toBe(found)
      }),
    )
  })
})
