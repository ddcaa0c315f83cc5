import type { Element, Root } from 'hast'
import { attributeOf, elementsIn, isElement, isVisible, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { isEditable, tagsOf } from '../blocks/extent.ts'
import { namedHeads } from './head-references.ts'
import type { Cell, Table } from './table.ts'

type Parents = readonly (Root | Element)[]

/** What data tables hardly ever hold; where cells hold it, the table lays things out. */
const layoutContent = new Set(
  'article canvas embed form h1 h2 h3 h4 h5 h6 iframe img input object picture pre section select svg table textarea video'.split(
    ' ',
  ),
)

/** More text than this in a cell on average is a page laid out in columns. */
const longCell = 120

/** Whether rows and columns plainly hold data: short texts in most cells, nothing that only layout puts there. */
export const holdsData = ({ element, rows, width }: Table, parents: Parents): boolean => {
  if (rows.length < 2 || width < 2 || parents.some((parent) => isElement(parent as Element, 'td', 'th'))) return false
  for (const { tagName } of elementsIn(element)) if (layoutContent.has(tagName)) return false
  const cells = rows.flatMap((row) => row.cells)
  const filled = cells.filter((cell) => isVisible(cell.element))
  const letters = filled.reduce((sum, cell) => sum + textOf(cell.element).trim().length, 0)
  return filled.length * 2 > cells.length && letters <= filled.length * longCell
}

/** Whether all that a cell shows is bold. */
export const isBoldCell = ({ element }: Cell): boolean => {
  let inner: Element = element
  for (;;) {
    const shown = inner.children.filter(isVisible)
    const [only] = shown
    if (shown.length !== 1 || !isElement(only)) return false
    if (only.tagName === 'b' || only.tagName === 'strong') return true
    inner = only
  }
}

/** Whether a cell heads others: a `th`, or a cell with such a role. */
export const isHeading = ({ element, isHeader }: Cell): boolean =>
  isHeader || /^(?:columnheader|rowheader)$/.test(attributeOf(element, 'role') ?? '')

/** The first row is a head in all but its tags. */
export const hasBoldHead = ({ rows }: Table): boolean =>
  rows.length > 1 && rows[0]!.cells.length > 1 && rows[0]!.cells.every(isBoldCell) && !rows[1]!.cells.every(isBoldCell)

/** The corner above row heads and beside column heads may be empty. */
export const isCorner = ({ row, column }: Cell, { rows }: Table): boolean =>
  row === 0 &&
  column === 0 &&
  rows[0]!.cells.some((cell) => cell.column > 0 && isHeading(cell) && isVisible(cell.element))

/** Spans are bounded by the rows and by the widest table that is laid out. */
const widestSpan = 4000

/** Notes for each row or column that a cell spans how far data reaches in it. */
const reach = (last: Map<number, number>, from: number, length: number, end: number): void => {
  for (let at = from; at < from + Math.min(length, widestSpan); at++) last.set(at, Math.max(last.get(at) ?? 0, end))
}

const reachesPast = (last: ReadonlyMap<number, number>, from: number, length: number, place: number): boolean => {
  for (let at = from; at < from + Math.min(length, widestSpan); at++) if ((last.get(at) ?? -1) > place) return true
  return false
}

/**
 * The heads that name no data: no cell of it behind them in their rows or below them in their columns, none that names
 * them, and no heads in their columns that have some.
 */
export const idleHeads = ({ rows }: Table): ReadonlySet<Cell> => {
  const cells = rows.flatMap((row) => row.cells)
  const lastColumns = new Map<number, number>()
  const lastRows = new Map<number, number>()
  const heads = cells.filter(isHeading)
  const ids = new Set(heads.map(({ element }) => attributeOf(element, 'id')))
  const named = new Set<string>()
  for (const cell of cells) {
    const own = (namedHeads(cell) ?? (attributeOf(cell.element, 'ariaLabelledBy') ?? '').split(/\s+/)).filter((id) =>
      ids.has(id),
    )
    for (const id of own) named.add(id)
    if (isHeading(cell) || own.length > 0) continue
    reach(lastColumns, cell.row, cell.rowSpan, cell.column + cell.columnSpan - 1)
    reach(lastRows, cell.column, cell.columnSpan, cell.row + cell.rowSpan - 1)
  }
  const isUseful = ({ element, row, column, rowSpan, columnSpan }: Cell): boolean =>
    named.has(attributeOf(element, 'id') ?? '') ||
    reachesPast(lastColumns, row, rowSpan, column) ||
    reachesPast(lastRows, column, columnSpan, row)
  const useful = new Set(heads.filter(isUseful))
  const usefulColumns = new Set([...useful].map(({ column }) => column))
  return new Set(heads.filter((head) => !useful.has(head) && !usefulColumns.has(head.column)))
}

/** What makes the cells of the first row heads of their columns; nothing where their tags are not in the source. */
export const headEdits = (post: Post, { rows }: Table): readonly (Range & { readonly text: string })[] => {
  const edits: (Range & { readonly text: string })[] = []
  for (const { element } of rows[0]?.cells ?? []) {
    const tags = tagsOf(post, element)
    if (!tags || !isEditable(post, element)) return []
    const scope = attributeOf(element, 'scope') === undefined ? ' scope="col"' : ''
    edits.push({ start: tags.open.start, end: tags.open.start + '<td'.length, text: `<th${scope}` })
    edits.push({ ...tags.close, text: '</th>' })
  }
  return edits
}
