/** A half-open range of UTF-16 offsets into the decoded text of a file as it is on disk (BOM excluded). */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether `inner` lies within `outer`; equal ranges do. */
export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether two ranges share at least one character. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** Document order: by start, then the longer (outer) range first. */
export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end

/** Ranges in document order; of those that overlap the first. */
export const firstOfOverlapping = (ranges: readonly Range[]): Range[] => {
  const kept: Range[] = []
  for (const range of [...ranges].sort(byPlace)) {
    const last = kept.at(-1)
    if (!last || !overlaps(last, range)) kept.push(range)
  }
  return kept
}
