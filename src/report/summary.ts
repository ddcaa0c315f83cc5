import type { PostResult, Severity } from '../engine/finding.ts'
import { placesOf } from '../engine/places.ts'
import type { Summary } from './formatter.ts'

export const emptySummary: Summary = { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 }

/** The totals with one more post in them. */
export const addToSummary = (summary: Summary, { findings, suppressed }: PostResult): Summary => {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  return {
    files: summary.files + 1,
    errors: summary.errors + count('error'),
    warnings: summary.warnings + count('warn'),
    infos: summary.infos + count('info'),
    fixable: summary.fixable + findings.filter((finding) => placesOf(finding).some(({ fix }) => fix)).length,
    suppressed: summary.suppressed + suppressed,
  }
}
