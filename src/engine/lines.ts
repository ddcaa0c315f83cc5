import type { Frame } from './finding.ts'
import { firstIndex } from './offsets.ts'

const frameWidth = 200
/** How much of a frame stands before the place when its line is cut. */
const frameLead = 80

const LF = 0x0a
const CR = 0x0d

/** Offsets at which lines start. A line ends at LF, CRLF or CR. */
export const lineStarts = (source: string): number[] =>
  (source.includes('\r') ? anyLineStarts : plainLineStarts)(source)

const plainLineStarts = (source: string): number[] => {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const anyLineStarts = (source: string): number[] => {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === LF || (unit === CR && source.charCodeAt(at + 1) !== LF)) starts.push(at + 1)
  }
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

/** How many bytes a text takes in UTF-8. */
export const utf8Length = (text: string): number => {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    // Both halves of a surrogate pair: four bytes together.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2
    else bytes += 3
  }
  return bytes
}

/**
 * `frameAt` for the places of one post, with the bytes before each frame that is cut: counted on from the last such
 * frame, since all places may lie on one long line.
 */
export const framer = (source: string, lines: readonly number[]): ((offset: number) => Frame) => {
  let known = { line: 0, from: 0, bytes: 0 }
  return (offset) => {
    const frame = frameAt(source, lines, offset)
    const first = lines[frame.line - 1] ?? 0
    if (frame.from === first) return frame
    if (known.line !== frame.line || known.from > frame.from) known = { line: frame.line, from: first, bytes: 0 }
    const bytes = known.bytes + utf8Length(source.slice(known.from, frame.from))
    known = { line: frame.line, from: frame.from, bytes }
    return { ...frame, bytesBefore: bytes }
  }
}
