import type { Edit } from '../engine/finding.ts'
import { escapeTerminal } from './escape.ts'

/** A stretch of a text before and after a change, each on one line and safe to show. */
export interface Preview {
  readonly before: string
  readonly after: string
}

const contextLength = 24
/** Edits that are nearer to each other than this are shown together. */
const nearby = 60
const longestPart = 120
const mostPreviews = 4

/** Some code is cut between the halves of a character; those halves are left out. */
const wellFormed = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

const shorten = (text: string): string =>
  text.length <= longestPart
    ? text
    : `${wellFormed(text.slice(0, longestPart / 2))} … ${wellFormed(text.slice(-longestPart / 2))}`

const onOneLine = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(escapeTerminal)
    .join('↵')

/** What edits, in order of place, change in a text: the first few places, with a little of what is around them. */
export const previewEdits = (source: string, edits: readonly Edit[]): Preview[] => {
  const groups: Edit[][] = []
  for (const edit of edits) {
    const last = groups.at(-1)
    if (last && edit.start - last.at(-1)!.end < nearby) last.push(edit)
    else groups.push([edit])
  }
  return groups.slice(0, mostPreviews).map((group) => {
    const start = group[0]!.start
    const end = group.at(-1)!.end
    const from = Math.max(source.lastIndexOf('\n', start - 1) + 1, start - contextLength)
    const line = source.slice(end, end + contextLength).search(/[\r\n]/)
    const to = Math.min(source.length, line < 0 ? end + contextLength : end + line)
    const lead = (from > 0 && source[from - 1] !== '\n' ? '…' : '') + wellFormed(source.slice(from, start))
    const rest = wellFormed(source.slice(end, to)) + (line < 0 && to < source.length ? '…' : '')
    let at = start
    let changed = ''
    for (const edit of group) {
      changed += source.slice(at, edit.start) + edit.text
      at = edit.end
    }
    const show = (text: string): string => onOneLine(lead + shorten(text) + rest)
    return { before: show(source.slice(start, end)), after: show(changed) }
  })
}
