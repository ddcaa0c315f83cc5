import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { holdsData } from '../../src/analysis/tables/data-table.ts'
import { type Cell, isNoTable, type Table, tableOf } from '../../src/analysis/tables/table.ts'
import { beside, isTitle, isUnexplained, spanningCell } from '../../src/analysis/tables/table-title.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { comparable } from '../../src/language/similarity.ts'
import { attributeOf, isElement, isPhrasing, isVisible, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const makeCaption = (post: Post, { element, rows }: Table, cell: Cell): SuggestedChange[] => {
  const row = rows[0]!.element
  const tags = tagsOf(post, cell.element)
  const whole = tagsOf(post, row) && post.range(row)
  const open = post.range(element, 'tag')
  if (!tags || !whole || !open || !isEditable(post, element) || post.isMasked(whole)) return []
  const text = post.source.slice(tags.inner.start, tags.inner.end).trim()
  const title = { en: 'Make it the caption', ko: '<caption>으로 바꾸기' }
  const caption = `<caption>${text}</caption>`
  const edits =
    whole.start === open.end
      ? [{ ...whole, text: caption }]
      : [
          { start: open.end, end: open.end, text: caption },
          { ...whole, text: '' },
        ]
  return [{ title, edits }]
}

export default rule({
  summary: { en: 'The title of a table is its caption.', ko: '표의 제목은 <caption>에 씁니다.' },
  why: {
    en: 'A screen reader announces the caption with the table and lists tables by it. A title in a cell or in a paragraph beside the table is data or text to it.',
    ko: '스크린 리더는 표에 들어갈 때 캡션을 읽고, 표 목록에도 캡션을 보여 줍니다. 칸이나 단락에 쓴 제목은 데이터나 본문으로 들립니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H39: caption elements for data tables',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H39',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique H73: the summary attribute',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H73',
    },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  options: {
    minRows: int(
      4,
      {
        en: 'Fewest rows from which a table that nothing introduces needs a caption',
        ko: '소개하는 글이 없는 표에 캡션이 필요한 최소 행 수',
      },
      { minimum: 2 },
    ),
  },
  messages: {
    cell: {
      en: 'A cell across all columns is no title to a screen reader, but data. Make it a <caption>.',
      ko: '모든 열에 걸친 칸은 스크린 리더에 제목이 아니라 데이터로 들립니다. <caption>으로 바꾸세요.',
    },
    paragraph: {
      en: 'This paragraph titles the table without belonging to it. Make it the table’s <caption>.',
      ko: '표의 제목이 표 밖 단락에 있습니다. 표의 <caption>으로 옮기세요.',
    },
    missing: {
      en: 'Nothing says what this table is about. Add a <caption>, or a sentence before it.',
      ko: '무엇에 관한 표인지 알 수 없습니다. <caption>이나 소개하는 문장을 추가하세요.',
    },
    repeated: {
      en: '`summary` repeats the caption, and is read twice. Delete it.',
      ko: '`summary`가 캡션과 같아 두 번 읽힙니다. 지우세요.',
    },
  },
  check: ({ post, options, report }) => ({
    element: {
      table(node, parents) {
        // Markdown’s own tables can have no caption.
        if (!post.range(node, 'tag') || isNoTable(node) || parents.some((parent) => isElement(parent, 'pre'))) return
        const table = tableOf(node)
        const caption = table.caption ? comparable(textOf(table.caption)) : ''
        const summary = comparable(attributeOf(node, 'summary') ?? '')
        if (caption !== '') {
          const place = post.range(node, { attribute: 'summary' })
          if (summary === caption && place) report(place, 'repeated', {})
          return
        }
        const cell = spanningCell(table)
        const titles = [beside(node, parents, -1), beside(node, parents, 1)]
        const title = titles.find(isTitle)
        if (cell && isVisible(cell.element) && cell.element.children.every(isPhrasing)) {
          report(post.place(cell.element), 'cell', {}, { suggestions: makeCaption(post, table, cell) })
        } else if (title) report(post.place(title), 'paragraph', {})
        else if (
          table.rows.length >= options.minRows &&
          summary === '' &&
          isUnexplained(post, node, parents, titles[0])
        ) {
          if (holdsData(table, parents)) report(post.range(node, 'tag') ?? post.place(node, parents), 'missing', {})
        }
      },
    },
  }),
  examples: {
    good: [
      '<table summary="Rain by month"><caption>Rain</caption><tr><th>May</th><td>9</td></tr></table>\n',
      '<h2>거리</h2>\n<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr><tr><th>c</th><td>3</td></tr><tr><th>d</th><td>4</td></tr></table>\n',
      '<table><tr><th colspan="2">月</th><th>雨</th></tr><tr><td>五</td><td>月</td><td>9</td></tr></table>\n',
      '표 1을 보면 차이를 알 수 있습니다.\n\n| 이름 | 값 |\n|---|---|\n| 가 | 1 |\n',
    ],
    bad: [
      {
        post: '<table><tr>⟦<td colspan="2"><b>요금표</b></td>⟧</tr><tr><th>성인</th><td>3,000원</td></tr></table>\n',
        messages: ['cell'],
      },
      {
        post: '⟦<p>Table 2: Rain by month</p>⟧\n<table><tr><th>May</th><td>9</td></tr><tr><th>June</th><td>7</td></tr></table>\n',
        messages: ['paragraph'],
      },
      {
        post: '<table ⟦summary="雨"⟧><caption>雨</caption><tr><th>五月</th><td>9</td></tr></table>\n',
        messages: ['repeated'],
      },
      {
        post: '<hr>\n⟦<table>⟧<tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>\n',
        options: { minRows: 2 },
        messages: ['missing'],
      },
    ],
  },
})
