import { contains, type Range } from '../post/range.ts'
import type { Draft } from './draft.ts'
import type { Edit, Severity, Slots } from './finding.ts'
import type { ReportDetails } from './rule.ts'

/** What checking a report takes of the post. */
export interface Ground {
  readonly source: string
  mayEdit(edit: Range): boolean
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warn: 1, error: 2 }

/** A rule may say that a finding weighs less than the rule does, never more. */
const lower = (own: Severity, asked: Severity | undefined): Severity =>
  asked !== undefined && rank[asked] < rank[own] ? asked : own

const checkRange = ({ start, end }: Range, source: string): void => {
  const isTrue = Number.isInteger(start) && Number.isInteger(end)
  if (isTrue && contains({ start: 0, end: source.length }, { start, end }) && start <= end) return
  throw new RangeError(`reported the range ${start}-${end} of a post of ${source.length} characters`)
}

const isSame = (a: Edit, b: Edit | undefined): boolean => a.start === b?.start && a.end === b.end && a.text === b.text

/**
 * Edits in order of place, each once (the parser makes clones of misnested elements, which stand in one place); they
 * must lie in the source and apart from each other.
 */
const checkEdits = (edits: readonly Edit[], source: string): Edit[] => {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const sorted = inOrder.filter((edit, index) => !isSame(edit, inOrder[index - 1]))
  for (const [index, edit] of sorted.entries()) {
    checkRange(edit, source)
    const before = sorted[index - 1]
    if (before && before.end > edit.start) {
      throw new RangeError(`edits of one fix overlap at ${edit.start}`)
    }
  }
  return sorted
}

/**
 * Turns what a rule reports into a draft: a report that no source can bear throws, so that the rule is known to be
 * broken; fixes and suggestions that would edit a template, code or a comment are dropped.
 */
export const checkReport = (
  { source, mayEdit }: Ground,
  own: Severity,
  range: Range,
  messageId: string,
  slots: Slots,
  details: ReportDetails = {},
): Omit<Draft, 'rule' | 'definition'> => {
  checkRange(range, source)
  for (const related of details.related ?? []) checkRange(related, source)
  const allowed = (edits: readonly Edit[]): Edit[] | undefined => {
    const sorted = checkEdits(edits, source)
    return sorted.length > 0 && sorted.every(mayEdit) ? sorted : undefined
  }
  const fixEdits = details.fix && allowed(details.fix.edits)
  const suggestions = details.suggestions?.flatMap(({ title, edits, asks }) => {
    const possible = allowed(edits)
    return possible ? [{ title: title.en, titles: title, edits: possible, ...(asks && { asks }) }] : []
  })
  return {
    start: range.start,
    end: range.end,
    severity: lower(own, details.severity),
    messageId,
    slots,
    related: details.related ?? [],
    ...(details.fix && fixEdits && { fix: { ...details.fix, edits: fixEdits } }),
    ...(suggestions?.length && { suggestions }),
  }
}
