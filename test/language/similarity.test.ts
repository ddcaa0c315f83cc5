import { describe, expect, it } from 'vitest'
import { comparable, isSimilar, similarity } from '../../src/language/similarity.ts'

describe('similarity', () => {
  it('is 1 for equal, 0 for unrelated texts, and the same both ways', () => {
    expect(similarity('한강 자전거길', '한강 자전거길')).toBe(1)
    expect(similarity('harbour', 'mitten')).toBe(0)
    expect(similarity('ab', 'cd')).toBe(0)
    expect(similarity('the harbour', 'a harbour')).toBe(similarity('a harbour', 'the harbour'))
  })

  it('counts a sequence as often as both have it', () => {
    expect(similarity('aaaa', 'aaaaaaaa')).toBe(0.5)
  })

  it('compares by a threshold, also where the lengths alone decide', () => {
    const text = '장마철에 자전거를 탈 때 챙길 것을 정리했습니다.'
    expect(isSimilar(text, `${text} 끝`, 0.9)).toBe(true)
    expect(isSimilar(text, text.repeat(3), 0.9)).toBe(false)
  })

  it('looks through white space, case and Unicode forms', () => {
    expect(comparable(' Cafe\u0301\n in  SEOUL ')).toBe('café in seoul')
  })

  it('takes time in proportion to the length', () => {
    const long = 'abcdefghij'.repeat(50_000)
    const started = performance.now()
    similarity(long, `${long}k`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
