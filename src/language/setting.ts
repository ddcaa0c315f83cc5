import type { Element } from 'hast'
import type { TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { enclosuresOf } from './enclosures.ts'

/** Elements that set words apart on purpose: links, quotations, names, terms. */
const namingTags = new Set(['a', 'q', 'cite', 'dfn', 'abbr', 'i', 'em'])
const quotingTags = new Set(['blockquote', 'q', 'cite'])

/** Whether a whole unit is a quotation. */
export const isQuotation = ({ parents }: TextUnit): boolean => parents.some(({ tagName }) => quotingTags.has(tagName))

/** The inline elements around the character at an offset, outermost first. */
export const inlineAt = ({ runs }: TextUnit, offset: number): readonly Element[] => {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]!
    if (offset < run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run.inline
  }
  return []
}

/** Which of some ranges, in order and apart from each other, are set apart by quotation marks, brackets or markup. */
export const setApart = (unit: TextUnit, ranges: readonly Range[]): boolean[] => {
  if (ranges.length === 0) return []
  const enclosures = enclosuresOf(unit.text, ranges)
  return ranges.map(
    ({ start }, index) =>
      enclosures[index] !== undefined || inlineAt(unit, start).some(({ tagName }) => namingTags.has(tagName)),
  )
}
