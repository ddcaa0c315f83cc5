import { byPlace, contains, type Range } from '../post/range.ts'
import type { Fix, Related, Severity, Slots, Suggestion } from './finding.ts'
import { byFindingOrder } from './order.ts'
import type { AnyRule } from './rule.ts'

/** One place as a rule has reported it, before places are joined into findings. */
export interface Draft extends Range {
  readonly rule: string
  readonly definition: AnyRule
  readonly severity: Severity
  readonly messageId: string
  readonly slots: Slots
  readonly related: readonly Related[]
  readonly fix?: Fix
  readonly suggestions?: readonly Suggestion[]
}

/** Rules that cover others come first among equals, so that one sweep finds what they cover. */
const byReach = (a: Draft, b: Draft): number =>
  byPlace(a, b) ||
  Number(b.definition.covers !== undefined) - Number(a.definition.covers !== undefined) ||
  byFindingOrder(a, b)

const isSame = (one: Slots, other: Slots): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Drops what a rule says twice: same place, same message, same slots. */
const withoutRepeats = (sorted: readonly Draft[]): Draft[] => {
  /** Those at the same place. */
  let here: Draft[] = []
  return sorted.filter((draft) => {
    const { start, end, rule, messageId, slots } = draft
    if (here[0]?.start !== start || here[0].end !== end) here = []
    const isRepeat = here.some(
      (other) => other.rule === rule && other.messageId === messageId && isSame(other.slots, slots),
    )
    if (!isRepeat) here.push(draft)
    return !isRepeat
  })
}

const covers = ({ definition }: Draft, rule: string): boolean =>
  definition.covers === 'all' || (definition.covers?.includes(rule) ?? false)

/**
 * Drops what lies inside a place of a rule that covers it, in one sweep over sorted drafts.
 * Findings about the whole post stay: their first place is only where they are shown.
 */
const withoutCovered = (sorted: readonly Draft[]): Draft[] => {
  /** Of each rule that covers others, the place so far that ends last. */
  const furthest = new Map<string, Draft>()
  const isCovered = (draft: Draft): boolean => {
    for (const outer of furthest.values()) {
      if (outer.rule !== draft.rule && contains(outer, draft) && covers(outer, draft.rule)) return true
    }
    return false
  }
  return sorted.filter((draft) => {
    if (!draft.definition.threshold && isCovered(draft)) return false
    const known = furthest.get(draft.rule)
    if (draft.definition.covers && (!known || known.end < draft.end)) furthest.set(draft.rule, draft)
    return true
  })
}

/** The drafts that count, in order. */
export const settleDrafts = (drafts: readonly Draft[]): Draft[] =>
  withoutCovered(withoutRepeats(drafts.toSorted(byReach))).sort(byFindingOrder)
