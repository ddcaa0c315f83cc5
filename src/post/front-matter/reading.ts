import type { FrontEntry, Problem } from '../post.ts'
import type { Range } from '../range.ts'
import type { KeyLine } from './lines.ts'

export type FrontProblem = Extract<Problem, { kind: 'front-matter' | 'budget' }>
export type FrontProblemCode = Extract<Problem, { kind: 'front-matter' }>['code']

/** What one of the front-matter languages gives for a text: entries as far as they could be read, and what could not. */
export interface Reading {
  readonly entries: readonly FrontEntry[]
  readonly problems: readonly FrontProblem[]
  /** Whether something could not be read. */
  readonly broken: boolean
}

/** Front matter larger than this (in UTF-16 units) is not parsed: no post needs it, and the libraries slow down. */
export const sizeLimit = 64 * 1024
/** Deepest nesting of lists and maps: the libraries recurse, so it is checked before they run. */
export const depthLimit = 64

export const problem = (code: FrontProblemCode, detail: string, range: Range, see?: Range): FrontProblem =>
  see ? { kind: 'front-matter', code, detail, range, see } : { kind: 'front-matter', code, detail, range }

/** The reading of front matter that exceeds the depth limit. */
export const tooDeep = (text: string): Reading => ({
  entries: [],
  problems: [
    { kind: 'budget', budget: 'front-matter-depth', limit: depthLimit, range: { start: 0, end: text.length } },
  ],
  broken: true,
})

/** An entry read off a single line after an error: the value is taken as text. */
export const lineEntry = (text: string, { key, value }: KeyLine): FrontEntry => {
  const name = text.slice(key.start, key.end)
  const quote = text[value.start]
  const isQuoted = value.end - value.start > 1 && (quote === '"' || quote === "'") && text[value.end - 1] === quote
  const valueRange = isQuoted ? { start: value.start + 1, end: value.end - 1 } : value
  const own = text.slice(valueRange.start, valueRange.end)
  return {
    key: name,
    path: name,
    type: own === '' ? 'null' : 'text',
    text: own,
    keyRange: key,
    valueRange,
    children: [],
  }
}

/** The same reading for a text that stands `by` units further on. */
export const moved = ({ entries, problems, broken }: Reading, by: number): Reading => {
  if (by === 0) return { entries, problems, broken }
  const move = ({ start, end }: Range): Range => ({ start: start + by, end: end + by })
  const moveEntry = (entry: FrontEntry): FrontEntry => ({
    ...entry,
    keyRange: move(entry.keyRange),
    valueRange: move(entry.valueRange),
    children: entry.children.map(moveEntry),
  })
  const moveProblem = (found: FrontProblem): FrontProblem =>
    found.kind === 'front-matter' && found.see
      ? { ...found, range: move(found.range), see: move(found.see) }
      : { ...found, range: move(found.range) }
  return { entries: entries.map(moveEntry), problems: problems.map(moveProblem), broken }
}

/** A problem for every key that occurs twice in one map, at any depth. */
export const duplicates = (entries: readonly FrontEntry[]): FrontProblem[] => {
  const first = new Map<string, FrontEntry>()
  const problems: FrontProblem[] = []
  for (const entry of entries) {
    const earlier = first.get(entry.key)
    if (earlier) problems.push(problem('duplicate-key', entry.key, entry.keyRange, earlier.keyRange))
    else first.set(entry.key, entry)
    if (entry.children.length > 0) problems.push(...duplicates(entry.children))
  }
  return problems
}

/** Dates as posts write them: a day, with or without a time and a zone. */
const dateShape =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ] ?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d{1,2}:?\d{0,2}))?)?$/

/** Whether an unquoted scalar is a date or a time stamp. */
export const looksLikeDate = (text: string): boolean => text.length < 48 && dateShape.test(text)
