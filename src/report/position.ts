import { lineAt } from '../engine/lines.ts'

/** A place for people and editors: line and column are 1-based, the column in UTF-16 units; the offset is 0-based. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Turns an offset into line and column by the offsets at which lines start. */
export const positionAt = (lines: readonly number[], offset: number): Position => {
  const line = lineAt(lines, offset)
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1, offset }
}

/** Line and column as people and editors write them: `12:3`. */
export const placeAt = (lines: readonly number[], offset: number): string => {
  const { line, column } = positionAt(lines, offset)
  return `${line}:${column}`
}
