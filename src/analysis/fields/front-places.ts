import { scalarMap } from '../../post/front-matter.ts'
import type { FrontField, Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** The place of a piece of a field's text; the whole value where it cannot be told. */
export const placeInField = ({ source }: Post, field: FrontField, start: number, end: number): Range => {
  const { entry, value, valueRange } = field
  if (entry) {
    const place = scalarMap(entry, source)
    const range = { start: place(start), end: place(end) }
    return range.start !== undefined && range.end !== undefined && range.start <= range.end
      ? { start: range.start, end: range.end }
      : valueRange
  }
  const isVerbatim = source.slice(valueRange.start, valueRange.end) === value
  return isVerbatim ? { start: valueRange.start + start, end: valueRange.start + end } : valueRange
}
