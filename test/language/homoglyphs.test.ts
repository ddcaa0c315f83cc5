import { describe, expect, it } from 'vitest'
import { homoglyphsOf } from '../../src/language/homoglyphs.ts'
import { unitOf } from '../support/unit.ts'

const mended = (text: string, language: string): [string, string][] =>
  homoglyphsOf(unitOf(text, language)).map(({ text: word, replacement }) => [word, replacement])

describe('homoglyphsOf', () => {
  it('writes a word in the script that most of its letters are in', () => {
    expect(mended('Патсh и Patсh', 'ru')).toEqual([['Patсh', 'Patch']])
    expect(mended('безопаcность в Интернeте', 'ru')).toEqual([
      ['безопаcность', 'безопасность'],
      ['Интернeте', 'Интернете'],
    ])
  })

  it('leaves names with the endings of the sentence alone', () => {
    expect(mended('в WebKitе, для SEOшников и Gitом', 'ru')).toEqual([])
  })

  it('leaves letters alone that look like no other', () => {
    expect(mended('κeen and SystemFω, Σ and Ω', 'en')).toEqual([])
    expect(mended('Москва는 도시 이름입니다', 'ko')).toEqual([])
  })

  it('takes capitals that only look Latin for Latin ones where nothing else is Cyrillic', () => {
    expect(mended('А씨와 В씨는 ОТТ를 봅니다', 'ko')).toEqual([
      ['А', 'A'],
      ['В', 'B'],
      ['ОТТ', 'OTT'],
    ])
    expect(mended('В Москве', 'ko')).toEqual([])
  })
})
