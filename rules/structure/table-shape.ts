import { masksIn } from '../../src/analysis/blocks/extent.ts'
import { isLayout } from '../../src/analysis/tables/layout-table.ts'
import { writtenCells } from '../../src/analysis/tables/markdown-table.ts'
import { isNoTable, type Row, tableOf } from '../../src/analysis/tables/table.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isElement, isVisible } from '../../src/post/elements.ts'

/** The width of most rows; the first row decides between equals. */
const usualWidth = (rows: readonly Row[]): number => {
  const counts = new Map<number, number>()
  for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/** One cell across the whole row may claim more columns than there are; a row without cells is not shown. */
const isFree = ({ cells, width }: Row, usual: number): boolean =>
  cells.length === 0 || (cells.length === 1 && cells[0]!.column === 0 && width > usual)

export default rule({
  summary: {
    en: 'Tables are even, filled and no wider than a page.',
    ko: '표는 칸 수가 맞고 내용이 있으며 너무 넓지 않게 씁니다.',
  },
  why: {
    en: 'A row with a cell too few or too many puts values under the wrong heading. Tables inside tables, wide tables and tables that only arrange things are hard to follow on a phone and with a screen reader.',
    ko: '칸이 모자라거나 남는 행은 값이 다른 열 아래로 밀립니다. 표 안의 표, 너무 넓은 표, 배치용 표는 휴대 전화와 스크린 리더에서 따라가기 어렵습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: forming a table',
      url: 'https://html.spec.whatwg.org/multipage/tables.html#forming-a-table',
    },
    { authority: 'standard', title: 'GFM: tables', url: 'https://github.github.com/gfm/#tables-extension-' },
    {
      authority: 'accessibility',
      title: 'WAI tutorial: tables concepts',
      url: 'https://www.w3.org/WAI/tutorials/tables/',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 3 },
  group: 'same',
  options: {
    maxColumns: int(8, { en: 'Most columns of a table', ko: '표의 최대 열 개수' }, { minimum: 1 }),
  },
  messages: {
    few: {
      en: 'This row fills {count} of {columns} columns, so values may stand under the wrong heading. Add the missing cells.',
      ko: '열 {columns}개 중 {count}개만 채운 행이라 값이 다른 열에 놓일 수 있습니다. 빠진 칸을 추가하세요.',
    },
    many: {
      en: 'This row has {count} columns, the table {columns}. Remove the cells that are too many, or add a heading for them.',
      ko: '표의 열은 {columns}개인데 이 행은 {count}개입니다. 남는 칸을 지우거나 머리글을 추가하세요.',
    },
    lost: {
      en: 'This row has {count} cells, the table {columns}: Markdown may drop the rest. Remove them, or write \\| for a bar in the text.',
      ko: '표의 열은 {columns}개인데 이 행은 {count}칸이라 나머지가 사라질 수 있습니다. 지우거나, 글 속의 |는 \\|로 쓰세요.',
    },
    overlap: {
      en: 'This cell lies over another, because a span reaches too far. Correct rowspan or colspan.',
      ko: '병합 범위가 넘쳐 다른 칸과 겹칩니다. rowspan이나 colspan 값을 고치세요.',
    },
    overrun: {
      en: 'This cell spans {count} rows, of which its part of the table has fewer left. Correct rowspan.',
      ko: '{count}행을 병합한 칸인데 표의 그 부분에 남은 행이 모자랍니다. rowspan 값을 고치세요.',
    },
    empty: {
      en: 'This table shows nothing. Fill it or delete it.',
      ko: '내용이 없는 표입니다. 채우거나 지우세요.',
    },
    wide: {
      en: '{columns} columns; more than {limit} do not fit on most screens. Split the table, or turn rows into columns.',
      ko: '열이 {columns}개입니다. {limit}개를 넘으면 대부분의 화면에 들어가지 않습니다. 표를 나누거나 행과 열을 바꾸세요.',
    },
    nested: {
      en: 'A table inside a table cannot be followed with a screen reader. Write two tables, or a list.',
      ko: '표 안의 표는 스크린 리더로 따라갈 수 없습니다. 표를 나누거나 목록으로 쓰세요.',
    },
    layout: {
      en: 'This table only arranges things; a screen reader announces rows and columns for nothing. Arrange with CSS.',
      ko: '배치용 표입니다. 스크린 리더가 의미 없는 행과 열을 읽습니다. 배치는 CSS로 하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    element: {
      table(node, parents) {
        const range = post.range(node)
        if (!range || isNoTable(node) || parents.some((around) => isElement(around, 'pre'))) return
        const isWritten = post.range(node, 'tag') !== undefined
        if (isWritten && masksIn(post, range).some(({ kind }) => kind !== 'comment')) return
        const table = tableOf(node)
        if (isWritten && parents.some((around) => isElement(around, 'table') && !isNoTable(around))) {
          report(post.range(node, 'tag') ?? range, 'nested', {})
          return
        }
        if (!isVisible(node)) {
          if (Object.keys(node.properties).length === 0) report(range, 'empty', {})
          return
        }
        if (isWritten && isLayout(table)) {
          report(post.range(node, 'tag') ?? range, 'layout', {})
          return
        }
        if (table.width > options.maxColumns) {
          report(range, 'wide', { columns: table.width, limit: options.maxColumns })
        }
        const columns = isWritten ? usualWidth(table.rows) : table.width
        const counts = table.rows.map(({ width, element }) =>
          isWritten ? width : (writtenCells(post, element, columns) ?? columns),
        )
        // Markdown fills rows up; who leaves off most last cells knows.
        const leavesOff = !isWritten && counts.filter((count) => count < columns).length * 2 >= counts.length
        for (const [index, row] of table.rows.entries()) {
          const count = counts[index]!
          if (count === columns || (isWritten && isFree(row, columns)) || (leavesOff && count < columns)) continue
          const id = count < columns ? 'few' : isWritten ? 'many' : 'lost'
          report(post.place(row.element, [...parents, node]), id, { count, columns })
        }
        for (const { element } of table.overlaps) report(post.place(element, [...parents, node]), 'overlap', {})
        for (const { element } of table.overruns)
          report(post.place(element, [...parents, node]), 'overrun', { count: Number(element.properties.rowSpan) })
      },
    },
  }),
  examples: {
    good: [
      '<table><tr><td></td><th>서울</th><th>부산</th></tr><tr><th rowspan="2">요금</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td colspan="3">합계</td></tr></table>\n',
      '| a | b |\n|---|---|\n| x \\| y | {{ a | b }} |\n',
      '| 옵션 | 설명 | 기본값 |\n|---|---|---|\n| s | 크기 | 80 |\n| d | 그림 |\n| f | 강제 |\n| r | 등급 |\n\n역 | 시각 | 비고\n---|---|---\n서울 | 9시 |\n대전 | 10시 | 급행\n',
      '<table class="highlight"><tr><td>1</td><td>let x</td></tr><tr><td>2</td></tr></table>\n<table id="filled-by-script"></table>\n',
      '<table>{% for r in rows %}<tr><td>{{ r }}</td></tr>{% endfor %}<tr><td>1</td><td>2</td></tr></table>\n',
      { post: '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n', options: { maxColumns: 3 } },
    ],
    bad: [
      {
        post: '<table>\n<tr><th>역</th><th>시각</th><th>요금</th></tr>\n⟦<tr><td>서울</td><td>9:00</td></tr>⟧\n<tr><td>대전</td><td>10:00</td><td>2만</td></tr>\n⟦<tr><td>대구</td><td>11:00</td><td>3만</td><td>?</td></tr>⟧\n</table>\n',
        messages: ['few', 'many'],
      },
      {
        post: '| 名前 | 値 |\n|---|---|\n⟦| 甲 |⟧\n| 乙 | 2 |\n⟦| `a|b` | 3 |⟧\n',
        messages: ['few', 'lost'],
      },
      {
        post: '⟦<table><tr><th>1</th><th>2</th><th>3</th></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>⟧\n⟦<table><tr><td></td></tr></table>⟧\n<table><tr><th>a</th><td>⟦<table>⟧<tr><td>b</td></tr></table></td></tr></table>\n',
        options: { maxColumns: 2 },
        messages: ['wide', 'empty', 'nested'],
      },
      {
        post: '⟦<table border="0">⟧<tr><td><img src="a.jpg" alt="Pier"></td><td><img src="b.jpg" alt="Boat"></td></tr></table>\n<table><tr><th>a</th><th rowspan="2">b</th></tr><tr>⟦<td colspan="2">c</td>⟧</tr></table>\n<table><tr><th>甲</th><th>乙</th></tr><tr>⟦<td rowspan="3">丙</td>⟧<td>丁</td></tr></table>\n',
        messages: ['layout', 'overlap', 'overrun'],
      },
    ],
  },
})
