import { describe, expect, it } from 'vitest'
import { likelyTag, tagProblem } from '../../src/language/language-tags.ts'

describe('tagProblem', () => {
  it.each(
    'ko en-US zh-Hant-TW es-419 de-1996 sl-rozaj-biske zh-cmn-Hans-CN ar-arz en-u-ca-buddhist en-x-own x-own qaa tlh und mul zxx KO tw i-default'.split(
      ' ',
    ),
  )('accepts %j', (tag) => {
    expect(tagProblem(tag)).toBeUndefined()
  })

  it.each([
    ['ko_KR', 'form', 'ko-KR'],
    ['kr', 'country', 'ko'],
    ['jp', 'country', 'ja'],
    ['cn', 'country', 'zh'],
    ['eng', 'long', 'en'],
    ['ger-DE', 'long', 'de-DE'],
    ['en-UK', 'region', 'en-GB'],
    ['ko-KO', 'region', 'ko'],
    ['zh-CHS', 'language', 'zh-Hans'],
    ['dutch', 'language', 'nl'],
    ['i-lux', 'old', 'lb'],
    ['em-US', 'language', undefined],
    ['en-US-GB', 'form', undefined],
    ['ko-Latin', 'variant', undefined],
    ['de-1996-1996', 'variant', undefined],
    ['en-u', 'form', undefined],
    ['ko-', 'form', 'ko'],
    ['#1', 'form', undefined],
    ['x', 'form', undefined],
  ])('says that %j is wrong (%s), and what is meant', (tag, kind, meant) => {
    expect(tagProblem(tag)?.kind).toBe(kind)
    expect(likelyTag(tag)).toBe(meant)
  })
})
