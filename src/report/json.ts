import type { Edit, Finding, Fix, PostResult, Related, Suggestion } from '../engine/finding.ts'
import type { Range } from '../post/range.ts'
import { escapeJson } from './escape.ts'
import type { Formatter, RunError, RunReport } from './formatter.ts'
import { type Position, positionAt } from './position.ts'

/** The version of the contract below; it changes only when a key changes its meaning or goes away. */
const VERSION = 1

export interface JsonEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface JsonFix {
  readonly safe: boolean
  readonly changesText?: true
  readonly edits: readonly JsonEdit[]
}

export interface JsonSuggestion {
  readonly title: string
  readonly edits: readonly JsonEdit[]
  /** Stands in the edits for what only a person can say. */
  readonly placeholder?: string
}

export interface JsonRelated {
  readonly kind: 'place' | 'see'
  readonly message?: string
  readonly start: Position
  readonly end: Position
  readonly fix?: JsonFix
  readonly suggestions?: readonly JsonSuggestion[]
  readonly fingerprint?: string
}

export interface JsonFinding {
  readonly rule: string
  readonly severity: 'error' | 'warn' | 'info'
  readonly messageId: string
  readonly message: string
  readonly start: Position
  readonly end: Position
  readonly related: readonly JsonRelated[]
  readonly fix?: JsonFix
  readonly suggestions: readonly JsonSuggestion[]
  readonly fingerprint: string
}

export interface JsonResult {
  readonly path: string
  readonly language: string
  readonly findings: readonly JsonFinding[]
}

const toEdit = ({ start, end, text }: Edit): JsonEdit => ({ start, end, text })

const toFix = ({ safe, changesText, edits }: Fix): JsonFix => ({
  safe,
  ...(changesText && { changesText }),
  edits: edits.map(toEdit),
})

const toSuggestion = ({ title, edits, asks }: Suggestion): JsonSuggestion => ({
  title,
  edits: edits.map(toEdit),
  ...(asks && { placeholder: asks.placeholder }),
})

const toRelated = (related: Related, place: (range: Range) => { start: Position; end: Position }): JsonRelated => ({
  kind: related.kind,
  ...place(related),
  ...(related.fix && { fix: toFix(related.fix) }),
  ...(related.suggestions && { suggestions: related.suggestions.map(toSuggestion) }),
  ...(related.fingerprint !== undefined && { fingerprint: related.fingerprint }),
})

const toFinding = (finding: Finding, lines: readonly number[]): JsonFinding => {
  const place = ({ start, end }: Range) => ({ start: positionAt(lines, start), end: positionAt(lines, end) })
  return {
    rule: finding.rule,
    severity: finding.severity,
    messageId: finding.messageId,
    message: finding.message,
    ...place(finding),
    related: (finding.related ?? []).map((related) => toRelated(related, place)),
    ...(finding.fix && { fix: toFix(finding.fix) }),
    suggestions: (finding.suggestions ?? []).map(toSuggestion),
    fingerprint: finding.fingerprint,
  }
}

/** One post as the JSON contract has it. */
export const toJsonResult = ({ path, language, findings, lines }: PostResult): JsonResult => ({
  path,
  language,
  findings: findings.map((finding) => toFinding(finding, lines)),
})

const toJsonError = ({ message, file, line, column, hint }: RunError) => ({ message, file, line, column, hint })

/** What frames the results: the tool before them, summary and errors after them. */
export const jsonHead = (version: string) => ({ version: VERSION, tool: { name: 'postlint', version } })
export const jsonTail = ({ summary, errors }: RunReport) => ({ summary, errors: errors.map(toJsonError) })

/** Writes the items of one JSON array, a line each, with the commas that are due. */
export const jsonItems = (): ((items: readonly unknown[]) => string) => {
  let isFirst = true
  return (items) =>
    items
      .map((item) => {
        const separator = isFirst ? '\n' : ',\n'
        isFirst = false
        return separator + escapeJson(item)
      })
      .join('')
}

const withoutBraces = (value: object): string => escapeJson(value).slice(1, -1)

/** One JSON document, written post by post: `version`, `tool`, `results`, then `summary` and `errors`. */
export const json: Formatter = ({ version }) => {
  const items = jsonItems()
  return {
    head: `{${withoutBraces(jsonHead(version))},"results":[`,
    post: (result) => items([toJsonResult(result)]),
    end: (report) => `\n],${withoutBraces(jsonTail(report))}}\n`,
  }
}
