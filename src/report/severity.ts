import type { Severity } from '../engine/finding.ts'

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warn', 'info']

/** How many there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>

export const noCounts: Counts = { error: 0, warn: 0, info: 0 }

export const total = ({ error, warn, info }: Counts): number => error + warn + info

/** Counts with one more. */
export const counted = (counts: Counts, severity: Severity): Counts => ({
  ...counts,
  [severity]: counts[severity] + 1,
})

/** Negative if `a` is worse: what has more errors, then more warnings, then more of the rest. */
export const byWorst = (a: Counts, b: Counts): number => b.error - a.error || b.warn - a.warn || b.info - a.info

/** Collects items by severity; gives them back worst first, otherwise in the order in which they came. */
export const worstFirst = <Item>() => {
  const bySeverity = new Map<Severity, Item[]>(severities.map((severity) => [severity, []]))
  return {
    add: (severity: Severity, item: Item): void => void bySeverity.get(severity)?.push(item),
    of: (severity: Severity): readonly Item[] => bySeverity.get(severity) ?? [],
    all: (): readonly Item[] => [...bySeverity.values()].flat(),
  }
}
