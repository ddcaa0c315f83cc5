import type { Edit, Finding, Fix } from './finding.ts'
import { firstIndex } from './offsets.ts'
import { byFindingOrder } from './order.ts'
import { placesOf } from './places.ts'

export interface FixOptions {
  /** Also apply fixes that are not safe. */
  readonly unsafe?: boolean
}

export interface Applied {
  readonly text: string
  /** How many fixes have been applied. */
  readonly applied: number
  /** How many touch what another fix changes, and wait for the next round. */
  readonly skipped: number
}

export interface Fixed {
  readonly text: string
  /** How many fixes have been applied, in all rounds. */
  readonly applied: number
  /**
   * `stable`: nothing is left to fix. `oscillating`: fixes undo each other, so the text is given back as it was.
   * `unfinished`: there was more to fix after the last round.
   */
  readonly outcome: 'stable' | 'oscillating' | 'unfinished'
}

const mostRounds = 10

/** The fixes of all places, in order of place and then of rule. */
const fixesOf = (findings: readonly Finding[], unsafe: boolean): Fix[] =>
  findings
    .flatMap((finding) => {
      const { rule, messageId } = finding
      return placesOf(finding).map(({ start, end, fix }) => ({ rule, messageId, start, end, fix }))
    })
    .sort(byFindingOrder)
    .flatMap(({ fix }) => (fix && (fix.safe || unsafe) ? [fix] : []))

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

const applyEdits = (source: string, edits: readonly Edit[]): string => {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text } of edits) {
    pieces.push(source.slice(from, start), text)
    from = end
  }
  return pieces.join('') + source.slice(from)
}

/** Applies the fixes of findings to their text: each whole or not at all, and none that touches another. */
export const applyFixes = (source: string, findings: readonly Finding[], { unsafe = false }: FixOptions): Applied => {
  const fixes = fixesOf(findings, unsafe)
  const edits: Edit[] = []
  const applied = fixes.filter((fix) => add(edits, fix)).length
  return { text: applyEdits(source, edits), applied, skipped: fixes.length - applied }
}

/** Lints and fixes a text until there is nothing left to fix. `lintOnce` must leave out what directives suppress. */
export const fixUntilStable = (
  source: string,
  lintOnce: (text: string) => readonly Finding[],
  options: FixOptions,
): Fixed => {
  const seen = new Set([source])
  let text = source
  let applied = 0
  for (let round = 0; round < mostRounds; round++) {
    const next = applyFixes(text, lintOnce(text), options)
    if (next.text === text) return { text, applied, outcome: 'stable' }
    if (seen.has(next.text)) return { text: source, applied: 0, outcome: 'oscillating' }
    seen.add(next.text)
    text = next.text
    applied += next.applied
  }
  return { text, applied, outcome: applyFixes(text, lintOnce(text), options).text === text ? 'stable' : 'unfinished' }
}
