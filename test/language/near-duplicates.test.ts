import { describe, expect, it } from 'vitest'
import { nearDuplicates } from '../../src/language/near-duplicates.ts'

const places = ['나루터', '전망대', '돌다리', '느티나무', '방앗간', '우체국', '시장', '도서관', '언덕', '저수지']
const deeds = ['쉬고', '걷고', '사진을 찍고', '도시락을 먹고', '지도를 펴고', '물을 채우고', '길을 묻고']

/** A paragraph unlike those of other numbers. */
const paragraph = (number: number): string =>
  Array.from({ length: 14 }, (_, index) => {
    const pick = number * 31 + index * 17 + number * index
    return `${places[pick % places.length]!}에서 ${deeds[(pick * 7) % deeds.length]!} ${number * index + index}분을 갑니다.`
  }).join(' ')

const all = (): boolean => true

/** Numbers from 0 to 1 that are the same in every run. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

describe('nearDuplicates', () => {
  it('finds a text that is nearly an earlier one, whatever stands between', () => {
    const texts = [paragraph(1), paragraph(2), paragraph(3), `${paragraph(1)} 끝.`]
    expect(nearDuplicates(texts, 0.92, all)).toEqual([[0, 3]])
  })

  it('goes on to the next like it where a text is not wanted', () => {
    const texts = [paragraph(1), `${paragraph(1)} 끝.`, `${paragraph(1)} 정말 끝.`]
    expect(nearDuplicates(texts, 0.92, (index) => index !== 0)).toEqual([[1, 2]])
  })

  it('finds it among long texts in the same words', () => {
    const random = seeded(1)
    const pick = (count: number): number => Math.floor(random() * count)
    const words = Array.from({ length: 80 }, () => String.fromCharCode(0xac00 + pick(11_000), 0xac00 + pick(11_000)))
    const long = (): string[] => Array.from({ length: 2400 }, () => words[pick(words.length)]!)
    const texts = Array.from({ length: 8 }, long)
    const copy = texts[7]!.with(600, '골목')
    expect(
      nearDuplicates(
        [...texts, copy].map((text) => text.join(' ')),
        0.92,
        all,
      ),
    ).toEqual([[7, 8]])
  })

  it('asks only about texts that may be in a pair', () => {
    const asked: number[] = []
    const texts = [paragraph(1), paragraph(2), `${paragraph(2)} 끝.`, 'x'.repeat(300)]
    nearDuplicates(texts, 0.92, (index) => asked.push(index) > 0)
    expect(new Set(asked)).toEqual(new Set([1, 2]))
  })

  it('takes time in proportion to the number of texts', () => {
    const texts = Array.from({ length: 2000 }, (_, index) => paragraph(index + 1))
    const started = performance.now()
    nearDuplicates(texts, 0.92, all)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
