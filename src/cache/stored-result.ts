import type { PostResult } from '../engine/finding.ts'

/** A result with nothing in it that a report shows, a directive explains or another post could be compared with. */
export const isPlain = ({ findings, directives, facts, failures }: PostResult): boolean =>
  findings.length === 0 && directives.length === 0 && failures === undefined && Object.keys(facts).length === 0

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const mapOf =
  (check: Check): Check =>
  (value) =>
    isMap(value) && Object.values(value).every(check)
/** Nothing but these, each as it should be. */
const shape = (checks: Readonly<Record<string, Check>>): Check => {
  const known = new Map(Object.entries(checks))
  return (value) =>
    isMap(value) &&
    Object.keys(value).every((key) => known.has(key)) &&
    Object.entries(checks).every(([key, check]) => check(value[key]))
}

const range = { start: isCount, end: isCount }
const texts = shape({ en: isText, ko: isText })
const isFlag = oneOf(true, false)
const severity = oneOf('error', 'warn', 'info')
const slots = mapOf((value) => isText(value) || typeof value === 'number')
const edits = listOf(shape({ ...range, text: isText }))
const frame = shape({ line: isCount, text: isText, from: isCount, bytesBefore: maybe(isCount) })
const fix = shape({ edits, safe: isFlag, changesText: maybe(oneOf(true)) })
const asks = shape({ question: texts, placeholder: isText, as: oneOf('attribute', 'text', 'markdown') })
const suggestions = listOf(shape({ title: isText, titles: texts, edits, asks: maybe(asks) }))
const related = shape({
  ...range,
  kind: oneOf('place', 'see'),
  fix: maybe(fix),
  suggestions: maybe(suggestions),
  fingerprint: maybe(isText),
  frame: maybe(frame),
  slots: maybe(slots),
})
const finding = shape({
  ...range,
  rule: isText,
  severity,
  messageId: isText,
  slots,
  message: isText,
  related: maybe(listOf(related)),
  fix: maybe(fix),
  suggestions: maybe(suggestions),
  frame,
  fingerprint: isText,
})
const named = { ...range, id: isText, frame }
const directive = shape({
  kind: oneOf('disable', 'disable-line', 'disable-next-line', 'enable', 'front-matter', 'unknown', 'malformed'),
  word: maybe(shape({ ...named, nearest: maybe(isText) })),
  rules: listOf(shape(named)),
  at: shape(range),
  frame,
  effect: shape(range),
  reason: maybe(isText),
})
const result = shape({
  path: isText,
  hash: isText,
  language: isText,
  findings: listOf(finding),
  directives: listOf(directive),
  facts: isMap,
  lines: listOf(isCount),
  suppressed: isCount,
  ran: listOf(isText),
  reviewers: maybe(mapOf(severity)),
})

/** Reads a result of postlint's own that has been out of its hands; undefined if it is anything else. */
export const parseResult = (json: string): PostResult | undefined => {
  try {
    const value: unknown = JSON.parse(json)
    return result(value) ? (value as PostResult) : undefined
  } catch {
    return undefined
  }
}
