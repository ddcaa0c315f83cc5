import type { Element } from 'hast'
import { elementsIn, headings, isBlank, isVisible, replaced, textOf } from '../../post/elements.ts'
import type { Table } from './table.ts'

/** A text of this length in a table of one row is set in columns. */
const longCell = 300
/** Tables that arrange the parts of a page are short. */
const fewRows = 3

const isPicture = (cell: Element): boolean =>
  isBlank(textOf(cell)) && [...elementsIn(cell)].some(({ tagName }) => replaced.has(tagName))

const holdsHeading = (cell: Element): boolean => [...elementsIn(cell)].some(({ tagName }) => headings.has(tagName))

/** Whether a table without any header only arranges things: parts with headings, pictures, long texts side by side. */
export const isLayout = ({ caption, rows, element }: Table): boolean => {
  const cells = rows.flatMap((row) => row.cells)
  if (caption || element.properties.summary !== undefined || cells.some(({ isHeader }) => isHeader)) return false
  const shown = cells.map((cell) => cell.element).filter(isVisible)
  if ([...elementsIn(element)].some(({ tagName }) => tagName === 'pre')) return false
  if (rows.length <= fewRows && shown.some(holdsHeading)) return true
  if (shown.length > 1 && shown.every(isPicture)) return true
  return rows.length === 1 && shown.length > 1 && shown.some((cell) => textOf(cell).length > longCell)
}
