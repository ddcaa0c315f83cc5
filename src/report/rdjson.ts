import type { Edit, Severity } from '../engine/finding.ts'
import { utf8Length } from '../engine/lines.ts'
import { ready } from '../engine/places.ts'
import type { Range } from '../post/range.ts'
import { type Defect, defectsOf } from './defects.ts'
import { errorText } from './error.ts'
import { escapeLine } from './escape.ts'
import type { Formatter } from './formatter.ts'
import { jsonItems } from './json.ts'
import { positionAt } from './position.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'ERROR', warn: 'WARNING', info: 'INFO' }

interface BytePosition {
  readonly line: number
  /** 1-based, in bytes of UTF-8. */
  readonly column: number
}

/** Where offsets lie in bytes, as far as one can tell without the post: in the frame, and where lines start. */
const byteLocator = ({ frame }: Defect, lines: readonly number[]) => {
  const { text, from, bytesBefore } = frame
  const isCut = from > (lines[frame.line - 1] ?? 0)
  return (offset: number): BytePosition | undefined => {
    const { line, column } = positionAt(lines, offset)
    if (column === 1) return { line, column }
    const isShown = line === frame.line && offset >= from && offset <= from + text.length
    if (!isShown || (isCut && bytesBefore === undefined)) return undefined
    return { line, column: 1 + (bytesBefore ?? 0) + utf8Length(text.slice(0, offset - from)) }
  }
}

/** Several edits as one; undefined if what stands between them is not in the frame. */
const joined = (edits: readonly Edit[], { frame: { text, from } }: Defect): Edit | undefined => {
  const [first, ...others] = edits.toSorted((a, b) => a.start - b.start)
  return others.reduce<Edit | undefined>((all, edit) => {
    if (!all || all.end < from || edit.start > from + text.length) return undefined
    const between = text.slice(all.end - from, edit.start - from)
    return { start: all.start, end: edit.end, text: all.text + between + edit.text }
  }, first)
}

const toDiagnostic = (defect: Defect, lines: readonly number[]) => {
  const locate = byteLocator(defect, lines)
  const rangeOf = ({ start, end }: Range) => {
    const [first, last] = [locate(start), locate(end)]
    return first && last && { start: first, end: last }
  }
  const { frame, fix, suggestions: others = [] } = defect
  // A place that goes on beyond what is known is shown to end there.
  const end = locate(defect.end) ? defect.end : Math.max(defect.start, frame.from + frame.text.length)
  const range = rangeOf({ start: defect.start, end }) ?? { start: { line: frame.line } }
  const suggestions = [...(fix ? [fix] : []), ...ready(others)].flatMap(({ edits }) => {
    const edit = joined(edits, defect)
    const place = edit && rangeOf(edit)
    return place ? [{ range: place, text: edit.text }] : []
  })
  return { range, ...(suggestions.length > 0 && { suggestions }) }
}

/**
 * Reviewdog's format. Every place is a diagnostic of its own, so that those in the lines of a pull request are found,
 * each with its fixes.
 */
export const rdjson: Formatter = () => {
  const items = jsonItems()
  return {
    head: '{"source":{"name":"postlint"},"diagnostics":[',
    post: ({ path, findings, lines }) =>
      items(
        findings.flatMap((finding) =>
          defectsOf(finding).map((defect) => {
            const { range, ...rest } = toDiagnostic(defect, lines)
            return {
              message: escapeLine(finding.message),
              location: { path: escapeLine(path), range },
              severity: levels[finding.severity],
              code: { value: finding.rule },
              ...rest,
            }
          }),
        ),
      ),
    end: ({ errors }) => {
      const failures = errors.map((error) => {
        const { file = '', line } = error
        return {
          message: escapeLine(errorText(error)),
          location: { path: escapeLine(file), ...(line !== undefined && { range: { start: { line } } }) },
          severity: 'ERROR',
          code: { value: 'postlint' },
        }
      })
      return `${items(failures)}\n]}\n`
    },
  }
}
