import type { Range } from '../post/range.ts'

/** The first index below `length` that passes, found by halving; `length` when none does. Once one passes, all after it must. */
export const firstIndex = (length: number, passes: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const countBelow = (sorted: readonly number[], limit: number): number =>
  firstIndex(sorted.length, (index) => (sorted[index] ?? 0) >= limit)

/** Answers quickly whether any of many offsets lies in a range. */
export const offsetIndex = (offsets: readonly number[]): ((range: Range) => boolean) => {
  const sorted = offsets.toSorted((a, b) => a - b)
  return ({ start, end }) => countBelow(sorted, end) > countBelow(sorted, start)
}

/** Answers quickly whether an offset lies in any of many ranges. */
export const rangeIndex = (ranges: readonly Range[]): ((offset: number) => boolean) => {
  const starts: number[] = []
  const ends: number[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = ends.length - 1
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end)
    else {
      starts.push(start)
      ends.push(end)
    }
  }
  return (offset) => {
    const index = countBelow(starts, offset + 1) - 1
    return index >= 0 && offset < (ends[index] ?? 0)
  }
}
