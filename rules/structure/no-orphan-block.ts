import type { Element } from 'hast'
import { type FlowPart, stepsOf } from '../../src/analysis/blocks/flow.ts'
import { isNoTable } from '../../src/analysis/tables/table.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, classesOf, elementsIn, isElement } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Lists and tables; tables around pictures and those of highlighters are something else. */
const isBlock = ({ kind, element }: FlowPart): boolean =>
  kind === 'list' || (kind === 'table' && element !== undefined && !isNoTable(element) && !isPicture(element))

const isPicture = (table: Element): boolean => {
  const names = new Set([...elementsIn(table)].map(({ tagName }) => tagName))
  return names.has('img') && !names.has('th')
}

/** A list that something has cut in two goes on: another of its kind in Markdown, or one that counts on. */
const isContinued = (post: Post, { element }: FlowPart, before: FlowPart): boolean =>
  (element?.properties.start !== undefined && Number(element.properties.start) !== 1) ||
  (post.format === 'markdown' && element?.tagName === before.element?.tagName && before.kind === 'list')

/** Whether a block, or one around it, has one of the names: as an element, a class or an id. */
const isNamed = ({ element, parents }: FlowPart, names: ReadonlySet<string>): boolean =>
  [...parents, element].some(
    (node) =>
      isElement(node) &&
      (names.has(node.tagName) ||
        names.has(attributeOf(node, 'id') ?? '') ||
        classesOf(node).some((name) => names.has(name))),
  )

const hasCaption = (element: Element | undefined): boolean =>
  element?.children.some((child) => isElement(child, 'caption')) ?? false

export default rule({
  summary: {
    en: 'A sentence or a heading introduces each list and table.',
    ko: '목록과 표 앞에는 소개하는 글을 둡니다.',
  },
  why: {
    en: 'A list or a table that follows a line, or another list or table, leaves readers to guess what it lists. A sentence or a heading before it tells them, and lets them skip it.',
    ko: '가로줄이나 다른 목록, 표 바로 뒤에 오는 목록과 표는 무엇을 늘어놓은 것인지 알 수 없습니다. 앞에 문장이나 제목이 있으면 알 수 있고 건너뛸 수도 있습니다.',
  },
  source: [
    { authority: 'editorial', title: 'Say what a list lists' },
    {
      authority: 'accessibility',
      title: 'WCAG 1.3.1: info and relationships',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships.html',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  options: {
    skip: list(['nav', 'toc'], {
      en: 'Elements, classes and ids of blocks that need no introduction',
      ko: '소개하는 글이 없어도 되는 블록의 요소, 클래스, id',
    }),
  },
  messages: {
    list: {
      en: 'Nothing says what this list lists since the {before} before it. Introduce it with a sentence or a heading.',
      ko: '앞의 {before} 뒤에 바로 온 목록이라 무엇의 목록인지 알 수 없습니다. 문장이나 제목으로 소개하세요.',
    },
    table: {
      en: 'Nothing says what this table shows since the {before} before it. Introduce it with a sentence or a heading.',
      ko: '앞의 {before} 뒤에 바로 온 표라 무엇의 표인지 알 수 없습니다. 문장이나 제목으로 소개하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const names = new Set(options.skip)
      for (const { part, before } of stepsOf(post)) {
        if (!part.range || !before || !isBlock(part) || isNamed(part, names) || hasCaption(part.element)) continue
        if (before.kind !== 'rule' && (!isBlock(before) || isContinued(post, part, before))) continue
        const slots = { before: `<${before.element?.tagName ?? 'hr'}>` }
        report(part.range, part.kind === 'list' ? 'list' : 'table', slots)
      }
    },
  }),
  examples: {
    good: [
      '<h2>준비물</h2>\n<ul><li>지도</li><li>물통</li></ul>\n<p>요금은 다음과 같습니다.</p>\n<table><tr><th>어른</th><td>천 원</td></tr></table>\n',
      '- one\n\n<!-- cut -->\n\n- two\n\nText.\n',
      '- A post that starts with a list\n- is introduced by its title\n',
      { post: '<hr>\n<ul class="links"><li>一</li><li>二</li></ul>\n', options: { skip: ['links'] } },
      '<p>Text.</p>\n<hr>\n<table><caption>Fares</caption><tr><th>Adult</th><td>1</td></tr></table>\n',
    ],
    bad: [
      {
        post: '<p>출발은 9시입니다.</p>\n<hr>\n⟦<ul><li>지도</li><li>물통</li></ul>⟧\n<p>&nbsp;</p>\n⟦<table><tr><th>어른</th><td>천 원</td></tr></table>⟧\n',
        messages: ['list', 'table'],
      },
      { post: 'Text.\n\n- one\n- two\n\n⟦1. eins\n2. zwei⟧\n', messages: ['list'] },
    ],
  },
})
