import { contains, type Range } from '../post/range.ts'
import { type Crash, crashOf } from './crash.ts'
import type { Directive, Finding, Frame, PostResult, Slots } from './finding.ts'
import { placeFingerprint } from './fingerprint.ts'
import type { DirectiveUse, Registry } from './rule.ts'

/** What a range inside a directive says, for the fingerprint, and the frame to show it in. */
const locate = (directives: readonly Directive[], range: Range): { snippet: string; frame: Frame } => {
  const around = directives.filter(({ at }) => contains(at, range))
  const [directive] = around
  if (!directive) throw new RangeError('reported a range outside the directives')
  const names = around.flatMap(({ rules, word }) => (word ? [word, ...rules] : rules))
  const named = names.find(({ start }) => start === range.start)
  return named ? { snippet: named.id, frame: named.frame } : { snippet: directive.kind, frame: directive.frame }
}

/** What the rules that judge directives say, once it is known what each directive did. */
export const reviewDirectives = (
  { reviewers = {} }: PostResult,
  uses: readonly DirectiveUse[],
  registry: Registry,
): { findings: Finding[]; crashes: Crash[] } => {
  const directives = uses.map(({ directive }) => directive)
  const findings: Finding[] = []
  const crashes: Crash[] = []
  for (const [rule, severity] of Object.entries(reviewers)) {
    const occurrences = new Map<string, number>()
    const report = (range: Range, messageId: string, slots: Slots): void => {
      const { snippet, frame } = locate(directives, range)
      const occurrence = (occurrences.get(snippet) ?? 0) + 1
      occurrences.set(snippet, occurrence)
      const fingerprint = placeFingerprint(rule, snippet, occurrence)
      const { start, end } = range
      findings.push({ rule, severity, messageId, slots, message: '', start, end, frame, fingerprint })
    }
    try {
      registry.get(rule)?.rule.review?.({ directives: uses, report })
    } catch (error) {
      crashes.push(crashOf(rule, error))
    }
  }
  return { findings, crashes }
}
