import type { Range } from '../post/range.ts'
import type { Edit, Finding, Fix } from './finding.ts'
import { firstIndex } from './offsets.ts'
import { byFindingOrder } from './order.ts'
import { placesOf } from './places.ts'

export interface FixOptions {
  /** Also apply fixes that are not safe. */
  readonly unsafe?: boolean
}

/** The fix of one place, and whose it is. */
export interface PlannedFix extends Fix, Range {
  readonly rule: string
  readonly messageId: string
}

/** The fixes of all places, in order of place and then of rule. */
export const plannedFixes = (findings: readonly Finding[], { unsafe = false }: FixOptions): PlannedFix[] =>
  findings
    .flatMap((finding) => {
      const { rule, messageId } = finding
      return placesOf(finding).flatMap(({ start, end, fix }) =>
        fix && (fix.safe || unsafe) ? [{ ...fix, rule, messageId, start, end }] : [],
      )
    })
    .sort(byFindingOrder)

const isSame = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text

/** The edits of the list (sorted, without overlaps) that an edit overlaps or touches. */
const neighbors = (list: readonly Edit[], { start, end }: Edit): readonly Edit[] => {
  const from = firstIndex(list.length, (index) => (list[index]?.end ?? 0) >= start)
  const to = firstIndex(list.length, (index) => (list[index]?.start ?? 0) > end)
  return list.slice(from, to)
}

/** Adds all edits of a fix to the list, or none; an edit that is there already counts as its own. */
const add = (list: Edit[], { edits }: Fix): boolean => {
  const added: Edit[] = []
  for (const edit of edits) {
    const near = neighbors(list, edit)
    if (near.some((other) => isSame(other, edit))) continue
    if (near.length > 0) return false
    added.push(edit)
  }
  for (const edit of added) {
    const at = firstIndex(list.length, (index) => (list[index]?.start ?? 0) > edit.start)
    list.splice(at, 0, edit)
  }
  return true
}

/** Those of the fixes, first come first served, that neither overlap nor touch each other: they can be applied at once. */
export const compatibleFixes = <F extends Fix>(fixes: readonly F[]): F[] => {
  const edits: Edit[] = []
  return fixes.filter((fix) => add(edits, fix))
}

/** The edits of compatible fixes in order of place, each once. */
export const editsOf = (fixes: readonly Fix[]): Edit[] => {
  const sorted = fixes.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((edit, index) => {
    const before = sorted[index - 1]
    return !before || !isSame(before, edit)
  })
}

/** A text with edits made in it; they must be in order and apart from each other. */
export const applyEdits = (source: string, edits: readonly Edit[]): string => {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text } of edits) {
    pieces.push(source.slice(from, start), text)
    from = end
  }
  return pieces.join('') + source.slice(from)
}

/** A text with compatible fixes applied, each whole. */
export const applyFixes = (source: string, fixes: readonly Fix[]): string => applyEdits(source, editsOf(fixes))
