import { setImmediate } from 'node:timers/promises'
import type { PostResult } from './engine/finding.ts'
import { describe } from './engine/message.ts'
import type { Registry } from './engine/rule.ts'
import type { FoundFile } from './files/discover.ts'
import { type FixedFile, type FixRequest, fileFixer } from './fix-file.ts'
import { asRunError, type Outcome } from './lint-files.ts'
import { type LintMeans, lintProject } from './lint-project.ts'
import { type Linter, type LinterInput, openLinter } from './linter.ts'
import { type Notice, noticeBoard } from './notice.ts'
import type { Formatter, Locale, RunError, Summary } from './report/formatter.ts'
import { addToSummary, emptySummary } from './report/summary.ts'
import { noStopwatch } from './stopwatch.ts'

/** Everything that a run is asked to do. */
export interface RunInput extends LinterInput, LintMeans {
  /** Fix posts before reporting what remains: one by one on this thread, each read anew. */
  readonly fix?: FixRequest
  /** Leaves out of a result what is not to be reported: what a baseline knows, what is not on changed lines. */
  readonly sift?: Sift
}

export type Sift = (result: PostResult, registry: Registry) => PostResult

/** Where the results go, post by post in order of path. */
export interface Sink {
  /** Before the first post: what only the configuration knows. */
  start?(plan: {
    readonly locale: Locale
    readonly rules: Registry
    readonly formatters: ReadonlyMap<string, Formatter>
    /** A hash of the configuration. */
    readonly settings: string
    /** The way from the repository's root to where the posts were linted, if that was not here. */
    readonly folder?: string
  }): void | Promise<void>
  /** How many files there are to look at. */
  found?(count: number): void
  post(result: PostResult): void
  /** A post that has been fixed, or would have been. */
  fixed?(file: FixedFile): void
}

export interface RunOutcome {
  readonly summary: Summary
  /** What kept postlint from doing its job: a file that cannot be read, a rule that failed. */
  readonly errors: readonly RunError[]
  readonly notices: readonly Notice[]
  /** Whether it was ended before the last post. */
  readonly isInterrupted: boolean
}

/** What becomes of the files, in order of path. */
type Treating = AsyncGenerator<readonly [FoundFile, Outcome & { readonly fixed?: FixedFile }]>

/** The whole journey: resolve, discover; then for each post read, parse, lint, suppress, fix if asked to, hold against the baseline, and report. */
export const run = async (input: RunInput, sink: Sink): Promise<RunOutcome> => {
  const { time } = input.stopwatch ?? noStopwatch
  const { sift } = input
  const linter = await time('resolve', () => openLinter(input))
  const { project, locale, registry } = linter
  const { formatters, hash } = project.config
  await sink.start?.({ locale, rules: registry, formatters, settings: hash })
  const files = await time('discover', () => project.discover())
  sink.found?.(files.length)

  let summary = emptySummary
  const errors: RunError[] = []
  const board = noticeBoard()
  const treated: Treating = input.fix
    ? fixProject(linter, files, input.fix, input.signal)
    : lintProject(linter, files, input)
  for await (const [found, { result: linted, notice, failure, fixed }] of treated) {
    if (notice) board.add(notice, found.path)
    if (failure) errors.push(failure)
    if (!linted) continue
    const result = sift ? time('baseline', () => sift(linted, registry)) : linted
    for (const line of result.failures ?? []) errors.push(ruleFailure(line, found, locale))
    summary = addToSummary(summary, result)
    if (fixed) sink.fixed?.(fixed)
    time('report', () => sink.post(describe(result, registry, locale)))
  }
  errors.unshift(...project.failures.map((failed) => failed.report(locale)))
  const notices = [...project.notices(), ...board.all()]
  return { summary, errors, notices, isInterrupted: input.signal?.aborted ?? false }
}

/** Fixes the files of a project in their order. */
async function* fixProject(
  { project, lintPost, locale }: Linter,
  files: readonly FoundFile[],
  request: FixRequest,
  signal: AbortSignal | undefined,
): Treating {
  const fix = fileFixer(project, lintPost, request)
  for (const found of files) {
    if (await isAborted(signal)) return
    try {
      const { result, fixed, failure } = await fix(found)
      const notice = result ? undefined : 'report'
      yield [found, { result, fixed, notice, failure: failure && asRunError(failure, found, locale) }]
    } catch (error) {
      yield [found, { failure: asRunError(error, found, locale) }]
    }
  }
}

/** Signals arrive only between turns of the event loop. */
const isAborted = async (signal: AbortSignal | undefined): Promise<boolean> => {
  if (signal) await setImmediate()
  return signal?.aborted ?? false
}

/** Says that a rule failed on a post. */
export const ruleFailure = (failure: string, { path }: FoundFile, locale: Locale): RunError => ({
  message: locale === 'ko' ? `규칙 오류: ${failure}` : `a rule failed: ${failure}`,
  file: path,
})
