import type { Element } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { cellElements, isNoTable, rowElements } from '../../src/analysis/tables/table.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { elementsIn, isElement, isPhrasing, isVisible, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Layout, code and nested tables are other matters. */
const isOther = (table: Element, parents: Parents): boolean => {
  if (isNoTable(table) || parents.some((parent) => isElement(parent, 'td', 'th', 'pre'))) return true
  for (const { tagName } of elementsIn(table)) {
    if (tagName === 'table' || tagName === 'pre' || tagName === 'input' || tagName === 'img') return true
  }
  return false
}

const isBoldOnly = (cell: Element): boolean => {
  const shown = cell.children.filter(isVisible)
  return shown.length === 1 && isElement(shown[0], 'b', 'strong')
}

/** A paragraph for the cell that heads the others, and a list of these. */
const asList = (post: Post, table: Element, cells: readonly Element[]): readonly SuggestedChange[] => {
  const whole = post.range(table)
  if (!whole || !isEditable(post, table) || !tagsOf(post, table) || post.isMasked(whole)) return []
  if (elementsOfOtherKind(table) || !cells.every((cell) => cell.children.every(isPhrasing))) return []
  const texts: string[] = []
  for (const cell of cells) {
    const tags = tagsOf(post, cell)
    if (!tags) return []
    const text = post.source.slice(tags.inner.start, tags.inner.end).trim()
    if (text !== '') texts.push(text)
  }
  const [first, ...rest] = cells
  const hasHead = first!.tagName === 'th' || (isBoldOnly(first!) && rest.length > 1)
  const head = hasHead ? `<p>${texts.shift()}</p>\n` : ''
  const indent = '    '
  const text = `${head}<ul>\n${texts.map((item) => `${indent}<li>${item}</li>\n`).join('')}</ul>`
  return [{ title: { en: 'Make it a list', ko: '목록으로 바꾸기' }, edits: [{ ...whole, text }] }]
}

/** A caption or columns have no place in a list. */
const elementsOfOtherKind = (table: Element): boolean =>
  table.children.some((node) => isElement(node, 'caption', 'colgroup', 'col'))

export default rule({
  summary: { en: 'No tables with one column.', ko: '열이 하나뿐인 표를 쓰지 않습니다.' },
  why: {
    en: 'A table tells readers and machines that rows and columns belong together. With one column there is nothing to relate: it is a list or a box, and a screen reader announces a table for nothing.',
    ko: '표는 행과 열이 서로 관련된다는 뜻입니다. 열이 하나면 관련지을 것이 없으니 목록이나 상자이고, 스크린 리더는 괜히 표라고 읽습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H48: ol, ul and dl for lists',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H48',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique H51: table markup for tabular information',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H51',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'structure', weight: 3 },
  covers: ['table-caption', 'table-shape'],
  messages: {
    list: {
      en: 'A table with one column and {rows} rows is a list. Write it as <ul>, with its head as a heading.',
      ko: '열이 하나이고 행이 {rows}개인 표는 목록입니다. 머리글은 제목으로, 나머지는 <ul>로 쓰세요.',
    },
    box: {
      en: 'A table with one cell is only a box. Use a paragraph, <blockquote> or <aside> and style it in CSS.',
      ko: '칸이 하나뿐인 표는 상자일 뿐입니다. 단락, <blockquote>, <aside>를 쓰고 모양은 CSS로 지정하세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      table(node, parents) {
        const range = post.range(node)
        if (!range || isOther(node, parents) || post.isMasked(range)) return
        const rows = rowElements(node).filter((row) => cellElements(row).length > 0)
        const cells = rows.flatMap(cellElements)
        if (rows.length === 0 || cells.length > rows.length || textOf(node).trim() === '') return
        if (cells.length === 1) report(range, 'box', {})
        else report(range, 'list', { rows: rows.length }, { suggestions: asList(post, node, cells) })
      },
    },
  }),
  examples: {
    good: [
      '<table><tr><th>도시</th><td>서울</td></tr><tr><th>거리</th><td>12 km</td></tr></table>\n',
      '<table role="presentation"><tr><td>Boxed</td></tr><tr><td>text</td></tr></table>\n',
      '<table class="highlight"><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>\n',
      '<table><tr><td><img src="pier.jpg" alt="The pier"></td></tr><tr><td>The pier at noon</td></tr></table>\n',
      '<table>{% for row in page.rows %}<tr><td>{{ row }}</td></tr>{% endfor %}</table>\n',
      '| 이름 | 값 |\n|---|---|\n| 가 | 1 |\n',
    ],
    bad: [
      {
        post: '<p>준비물은 다음과 같습니다.</p>\n⟦<table>\n  <tr><td><b>준비물</b></td></tr>\n  <tr><td>지도</td></tr>\n  <tr><td>물통</td></tr>\n</table>⟧\n',
        messages: ['list'],
      },
      {
        post: '⟦<table border="1"><tbody><tr><td>Trains do not run on Sundays.</td></tr></tbody></table>⟧\n',
        messages: ['box'],
      },
      { post: '材料。\n\n⟦| 材料 |\n|---|\n| 塩 |\n| 水 |⟧\n', messages: ['list'] },
    ],
  },
})
