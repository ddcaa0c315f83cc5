import type { Frame } from './finding.ts'
import { firstIndex } from './offsets.ts'

const frameWidth = 200
/** How much of a frame stands before the place when its line is cut. */
const frameLead = 80

/** Offsets at which lines start. A line ends at LF, CRLF or CR. */
export const lineStarts = (source: string): number[] => {
  const starts = [0]
  for (const lineBreak of source.matchAll(/\r\n?|\n/g)) starts.push(lineBreak.index + lineBreak[0].length)
  return starts
}

/** Index of the line that holds an offset. */
export const lineAt = (lines: readonly number[], offset: number): number =>
  firstIndex(lines.length, (index) => (lines[index] ?? 0) > offset) - 1

/** Where a line's text ends, without its line break. */
export const lineEnd = (source: string, lines: readonly number[], line: number): number => {
  const next = lines[line + 1]
  if (next === undefined) return source.length
  return source[next - 1] === '\n' && source[next - 2] === '\r' ? next - 2 : next - 1
}

const splitsSurrogatePair = (source: string, offset: number): boolean => {
  const unit = source.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0
}

/** The source line around an offset, cut to about 200 units, so that formatters need not open the file. */
export const frameAt = (source: string, lines: readonly number[], offset: number): Frame => {
  const line = lineAt(lines, offset)
  const first = lines[line] ?? 0
  const last = lineEnd(source, lines, line)
  let from = first
  let to = last
  if (last - first > frameWidth) {
    from = Math.max(first, Math.min(offset - frameLead, last - frameWidth))
    to = Math.min(last, from + frameWidth)
    if (splitsSurrogatePair(source, from)) from--
    if (splitsSurrogatePair(source, to)) to++
  }
  return { line: line + 1, text: source.slice(from, to), from }
}
