import type { MessagePort } from 'node:worker_threads'
import type { RuleEntry } from '../engine/rule.ts'
import { type FileLinterMeans, fileLinter } from '../lint-files.ts'
import { openLinter } from '../linter.ts'
import type { Batch, BatchDone, WorkerTask } from './protocol.ts'

/** What another thread cannot be told. */
export interface WorkerMeans extends Pick<FileLinterMeans, 'prepare'> {
  readonly registry: readonly RuleEntry[]
}

/** The worker's side: lints batch after batch, until the main thread ends it. */
export const serve = (task: WorkerTask, { registry, prepare }: WorkerMeans, port: MessagePort): void => {
  const { input, timeBudget, digest, progress } = task
  const opened = openLinter({ ...input, registry }).then((linter) =>
    fileLinter(linter, { timeBudget, digest, prepare }),
  )
  const answer = async ({ number, files }: Batch): Promise<void> => {
    const { lintFiles } = await opened
    progress[0] = number
    progress[1] = 0
    const outcomes = await lintFiles(files, (done) => {
      progress[1] = done
    })
    port.postMessage({ outcomes } satisfies BatchDone)
  }
  let last: Promise<void> = Promise.resolve()
  port.on('message', (batch: Batch) => {
    last = last.then(() => answer(batch))
  })
}
