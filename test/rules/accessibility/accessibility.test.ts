import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules/index.ts'
import { withDefaults } from '../../../src/engine/examples.ts'
import type { Finding } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import { placesOf } from '../../../src/engine/places.ts'
import { parse } from '../../post/help.ts'

const check = (id: string, source: string, path = 'post.html'): readonly Finding[] => {
  const entry = rules.find((known) => known.id === id)!
  const active = { ...entry, severity: 'error' as const, options: withDefaults(entry.rule) }
  return lint(parse(source, { path }), [active], { today: '2024-06-01', hash: '' }).findings
}

const said = (id: string, source: string): string[] =>
  check(id, source).flatMap((finding) => placesOf(finding).map(() => finding.messageId))

const suggested = (id: string, source: string): string | undefined => {
  const edits = check(id, source).flatMap(({ suggestions }) => suggestions ?? [])[0]?.edits
  return edits
    ?.toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), source)
}

describe('suggestions', () => {
  it.each([
    ['lang-valid', '<p lang="kr">안녕</p>', '<p lang="ko">안녕</p>'],
    ['image-src', '<img src="http://example.com/a.png">', '<img src="https://example.com/a.png">'],
    [
      'image-src',
      '<img srcset="a.png 1x, my b.png 2x" src="my a.png">',
      '<img srcset="a.png 1x, my b.png 2x" src="my%20a.png">',
    ],
    [
      'media-accessible',
      '<iframe src="https://www.youtube.com/embed/x"></iframe>',
      '<iframe title="YouTube video player" src="https://www.youtube.com/embed/x"></iframe>',
    ],
    [
      'image-alt-redundant',
      '<a href="/"><img src="a.png" alt="처음"> 처음</a>',
      '<a href="/"><img src="a.png" alt=""> 처음</a>',
    ],
    [
      'no-duplicate-feature-image',
      '---\nimage: /a.png\n---\n<p><img src="/a.png"></p>\n\n<p>글</p>\n',
      '---\nimage: /a.png\n---\n<p>글</p>\n',
    ],
    ['paired-colors', '<p style="color: red; margin: 0">글</p>', '<p style="margin: 0">글</p>'],
    [
      'table-headers',
      '<table><tr><td><b>a</b></td><td><b>b</b></td></tr><tr><td>1</td><td>2</td></tr></table>',
      '<table><tr><th scope="col"><b>a</b></th><th scope="col"><b>b</b></th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    [
      'table-caption',
      '<table><tr><td colspan="2">요금</td></tr><tr><th>a</th><td>1</td></tr></table>',
      '<table><caption>요금</caption><tr><th>a</th><td>1</td></tr></table>',
    ],
  ])('%s mends %j', (id, source, expected) => {
    expect(suggested(id, source)).toBe(expected)
  })

  it('color-contrast finds a darker shade of the same colour', () => {
    const source = '<p>글 <span style="margin:0; color: #ee2323">강조</span></p>'
    const mended = suggested('color-contrast', source)!
    expect(mended).toMatch(/style="margin:0; color: #[cde][0-9a-f]{5}"/)
    expect(said('color-contrast', mended)).toEqual([])
  })
})

describe('color-contrast', () => {
  it.each([
    ['<p style="color:#777;background:#fff">a</p>', ['pair']],
    ['<div style="background:#fff"><p style="color:#777">a</p></div>', ['pair']],
    ['<p style="color:#777;background-image:url(a.png)">a</p>', []],
    ['<p style="color:#777;opacity:.5">a</p>', []],
    ['<p style="color:#777;font-size:24px">a</p>', []],
    ['<p style="color:#777;font-size:14pt;font-weight:bold">a</p>', []],
    ['<p style="color:#777;font-size:18px;font-weight:bold">a</p>', ['onTheme']],
    ['<p style="color:var(--x)">a</p>', []],
    ['<p style="color:#777"><span style="color:#000">a</span></p>', []],
    ['<p style="color:#777;display:none">a</p>', []],
    ['<p style="color:#777">★★★</p>', []],
    ['<button disabled style="color:#777;background:#888">a</button>', []],
    ['<p style="color:#777"><mark>a</mark></p>', []],
    ['<font color="#999999">a</font>', ['onTheme']],
    ['<pre style="color:#777">a</pre>', []],
  ])('%s', (source, expected) => {
    expect(said('color-contrast', source)).toEqual(expected)
  })
})

describe('media-accessible', () => {
  it.each([
    ['<iframe src="/a" title="Map"></iframe>', []],
    ['<iframe src="/a" title=""></iframe>', ['unnamed']],
    ['<iframe src="/a" tabindex="-1"></iframe>', []],
    ['<iframe src="/a" style="display:none"></iframe>', []],
    ['<iframe src="/a" aria-labelledby="x"></iframe>', ['unnamed']],
    ['<p id="x">Map</p><iframe src="/a" aria-labelledby="x"></iframe>', []],
    ['<audio src="a.mp3" autoplay></audio>', ['autoplay']],
    ['<audio src="a.mp3" autoplay controls></audio>', []],
    ['<video autoplay><source src="a.mp4#t=8,10"></video>', []],
    ['<video autoplay muted src="a.mp4"></video>', []],
    ['<video controls src="a.mp4"><track kind="subtitles" src="a.vtt"></video>', []],
    ['<object data="a.svg" title="Chart"></object>', []],
  ])('%s', (source, expected) => {
    expect(said('media-accessible', source)).toEqual(expected)
  })
})

describe('lang-valid', () => {
  it.each([
    ['<p lang="dutch">Goedemorgen</p>', ['meant']],
    ['<p lang="">?</p>', []],
    ['<p lang="xx"></p>', []],
    ['<div lang="xx"><img src="a.jpg" alt="Fireworks"></div>', ['unknown']],
    ['<p xml:lang="xx">?</p>', ['unknown']],
    ['<p lang="{{ lang }}">?</p>', []],
  ])('%s', (source, expected) => {
    expect(said('lang-valid', source)).toEqual(expected)
  })
})

describe('image-src', () => {
  it.each([
    ['<img src="//a.example/b.png" alt="">', ['relativeScheme']],
    ['<img srcset="a.png 1x, http://a.example/b.png 2x" src="a.png" alt="">', ['http']],
    ['<img src="https://a.example/b.png?ex=66&is=65&hm=ab" alt="">', ['expiring']],
    ['<img src="file:///a.png" alt="">', ['local']],
    ['<img src="http://localhost:4000/a.png" alt="">', ['local']],
    ['<img data-src="a.png" alt="">', []],
    ['<picture><source srcset="a.webp"><img src="a.png" alt=""></picture>', []],
    ['<img src=" a.png " alt="">', []],
  ])('%s', (source, expected) => {
    expect(said('image-src', source)).toEqual(expected)
  })
})
