import type { Severity } from '../engine/finding.ts'
import { byWorst, type Counts, counted, noCounts } from './severity.ts'

/** What was counted under one name. */
export interface TallyRow {
  readonly name: string
  readonly counts: Counts
}

/** Counts findings by some name: their rule, their folder. */
export const tally = () => {
  const byName = new Map<string, Counts>()
  return {
    add: (name: string, severity: Severity): void =>
      void byName.set(name, counted(byName.get(name) ?? noCounts, severity)),
    /** Worst first. */
    rows: (): TallyRow[] =>
      [...byName]
        .map(([name, counts]) => ({ name, counts }))
        .sort((a, b) => byWorst(a.counts, b.counts) || (a.name < b.name ? -1 : 1)),
  }
}
