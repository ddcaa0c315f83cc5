import type { Range } from '../post/range.ts'
import { type Check, isArrayOf, isObjectOf, isOneOf, isRecordOf, isText, isWhole, optional } from '../shape.ts'
import type { Texts } from '../texts.ts'
import type {
  Ask,
  Directive,
  Edit,
  Finding,
  Fix,
  Frame,
  NamedRule,
  PostResult,
  Related,
  Suggestion,
} from './finding.ts'

const isSlots = isRecordOf((value) => isText(value) || Number.isFinite(value))
const isTexts = isObjectOf<Texts>({ en: isText, ko: isText })
const isSeverity = isOneOf('error', 'warn', 'info')

const range = { start: isWhole, end: isWhole }
const isRange = isObjectOf<Range>(range)
/** Places end behind their start. */
const inOrder =
  (check: (value: unknown) => value is Range): Check =>
  (value) =>
    check(value) && value.start <= value.end

const isEdits = isArrayOf(inOrder(isObjectOf<Edit>({ ...range, text: isText })))
const isFix = isObjectOf<Fix>({ edits: isEdits, safe: isOneOf(true, false), changesText: optional(isOneOf(true)) })
const isSuggestions = isArrayOf(
  isObjectOf<Suggestion>({
    title: isText,
    titles: isTexts,
    edits: isEdits,
    asks: optional(
      isObjectOf<Ask>({ question: isTexts, placeholder: isText, as: isOneOf('attribute', 'text', 'markdown') }),
    ),
  }),
)
const isFrame = isObjectOf<Frame>({ line: isWhole, text: isText, from: isWhole, bytesBefore: optional(isWhole) })

const isFinding = inOrder(
  isObjectOf<Finding>({
    ...range,
    rule: isText,
    severity: isSeverity,
    messageId: isText,
    slots: isSlots,
    message: isText,
    related: optional(
      isArrayOf(
        inOrder(
          isObjectOf<Related>({
            ...range,
            kind: isOneOf('place', 'see'),
            fix: optional(isFix),
            suggestions: optional(isSuggestions),
            fingerprint: optional(isText),
            frame: optional(isFrame),
            slots: optional(isSlots),
          }),
        ),
      ),
    ),
    fix: optional(isFix),
    suggestions: optional(isSuggestions),
    frame: isFrame,
    fingerprint: isText,
  }),
)

const named = { ...range, id: isText, frame: isFrame }
const isDirective = isObjectOf<Directive>({
  kind: isOneOf('disable', 'disable-line', 'disable-next-line', 'enable', 'front-matter', 'unknown', 'malformed'),
  word: optional(isObjectOf<NonNullable<Directive['word']>>({ ...named, nearest: optional(isText) })),
  rules: isArrayOf(isObjectOf<NamedRule>(named)),
  at: inOrder(isRange),
  frame: isFrame,
  effect: inOrder(isRange),
  reason: optional(isText),
})

const isAscending = (lines: readonly number[]): boolean =>
  lines[0] === 0 && lines.every((line, index) => index === 0 || line > (lines[index - 1] ?? line))

const isResult = isObjectOf<PostResult>({
  path: isText,
  hash: isText,
  language: isText,
  findings: isArrayOf(isFinding),
  directives: isArrayOf(isDirective),
  facts: isRecordOf(() => true),
  lines: isArrayOf(isWhole),
  suppressed: isWhole,
  known: optional(isWhole),
  ran: isArrayOf(isText),
  reviewers: optional(isRecordOf(isSeverity)),
  failures: optional(isArrayOf(isText)),
  fixedText: optional(isText),
  fixed: optional(isRecordOf(isWhole)),
})

/** Whether some data, read from a file that anybody may have written, is what linting a post yields. */
export const isPostResult = (value: unknown): value is PostResult => isResult(value) && isAscending(value.lines)
