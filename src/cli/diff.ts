import { type StructuredPatchHunk, structuredPatch } from 'diff'
import type { FixedFile } from '../fix-file.ts'
import { escapeTerminal, guardCommands } from '../report/escape.ts'
import { createStyles } from '../report/styles.ts'
import type { Session } from './session.ts'

/** Beyond this many changed lines the shortest difference is not looked for: it would take too long. */
const mostChanges = 20_000
const contextLines = 3
const noNewline = '\\ No newline at end of file'

const isChange = (line: string): boolean => line.startsWith('+') || line.startsWith('-')

/** A hunk's lines; the carriage returns of CRLF are shown only where it is they that change. */
const linesOf = ({ lines }: StructuredPatchHunk): readonly string[] => {
  const isCrlf = lines.filter(isChange).every((line) => line.endsWith('\r'))
  return lines.map((line) => (isCrlf || !isChange(line) ? line.replace(/\r$/, '') : line))
}

const headerOf = ({ oldStart, oldLines, newStart, newLines }: StructuredPatchHunk): string =>
  `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`

/** All lines out, all lines in. */
const wholeHunk = (before: string, after: string): StructuredPatchHunk => {
  const toLines = (text: string, sign: string): string[] => {
    const lines = text.split('\n').map((line) => sign + line)
    if (lines.at(-1) === sign) lines.pop()
    else lines.push(noNewline)
    return lines
  }
  const old = toLines(before, '-')
  const now = toLines(after, '+')
  const count = (lines: readonly string[]) => lines.filter(isChange).length
  return { oldStart: 1, oldLines: count(old), newStart: 1, newLines: count(now), lines: [...old, ...now] }
}

/**
 * What fixing changes in a post, as a unified diff. Where it is read by a person it is coloured, and nothing in the post
 * can give orders to the terminal; elsewhere it is exact, so that it can be applied.
 */
export const renderDiff = ({ path, before, after }: FixedFile, { color, isWatched }: Session): string => {
  const options = { context: contextLines, maxEditLength: mostChanges }
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options)
  const hunks = patch?.hunks ?? [wholeHunk(before, after)]
  const name = escapeTerminal(path)
  // What a name with spaces needs to end where it does.
  const end = /\s/.test(path) ? '\t' : ''
  const head = [`--- a/${name}${end}`, `+++ b/${name}${end}`]
  if (!isWatched && color === 0) {
    return `${[...head, ...hunks.flatMap((hunk) => [headerOf(hunk), ...hunk.lines])].join('\n')}\n`
  }
  const { strong, faint, added, removed } = createStyles(color)
  const show = (line: string): string => {
    // Tabs are the one control character that a diff may hold.
    const safe = line.split('\t').map(escapeTerminal).join('\t')
    if (line.startsWith('+')) return added(safe)
    return line.startsWith('-') ? removed(safe) : safe
  }
  const shown = [...head.map(strong), ...hunks.flatMap((hunk) => [faint(headerOf(hunk)), ...linesOf(hunk).map(show)])]
  return `${guardCommands(shown.join('\n'))}\n`
}
