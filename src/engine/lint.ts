import { perObject } from '../memo.ts'
import type { Post, Problem } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { type Crash, crashFinding, crashLine, crashOf } from './crash.ts'
import { readDirectives } from './directives.ts'
import { type Draft, settleDrafts } from './draft.ts'
import { editGuard } from './editable.ts'
import type { PostResult, Severity, Slots } from './finding.ts'
import { groupDrafts } from './group.ts'
import { frameAt, lineStarts } from './lines.ts'
import { byFindingOrder } from './order.ts'
import { type Call, guardedCall, timedCall } from './protect.ts'
import { checkReport, type Ground } from './report.ts'
import type { AnyRule, Handlers, ReportDetails } from './rule.ts'
import { type Listener, walk } from './walk.ts'

/** A rule that is on for a post, as the configuration sets it. */
export interface ActiveRule {
  readonly id: string
  readonly family: string
  readonly rule: AnyRule
  readonly severity: Severity
  /** Every option, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>
}

/** What linting needs to know that is not in the post. */
export interface LintContext {
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
  /** Digest of the bytes read; handed through. */
  readonly hash: string
  /** Measures the rules, where somebody wants to know. */
  readonly meter?: Meter
}

/** A clock, and what each rule has taken of it so far. */
export interface Meter {
  /** Milliseconds from any start. */
  now(): number
  spend(rule: string, milliseconds: number): void
}

/** Most places that are reported for one post. */
const findingsBudget = 20_000

/** The only family that sees what surrounds the post on a full page. */
const pageFamily = 'page'

/** What the rules are given to look at, and where what they report goes. */
interface Walked {
  readonly post: Post
  readonly ground: Ground
  readonly today: string
  readonly drafts: Draft[]
}

const noHandlers: Handlers = {}

const handlersOf = (wanted: unknown): Handlers => {
  if (!(wanted instanceof Promise)) return (wanted as Handlers | undefined) ?? noHandlers
  wanted.catch(() => undefined)
  throw new TypeError('check must not be async')
}

/** A rule with its check, which need not be looked up again for every post. */
interface Checking extends ActiveRule {
  readonly check: AnyRule['check']
  readonly seesPage: boolean
}

const checkingOf = perObject((active: readonly ActiveRule[]): readonly Checking[] =>
  active.map(({ id, family, rule, severity, options }) => ({
    id,
    family,
    rule,
    severity,
    options,
    check: rule.check,
    seesPage: family === pageFamily,
  })),
)

/** Asks a rule what it wants of the walk. */
const listenerOf = (checking: Checking, { post, ground, today, drafts }: Walked, call: Call): Listener => {
  const { id, rule, check, options, severity, seesPage } = checking
  let reported = 0
  const report = (range: Range, messageId: string, slots: Slots, details?: ReportDetails): void => {
    // One more than is ever shown, so that the overflow is noticed.
    if (reported++ > findingsBudget) return
    drafts.push({ rule: id, definition: rule, ...checkReport(ground, severity, range, messageId, slots, details) })
  }
  const listener = { name: id, hasCrashed: false, handlers: noHandlers, seesPage }
  const ask = (): void => {
    listener.handlers = handlersOf(check.call(rule, { post, options, report, today }))
  }
  call(listener, ask, undefined, undefined)
  return listener
}

/** What a result says of the rules that it comes from: the same for all posts with the same settings. */
const namesOf = perObject((active: readonly ActiveRule[]): Pick<PostResult, 'ran' | 'reviewers'> => {
  const reviewers = active.filter(({ rule }) => rule.review).map(({ id, severity }) => [id, severity] as const)
  return {
    ran: Object.freeze(active.map(({ id }) => id)),
    ...(reviewers.length > 0 && { reviewers: Object.freeze(Object.fromEntries(reviewers)) }),
  }
})

/** The one walk over a post with all its rules: everything that they find, before directives are applied. */
export const lint = (post: Post, active: readonly ActiveRule[], context: LintContext): PostResult => {
  const { today, hash, meter } = context
  const lines = lineStarts(post.source)
  const drafts: Draft[] = []
  const crashes: Crash[] = []

  const guarded = guardedCall((id, error) => crashes.push(crashOf(id, error)))
  const call = meter ? timedCall(guarded, meter.now, meter.spend) : guarded
  const walked = { post, ground: { source: post.source, mayEdit: editGuard(post) }, today, drafts }
  const listeners = checkingOf(active).map((rule) => listenerOf(rule, walked, call))
  const announce = (problem: Problem): void => {
    for (const listener of listeners) {
      const handle = listener.handlers.problem
      if (handle) call(listener, handle, problem, undefined)
    }
  }

  for (const problem of post.problems) announce(problem)
  walk(post.tree, post.content, listeners, call)
  for (const listener of listeners) {
    const handle = listener.handlers.done
    if (handle) call(listener, handle, undefined, undefined)
  }

  let found = settleDrafts(drafts)
  const beyond = found[findingsBudget]
  if (beyond) {
    drafts.length = 0
    const range = { start: beyond.start, end: beyond.end }
    announce({ kind: 'budget', budget: 'findings', limit: findingsBudget, range })
    found = [...found.slice(0, findingsBudget), ...drafts].sort(byFindingOrder)
  }

  const crashed = crashes.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
  return {
    path: post.path,
    hash,
    language: post.language,
    findings: [
      ...crashed.map((crash) => crashFinding(crash, post.path, frameAt(post.source, lines, 0))),
      ...groupDrafts(found, { path: post.path, source: post.source, lines }),
    ],
    directives: readDirectives(post, lines),
    facts: {},
    lines,
    suppressed: 0,
    ...namesOf(active),
    ...(crashed.length > 0 && { failures: crashed.map(crashLine) }),
  }
}
