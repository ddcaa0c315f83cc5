import type { Element } from 'hast'
import { type FlowPart, stepsOf } from '../../src/analysis/blocks/flow.ts'
import { isNoTable } from '../../src/analysis/tables/table.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, classesOf, elementsIn, isElement, isVisible, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Lists and tables; tables around pictures and those of highlighters are something else. */
const isBlock = ({ kind, element }: FlowPart): boolean =>
  (kind === 'list' && element !== undefined && isVisible(element)) ||
  (kind === 'table' && element !== undefined && !isNoTable(element) && !isPicture(element))

const isPicture = (table: Element): boolean => {
  const names = new Set([...elementsIn(table)].map(({ tagName }) => tagName))
  return names.has('img') && !names.has('th')
}

/**
 * A list right after a table tells about it, points after steps about the last step, and what ends in a colon leads to
 * what follows; blocks in boxes of their own are tabs or parts of a page.
 */
const isLedTo = ({ kind, element, parents }: FlowPart, before: FlowPart): boolean =>
  kind !== before.kind ||
  parents.at(-1) !== before.parents.at(-1) ||
  (isElement(element, 'ul') && isElement(before.element, 'ol')) ||
  /[:：]\)?\s*$/.test(before.nodes.map(textOf).join(''))

/** Nothing but links within the page: a table of contents. */
const isContents = ({ element }: FlowPart): boolean => {
  const items = element?.children.filter((child): child is Element => isElement(child, 'li')) ?? []
  return items.length > 0 && items.every((item) => [...elementsIn(item)].some(isInnerLink))
}

const isInnerLink = (node: Element): boolean =>
  node.tagName === 'a' && attributeOf(node, 'href')?.startsWith('#') === true

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
        if (!part.range || !before || !isBlock(part) || isNamed(part, names)) continue
        if (hasCaption(part.element) || isContents(part)) continue
        const isCut = isBlock(before) && !isLedTo(part, before) && !isContinued(post, part, before)
        if (before.kind !== 'rule' && !isCut) continue
        const slots = { before: `<${before.element?.tagName ?? 'hr'}>` }
        report(part.range, part.kind === 'list' ? 'list' : 'table', slots)
      }
    },
  }),
  examples: {
    good: [
      '<h2>준비물</h2>\n<ul><li>지도</li><li>물통</li></ul>\n<p>요금은 다음과 같습니다.</p>\n<table><tr><th>어른</th><td>천 원</td></tr></table>\n',
      '- one\n\n<!-- cut -->\n\n- two\n\nText.\n\n---\n\n- [Fares](#fares)\n- [Piers](#piers)\n',
      '1. Row to the pier.\n2. Tie the boat:\n\n- Use both ropes.\n- Ask for help.\n',
      '| 역 | 시각 |\n|---|---|\n| 서울 | 9시 |\n\n- 시각은 평일 기준입니다.\n- 주말에는 한 시간 늦습니다.\n',
      '<div><table><tr><th>A</th><td>1</td></tr></table></div>\n<div><table><tr><th>B</th><td>2</td></tr></table></div>\n',
      '- A post that starts with a list\n- is introduced by its title\n',
      { post: '<hr>\n<ul class="links"><li>一</li><li>二</li></ul>\n', options: { skip: ['links'] } },
      '<p>Text.</p>\n<hr>\n<table><caption>Fares</caption><tr><th>Adult</th><td>1</td></tr></table>\n',
    ],
    bad: [
      {
        post: '<p>출발은 9시입니다.</p>\n<hr>\n⟦<ul><li>지도</li><li>물통</li></ul>⟧\n<p>배는 정오에 떠납니다.</p>\n<hr>\n<p>&nbsp;</p>\n⟦<table><tr><th>어른</th><td>천 원</td></tr></table>⟧\n',
        messages: ['list', 'table'],
      },
      { post: 'Text.\n\n- one\n- two\n\n⟦1. eins\n2. zwei⟧\n', messages: ['list'] },
    ],
  },
})
