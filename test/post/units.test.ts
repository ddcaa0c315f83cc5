import { describe, expect, it } from 'vitest'
import type { PostInput } from '../../src/post/post.ts'
import { objectMark } from '../../src/post/text.ts'
import { parse } from './help.ts'

const units = (source: string, more: Partial<PostInput> = {}) => parse(source, more).units
const texts = (source: string, more: Partial<PostInput> = {}) =>
  units(source, more).map(({ kind, text }) => [kind, text])

describe('text units', () => {
  it('are one a block, with their kind, after title and summaries', () => {
    const source =
      '---\ntitle: T\nexcerpt: E\n---\n<h2>H</h2><p>a <b>b</b><i>c</i>\n<ul><li>I<p>P</p>J</ul><table><caption>C</caption><tr><td>D</table>x'
    expect(texts(source)).toEqual([
      ['title', 'T'],
      ['summary', 'E'],
      ['heading', 'H'],
      ['paragraph', 'a bc\n'],
      ['item', 'I'],
      ['paragraph', 'P'],
      ['item', 'J'],
      ['caption', 'C'],
      ['cell', 'D'],
      ['paragraph', 'x'],
    ])
  })

  it('hold things as one character and alt texts as units of their own', () => {
    expect(texts('<p>a <code>b</code><br>c<img alt="d &amp; e" src=f><script>g</script></p><pre>h</pre>')).toEqual([
      ['alt', 'd & e'],
      ['paragraph', `a ${objectMark}\nc${objectMark}`],
    ])
    expect(texts('<p>a <span translate="no">b</span> <em lang="fr">c</em></p>')).toEqual([
      ['paragraph', `a ${objectMark} ${objectMark}`],
    ])
  })

  it('give control tags no width and other templates some', () => {
    expect(texts('a{% if b %}c{% endif %}d {{ e }}\n', { path: 'a.html' })).toEqual([
      ['paragraph', `acd ${'\uE000'.repeat(7)}\n`],
    ])
    expect(texts('a{% if b %}c{: .d}', { path: 'a.md' })).toEqual([['paragraph', 'ac']])
  })

  it.each([
    ['<p>a &amp; 나&nbsp;다</p>', '나', '나'],
    ['<p>&#44032;나</p>', '가나', '&#44032;나'],
    ['<p>AT&ampT x</p>', 'T x', 'T x'],
    ['a \\*나\\* 다', '*나*', '\\*나\\*'],
    ['> 첫째  \n> 둘째', '둘째', '둘째'],
    ['- 첫째\n  둘째', '째\n둘', '째\n  둘'],
    ['<p>첫째\r\n둘째\r셋째</p>', '둘째\n셋', '둘째\r셋'],
    ['---\ntitle: "a \\"나\\" 다"\n---\nx', '"나"', '\\"나\\"'],
    ["---\ntitle: 'it''s 나'\n---\nx", "'s 나", "''s 나"],
    ['---\nexcerpt: >\n  첫째\n  둘째\n---\nx', '둘째', '둘째'],
  ])('%j: %j stands at %j', (source, words, expected) => {
    const unit = units(source).find(({ text }) => text.includes(words))!
    const at = unit.text.indexOf(words)
    const range = unit.range(at, at + words.length)!
    expect(source.slice(range.start, range.end)).toBe(expected)
  })

  it('answer for words across inline tags only to report', () => {
    const source = '<p>많은 <b>affected</b>를 봄</p>'
    const [unit] = units(source)
    expect(unit!.range(3, 12)).toBeUndefined()
    const { start, end } = unit!.place(3, 12)
    expect(source.slice(start, end)).toBe('affected</b>를')
    expect(unit!.runs.map(({ inline }) => inline.map(({ tagName }) => tagName))).toEqual([[], ['b'], []])
  })
})

describe('language', () => {
  const of = (source: string, more: Partial<PostInput> = {}) => parse(source, more).language

  it('comes from the letters', () => {
    expect(of('<p>오늘은 날씨가 맑고 바람이 조금 불었습니다. 산책하기 좋은 날이었습니다.</p>')).toBe('ko')
    expect(of('<p>今日は天気がよく、風も少しありました。散歩にはちょうどよい一日でした。</p>')).toBe('ja')
    expect(of('<p>今天天气很好，有一点风，很适合散步，我们沿着河边走了两个小时。</p>')).toBe('zh')
    expect(of('<p>The weather was fine and there was a little wind, so we walked along the river.</p>')).toBe('en')
    expect(of('<p>Сегодня была хорошая погода, и мы два часа гуляли вдоль реки.</p>')).toBe('ru')
    expect(of('<p></p>')).toBe('und')
  })

  it('is what is declared, where that can be', () => {
    const russian = '<p>Сьогодні була гарна погода, і ми дві години гуляли вздовж річки.</p>'
    expect(of(russian, { language: 'uk' })).toBe('uk')
    expect(of(`---\nlang: uk-UA\n---\n${russian}`)).toBe('uk')
  })

  it('of a unit is its own lang, else the post’s, else that of its script', () => {
    const post = parse(
      '<p>오늘은 날씨가 맑고 바람이 조금 불었습니다. 산책하기 좋은 날이라 강을 따라 두 시간을 걸었습니다. 돌아오는 길에는 시장에 들러 과일과 빵을 샀고, 저녁에는 집에서 가족과 함께 따뜻한 국을 끓여 먹으며 하루를 마무리했습니다. 내일은 비가 온다고 합니다.</p><p lang="fr">Il fait beau</p><p>Walk</p><p>We walked along the river for two hours.</p>',
    )
    expect(post.language).toBe('ko')
    expect(post.units.map(({ language }) => language)).toEqual(['ko', 'fr', 'ko', 'en'])
  })

  it('of a bilingual post is mul', () => {
    const source =
      '<p>오늘은 날씨가 맑고 바람이 조금 불었습니다. 산책하기 좋은 날이었습니다.</p><p>The weather was fine today and there was a little wind; a good day for a walk.</p>'
    expect(of(source)).toBe('mul')
  })
})
