import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import { classesOf, isElement } from '../../post/elements.ts'
import { roleOf } from '../markup/aria.ts'

/** A cell with the place it takes in the grid; spans are as wide as they really are. */
export interface Cell {
  readonly element: Element
  readonly isHeader: boolean
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface Row {
  readonly element: Element
  /** The row group around it, or the table itself. */
  readonly group: Element
  readonly cells: readonly Cell[]
  /** Columns that its own cells and those reaching into it from above take up. */
  readonly width: number
}

export interface Table {
  readonly element: Element
  readonly caption: Element | undefined
  readonly rows: readonly Row[]
  /** Columns of the widest row. */
  readonly width: number
  /** Cells that lie over each other. */
  readonly overlaps: readonly Cell[]
  /** Cells that are to span more rows than follow in their group. */
  readonly overruns: readonly Cell[]
}

/** The rows of a table itself, not of tables inside it. */
export const rowElements = (table: Element): readonly Element[] => groupedRows(table).map(([row]) => row)

export const cellElements = (row: Element): readonly Element[] =>
  row.children.filter((node): node is Element => isElement(node, 'td', 'th'))

const groupedRows = (table: Element): (readonly [row: Element, group: Element])[] =>
  table.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [[child, table] as const]
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) return []
    return rowsIn(child).map((row) => [row, child] as const)
  })

const rowsIn = (group: Element): Element[] => group.children.filter((node): node is Element => isElement(node, 'tr'))

/** The limits that HTML sets; a rowspan of 0 reaches to the end of the group. */
const mostColumns = 1000
const mostRows = 65_534

const spanOf = (value: unknown, most: number, least: number): number => {
  const number = Number.parseInt(String(value ?? ''), 10)
  return Number.isNaN(number) || number < least ? 1 : Math.min(number, most)
}

/** More columns than this are not laid out: spans can claim thousands in a few bytes. */
const widest = 1000

/** Lays the cells of a table out in its grid, as HTML's algorithm for forming a table does. */
export const tableOf = perPart((table: Element): Table => layOut(table))

function layOut(table: Element): Table {
  const rows: Row[] = []
  const overlaps: Cell[] = []
  const overruns: Cell[] = []
  /** For each column the row after the last that a cell from above reaches. */
  let reached: number[] = []
  const grouped = groupedRows(table)
  const ends = groupEnds(grouped.map(([, group]) => group))
  let lastGroup: Element | undefined
  for (const [index, [element, group]] of grouped.entries()) {
    if (group !== lastGroup) reached = []
    lastGroup = group
    const cells: Cell[] = []
    let column = 0
    for (const node of cellElements(element)) {
      while ((reached[column] ?? 0) > index) column++
      if (column >= widest) break
      const columnSpan = spanOf(node.properties.colSpan, mostColumns, 1)
      const wanted = spanOf(node.properties.rowSpan, mostRows, 0)
      const left = ends[index]! - index
      const rowSpan = wanted === 0 ? left : Math.min(wanted, left)
      const cell = { element: node, isHeader: node.tagName === 'th', row: index, column, rowSpan, columnSpan }
      let isOver = false
      for (let at = column; at < column + columnSpan; at++) {
        if ((reached[at] ?? 0) > index) isOver = true
        reached[at] = Math.max(reached[at] ?? 0, index + rowSpan)
      }
      if (isOver) overlaps.push(cell)
      if (wanted > left) overruns.push(cell)
      cells.push(cell)
      column += columnSpan
    }
    const width = reached.findLastIndex((row) => (row ?? 0) > index) + 1
    rows.push({ element, group, cells, width })
  }
  const caption = table.children.find((node): node is Element => isElement(node, 'caption'))
  return { element: table, caption, rows, width: Math.max(0, ...widths(rows)), overlaps, overruns }
}

const widths = (rows: readonly Row[]): readonly number[] => [...new Set(rows.map(({ width }) => width))]

/** For each row the index after the last row of its group. */
function groupEnds(groups: readonly Element[]): readonly number[] {
  const ends: number[] = []
  for (let index = groups.length - 1; index >= 0; index--) {
    ends[index] = groups[index + 1] === groups[index] ? ends[index + 1]! : index + 1
  }
  return ends
}

/** Tables that highlighters draw: line numbers, code, diffs. */
const codeClass = /(?:^|-)(?:highlight\w*|rouge|code|lntable|linenos?|gutter|syntaxhighlighter|diff)(?:-|$)/i

/** Whether a highlighter made a table, or it is declared to be no table. */
export const isNoTable = (table: Element): boolean =>
  !/^(?:(?:tree)?grid|table)?$/.test(roleOf(table)) || classesOf(table).some((name) => codeClass.test(name))
