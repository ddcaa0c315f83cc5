import { describe, expect, it } from 'vitest'
import { strayHanja } from '../../src/language/stray-hanja.ts'
import { unitOf } from '../support/unit.ts'

const words = (...texts: string[]): string[] =>
  strayHanja(texts.map((text) => unitOf(`${text} 나머지 문장은 모두 한글로 쓴 평범한 글입니다.`, 'ko'))).map(
    ({ text }) => text,
  )

describe('strayHanja', () => {
  it('finds characters that a Korean word is written in by half', () => {
    expect(words('관심이集중되고', '競爭력을 높이고', '정치의複雜함과')).toEqual(['集', '競爭', '複雜'])
  })

  it('finds forms that Korean does not use at all, even alone', () => {
    expect(words('사건의 真实 성격', '변动성')).toEqual(['真实', '动'])
  })

  it('leaves glosses, quotations and headlines alone', () => {
    expect(words('외화내빈(外華內貧)을', '“大同小異”라는', '野 반발에도 尹대통령은', '반도체株 상승')).toEqual([])
  })

  it('knows a name that is glossed elsewhere in the post', () => {
    expect(words('연연(娟娟)은 카페입니다.', '연연娟娟 2호점')).toEqual([])
  })

  it('is silent about a text that uses Hanja throughout', () => {
    const text = '國漢文混用體는 漢字와 한글을 함께 쓰는 文體이다'
    expect(strayHanja([unitOf(text, 'ko')])).toEqual([])
  })
})
