import { describe, expect, it } from 'vitest'
import { comparableUnits, foreignFields } from '../../src/language/field-language.ts'
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

  it('keeps such a title out of the comparison of words', () => {
    const mixed = post('부산 여름 축제 일정', japanese)
    expect(comparableUnits(mixed).map(({ kind }) => kind)).toEqual(['paragraph'])
    const same = post('夏の祭り', japanese)
    expect(comparableUnits(same)).toBe(same.units)
  })
})
