import { describe, expect, it } from 'vitest'
import { comparableUnits, foreignFields, untranslatedFields } from '../../src/language/field-language.ts'
import { parsePost } from '../../src/post/parse.ts'
import { loadParts } from '../../src/post/parts.ts'
import type { Post } from '../../src/post/post.ts'

await loadParts()

const post = (title: string, body: string): Post =>
  parsePost({
    path: 'post.html',
    sitePath: 'post.html',
    source: `---\ntitle: ${title}\n---\n<p>${body}</p>\n`,
    generator: 'any',
  })

const japanese = '夏の祭りは七月の終わりに始まり、海辺の広場で音楽会が開かれます。'.repeat(8)

describe('foreignFields', () => {
  it('names the languages of a title and a body that differ', () => {
    const [field] = foreignFields(post('부산 여름 축제 일정', japanese))
    expect(field).toMatchObject({ language: 'ko', bodyLanguage: 'ja' })
  })

  it('takes titles in Latin letters as they are', () => {
    expect(foreignFields(post('Living Documentation in Practice', japanese))).toEqual([])
  })

  it('says nothing where the body is too short to tell', () => {
    expect(foreignFields(post('부산 여름 축제 일정', '夏の祭り。'))).toEqual([])
  })

  it('has a title to translate only where the body has no paragraph in its language', () => {
    const english = 'The night market opens at six and offers food from all over the country. '.repeat(15)
    const korean =
      '올해 야시장은 강변에서 열리며 저녁 여섯 시부터 자정까지 누구나 들를 수 있습니다. 비가 오는 날에는 실내 시장으로 자리를 옮깁니다.'
    expect(untranslatedFields(post('서울 야시장 안내', english))).toHaveLength(1)
    expect(untranslatedFields(post('서울 야시장 안내', `${korean}</p><p>${english}`))).toEqual([])
    expect(foreignFields(post('서울 야시장 안내', `${korean}</p><p>${english}`))).toHaveLength(1)
  })

  it('keeps such a title out of the comparison of words', () => {
    const mixed = post('부산 여름 축제 일정', japanese)
    expect(comparableUnits(mixed).map(({ kind }) => kind)).toEqual(['paragraph'])
    const same = post('夏の祭り', japanese)
    expect(comparableUnits(same)).toBe(same.units)
  })
})
