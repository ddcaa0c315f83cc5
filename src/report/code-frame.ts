import type { Finding } from '../engine/finding.ts'
import type { Range } from '../post/range.ts'
import { type Cell, toCells } from './display.ts'

/** A source line, or the part of it that is known. */
export interface SourceLine {
  readonly text: string
  /** The line goes on before or after `text`. */
  readonly cutBefore?: boolean
  readonly cutAfter?: boolean
  /** Show the line's indentation, because it is one of several. */
  readonly keepIndent?: boolean
}

/** A source line as shown, in three parts, and what stands under it. */
export interface CodeFrame {
  readonly before: string
  readonly marked: string
  readonly after: string
  /** Spaces and carets; as wide as `before` and `marked`. */
  readonly carets: string
}

const ELLIPSIS = '…'
const isBlank = (cell: Cell): boolean => cell.text.trim() === ''
const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)
const textOf = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('')

/** The index up to which cells from `first` on fit into `width`. */
const fitForward = (cells: readonly Cell[], first: number, width: number): number => {
  let index = first
  for (let used = 0; index < cells.length; index++) {
    used += cells[index]?.width ?? 0
    if (used > width) break
  }
  return index
}

/** The index from which on cells before `last` fit into `width`. */
const fitBackward = (cells: readonly Cell[], last: number, width: number): number => {
  let index = last
  for (let used = 0; index > 0; index--) {
    used += cells[index - 1]?.width ?? 0
    if (used > width) break
  }
  return index
}

/** The part of a line to show: all of it, or a window that begins a little before the mark. */
const chooseWindow = (
  cells: readonly Cell[],
  mark: { first: number; last: number },
  width: number,
  cut: { before: boolean; after: boolean },
): { first: number; last: number } => {
  const left = cut.before ? 1 : 0
  const right = cut.after ? 1 : 0
  if (widthOf(cells) + left + right <= width) return { first: 0, last: cells.length }
  const marked = widthOf(cells.slice(mark.first, mark.last))
  if (widthOf(cells.slice(0, mark.last)) + left + 1 <= width) {
    return { first: 0, last: fitForward(cells, 0, width - left - 1) }
  }
  const lead = Math.max(Math.floor((width - 2 - marked) / 2), Math.floor(width / 5))
  const first = fitBackward(cells, mark.first, lead)
  const room = width - (first > 0 ? 1 : left)
  if (widthOf(cells.slice(first)) + right <= room) {
    const start = fitBackward(cells, cells.length, width - 1 - right)
    return { first: Math.min(start, first), last: cells.length }
  }
  return { first, last: fitForward(cells, first, room - 1) }
}

/**
 * Shows the place of `mark` (offsets into `line.text`) in at most `width` columns: tabs expanded, unsafe characters
 * made visible, long lines cut around the mark, carets exactly under what they mark, full-width characters included.
 */
export const codeFrame = (line: SourceLine, mark: Range, width: number): CodeFrame => {
  const all = toCells(line.text)
  const before = all.filter(({ end }) => end <= mark.start).length
  const through = all.filter(({ start }) => start < mark.end).length
  const indent = line.cutBefore || line.keepIndent ? 0 : all.findIndex((cell) => !isBlank(cell))
  const start = Math.min(Math.max(indent, 0), before)
  let end = all.length
  while (!line.cutAfter && end > Math.max(through, start) && isBlank(all[end - 1] as Cell)) end--
  const cells = all.slice(start, end)
  const first = before - start
  const last = Math.max(through - start, first)
  const cut = { before: line.cutBefore === true, after: line.cutAfter === true }
  const shown = chooseWindow(cells, { first, last }, width, cut)
  const lastShown = Math.min(last, shown.last)
  const lead = shown.first > 0 || cut.before ? ELLIPSIS : ''
  const trail = shown.last < cells.length || cut.after ? ELLIPSIS : ''
  const marked = cells.slice(first, lastShown)
  const shownBefore = cells.slice(shown.first, first)
  return {
    before: lead + textOf(shownBefore),
    marked: textOf(marked),
    after: textOf(cells.slice(lastShown, shown.last)) + trail,
    carets: ' '.repeat(lead.length + widthOf(shownBefore)) + '^'.repeat(Math.max(1, widthOf(marked))),
  }
}

/** The place of a finding, by the source line that it carries. */
export const findingFrame = ({ frame, start, end }: Finding, lines: readonly number[], width: number): CodeFrame => {
  const next = lines[frame.line]
  const line: SourceLine = {
    text: frame.text,
    cutBefore: frame.from > (lines[frame.line - 1] ?? 0),
    cutAfter: next !== undefined && next - frame.from - frame.text.length > 2,
  }
  return codeFrame(line, { start: start - frame.from, end: end - frame.from }, width)
}
