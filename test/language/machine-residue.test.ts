import { describe, expect, it } from 'vitest'
import { residuePatternsFor } from '../../src/language/machine-residue.ts'
import { unitOf } from '../support/unit.ts'

const kinds = (text: string): string[] =>
  residuePatternsFor(unitOf(text, 'und')).flatMap(({ kind, pattern }) => (pattern.test(text) ? [kind] : []))

describe('what gives machines away', () => {
  it.each([
    'As an AI language model, I cannot give legal advice.',
    "I'm sorry, but I can't assist with that.",
    'Certainly! Here’s the article that you asked for.',
    'This text has been modified to meet all the specified requirements.',
    '요청하신 조건에 맞춰 기사를 수정했습니다.',
    '위와 같은 내용으로 기사 초안이 완성되었습니다. 추가로 필요한 부분을 알려주세요.',
    '申し訳ありませんが、その内容の記事を作成することはできません。',
    '抱歉，我无法提供这类内容。',
    'Es tut mir leid, aber ich kann diese Anfrage nicht bearbeiten.',
    "En tant que modèle de langage, je n'ai pas d'opinion.",
    'Como modelo de lenguaje, no tengo opiniones.',
    'Как языковая модель, я не могу давать советы.',
    'Xin lỗi, tôi không thể thực hiện yêu cầu này.',
  ])('%s', (text) => {
    expect(kinds(text)).toContain('reply')
  })

  it.each([
    '설정 방법을 차례로 정리해 드리겠습니다.',
    '궁금한 점은 댓글로 알려주시면 감사하겠습니다.',
    '죄송합니다. 어제는 글을 올리지 못했습니다.',
    'I’m sorry, but the old server is gone.',
    'Here is the list of speakers. Let me know if you have questions.',
    'Sure, you can use any editor. Of course it takes time.',
    '以下は会場の地図です。申し訳ありませんが、駐車場はありません。',
    '以下是本周的链接。抱歉，昨天没有更新。',
  ])('nothing in: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })
})
