import { isHidden } from '../../src/analysis/images/alternative.ts'
import {
  hasBoldHead,
  headEdits,
  holdsData,
  idleHeads,
  isCorner,
  isHeading,
} from '../../src/analysis/tables/data-table.ts'
import { isNamedCell, isStrayScope, strayHeader } from '../../src/analysis/tables/head-references.ts'
import { type Cell, isNoTable, type Table, tableOf } from '../../src/analysis/tables/table.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, isElement } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const makeHead = (post: Post, table: Table): SuggestedChange[] => {
  const edits = headEdits(post, table)
  return edits.length > 0
    ? [{ title: { en: 'Make the first row the head', ko: '첫 행을 머리글로 바꾸기' }, edits }]
    : []
}

export default rule({
  summary: { en: 'Tables of data say which cells head the others.', ko: '데이터 표에는 머리글 칸을 표시합니다.' },
  why: {
    en: 'With <th> a screen reader says the heads with each cell. Without it the reader hears numbers and has to remember which column they belong to; bold type tells it nothing.',
    ko: '<th>가 있으면 스크린 리더가 칸마다 머리글을 함께 읽습니다. 없으면 숫자만 들려서 어느 열인지 외워야 하고, 굵은 글씨로는 구별되지 않습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H51: table markup',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H51',
    },
    {
      authority: 'accessibility',
      title: 'WCAG F90: header and data cells not correctly associated',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F90',
    },
  ],
  presets: { strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  group: 'all',
  options: {
    minRows: int(
      2,
      { en: 'Fewest rows from which a table needs heads', ko: '머리글이 필요한 표의 최소 행 수' },
      { minimum: 2 },
    ),
  },
  messages: {
    none: {
      en: 'A table of data without <th>, so a screen reader cannot name rows and columns. Mark the heads.',
      ko: '데이터 표에 <th>가 없어 스크린 리더가 행과 열의 이름을 읽을 수 없습니다. 머리글 칸을 표시하세요.',
    },
    bold: {
      en: 'The first row is only bold; to a screen reader it is data like the rest. Make its cells <th scope="col">.',
      ko: '첫 행이 굵은 글씨일 뿐이라 스크린 리더에는 데이터로 들립니다. <th scope="col">로 바꾸세요.',
    },
    empty: {
      en: 'A head without text names nothing. Fill it in, or use <td>.',
      ko: '머리글 칸이 비어 있습니다. 채우거나 <td>로 바꾸세요.',
    },
    idle: {
      en: 'This head has no cell of data in its row or column. Use <td>, or mend the table.',
      ko: '이 머리글의 행과 열에 데이터 칸이 없습니다. <td>로 바꾸거나 표를 고치세요.',
    },
    scope: {
      en: '`scope` belongs on <th> and says row, col, rowgroup or colgroup. Correct it.',
      ko: '`scope`는 <th>에 row, col, rowgroup, colgroup 중 하나로 씁니다. 고치세요.',
    },
    headers: {
      en: '`headers` must name the ids of <th> in the same table; “{id}” is none. Correct it.',
      ko: '`headers`에는 같은 표에 있는 <th>의 id를 씁니다. “{id:은/는}” 없습니다. 고치세요.',
    },
  },
  check({ post, options, report }) {
    const judgeHead = (cell: Cell, table: Table, isIdle: boolean): void => {
      const place = post.place(cell.element)
      const isNamed = isNamedCell(post, cell)
      if (!isNamed && !isCorner(cell, table)) report(place, 'empty', {})
      else if (isNamed && table.width > 1 && isIdle) report(place, 'idle', {})
    }
    const judgeAttributes = (cell: Cell, ids: ReadonlySet<string>): void => {
      const scope = post.range(cell.element, { attribute: 'scope' })
      if (scope && isStrayScope(post, cell)) report(scope, 'scope', {})
      const headers = post.range(cell.element, { attribute: 'headers' })
      const id = headers && strayHeader(post, cell, ids)
      if (headers && id !== undefined) report(headers, 'headers', { id })
    }
    return {
      element: {
        table(node, parents) {
          if (isNoTable(node) || isHidden(node, parents)) return
          if (parents.some((parent) => isElement(parent, 'pre'))) return
          const table = tableOf(node)
          const cells = table.rows.flatMap((row) => row.cells)
          const heads = cells.filter(isHeading)
          const whole = post.range(node) ?? post.place(node, parents)
          if (
            heads.length === 0 &&
            table.rows.length >= options.minRows &&
            holdsData(table, parents) &&
            !post.isMasked(whole)
          ) {
            const isBold = hasBoldHead(table)
            report(whole, isBold ? 'bold' : 'none', {}, { suggestions: isBold ? makeHead(post, table) : [] })
          }
          const ids = new Set(heads.flatMap(({ element }) => attributeOf(element, 'id') ?? []))
          // Markdown pads rows and always makes a head: a table without one has to leave it empty.
          const isMarkdown = !post.range(node, 'tag')
          const idle = isMarkdown ? undefined : idleHeads(table)
          for (const cell of heads) if (idle) judgeHead(cell, table, idle.has(cell))
          for (const cell of cells) judgeAttributes(cell, ids)
        },
      },
    }
  },
  examples: {
    good: [
      '<table><tr><th>도시</th><th>거리</th></tr><tr><td>서울</td><td>12 km</td></tr></table>\n',
      '<table><tr><th></th><th scope="col">2023</th></tr><tr><th scope="row">Rain</th><td>9 mm</td></tr></table>\n',
      '<table role="presentation"><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>\n<table><tr><td><img src="a.jpg" alt="橋"></td><td>橋</td></tr><tr><td>川</td><td>山</td></tr></table>\n',
      '| | |\n|---|---|\n| 朝 | 五時 |\n| 昼 | 正午 |\n',
      '<table><tr><th>도시</th><th id="km">거리</th></tr><tr><td>서울</td></tr><tr><td headers="km">12 km</td></tr></table>\n<table><tr><td headers="r">9 mm</td><th id="r">Rain</th></tr></table>\n',
      { post: '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>\n', options: { minRows: 3 } },
    ],
    bad: [
      {
        post: '⟦<table><tr><td><b>도시</b></td><td><b>거리</b></td></tr><tr><td>서울</td><td>12 km</td></tr></table>⟧\n',
        messages: ['bold'],
      },
      {
        post: '⟦<table><tr><td>Rain</td><td>9 mm</td></tr><tr><td>Snow</td><td>2 mm</td></tr></table>⟧\n',
        messages: ['none'],
      },
      {
        post: '<table><tr><th>甲</th>⟦<th><b hidden>乙</b></th>⟧</tr><tr><td ⟦scope="row"⟧>乙</td><td ⟦headers="x"⟧>丙</td></tr></table>\n',
        messages: ['empty', 'scope', 'headers'],
      },
      { post: '<table><tr>⟦<th>朝</th>⟧⟦<th>昼</th>⟧</tr></table>\n', messages: ['idle'] },
      {
        post: '<table><tr><th id="from">출발</th>⟦<th>도착</th>⟧</tr><tr><td>서울</td><td headers="from">부산</td></tr></table>\n<table><tr><td>9 mm</td>⟦<th>Rain</th>⟧</tr></table>\n',
        messages: ['idle'],
      },
    ],
  },
})
