import type { Element } from 'hast'
import { masksIn } from '../../src/analysis/blocks/extent.ts'
import { type FlowPart, type FlowStep, stepsOf } from '../../src/analysis/blocks/flow.ts'
import { announcesSources } from '../../src/analysis/links/references.ts'
import { rule } from '../../src/engine/rule.ts'
import { elementsIn, isElement, isVisible, textOf } from '../../src/post/elements.ts'

const longestLabel = 60

/** `2.` goes on with a list that something has cut; so does the one before it. */
const isNumberedOn = (node: Element | undefined): boolean =>
  isElement(node, 'ol') && node.properties.start !== undefined && Number(node.properties.start) !== 1

const items = (node: Element): readonly Element[] =>
  node.children.filter((child): child is Element => isElement(child) && isVisible(child))

/** A link on a line of its own: a card, a source, the way on. */
const isLink = (item: Element): boolean => {
  const links = [...elementsIn(item)].filter(({ tagName }) => tagName === 'a')
  return links.length > 0 && links.reduce((sum, link) => sum + textOf(link).length, 0) > textOf(item).length / 2
}

/** A short line with a colon, or all in bold or italics. */
const isLabel = ({ kind, nodes }: FlowPart): boolean => {
  const text = nodes.map(textOf).join('').trim()
  if (kind !== 'paragraph' || text.length > longestLabel) return false
  return /[:：]$/.test(text) || nodes.every((node) => isElement(node, 'b', 'strong', 'i', 'em') || !isVisible(node))
}

/** All that a heading or a label stands over: changes, errata, those to thank. There may be more another time. */
const isWhole = ({ before, after }: FlowStep): boolean =>
  before !== undefined &&
  (isLabel(before) ||
    (before.kind === 'heading' && (after === undefined || after.kind === 'heading' || after.kind === 'rule')))

/** A root with branches. */
const isTree = (item: Element): boolean => item.children.some((child) => isElement(child, 'ul', 'ol'))

export default rule({
  summary: { en: 'Lists have more than one item.', ko: '항목이 하나뿐인 목록을 쓰지 않습니다.' },
  why: {
    en: 'One item is not a list: a screen reader announces “list, one item” before what is only a sentence.',
    ko: '항목이 하나면 목록이 아닙니다. 스크린 리더는 문장 하나를 읽기 전에 “목록, 항목 1개”라고 알립니다.',
  },
  source: [{ authority: 'editorial', title: 'A list lists several things' }],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  messages: {
    single: {
      en: 'A list of one item. Write a sentence, or add what is missing.',
      ko: '항목이 하나뿐인 목록입니다. 문장으로 쓰거나 빠진 항목을 추가하세요.',
    },
  },
  check: ({ post, report }) => ({
    done() {
      const lists = stepsOf(post).filter(({ part }) => isElement(part.element, 'ul', 'ol'))
      for (const [index, step] of lists.entries()) {
        const { part, before, after } = step
        const { element, range } = part
        if (!element || !range) continue
        const own = items(element)
        if (own.length !== 1 || isLink(own[0]!) || isTree(own[0]!)) continue
        if (isWhole(step) || masksIn(post, range).length > 0) continue
        // A comment between its items cuts a Markdown list.
        if (post.format === 'markdown' && (before?.kind === 'list' || after?.kind === 'list')) continue
        if (isNumberedOn(element) || (element.tagName === 'ol' && isNumberedOn(lists[index + 1]?.part.element)))
          continue
        // Sources are listed even when there is only one.
        if (before && announcesSources(before.nodes.map(textOf).join(' ').slice(-200))) continue
        report(range, 'single', {})
      }
    },
  }),
  examples: {
    good: [
      '<p>준비물</p>\n<ul><li>지도</li><li>물통</li></ul>\n',
      '## References\n\n- https://example.com/\n\n참고:\n\n- 이전 글\n',
      '## 4.2\n\n- The map is larger.\n- The search is faster.\n\n## 4.1\n\n- A typo is corrected.\n\n## Thanks\n\nTo all.\n\n**Photos**\n\n- Ada Hill\n\nFiles.\n\n- src\n  - map\n  - search\n',
      '<ul>{% for p in posts %}<li>{{ p }}</li>{% endfor %}</ul>\n',
      '続きはこちら。\n\n- [次の記事](/next/)\n',
      '- one\n\n<!-- cut -->\n\n- two\n',
      '1. First\n\n```sh\nrun\n```\n\n2. Second\n',
    ],
    bad: [
      { post: '<p>준비물은 하나입니다.</p>\n⟦<ul>\n<li>지도</li>\n</ul>⟧\n', messages: ['single'] },
      { post: '持ち物。\n\n⟦- 地図⟧\n\n以上。\n' },
    ],
  },
})
