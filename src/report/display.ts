import stringWidth from 'string-width'
import { escapeTerminal } from './escape.ts'

/** What occupies one place on a terminal line: a character as people count them, made safe to show. */
export interface Cell {
  readonly text: string
  /** Columns it takes: 2 for full-width characters. */
  readonly width: number
  /** Offsets into the text that it stands for. */
  readonly start: number
  readonly end: number
}

const TAB_STOP = 4
/**
 * Texts in which every UTF-16 unit is a character of its own and known width: most of them. For the others the Unicode
 * tables are asked, whose first use costs a third of a cold start.
 */
const PLAIN = /^[\x20-\x7E·–—‘’“”…、-〃〈-】ぁ-ゖァ-ヺー一-鿿가-힣！-｠]*$/
const FULL_WIDTH = /[、-｠]/g
const FIRST_FULL_WIDTH = '、'
let segmenter: Intl.Segmenter | undefined

/** Columns that a text takes in a terminal. */
export const displayWidth = (text: string): number =>
  PLAIN.test(text) ? text.length + (text.match(FULL_WIDTH)?.length ?? 0) : stringWidth(text)

function* graphemes(text: string): Generator<string> {
  if (PLAIN.test(text)) {
    yield* text
    return
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(text)) yield segment
}

/** Of a text in which nothing has to be looked up. */
const plainCells = (line: string): Cell[] =>
  Array.from(line, (text, start) => ({ text, width: text < FIRST_FULL_WIDTH ? 1 : 2, start, end: start + 1 }))

/** Splits one (short) line into cells; tabs become spaces up to the next stop. */
export const toCells = (line: string): Cell[] => {
  if (PLAIN.test(line)) return plainCells(line)
  const cells: Cell[] = []
  let offset = 0
  let column = 0
  for (const grapheme of graphemes(line)) {
    const text = grapheme === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : escapeTerminal(grapheme)
    const width = displayWidth(text)
    cells.push({ text, width, start: offset, end: offset + grapheme.length })
    offset += grapheme.length
    column += width
  }
  return cells
}

/**
 * Breaks an escaped text into lines of at most `width` columns, at spaces where there are any. The first line has
 * `taken` columns less.
 */
export const wrap = (text: string, width: number, taken = 0): string[] => {
  const lines: string[] = []
  let line = ''
  let used = taken
  const add = (part: string, partWidth: number) => {
    if (used > 0 && used + partWidth > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += part
    used += partWidth
  }
  for (const [index, word] of text.split(' ').entries()) {
    if (index > 0 && used > 0 && used < width) {
      line += ' '
      used += 1
    }
    const wordWidth = displayWidth(word)
    if (wordWidth <= width) add(word, wordWidth)
    else for (const grapheme of graphemes(word)) add(grapheme, displayWidth(grapheme))
  }
  lines.push(line)
  return lines
}
