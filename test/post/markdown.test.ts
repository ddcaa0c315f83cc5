import type { Element, Text } from 'hast'
import { describe, expect, it } from 'vitest'
import { elementsIn, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import { parse } from './help.ts'

const elements = (post: Post, name: string): Element[] =>
  [...elementsIn(post.tree)].filter(({ tagName }) => tagName === name)
const slice = (post: Post, range: { start: number; end: number } | undefined): string | undefined =>
  range && post.source.slice(range.start, range.end)
const problems = (source: string) => parse(source).problems.map((p) => (p.kind === 'budget' ? p.budget : p.kind))

describe('positions', () => {
  it('of raw HTML are offsets into the source', () => {
    const post = parse('---\ntitle: 제목\n---\n\n본문 <b class="x">굵게</b> 끝\n\n<div>\n<p>a</p>\n</div>\n')
    const [bold] = elements(post, 'b')
    expect(slice(post, post.range(bold!))).toBe('<b class="x">굵게</b>')
    expect(slice(post, post.range(bold!, { value: 'class' }))).toBe('x')
    expect(slice(post, post.range(elements(post, 'p')[1]!))).toBe('<p>a</p>')
  })

  it('of raw HTML inside containers are those of its own lines', () => {
    const post = parse('> <div class="a">\n> <p id="b">c</p>\n> </div>\n\n- <p>d</p>\n  <p>e</p>\n')
    expect(slice(post, post.range(elements(post, 'div')[0]!, 'tag'))).toBe('<div class="a">')
    expect(elements(post, 'p').map((node) => slice(post, post.range(node, 'tag')))).toEqual([
      '<p id="b">',
      '<p>',
      '<p>',
    ])
  })

  it('of what Markdown syntax made have values but no tags', () => {
    const post = parse(
      '![대체 *글*](/그림.png "제목") [글](<a b> "t") <https://a.kr/x> https://b.kr [정의][d]\n\n[d]: /e\n',
    )
    const [image] = elements(post, 'img')
    const [link, auto, bare, reference] = elements(post, 'a')
    expect(post.isWritten(image!)).toBe(false)
    expect(post.range(image!, 'tag')).toBeUndefined()
    expect(slice(post, post.range(image!, { value: 'src' }))).toBe('/그림.png')
    expect(slice(post, post.range(image!, { value: 'title' }))).toBe('제목')
    expect(post.range(image!, { value: 'alt' })).toBeUndefined()
    expect(slice(post, post.range(link!, { value: 'href' }))).toBe('a b')
    expect(slice(post, post.range(auto!, { value: 'href' }))).toBe('https://a.kr/x')
    expect(slice(post, post.range(bare!, { value: 'href' }))).toBe('https://b.kr')
    expect(post.range(reference!, { value: 'href' })).toBeUndefined()
  })

  it('of texts around bare addresses survive', () => {
    const post = parse('write to a@b.kr or see www.c.kr now')
    const last = elements(post, 'p')[0]!.children.at(-1) as Text
    expect(slice(post, post.range(last))).toBe(' now')
  })
})

describe('what remark adds by itself', () => {
  it('is not in the tree', () => {
    const post = parse('a[^1]\n\n- [ ] b\n\n| c |\n|:-:|\n| d |\n\n[^1]: e\n')
    expect(elements(post, 'sup')).toEqual([])
    expect(elements(post, 'h2')).toEqual([])
    expect(elements(post, 'input')).toEqual([])
    expect(elements(post, 'td')[0]!.properties).toEqual({})
    expect(elements(post, 'a')).toEqual([])
    expect(post.units.map(({ text }) => text.trim())).toContain('e')
  })

  it('a URL that is already the text of a raw link is one link', () => {
    const post = parse('see <a href="https://a.kr">https://a.kr</a> and https://b.kr')
    expect(elements(post, 'a').map(textOf)).toEqual(['https://a.kr', 'https://b.kr'])
  })
})

describe('kramdown', () => {
  const source = '# a\n\n<div>\n\n    <p>안</p>\n\n</div>\n\n    <p>code</p>\n'
  it('reads indented HTML inside an open element as HTML', () => {
    const post = parse(source, { path: '_posts/2024-01-01-a.md', generator: 'jekyll' })
    expect(elements(post, 'p').map((node) => slice(post, post.range(node)))).toEqual(['<p>안</p>'])
    expect(elements(post, 'code').map(textOf)).toEqual(['<p>code</p>\n'])
  })

  it('elsewhere it is code', () => {
    const post = parse(source, { path: 'content/posts/a.md', generator: 'hugo' })
    expect(elements(post, 'p')).toEqual([])
  })
})

describe('budgets', () => {
  it.each([
    [`${'- '.repeat(10_000)}a`, 'containers'],
    ['> '.repeat(2000), 'containers'],
    ['1. '.repeat(2000), 'containers'],
    ['> a\n\n'.repeat(5000), 'containers'],
    ['!['.repeat(3000), 'brackets'],
    ['['.repeat(10_000), 'brackets'],
    [']('.repeat(30_000), 'brackets'],
    ['a**b_c'.repeat(20_000), 'brackets'],
    ['word '.repeat(110_000), 'markdown-size'],
  ])(
    '%#',
    (source, budget) => {
      expect(problems(source)).toEqual([budget])
    },
    5000,
  )

  it('do not trip on ordinary Markdown or on a rule of dashes', () => {
    expect(problems('- '.repeat(10_000))).toEqual([])
    expect(problems(`${'- [ ] [a](b) *c*\n'.repeat(3000)}\n${'* '.repeat(80)}\n\n${'> '.repeat(20)}x`)).toEqual([])
  })
})
