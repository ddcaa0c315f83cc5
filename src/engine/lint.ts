import type { Post, Problem } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { commentCollector, emptyComments } from './comments.ts'
import { type Crash, crashFinding, crashLine, crashOf } from './crash.ts'
import { mentionsDirective, readDirectives } from './directives.ts'
import { type Draft, settleDrafts } from './draft.ts'
import { editGuard } from './editable.ts'
import type { PostResult, Severity, Slots } from './finding.ts'
import { groupDrafts } from './group.ts'
import { frameAt, lineStarts } from './lines.ts'
import { byFindingOrder } from './order.ts'
import { guarded, timed } from './protect.ts'
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
  /** Hash of the bytes read; handed through. */
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

/** What the rules are given to look at, and where what they report and throw goes. */
interface Walked {
  readonly post: Post
  readonly ground: Ground
  readonly context: LintContext
  readonly drafts: Draft[]
  readonly crashes: Crash[]
}

/** Asks a rule what it wants of the walk. */
const listenerOf = (active: ActiveRule, { post, ground, context, drafts, crashes }: Walked): Listener => {
  const { today, meter } = context
  const { id, family, rule, options, severity } = active
  let reported = 0
  const report = (range: Range, messageId: string, slots: Slots, details?: ReportDetails): void => {
    // One more than is ever shown, so that the overflow is noticed.
    if (reported++ > findingsBudget) return
    drafts.push({ rule: id, definition: rule, ...checkReport(ground, severity, range, messageId, slots, details) })
  }
  const plain = guarded((error) => crashes.push(crashOf(id, error)))
  const guard = meter ? timed(plain, meter.now, (milliseconds) => meter.spend(id, milliseconds)) : plain
  let handlers: Handlers = {}
  const ask = (): void => {
    const wanted: unknown = rule.check({ post, options, report, today })
    if (wanted instanceof Promise) {
      wanted.catch(() => undefined)
      throw new TypeError('check must not be async')
    }
    handlers = (wanted as Handlers | undefined) ?? {}
  }
  guard.call(ask, undefined, undefined)
  return { handlers, guard, seesPage: family === pageFamily }
}

/** The one walk over a post with all its rules: everything that they find, before directives are applied. */
export const lint = (post: Post, active: readonly ActiveRule[], context: LintContext): PostResult => {
  const lines = lineStarts(post.source)
  const drafts: Draft[] = []
  const crashes: Crash[] = []
  const comments = emptyComments()

  const ground = { source: post.source, mayEdit: editGuard(post) }
  const listeners = active.map((rule) => listenerOf(rule, { post, ground, context, drafts, crashes }))
  const announce = (problem: Problem): void => {
    for (const { handlers, guard } of listeners) {
      if (handlers.problem) guard.call(handlers.problem, problem, undefined)
    }
  }

  for (const problem of post.problems) announce(problem)
  walk(post.tree, post.content, mentionsDirective(post) ? [...listeners, commentCollector(post, comments)] : listeners)
  for (const { handlers, guard } of listeners) if (handlers.done) guard.call(handlers.done, undefined, undefined)

  let found = settleDrafts(drafts)
  const beyond = found[findingsBudget]
  if (beyond) {
    drafts.length = 0
    const range = { start: beyond.start, end: beyond.end }
    announce({ kind: 'budget', budget: 'findings', limit: findingsBudget, range })
    found = [...found.slice(0, findingsBudget), ...drafts].sort(byFindingOrder)
  }

  const crashed = crashes.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
  const reviewers = active.filter(({ rule }) => rule.review)
  return {
    path: post.path,
    hash: context.hash,
    language: post.language,
    findings: [
      ...crashed.map((crash) => crashFinding(crash, post.path, frameAt(post.source, lines, 0))),
      ...groupDrafts(found, { path: post.path, source: post.source, lines }),
    ],
    directives: readDirectives(post, comments, lines),
    facts: {},
    lines,
    suppressed: 0,
    ran: active.map(({ id }) => id),
    ...(reviewers.length > 0 && { reviewers: Object.fromEntries(reviewers.map(({ id, severity }) => [id, severity])) }),
    ...(crashed.length > 0 && { failures: crashed.map(crashLine) }),
  }
}
