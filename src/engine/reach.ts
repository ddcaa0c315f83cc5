import type { Range } from '../post/range.ts'
import type { Directive, NamedRule } from './finding.ts'
import { lineAt } from './lines.ts'

/** A directive in a comment, before it is known how far it reaches. */
export interface Written extends Omit<Directive, 'kind' | 'effect'> {
  readonly kind: Exclude<Directive['kind'], 'front-matter'>
}

/** Where the line after this one starts; one past the source's end after the last line. */
const afterLine = (line: number, source: string, lines: readonly number[]): number =>
  lines[line + 1] ?? source.length + 1

/** Finds the next line that is not blank, remembering the answers: many directives may stand before many blank lines. */
const nextLineFinder = (source: string, lines: readonly number[]): ((line: number) => Range) => {
  const known = new Map<number, Range>()
  const find = (line: number): Range => {
    for (let next = line + 1; next < lines.length; next++) {
      const start = lines[next] ?? 0
      const end = afterLine(next, source, lines)
      if (source.slice(start, end).trim() !== '') return { start, end }
    }
    return { start: source.length, end: source.length }
  }
  return (line) => {
    const range = known.get(line) ?? find(line)
    known.set(line, range)
    return range
  }
}

/** What one `disable` does to one rule, or to all. */
interface Span {
  readonly rule?: NamedRule
  end: number
}

/** Ends each `disable` at the `enable` that follows it: a bare one ends all, one with ids those of these ids. */
const spansOf = (written: readonly Written[], sourceEnd: number): Map<Written, Span[]> => {
  const spans = new Map<Written, Span[]>()
  const open = new Map<string, Span[]>()
  for (const comment of written) {
    if (comment.kind === 'disable') {
      const named = comment.rules.length > 0 ? comment.rules : [undefined]
      const own = named.map((rule): Span => ({ rule, end: sourceEnd }))
      spans.set(comment, own)
      for (const span of own) {
        const id = span.rule?.id ?? '*'
        const sharing = open.get(id)
        if (sharing) sharing.push(span)
        else open.set(id, [span])
      }
    } else if (comment.kind === 'enable') {
      const ids = comment.rules.length > 0 ? comment.rules.map(({ id }) => id) : [...open.keys()]
      for (const id of ids) {
        for (const span of open.get(id) ?? []) span.end = comment.at.start
        open.delete(id)
      }
    }
  }
  return spans
}

/** Gives each directive its effect. A `disable` whose ids are enabled at different places becomes one directive for each. */
export const reach = (written: readonly Written[], source: string, lines: readonly number[]): Directive[] => {
  const nextLine = nextLineFinder(source, lines)
  const spans = spansOf(written, source.length + 1)

  const split = (comment: Written): Directive[] => {
    const own = spans.get(comment) ?? []
    return [...new Set(own.map(({ end }) => end))].map((end) => ({
      ...comment,
      rules: own.flatMap((span) => (span.end === end && span.rule ? [span.rule] : [])),
      effect: { start: comment.at.start, end },
    }))
  }

  const effectOf = ({ kind, at }: Written): Range => {
    const lastLine = lineAt(lines, at.end)
    if (kind === 'disable-next-line') return nextLine(lastLine)
    if (kind === 'enable' || kind === 'unknown') return { start: at.end, end: at.end }
    return { start: lines[lineAt(lines, at.start)] ?? 0, end: afterLine(lastLine, source, lines) }
  }

  return written.flatMap((comment) =>
    comment.kind === 'disable' ? split(comment) : [{ ...comment, effect: effectOf(comment) }],
  )
}
