import { describe, expect, it } from 'vitest'
import { cutToEm, widthInEm } from '../../src/language/display-em.ts'

describe('widthInEm', () => {
  it.each([
    ['', 0],
    ['iii', (3 * 455) / 2048],
    ['WWW', (3 * 1933) / 2048],
    ['가나다', 3 * 0.92],
    ['가나다'.normalize('NFD'), 3 * 0.92],
    ['漢字かな', 4],
    ['ｱｲｳ', 1.5],
    ['ＡＢ', 2],
    ['é', 0.556],
    ['e\u0301', 0.556],
    ['жук', 3 * 0.556],
    ['👨‍👩‍👧🇰🇷', 2],
    ['❤️', 1],
    ['a\u200b', 1139 / 2048],
    ['“…”', (682 + 2048 + 682) / 2048],
  ])('of %j', (text, em) => {
    expect(widthInEm(text)).toBeCloseTo(em, 6)
  })

  it('takes white space for one space', () => {
    expect(widthInEm('  a \n\t b ')).toBe(widthInEm('a b'))
  })

  it('agrees with the usual limits of characters', () => {
    expect(Math.floor(29 / widthInEm('한'))).toBe(31)
    expect(Math.round(29 / (widthInEm('the quick brown fox jumps over the lazy dog') / 43))).toBeGreaterThan(55)
  })

  it('measures long texts in linear time', () => {
    const start = performance.now()
    widthInEm('e\u0301 漢👍'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('cutToEm', () => {
  it.each([
    ['漢字かな', 2.5, '漢字'],
    ['👨‍👩‍👧👍', 1, '👨‍👩‍👧'],
    ['abc', 10, 'abc'],
  ])('%j to %d em', (text, limit, cut) => {
    expect(cutToEm(text, limit)).toBe(cut)
  })
})
