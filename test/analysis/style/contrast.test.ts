import { describe, expect, it } from 'vitest'
import { contrast, hexOf, over, passingShade, type Rgba, rgbaOf } from '../../../src/analysis/style/contrast.ts'

const color = (value: string): Rgba => rgbaOf(value)!
const white = color('#fff')

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#ee2323', '#ffffff', 4.29],
    ['#1a5490', 'white', 7.74],
    ['#1a5490', '#121212', 2.42],
    ['#767676', '#fff', 4.54],
    ['hsl(0 0% 50%)', 'hsl(0 0% 50%)', 1],
  ])('of %s on %s is %d', (front, back, ratio) => {
    expect(contrast(color(front), color(back))).toBeCloseTo(ratio, 2)
  })

  it('is that of what is seen, where colours are translucent', () => {
    expect(hexOf(over(color('rgb(0 0 0 / 40%)'), white))).toBe('#999999')
    expect(contrast(color('#000'), over(color('#21538527'), white))).toBeCloseTo(16.5, 1)
  })

  it('has no colour for what cannot be told', () => {
    for (const value of ['inherit', 'var(--a)', 'transparent', 'none', '']) expect(rgbaOf(value)).toBeUndefined()
  })
})

describe('passingShade', () => {
  it.each([
    ['#ee2323', '#ffffff', 4.5],
    ['#00cc00', '#eeeeee', 4.5],
    ['#1a5490', '#121212', 4.5],
    ['#777777', '#ffffff', 7],
  ])('finds one for %s on %s', (front, back, needed) => {
    const shade = passingShade(color(front), color(back), needed)!
    expect(contrast(color(shade), color(back))).toBeGreaterThanOrEqual(needed)
  })

  it('finds none where there is none', () => {
    expect(passingShade(color('#888'), color('#777'), 15)).toBeUndefined()
  })
})
