import { describe, expect, it } from 'vitest'
import headingOrder from '../../../rules/structure/heading-order.ts'
import listStructure from '../../../rules/structure/list-structure.ts'
import bodyH1 from '../../../rules/structure/no-body-h1.ts'
import brParagraph from '../../../rules/structure/no-br-paragraph.ts'
import emptyHeading from '../../../rules/structure/no-empty-heading.ts'
import excessiveHr from '../../../rules/structure/no-excessive-hr.ts'
import fakeHeading from '../../../rules/structure/no-fake-heading.ts'
import fakeList from '../../../rules/structure/no-fake-list.ts'
import { withDefaults } from '../../../src/engine/examples.ts'
import type { Edit, Finding } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import type { AnyRule } from '../../../src/engine/rule.ts'
import { parse } from '../../post/help.ts'

const find = (rule: AnyRule, source: string, path: string): readonly Finding[] => {
  const active = { id: 'rule', family: 'structure', rule, severity: 'error' as const, options: withDefaults(rule) }
  return lint(parse(source, { path }), [active], { today: '2024-06-01', hash: '' }).findings
}

const apply = (source: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), source)

/** The source after the first suggestion of the first finding. */
const suggested = (rule: AnyRule, source: string, path = 'post.html'): string | undefined => {
  const edits = find(rule, source, path)[0]?.suggestions?.[0]?.edits
  return edits && apply(source, edits)
}

describe('heading-order', () => {
  it('raises the heading and what follows it at its level or below', () => {
    const source = '<h2>A</h2><h4 id="b">B</h4><h5>C</h5><h4>D</h4><h2>E</h2><h3>F</h3>'
    expect(suggested(headingOrder, source)).toBe('<h2>A</h2><h3 id="b">B</h3><h4>C</h4><h3>D</h3><h2>E</h2><h3>F</h3>')
  })

  it('rewrites Markdown headings, closing marks included', () => {
    expect(suggested(headingOrder, '## A\n\n#### B ####\n\nText.\n', 'post.md')).toBe('## A\n\n### B ###\n\nText.\n')
  })
})

describe('no-body-h1', () => {
  it('suggests to lower all headings where the only one is not the title', () => {
    const source = '---\ntitle: T\n---\nOne\n===\n\nText.\n\n## Two\n'
    expect(suggested(bodyH1, source, 'post.md')).toBe('---\ntitle: T\n---\nOne\n---\n\nText.\n\n### Two\n')
  })

  it('changes nothing where a heading would sink below level 6', () => {
    expect(suggested(bodyH1, '---\ntitle: T\n---\n# One\n\n###### Six\n', 'post.md')).toBeUndefined()
  })
})

describe('no-empty-heading', () => {
  it('suggests to delete what nothing can lead to', () => {
    expect(suggested(emptyHeading, '<p>a</p>\n<h2>&nbsp;</h2>\n<p>b</p>\n')).toBe('<p>a</p>\n<p>b</p>\n')
    expect(suggested(emptyHeading, '<h2 id="here"></h2>\n')).toBeUndefined()
    expect(suggested(emptyHeading, 'a\n##\nb\n', 'post.md')).toBeUndefined()
  })
})

describe('list-structure', () => {
  it('puts a list into the item before it, and other things into an item', () => {
    const nested = '<ul>\n<li>One</li>\n<ul><li>Inner</li></ul>\n</ul>'
    expect(suggested(listStructure, nested)).toBe('<ul>\n<li>One\n<ul><li>Inner</li></ul></li>\n</ul>')
    expect(suggested(listStructure, '<ol><p>One</p></ol>')).toBe('<ol><li><p>One</p></li></ol>')
  })

  it.each([
    ['an item of a list in name', '<div role="list"><li>One</li></div>'],
    ['an item that is something else', '<ul role="menu"><li role="menuitem">One</li></ul>'],
    ['hidden and script-made content', '<ul><li>One</li><div hidden>x</div><template><p>y</p></template></ul>'],
    ['groups of a description list', '<dl><div><dt>a</dt><dd>b</dd></div><script></script></dl>'],
  ])('lets %s be', (_, source) => {
    expect(find(listStructure, source, 'post.html')).toEqual([])
  })
})

describe('no-br-paragraph', () => {
  it('splits a paragraph at two breaks', () => {
    expect(suggested(brParagraph, '<p class="a">One. <br>\n<br> Two.</p>')).toBe(
      '<p class="a">One.</p>\n<p class="a">Two.</p>',
    )
  })

  it.each([
    ['inside formatting', '<p><b>One.<br><br>Two.</b></p>'],
    ['in a paragraph with an id', '<p id="a">One.<br><br>Two.</p>'],
    ['outside paragraphs', 'One.<br><br>Two.'],
  ])('finds but does not split breaks %s', (_, source) => {
    expect(find(brParagraph, source, 'post.html')).toHaveLength(1)
    expect(suggested(brParagraph, source)).toBeUndefined()
  })
})

describe('no-excessive-hr', () => {
  it('suggests to delete a line beside a heading', () => {
    expect(suggested(excessiveHr, 'a\n\n---\n\n## B\n\nb\n', 'post.md')).toBe('a\n\n## B\n\nb\n')
  })
})

describe('no-fake-heading', () => {
  it('suggests the heading that the line looks like', () => {
    const html = '<h3>A</h3>\n<p>a</p>\n<p class="x"><b><span>Part <i>two</i></span></b></p>\n<p>b</p>\n'
    expect(suggested(fakeHeading, html)).toBe('<h3>A</h3>\n<p>a</p>\n<h4>Part <i>two</i></h4>\n<p>b</p>\n')
    expect(suggested(fakeHeading, 'a\n\n__Part two__\n\nb\n', 'post.md')).toBe('a\n\n## Part two\n\nb\n')
  })
})

describe('no-fake-list', () => {
  it('suggests a list for paragraphs, for lines and for Markdown', () => {
    expect(suggested(fakeList, '<p>1) a <b>b</b></p>\n<p>2) c</p>\n')).toBe(
      '<ol>\n    <li>a <b>b</b></li>\n    <li>c</li>\n</ol>\n',
    )
    expect(suggested(fakeList, '<p>• a<br>• b</p>\n')).toBe('<ul>\n    <li>a</li>\n    <li>b</li>\n</ul>\n')
    expect(suggested(fakeList, '• a\n• b\n', 'post.md')).toBe('- a\n- b\n')
  })

  it('does not cut lines that may end inside an element', () => {
    expect(suggested(fakeList, '<p><b>• a<br>• b</b></p>\n')).toBeUndefined()
    expect(suggested(fakeList, '<p>• a <b>b</b><br>• c</p>\n')).toBeUndefined()
  })
})
