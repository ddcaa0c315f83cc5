import type { Finding } from './finding.ts'
import { applyFixes, compatibleFixes, type FixOptions, type PlannedFix, plannedFixes } from './fix.ts'

/** A text, and what is found in it. */
export interface Inspected {
  readonly source: string
  readonly findings: readonly Finding[]
}

/** How a text is inspected, and what speaks against a change. */
export interface FixJob<Text extends Inspected, Objection> extends FixOptions {
  /** Must leave out what directives suppress. */
  inspect(source: string): Text
  /** What is wrong with a text that fixes have made out of another, if anything is. */
  objection?(before: Text, after: Text, fixes: readonly PlannedFix[]): Objection | undefined
}

/** A fix that would hurt, and how. */
export interface DroppedFix<Objection> {
  readonly fix: PlannedFix
  readonly objection: Objection
}

export interface Fixed<Text, Objection> {
  /** The text as it is in the end. */
  readonly last: Text
  /** The fixes of each round; their offsets count in the text that the round before has left. */
  readonly rounds: readonly (readonly PlannedFix[])[]
  /** Fixes that are possible in the last text, but would hurt it. */
  readonly dropped: readonly DroppedFix<Objection>[]
  /**
   * `stable`: nothing is left to fix. `oscillating`: fixes undo each other, so the text is as it was.
   * `unfinished`: there may be more to fix after the last round.
   */
  readonly outcome: 'stable' | 'oscillating' | 'unfinished'
  /** The fixes of the round that brought an old text back. */
  readonly undone?: readonly PlannedFix[]
}

const mostRounds = 10
/** Texts that are tried in a round in the search for the fixes that hurt; what is not tried by then waits. */
const mostTrials = 60

interface Round<Text, Objection> {
  readonly text: Text
  readonly applied: readonly PlannedFix[]
  readonly dropped: readonly DroppedFix<Objection>[]
}

/** Applies as many of the fixes as do not hurt: all at once if possible, else by halves. */
const tryFixes = <Text extends Inspected, Objection>(
  before: Text,
  fixes: readonly PlannedFix[],
  { inspect, objection }: FixJob<Text, Objection>,
): Round<Text, Objection> => {
  let text = before
  let applied: readonly PlannedFix[] = []
  const dropped: DroppedFix<Objection>[] = []
  let trials = 0
  const attempt = (more: readonly PlannedFix[]): void => {
    if (more.length === 0 || trials++ >= mostTrials) return
    const all = [...applied, ...more]
    const after = inspect(applyFixes(before.source, all))
    const found = objection?.(before, after, all)
    if (found === undefined) {
      text = after
      applied = all
    } else if (more.length === 1) {
      dropped.push({ fix: more[0]!, objection: found })
    } else {
      const middle = more.length >> 1
      attempt(more.slice(0, middle))
      attempt(more.slice(middle))
    }
  }
  attempt(fixes)
  return { text, applied, dropped }
}

/**
 * What to apply next: fixes that leave the words alone come before those that change them, so that it can be told of
 * each round whether the words may change.
 */
const nextFixes = ({ findings }: Inspected, options: FixOptions): readonly (readonly PlannedFix[])[] => {
  const fixes = plannedFixes(findings, options)
  const kinds = [fixes.filter(({ changesText }) => !changesText), fixes.filter(({ changesText }) => changesText)]
  return kinds.filter((kind) => kind.length > 0).map(compatibleFixes)
}

/** Fixes a text and inspects it again, until there is nothing left to fix. */
export const fixUntilStable = <Text extends Inspected, Objection = never>(
  first: Text,
  job: FixJob<Text, Objection>,
): Fixed<Text, Objection> => {
  const seen = new Set([first.source])
  const rounds: (readonly PlannedFix[])[] = []
  let last = first
  while (rounds.length < mostRounds) {
    const dropped: DroppedFix<Objection>[] = []
    let round: Round<Text, Objection> | undefined
    for (const fixes of nextFixes(last, job)) {
      round = tryFixes(last, fixes, job)
      dropped.push(...round.dropped)
      if (round.text.source !== last.source) break
    }
    if (!round || round.text.source === last.source) return { last, rounds, dropped, outcome: 'stable' }
    if (seen.has(round.text.source)) {
      return { last: first, rounds: [], dropped: [], outcome: 'oscillating', undone: round.applied }
    }
    seen.add(round.text.source)
    last = round.text
    rounds.push(round.applied)
  }
  return { last, rounds, dropped: [], outcome: nextFixes(last, job).length === 0 ? 'stable' : 'unfinished' }
}
