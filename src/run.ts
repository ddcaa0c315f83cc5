import { setImmediate } from 'node:timers/promises'
import type { PostResult } from './engine/finding.ts'
import { describe } from './engine/message.ts'
import type { Registry } from './engine/rule.ts'
import type { FoundFile } from './files/discover.ts'
import { type FileOutcome, type FixedFile, type FixRequest, fileFixer } from './fix-file.ts'
import { type LinterInput, openLinter } from './linter.ts'
import type { Notice } from './notice.ts'
import type { Formatter, Locale, RunError, Summary } from './report/formatter.ts'
import { isReport } from './report/report-mark.ts'
import { addToSummary, emptySummary } from './report/summary.ts'
import { noStopwatch } from './stopwatch.ts'
import { UserError } from './user-error.ts'

/** Everything that a run is asked to do. */
export interface RunInput extends LinterInput {
  /** Fix posts before reporting what remains. */
  readonly fix?: FixRequest
  /** Ends the run between two posts. */
  readonly signal?: AbortSignal
}

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

/** The whole journey: resolve, discover; then for each post read, parse, lint, suppress, fix if asked to, and report. */
export const run = async (input: RunInput, sink: Sink): Promise<RunOutcome> => {
  const { time } = input.stopwatch ?? noStopwatch
  const { project, locale, registry, lintPost } = await time('resolve', () => openLinter(input))
  await sink.start?.({ locale, rules: registry, formatters: project.config.formatters, settings: project.config.hash })

  const lintFile = async (found: FoundFile): Promise<FileOutcome> => {
    const read = await project.read(found)
    return isReport(read.post.source) ? {} : { result: lintPost(read, read.post) }
  }
  const treat = input.fix ? fileFixer(project, lintPost, input.fix) : lintFile

  let summary = emptySummary
  const errors: RunError[] = []
  const reports: string[] = []
  const files = await time('discover', () => project.discover())
  sink.found?.(files.length)
  for (const found of files) {
    if (await isAborted(input.signal)) break
    let outcome: FileOutcome
    try {
      outcome = await treat(found)
    } catch (error) {
      errors.push(asRunError(error, found, locale))
      continue
    }
    const { result, fixed, failure } = outcome
    if (!result) {
      reports.push(found.path)
      continue
    }
    if (failure) errors.push(asRunError(failure, found, locale))
    for (const line of result.failures ?? []) errors.push(ruleFailure(line, found, locale))
    summary = addToSummary(summary, result)
    if (fixed) sink.fixed?.(fixed)
    time('report', () => sink.post(describe(result, registry, locale)))
  }
  errors.unshift(...project.failures.map((failure) => failure.report(locale)))
  const skipped: readonly Notice[] = reports.length > 0 ? [{ kind: 'report', paths: reports }] : []
  const notices = [...project.notices(), ...skipped]
  return { summary, errors, notices, isInterrupted: input.signal?.aborted ?? false }
}

/** Signals arrive only between turns of the event loop. */
const isAborted = async (signal: AbortSignal | undefined): Promise<boolean> => {
  if (signal) await setImmediate()
  return signal?.aborted ?? false
}

const asRunError = (error: unknown, { path }: FoundFile, locale: Locale): RunError => {
  if (error instanceof UserError) return { file: path, ...error.report(locale) }
  const why = error instanceof Error ? error.message : String(error)
  const message = locale === 'ko' ? `이 글을 검사하지 못했습니다: ${why}` : `postlint failed on this post: ${why}`
  return { message, file: path }
}

const ruleFailure = (failure: string, { path }: FoundFile, locale: Locale): RunError => ({
  message: locale === 'ko' ? `규칙 오류: ${failure}` : `a rule failed: ${failure}`,
  file: path,
})
