import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { withDefaults } from '../../src/engine/examples.ts'
import type { Edit, Finding } from '../../src/engine/finding.ts'
import { lint } from '../../src/engine/lint.ts'
import { parse } from '../post/help.ts'

// Examples show what is found and what is fixed; what is only suggested, or not touched at all, is shown here.

const find = (id: string, source: string, path = 'post.html'): readonly Finding[] => {
  const entry = rules.find((known) => known.id === id)!
  const active = { ...entry, severity: 'error' as const, options: withDefaults(entry.rule) }
  return lint(parse(source, { path }), [active], { today: '2024-06-01', hash: '' }).findings
}

const apply = (source: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), source)

/** The source after the one suggestion for it. */
const suggested = (id: string, source: string, path?: string): string | undefined => {
  const [finding] = find(id, source, path)
  const edits = finding?.suggestions?.[0]?.edits
  return edits && apply(source, edits)
}

describe('no-single-column-table', () => {
  it('suggests a list under its head', () => {
    const source =
      '<table>\n<tr><td><b>준비물</b></td></tr>\n<tr><td>지도</td></tr>\n<tr><td> 물통 </td></tr>\n</table>\n'
    expect(suggested('no-single-column-table', source)).toBe(
      '<p><b>준비물</b></p>\n<ul>\n    <li>지도</li>\n    <li>물통</li>\n</ul>\n',
    )
  })

  it('makes every cell an item where no cell heads the others', () => {
    const source = '<table><tr><td>One</td></tr><tr><td><i>Two</i></td></tr></table>'
    expect(suggested('no-single-column-table', source)).toBe('<ul>\n    <li>One</li>\n    <li><i>Two</i></li>\n</ul>')
  })

  it.each([
    ['blocks in cells', '<table><tr><td><p>One</p></td></tr><tr><td>Two</td></tr></table>'],
    ['a caption', '<table><caption>C</caption><tr><td>One</td></tr><tr><td>Two</td></tr></table>'],
    ['cells without end tags', '<table><tr><td>One<tr><td>Two</table>'],
  ])('suggests nothing for %s', (_, source) => {
    expect(find('no-single-column-table', source)).toHaveLength(1)
    expect(suggested('no-single-column-table', source)).toBeUndefined()
  })
})

describe('max-inline-colors', () => {
  it('suggests the same text without colours, and keeps all other styles', () => {
    const source =
      '<p style="color: red; margin: 0">A <span style="color:blue">b</span> <b style="background: lime">c</b> ' +
      '<font color="teal" size="2">d</font></p>\n'
    expect(suggested('max-inline-colors', source)).toBe(
      '<p style="margin: 0">A b <b>c</b> <font size="2">d</font></p>\n',
    )
  })
})

it('speaks of a tag once, however often the parser repeats it', () => {
  const source = '<p><b><font color=red>One<p>two<p>three</font>, four</b></p>\n'
  for (const id of ['max-inline-colors', 'max-emphasis']) {
    const places = find(id, source).flatMap(({ start, related = [] }) => [
      start,
      ...related.map((place) => place.start),
    ])
    expect(new Set(places).size).toBe(places.length)
  }
  const many = '<p><font color=red>a<p>b</font> <font color=lime>c</font> <font color=blue>d</font></p>\n'
  expect(suggested('max-inline-colors', many)).toBe('<p>a<p>b c d</p>\n')
})

describe('max-emphasis', () => {
  it('suggests plain text in HTML and in Markdown', () => {
    const html = '<p>A <b>bcd</b> e <strong>fgh</strong> i <b>jkl</b>.</p>\n'
    expect(suggested('max-emphasis', html)).toBe('<p>A bcd e fgh i jkl.</p>\n')
    const markdown = 'A **bcd** e __fgh__ i <b>jkl</b>.\n'
    expect(suggested('max-emphasis', markdown, 'post.md')).toBe('A bcd e fgh i jkl.\n')
  })
})

describe('fixes', () => {
  it.each([
    ['no-empty-paragraph', 'One\n<p>&nbsp;</p>\ntwo\n', 'post.md'],
    ['no-editor-artifacts', '<p data-ke-size="16" {{ attributes }}>x</p>\n', 'post.html'],
    ['link-rel-valid', '<p><a {{ more }} rel="dofollow">x</a></p>\n', 'post.html'],
    ['link-blank-noopener', '<p><a {{ more }} target="_blank" href="https://example.kr">x</a></p>\n', 'post.html'],
  ])('%s leaves alone what it cannot be sure of', (id, source, path) => {
    const findings = find(id, source, path)
    for (const finding of findings) expect(finding.fix).toBeUndefined()
  })

  it('says nothing of paragraphs that templates fill', () => {
    expect(find('no-empty-paragraph', '<p>{% include note.html %}</p>\n<p {{ hook }}></p>\n')).toEqual([])
  })
})
