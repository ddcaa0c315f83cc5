import { byPlace, type Range } from '../post/range.ts'

interface Reported extends Range {
  readonly rule: string
  readonly messageId: string
}

/** By UTF-16 units, the same on every machine. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Document order; where places are equal ids decide, so that the order of the rules never shows. */
export const byFindingOrder = (a: Reported, b: Reported): number =>
  byPlace(a, b) || compareTexts(a.rule, b.rule) || compareTexts(a.messageId, b.messageId)
