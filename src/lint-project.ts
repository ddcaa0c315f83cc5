import type { Worker } from 'node:worker_threads'
import { type CacheRequest, noMemory, openMemory } from './cache/memory.ts'
import type { FoundFile } from './files/discover.ts'
import { type FileLinterMeans, fileLinter, type Outcome } from './lint-files.ts'
import type { Linter, LinterInput } from './linter.ts'
import { type Concurrency, crewChooser } from './workers/choose.ts'
import { lintInOrder } from './workers/in-order.ts'
import type { WorkerTask } from './workers/protocol.ts'

/** By what means posts are linted. */
export interface LintMeans extends Omit<FileLinterMeans, 'stopwatch' | 'digest'> {
  /** Ends the run between two posts. */
  readonly signal?: AbortSignal
  /** Threads beside this one; none by default. */
  readonly workers?: { readonly concurrency: Concurrency; start(task: WorkerTask): Worker }
  /** Where the results of earlier runs are; nowhere by default. */
  readonly cache?: CacheRequest
}

/** Fewer posts are linted in the time that looking them up takes. */
const fewPosts = 50

/** Lints the files of a project in their order, with the help of earlier runs and of other threads. */
export async function* lintProject(
  linter: Linter,
  files: readonly FoundFile[],
  input: LinterInput & LintMeans,
): AsyncGenerator<readonly [FoundFile, Outcome]> {
  const { signal, timeBudget, stopwatch, prepare, cache, workers } = input
  // What plugins do can change without their files' changing, and may end the thread that they run in.
  const hasPlugins = linter.project.config.registry.length > input.registry.length
  const isWorthCaching = cache && !hasPlugins && (cache.always || files.length >= fewPosts)
  const memory = isWorthCaching ? openMemory(linter, cache, input.today) : noMemory
  const digest = memory !== noMemory
  const task = { input: wordsOf(input), timeBudget, digest }
  try {
    const lane = lintInOrder({
      files,
      linter: fileLinter(linter, { timeBudget, stopwatch, prepare, digest }),
      recall: memory.recall,
      crewFor: workers
        ? crewChooser(workers.concurrency, (progress) => workers.start({ ...task, progress }))
        : () => undefined,
      sharesWork: !hasPlugins,
      signal,
    })
    for await (const treated of lane) {
      memory.note(...treated)
      yield treated
    }
  } finally {
    memory.save()
  }
}

/** What another thread can be told. */
const wordsOf = (input: LinterInput): WorkerTask['input'] => ({
  cwd: input.cwd,
  paths: input.paths,
  configFile: input.configFile,
  noConfig: input.noConfig,
  presets: input.presets,
  ruleFlags: input.ruleFlags,
  ignorePatterns: input.ignorePatterns,
  noIgnore: input.noIgnore,
  maxFileSize: input.maxFileSize,
  locale: input.locale,
  systemLocale: input.systemLocale,
  today: input.today,
})
