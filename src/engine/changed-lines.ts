import type { Range } from '../post/range.ts'
import { crashedMessage } from './crash.ts'
import type { Finding, PostResult, Related } from './finding.ts'
import { lineAt } from './lines.ts'
import { firstIndex } from './offsets.ts'
import { isThreshold, keepPlaces, placesOf } from './places.ts'
import type { Registry } from './rule.ts'

const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm

/** The lines that a patch of one file without context adds or changes, as 0-based indices, in order. */
export const linesOfPatch = (patch: string): readonly Range[] =>
  [...patch.matchAll(hunk)].map(([, first = '', count = '1']) => {
    const start = Number(first) - 1
    // Where lines are only taken out, those above and below the gap have changed.
    return count === '0' ? { start: Math.max(0, start), end: start + 2 } : { start, end: start + Number(count) }
  })

/** Leaves only what stands, at least in part, on lines that have changed. */
export const onChangedLines = (result: PostResult, changed: readonly Range[], registry: Registry): PostResult => {
  const hasChanged = ({ start, end }: Finding | Related): boolean => {
    const first = lineAt(result.lines, start)
    const last = lineAt(result.lines, Math.max(start, end - 1))
    const next = changed[firstIndex(changed.length, (index) => (changed[index]?.end ?? 0) > first)]
    return next !== undefined && next.start <= last
  }
  return {
    ...result,
    findings: result.findings.flatMap((finding) => {
      if (finding.messageId === crashedMessage) return [finding]
      // What a threshold rule says changes with each of its places.
      if (isThreshold(finding, registry)) return placesOf(finding).some(hasChanged) ? [finding] : []
      return keepPlaces(finding, false, hasChanged) ?? []
    }),
  }
}
