import type { FoundFile } from '../files/discover.ts'
import type { Outcome } from '../lint-files.ts'
import type { LinterInput } from '../linter.ts'

/** What a worker needs to come to the same settings as the main thread: it resolves them itself, from the same words. */
export interface WorkerTask {
  readonly input: Omit<LinterInput, 'registry' | 'stopwatch' | 'stdin'>
  readonly timeBudget?: number
  readonly digest?: boolean
  /** Shared memory that tells which file of which batch the worker is at, should it never be able to say. */
  readonly progress: Int32Array
}

/** Files to lint, answered by as many outcomes. */
export interface Batch {
  readonly number: number
  readonly files: readonly FoundFile[]
}

export interface BatchDone {
  readonly outcomes: readonly Outcome[]
}
