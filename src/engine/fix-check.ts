import type { FrontEntry, FrontMatter, Post, Problem } from '../post/post.ts'
import { contains } from '../post/range.ts'
import { visibleText } from '../post/visible-text.ts'
import type { Edit, PostResult } from './finding.ts'
import { editsOf, type PlannedFix } from './fix.ts'
import type { Inspected } from './fix-rounds.ts'
import { placesOf } from './places.ts'

/** A post and what linting it yields. */
export interface LintedPost extends Inspected {
  readonly post: Post
  readonly result: PostResult
}

/** Why a fixed post may not take the place of what it was: what readers see, its fields, its structure, a new error. */
export type Objection = 'text' | 'front-matter' | 'parse' | 'error'

const countBy = <T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1)
  return counts
}

const hasMore = (after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): boolean =>
  [...after].some(([key, count]) => count > (before.get(key) ?? 0))

const problemKey = ({ range: _range, ...problem }: Problem): string =>
  JSON.stringify(problem, ['kind', 'code', 'budget', 'name', 'lossy'])

const isParsedWorse = (before: Post, after: Post): boolean =>
  after.format !== before.format || hasMore(countBy(after.problems, problemKey), countBy(before.problems, problemKey))

/** How often each rule finds an error: places move and words change, but a fix makes no rule find more. */
const errorsOf = ({ findings }: PostResult): Map<string, number> =>
  countBy(
    findings.filter(({ severity }) => severity === 'error').flatMap((finding) => placesOf(finding).map(() => finding)),
    ({ rule }) => rule,
  )

/** What a field holds, without its places. */
const contentOf = ({ key, type, text, children }: FrontEntry): unknown => [key, type, text, children.map(contentOf)]

const valuesByKey = ({ entries }: FrontMatter, takes: (entry: FrontEntry) => boolean): Map<string, string> => {
  const values = new Map<string, string>()
  for (const entry of entries) {
    if (takes(entry)) values.set(entry.key, (values.get(entry.key) ?? '') + JSON.stringify(contentOf(entry)))
  }
  return values
}

const touches = ({ keyRange, valueRange }: FrontEntry, { start, end }: Edit): boolean =>
  start <= Math.max(keyRange.end, valueRange.end) && end >= keyRange.start

/** Whether fields are lost, new or changed that no edit is about. Of broken front matter nothing is known. */
const hasOtherFields = (before: FrontMatter, after: FrontMatter, edits: readonly Edit[]): boolean => {
  if (before.broken) return false
  if (after.broken || (after.format !== before.format && before.format !== 'none')) return true
  const now = valuesByKey(after, () => true)
  const isTouched = (entry: FrontEntry): boolean => edits.some((edit) => touches(entry, edit))
  const isRenamed = ({ keyRange }: FrontEntry): boolean => edits.some((edit) => contains(edit, keyRange))
  if (before.entries.some((entry) => !now.has(entry.key) && !isRenamed(entry))) return true
  if ([...valuesByKey(before, (entry) => !isTouched(entry))].some(([key, value]) => now.get(key) !== value)) return true
  const known = new Set(before.entries.map(({ key }) => key))
  return [...now.keys()].some((key) => !known.has(key) && !edits.some(({ text }) => text.includes(key)))
}

/** Checks what fixes have made of a post against what it was. */
export const objectionTo = (
  before: LintedPost,
  after: LintedPost,
  fixes: readonly PlannedFix[],
): Objection | undefined => {
  if (isParsedWorse(before.post, after.post)) return 'parse'
  if (hasOtherFields(before.post.front, after.post.front, editsOf(fixes))) return 'front-matter'
  const mayChangeText = fixes.some(({ changesText }) => changesText)
  if (!mayChangeText && visibleText(after.post.tree) !== visibleText(before.post.tree)) return 'text'
  return hasMore(errorsOf(after.result), errorsOf(before.result)) ? 'error' : undefined
}
