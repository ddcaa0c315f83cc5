import { expect, it, describe as suite } from 'vitest'
import { describe, render } from '../../src/engine/message.ts'
import { particleFor } from '../../src/engine/particle.ts'
import { registryOf } from '../../src/engine/rule.ts'
import { activate, lintWith, parse, testRule } from './support.ts'

suite('render', () => {
  it('fills slots, and leaves unknown ones and braces alone', () => {
    expect(render('{count} of {max}: {x} {} { count }', { count: 4, max: 3 })).toBe('4 of 3: {x} {} { count }')
  })

  it('does not fill slots inside of what it fills in', () => {
    expect(render('{a}', { a: '{b}', b: 'x' })).toBe('{b}')
    expect(render('{constructor}', {})).toBe('{constructor}')
  })

  it('puts the particle behind the word and the marks that close it', () => {
    expect(render('{word:을/를} 지우세요', { word: '날씨' })).toBe('날씨를 지우세요')
    expect(render('“{word:을/를}” 지우세요', { word: '문장' })).toBe('“문장”을 지우세요')
    expect(render('<{tag:은/는}> 빈 요소', { tag: 'span' })).toBe('<span>은 빈 요소')
  })
})

suite('particleFor', () => {
  it.each([
    ['집', '을/를', '을'],
    ['나무', '을/를', '를'],
    ['나무', '를/을', '를'],
    ['집', '와/과', '과'],
    ['서울', '으로/로', '로'],
    ['집', '으로/로', '으로'],
    ['나무', '으로/로', '로'],
    ['한국 (서울)', '이/가', '이'],
    ['“제목”', '은/는', '은'],
    [10, '을/를', '을'],
    [1, '으로/로', '로'],
    [2, '이/가', '가'],
    [3, '으로/로', '으로'],
    ['50%', '을/를', '를'],
    ['URL', '을/를', '을'],
    ['URL', '으로/로', '로'],
    ['HTML', '이/가', '이'],
    ['SEO', '은/는', '는'],
    ['title', '이/가', '이'],
    ['span', '은/는', '은'],
    ['iframe', '을/를', '을'],
    ['heading', '을/를', '을'],
    ['image', '을/를', '를'],
    ['href', '을/를', '를'],
    ['alt', '이/가', '가'],
    ['p', '은/는', '는'],
    ['b', '을/를', '를'],
    ['h2', '을/를', '를'],
    ['format', '을/를', '을(를)'],
    ['日本', '이/가', '이(가)'],
    ['日本', '으로/로', '(으)로'],
    ['日本', '이나/나', '(이)나'],
    ['', '을/를', '을(를)'],
  ])('%s takes from %s: %s', (word, pair, expected) => {
    expect(particleFor(String(word), pair)).toBe(expected)
  })
})

suite('describe', () => {
  const rule = testRule({
    group: 'all',
    messages: { found: { en: '{places} places, first {tag}.', ko: '{tag:이/가} 처음인 {places}곳.' } },
    check: ({ post, report }) => ({
      element: { 'p,div': (node) => report(post.place(node), 'found', { tag: node.tagName }) },
    }),
  })
  const registry = registryOf(activate({ rule }))
  const result = lintWith(parse('<p>1</p><div>2</div>'), { rule })

  it('writes the messages in either language, with the number of places', () => {
    expect(describe(result, registry, 'en').findings[0]?.message).toBe('2 places, first p.')
    expect(describe(result, registry, 'ko').findings[0]?.message).toBe('p가 처음인 2곳.')
  })

  it('may be called again for another language', () => {
    expect(describe(describe(result, registry, 'ko'), registry, 'en').findings[0]?.message).toMatch(/^2 places/)
  })

  it('has words for a rule that threw', () => {
    const broken = testRule({
      check() {
        throw new Error('no such thing')
      },
    })
    const crashed = lintWith(parse('<p>1</p>'), { broken })
    expect(describe(crashed, registryOf(activate({ broken })), 'en').findings[0]?.message).toContain('no such thing')
    expect(describe(crashed, registryOf(activate({ broken })), 'ko').findings[0]?.message).toContain('제보')
  })
})
