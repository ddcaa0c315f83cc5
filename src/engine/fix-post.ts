import type { PostResult } from './finding.ts'
import type { FixOptions, PlannedFix } from './fix.ts'
import { type LintedPost, type Objection, objectionTo } from './fix-check.ts'
import { noteDropped, noteUndone } from './fix-notes.ts'
import { fixUntilStable } from './fix-rounds.ts'

const countByRule = (fixes: readonly PlannedFix[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const { rule } of fixes) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/**
 * Fixes a post, checking each step, and gives the result of linting what has come of it: what remains is what is
 * reported. `relint` parses and lints another text in the post's place, and leaves out what directives suppress.
 */
export const fixPost = (first: LintedPost, relint: (source: string) => LintedPost, options: FixOptions): PostResult => {
  const { last, rounds, dropped, outcome, undone } = fixUntilStable<LintedPost, Objection>(first, {
    ...options,
    inspect: relint,
    objection: objectionTo,
  })
  return {
    ...last.result,
    findings: outcome === 'oscillating' ? noteUndone(last, undone) : noteDropped(last, dropped),
    fixed: countByRule(rounds.flat()),
    ...(last.source !== first.source && { fixedText: last.source }),
  }
}
