import type { Mask } from './post.ts'
import type { Range } from './range.ts'

/** The first mask that ends after an offset. Masks are in order and do not overlap. */
function firstAfter(masks: readonly Mask[], offset: number): Mask | undefined {
  let low = 0
  let high = masks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (masks[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return masks[low]
}

/** The mask that holds an offset. */
export function maskAt(masks: readonly Mask[], offset: number): Mask | undefined {
  const mask = firstAfter(masks, offset)
  return mask && mask.start <= offset ? mask : undefined
}

/** Whether a range shares a character with a mask, or lies inside one. */
export function touchesMask(masks: readonly Mask[], range: Range): boolean {
  const mask = firstAfter(masks, range.start)
  return mask !== undefined && (mask.start < range.end || mask.start < range.start)
}
