import type { PostResult } from './engine/finding.ts'
import type { FoundFile } from './files/discover.ts'
import { defaultMaximumSize } from './files/read.ts'
import type { Linter } from './linter.ts'
import { parsePost } from './post/parse.ts'
import { loadParts, MissingPart } from './post/parts.ts'
import { missesContent, type OpenedPost } from './project.ts'
import type { Locale, RunError } from './report/formatter.ts'
import { isReport } from './report/report-mark.ts'
import { noStopwatch, type Stopwatch } from './stopwatch.ts'
import { finishesWithin } from './time-limit.ts'
import { UserError } from './user-error.ts'

/** What has become of a file. Plain JSON: threads hand it over. */
export interface Outcome {
  /** Absent for what could not be read, and for postlint's own reports. */
  readonly result?: PostResult
  readonly notice?: 'report' | 'content'
  /** Why postlint could not do its job on it. */
  readonly failure?: RunError
}

/** Lints files, and gives an outcome for each, in their order. `step` hears before each how many are done. */
export type LintFiles = (files: readonly FoundFile[], step?: (done: number) => void) => Promise<Outcome[]>

const defaultTimeBudget = 5000
/** Who raises the limit on size wants to wait in proportion. */
const unitsInBudget = defaultMaximumSize
/** As much text as is held in memory between reading and linting, in UTF-16 units. */
const mostOpened = 512 * 1024

export interface FileLinter {
  readonly lintFiles: LintFiles
  /** The outcome for a file on which all went wrong. */
  giveUp(file: FoundFile, budget: 'time' | 'thread'): Promise<Outcome>
}

export interface FileLinterMeans {
  /** Milliseconds that one post may take. */
  readonly timeBudget?: number
  /** Loads what linting takes: the time of no post runs meanwhile. */
  readonly prepare?: () => Promise<unknown>
  /** Whether results are to say of which bytes they are. */
  readonly digest?: boolean
  readonly stopwatch?: Stopwatch
}

const nothing = async (): Promise<void> => undefined

/**
 * Posts are linted several under one watch, since each watch has its price. Where the time is up, the post at hand is
 * tried again under a watch of its own, and given up only if that alone takes too long.
 */
export const fileLinter = (
  { project, locale, lintPost, giveUp }: Linter,
  { timeBudget = defaultTimeBudget, stopwatch = noStopwatch, prepare = nothing, digest = false }: FileLinterMeans = {},
): FileLinter => {
  const lintOpened = (opened: OpenedPost): Outcome => {
    if (isReport(opened.input.source)) return { notice: 'report' }
    try {
      const post = stopwatch.time('parse', () => parsePost(opened.input))
      const result = lintPost(opened, post)
      return missesContent(post, opened.input.content) ? { result, notice: 'content' } : { result }
    } catch (error) {
      if (error instanceof MissingPart) throw error
      return { failure: asRunError(error, opened.input, locale) }
    }
  }

  const budgetOf = (opened: OpenedPost | Outcome): number =>
    'input' in opened ? Math.ceil(timeBudget * Math.max(1, opened.input.source.length / unitsInBudget)) : timeBudget

  const given = (opened: OpenedPost, budget: 'time' | 'thread'): Outcome => {
    const limit = Math.round(budgetOf(opened) / 100) / 10
    const result = giveUp(opened, { kind: 'budget', budget, limit, range: { start: 0, end: 0 } })
    return { result, failure: { message: reasons[budget][locale](limit), file: opened.input.path } }
  }

  const lintOpenedOnes = async (opened: readonly (OpenedPost | Outcome)[], step: (done: number) => void) => {
    const outcomes: Outcome[] = []
    const work = (): void => {
      while (outcomes.length < opened.length) {
        const next = opened[outcomes.length]!
        step(outcomes.length)
        outcomes.push('input' in next ? lintOpened(next) : next)
      }
    }
    while (outcomes.length < opened.length) {
      const first = outcomes.length
      try {
        if (finishesWithin(budgetOf(opened[first]!), work) || outcomes.length > first) continue
        outcomes.push(given(opened[first] as OpenedPost, 'time'))
      } catch (error) {
        if (!(error instanceof MissingPart)) throw error
        await loadParts([error.part])
      }
    }
    return outcomes
  }

  const open = async (file: FoundFile): Promise<OpenedPost | Outcome> => {
    try {
      return await project.open(file, { digest })
    } catch (error) {
      return { failure: asRunError(error, file, locale) }
    }
  }

  return {
    async lintFiles(files, step = () => undefined) {
      const outcomes: Outcome[] = []
      await prepare()
      while (outcomes.length < files.length) {
        const from = outcomes.length
        const opened: (OpenedPost | Outcome)[] = []
        for (let units = 0; units < mostOpened && from + opened.length < files.length; ) {
          const next = await open(files[from + opened.length]!)
          opened.push(next)
          if ('input' in next) units += next.input.source.length
        }
        outcomes.push(...(await lintOpenedOnes(opened, (done) => step(from + done))))
      }
      return outcomes
    },
    async giveUp(file, budget) {
      const opened = await open(file)
      return 'input' in opened ? given(opened, budget) : opened
    },
  }
}

const reasons: Readonly<Record<'time' | 'thread', Readonly<Record<Locale, (limit: number) => string>>>> = {
  time: {
    en: (limit) => `checking this post took more than ${limit} s`,
    ko: (limit) => `이 글의 검사가 ${limit}초를 넘었습니다`,
  },
  thread: {
    en: () => 'the thread that checked this post ended early',
    ko: () => '이 글을 검사하던 스레드가 도중에 종료되었습니다',
  },
}

/** Whatever was thrown while a post was being looked at, in plain words. */
export const asRunError = (error: unknown, { path }: { readonly path: string }, locale: Locale): RunError => {
  if (error instanceof UserError) return { file: path, ...error.report(locale) }
  const why = error instanceof Error ? error.message : String(error)
  const message = locale === 'ko' ? `이 글을 검사하지 못했습니다: ${why}` : `postlint failed on this post: ${why}`
  return { message, file: path }
}
