import { activeRules } from './config/active.ts'
import type { PostSettings } from './config/settings.ts'
import type { PostResult } from './engine/finding.ts'
import { lint } from './engine/lint.ts'
import { describe } from './engine/message.ts'
import { type Registry, registryOf } from './engine/rule.ts'
import { suppress } from './engine/suppress.ts'
import type { FoundFile } from './files/discover.ts'
import type { Notice } from './notice.ts'
import { openProject, type ProjectInput } from './project.ts'
import type { Locale, RunError, Summary } from './report/formatter.ts'
import { addToSummary, emptySummary } from './report/summary.ts'
import { noStopwatch, type Stopwatch } from './stopwatch.ts'
import { UserError } from './user-error.ts'

/** Everything that a run is asked to do. */
export interface RunInput extends ProjectInput {
  /** As asked for by flag; the configuration's comes next, then `systemLocale`. */
  readonly locale?: Locale
  readonly systemLocale?: Locale
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
  readonly stopwatch?: Stopwatch
}

/** Where the results go, post by post in order of path. */
export interface Sink {
  /** Before the first post: what only the configuration knows. */
  start?(plan: { readonly locale: Locale; readonly rules: Registry }): void
  post(result: PostResult): void
}

export interface RunOutcome {
  readonly summary: Summary
  /** What kept postlint from doing its job: a file that cannot be read, a rule that failed. */
  readonly errors: readonly RunError[]
  readonly notices: readonly Notice[]
}

/** The whole journey: resolve, discover; then for each post read, parse, lint, suppress, and report. */
export const run = async (input: RunInput, sink: Sink): Promise<RunOutcome> => {
  const { time, meter } = input.stopwatch ?? noStopwatch
  const project = await time('resolve', () => openProject(input))
  const { config } = project
  const locale = input.locale ?? config.locale ?? input.systemLocale ?? 'en'
  const registry = registryOf(config.registry)
  const activeOf = remember((settings: PostSettings) => activeRules(settings, config.registry))
  sink.start?.({ locale, rules: registry })

  const lintFile = async (found: FoundFile): Promise<PostResult> => {
    const { post, file, settled } = await project.read(found)
    const context = { today: input.today, hash: file.hash, meter }
    const result = time('lint', () => lint(post, activeOf(settled.settings), context))
    return time('suppress', () => describe(suppress(result, registry), registry, locale))
  }

  let summary = emptySummary
  const errors: RunError[] = []
  for (const found of await time('discover', () => project.discover())) {
    let result: PostResult
    try {
      result = await lintFile(found)
    } catch (error) {
      errors.push(asRunError(error, found, locale))
      continue
    }
    for (const failure of result.failures ?? []) errors.push(ruleFailure(failure, found, locale))
    summary = addToSummary(summary, result)
    time('report', () => sink.post(result))
  }
  errors.unshift(...project.failures.map((failure) => failure.report(locale)))
  return { summary, errors, notices: project.notices() }
}

const remember = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
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
