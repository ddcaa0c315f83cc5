import type { PostResult, Severity } from '../engine/finding.ts'
import { placesOf } from '../engine/places.ts'
import type { FixedCounts, Summary } from './formatter.ts'

export const emptySummary: Summary = { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 }

const addFixed = (
  { problems, files, rules }: FixedCounts = { problems: 0, files: 0, rules: {} },
  fixed: NonNullable<PostResult['fixed']>,
): FixedCounts => {
  const counts = Object.entries(fixed)
  const all = new Map(Object.entries(rules))
  for (const [rule, count] of counts) all.set(rule, (all.get(rule) ?? 0) + count)
  return {
    problems: problems + counts.reduce((sum, [, count]) => sum + count, 0),
    files: files + (counts.length > 0 ? 1 : 0),
    rules: Object.fromEntries(all),
  }
}

/** The totals with one more post in them. */
export const addToSummary = (summary: Summary, { findings, suppressed, known, fixed }: PostResult): Summary => {
  const allFixed = fixed ? addFixed(summary.fixed, fixed) : summary.fixed
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  return {
    files: summary.files + 1,
    errors: summary.errors + count('error'),
    warnings: summary.warnings + count('warn'),
    infos: summary.infos + count('info'),
    fixable: summary.fixable + findings.filter((finding) => placesOf(finding).some(({ fix }) => fix)).length,
    suppressed: summary.suppressed + suppressed,
    ...(known !== undefined && { known: (summary.known ?? 0) + known }),
    ...(allFixed && { fixed: allFixed }),
  }
}
