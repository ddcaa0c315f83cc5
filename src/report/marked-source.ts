import { lineAt, lineEnd, lineStarts } from '../engine/lines.ts'
import type { Range } from '../post/range.ts'
import { codeFrame } from './code-frame.ts'
import { createStyles } from './styles.ts'

/** Two lines of spaces and carets as one. */
const overlay = (one: string, other: string): string => {
  const length = Math.max(one.length, other.length)
  return Array.from({ length }, (_, at) => (one[at] === '^' || other[at] === '^' ? '^' : ' ')).join('')
}

/** Shows a whole small source with line numbers, and carets under each range. */
export const markedSource = (
  source: string,
  ranges: readonly Range[],
  look: { readonly color: 0 | 1 | 2 | 3; readonly width: number; readonly indent: string },
): string => {
  const styles = createStyles(look.color)
  const starts = lineStarts(source)
  const shownLines = starts.length > 1 && starts.at(-1) === source.length ? starts.slice(0, -1) : starts
  const digits = String(shownLines.length).length
  const room = look.width - look.indent.length - digits - 3
  const byLine = new Map<number, Range[]>()
  for (const range of ranges) {
    const line = Math.min(lineAt(starts, range.start), shownLines.length - 1)
    byLine.set(line, [...(byLine.get(line) ?? []), range])
  }
  const gutter = (number: string) => `${look.indent}${styles.faint(`${number.padStart(digits)} │`)} `
  const showLine = (from: number, line: number): string => {
    const text = source.slice(from, lineEnd(source, starts, line))
    // A line too long for the page is cut around each of its marks, and so shown more than once.
    const views = new Map<string, string>()
    for (const { start, end } of byLine.get(line) ?? [{ start: from, end: from }]) {
      const frame = codeFrame({ text, keepIndent: true }, { start: start - from, end: end - from }, room)
      const view = `${frame.before}${frame.marked}${frame.after}`
      views.set(view, overlay(views.get(view) ?? '', frame.carets))
    }
    return [...views]
      .map(([view, carets], index) => {
        const shown = `${gutter(index === 0 ? String(line + 1) : '')}${view}`.trimEnd()
        return byLine.has(line) ? `${shown}\n${gutter('')}${styles.severity.error(carets)}\n` : `${shown}\n`
      })
      .join('')
  }
  return shownLines.map(showLine).join('')
}
