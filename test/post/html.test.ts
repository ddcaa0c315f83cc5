import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { elementsIn } from '../../src/post/elements.ts'
import { parse } from './help.ts'

const html = (source: string) => parse(source, { path: 'a.html' })
const find = (source: string, name: string): { post: ReturnType<typeof html>; node: Element } => {
  const post = html(source)
  const node = [...elementsIn(post.tree)].find(({ tagName }) => tagName === name)!
  return { post, node }
}
const budgets = (source: string, path = 'a.html') =>
  parse(source, { path }).problems.map((problem) => (problem.kind === 'budget' ? problem.budget : problem.kind))

describe('budgets', () => {
  it('512 elements deep is fine, more is not, and the text is still read', () => {
    expect(budgets('<div>'.repeat(500))).toEqual([])
    const deep = html(`${'<div>'.repeat(513)}한국어 문장입니다.`)
    expect(deep.problems[0]).toMatchObject({ kind: 'budget', budget: 'depth', limit: 512 })
    expect(deep.textOnly).toBe(true)
    expect(deep.units.map(({ text }) => text)).toEqual(['한국어 문장입니다.'])
    const { start, end } = deep.units[0]!.range(0, 3)!
    expect(deep.source.slice(start, end)).toBe('한국어')
  })

  it('elements that close one another are not deep', () => {
    expect(budgets('<p>a'.repeat(3000))).toEqual([])
    expect(budgets(`<ul>${'<li>a'.repeat(3000)}</ul>`)).toEqual([])
    expect(budgets(`<table>${'<tr><td>a'.repeat(3000)}</table>`)).toEqual([])
    expect(budgets('<br><img src=a>'.repeat(3000))).toEqual([])
  })

  it.each([
    ['<div>'.repeat(200_000), 'depth'],
    ['<template>'.repeat(2000), 'depth'],
    ['<b>'.repeat(2000), 'depth'],
    ['<svg><g>'.repeat(1000), 'depth'],
    [`<p>${Array.from({ length: 4000 }, (_, i) => `<b class=i${i}>`).join('')}${'</p><p>x'.repeat(4000)}`, 'depth'],
    [`<p>${Array.from({ length: 400 }, (_, i) => `<b class=i${i}>`).join('')}${'</p><p>x'.repeat(4000)}`, 'nodes'],
  ])(
    'a bomb is a problem, not a crash (%#)',
    (source, budget) => {
      expect(budgets(source)).toEqual([budget])
    },
    5000,
  )

  it('holds for raw HTML in Markdown', () => {
    expect(budgets(`# a\n\n${'<div>\n'.repeat(2000)}`, 'a.md')).toEqual(['depth'])
  })
})

describe('tag names that are CSS selectors', () => {
  it('are reported and neutralised at the same length', () => {
    const { post, node } = find('<p.intro>a</p.intro><b>c</b>', 'p-intro')
    expect(node.properties).toEqual({})
    expect(post.problems).toEqual([
      { kind: 'tag-name', name: 'p.intro', range: { start: 1, end: 8 } },
      { kind: 'tag-name', name: 'p.intro', range: { start: 12, end: 19 } },
    ])
    expect(html('<template#>').problems).toHaveLength(1)
    expect(html('<template#>').tree.children).toHaveLength(1)
  })

  it('are left alone where they are no tags', () => {
    expect(html('<p title="<a.b>">x</p><script>if (a<b.c) {}</script><!-- <d.e> -->').problems).toEqual([])
  })
})

describe('ranges', () => {
  const source = '---\ntitle: 가\n---\r\n<p class=a\n  data-x=\'1"\' hidden title="&amp;b">한<br/>글</p>'

  it('of a node, its tag, attributes and values', () => {
    const { post, node } = find(source, 'p')
    const text = (range: ReturnType<typeof post.range>) => range && source.slice(range.start, range.end)
    expect(text(post.range(node))).toBe(source.slice(source.indexOf('<p')))
    expect(text(post.range(node, 'tag'))).toBe('<p class=a\n  data-x=\'1"\' hidden title="&amp;b">')
    expect(text(post.range(node, { attribute: 'class' }))).toBe('class=a')
    expect(text(post.range(node, { value: 'class' }))).toBe('a')
    expect(text(post.range(node, { attribute: 'data-x' }))).toBe("data-x='1\"'")
    expect(text(post.range(node, { value: 'data-x' }))).toBe('1"')
    expect(text(post.range(node, { attribute: 'hidden' }))).toBe('hidden')
    expect(post.range(node, { value: 'hidden' })).toBeUndefined()
    expect(text(post.range(node, { value: 'title' }))).toBe('&amp;b')
    expect(post.range(node, { attribute: 'id' })).toBeUndefined()
  })

  it('of implied elements are missing, and their place is an ancestor', () => {
    const { post, node } = find('<table><tr><td>x</table>', 'tbody')
    expect(post.range(node)).toBeUndefined()
    expect(post.isWritten(node)).toBe(false)
    expect(post.place(node, [post.tree, post.tree.children[0] as Element])).toEqual({ start: 0, end: 24 })
  })

  it('never leave the source', () => {
    const post = html('<p>a<!--')
    for (const child of post.tree.children) expect(post.range(child)!.end).toBeLessThanOrEqual(8)
  })

  it('see through templates that hold quotes and brackets', () => {
    const { post, node } = find('<a href="{{ "/a>b" | url }}" {% if x > "y" %}id="z"{% endif %}>t</a>', 'a')
    const value = post.range(node, { value: 'href' })!
    expect(post.source.slice(value.start, value.end)).toBe('{{ "/a>b" | url }}')
    expect(post.isTemplate(node.properties.href)).toBe(true)
    expect(node.properties.id).toBe('z')
    expect(post.isMasked(value)).toBe(true)
    expect(post.isMasked(post.range(node, { value: 'id' })!)).toBe(false)
  })
})

describe('the part of a page that is the post', () => {
  const page = (body: string, content?: string) =>
    parse(
      `<!doctype html><html lang="ja-JP"><head><title>題</title><meta name=description content="説&amp;明"></head><body>${body}</body></html>`,
      {
        path: 'a.html',
        content,
      },
    )

  it.each([
    ['<main><article><div itemprop="articleBody">x</div></article></main>', 'div'],
    ['<main><article><section class="wide entry-content">x</section></article></main>', 'section'],
    ['<main><article>x</article></main>', 'article'],
    ['<main><article>x</article><article>y</article></main>', 'main'],
    ['<p>x</p>', 'body'],
  ])('%s', (body, name) => {
    expect(page(body).content).toMatchObject({ tagName: name })
  })

  it('is what the configuration selects', () => {
    expect(
      page('<article>x</article><div id=post data-kind="long">y</div>', 'div#post[data-kind=long]').content,
    ).toMatchObject({
      properties: { id: 'post' },
    })
  })

  it('and its front matter is the head', () => {
    const post = page('<article>本文です。</article>')
    expect(post.front.title?.value).toBe('題')
    expect(post.front.summary?.value).toBe('説&明')
    expect(post.front.lang?.value).toBe('ja-JP')
    expect(post.language).toBe('ja')
    const summary = post.units.find(({ kind }) => kind === 'summary')!
    const { start, end } = summary.range(1, 3)!
    expect(post.source.slice(start, end)).toBe('&amp;明')
  })
})
