import type { Range } from '../range.ts'

/** A line of the source: its text without the line break, and where the next line starts. */
export interface Line extends Range {
  readonly next: number
}

/** The line that starts at `start`; lines end at LF, CRLF or a lone CR. */
export const lineAt = (source: string, start: number): Line => {
  for (let at = start; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code === 10) return { start, end: at, next: at + 1 }
    if (code === 13) return { start, end: at, next: source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 }
  }
  return { start, end: source.length, next: source.length }
}

/** The lines of a part of the source. */
export function* linesOf(source: string, { start, end }: Range): Generator<Line> {
  for (let at = start; at < end; ) {
    const line = lineAt(source, at)
    yield line.end > end ? { start: at, end, next: end } : line
    at = line.next
  }
}

/** The range without white space at its ends. */
export const trimmed = (source: string, { start, end }: Range): Range => {
  let from = start
  let to = end
  while (from < to && isSpace(source.charCodeAt(from))) from += 1
  while (to > from && isSpace(source.charCodeAt(to - 1))) to -= 1
  return { start: from, end: to }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** A line that starts an entry: `key: value` or `key = value` without indentation. */
export interface KeyLine extends Line {
  readonly key: Range
  /** What follows the separator on this line, trimmed. */
  readonly value: Range
}

/** Keys as people write them; a longer or stranger one is prose with a colon in it. */
const isKey = (name: string): boolean => plainKey.test(name) || keyShape.test(name)
/** Nearly all keys: V8 takes as long to build the classes of all letters as to parse a post. */
const plainKey = /^[A-Za-z_][\w.\-/:@ ]{0,80}$/
const keyShape = /^(?:"[^"]{1,80}"|'[^']{1,80}'|[\p{L}_][\p{L}\p{M}\p{N}_.\-/:@ ]{0,80})$/u

/** Reads a line as the start of an entry. */
export const keyLine = (source: string, line: Line, separator: ':' | '='): KeyLine | undefined => {
  const text = source.slice(line.start, Math.min(line.end, line.start + 400))
  for (let at = text.indexOf(separator); at > 0; at = text.indexOf(separator, at + 1)) {
    const isSeparator = separator === '=' || at + 1 === text.length || text[at + 1] === ' ' || text[at + 1] === '\t'
    if (!isSeparator) continue
    const name = text.slice(0, at).trimEnd()
    if (!isKey(name)) return undefined
    const quoted = name.startsWith('"') || name.startsWith("'") ? 1 : 0
    return {
      start: line.start,
      end: line.end,
      next: line.next,
      key: { start: line.start + quoted, end: line.start + name.length - quoted },
      value: trimmed(source, { start: line.start + at + 1, end: line.end }),
    }
  }
  return undefined
}

/** The lines of a part that start an entry, each with everything up to the next one. */
export const keyChunks = (source: string, part: Range, separator: ':' | '='): (KeyLine & { chunk: Range })[] => {
  const chunks: (KeyLine & { chunk: Range })[] = []
  for (const line of linesOf(source, part)) {
    const found = keyLine(source, line, separator)
    if (!found) continue
    const previous = chunks.at(-1)
    if (previous) previous.chunk = { start: previous.start, end: line.start }
    chunks.push({ ...found, chunk: { start: line.start, end: part.end } })
  }
  return chunks
}
