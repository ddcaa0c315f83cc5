import type { Finding, PostResult, Related } from '../../src/engine/finding.ts'
import { framer, lineStarts } from '../../src/engine/lines.ts'
import type { Formatter, ReportContext, RunReport } from '../../src/report/formatter.ts'
import { addToSummary, emptySummary } from '../../src/report/summary.ts'

export const context = (changes: Partial<ReportContext> = {}): ReportContext => ({
  version: '1.2.3',
  locale: 'en',
  color: 0,
  width: 80,
  rules: new Map(),
  quiet: false,
  folder: '',
  today: '2024-06-01',
  ...changes,
})

/** A whole report, as a run writes it. */
export const reportOf = (
  formatter: Formatter,
  results: readonly PostResult[],
  { errors = [], notices = [], ...changes }: Partial<ReportContext> & Partial<RunReport> = {},
): string => {
  const rendering = formatter(context(changes))
  const posts = results.map((result) => rendering.post(result))
  const summary = changes.summary ?? results.reduce(addToSummary, emptySummary)
  return [rendering.head ?? '', ...posts, rendering.end({ summary, errors, notices })].join('')
}

interface Mark {
  readonly on: string
  readonly message?: string
  readonly rule?: string
  readonly severity?: Finding['severity']
  readonly related?: readonly Related[]
  readonly fix?: Finding['fix']
  readonly suggestions?: Finding['suggestions']
}

/** A result with one finding for each mark, on the first occurrence of its text. */
export const resultOf = (source: string, marks: readonly Mark[], path = '_posts/a.md'): PostResult => {
  const lines = lineStarts(source)
  const frameOf = framer(source, lines)
  const findings = marks.map(({ on, message = 'Wrong.', rule = 'some-rule', severity = 'error', ...rest }): Finding => {
    const start = source.indexOf(on)
    return {
      rule,
      severity,
      messageId: 'wrong',
      slots: {},
      message,
      start,
      end: start + on.length,
      frame: frameOf(start),
      fingerprint: 'f00',
      ...rest,
    }
  })
  return { path, hash: '', language: 'en', findings, directives: [], facts: {}, lines, suppressed: 0, ran: [] }
}
