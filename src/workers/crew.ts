import type { Worker } from 'node:worker_threads'
import type { Outcome } from '../lint-files.ts'
import type { Batch, BatchDone } from './protocol.ts'

/** `ended`: the file ended the worker. `unseen`: no worker was left to look at it. */
export type Reply = Outcome | 'ended' | 'unseen'

/** What came back of a batch: a reply for each of its files. */
export interface Answer {
  readonly number: number
  readonly replies: readonly Reply[]
}

export interface Crew {
  /** Whether there are workers left. */
  hasHands(): boolean
  /** Whether some worker would soon have nothing to do. */
  hasRoom(): boolean
  give(batch: Batch): void
  /** What has come back since this was last asked. */
  take(): readonly Answer[]
  /** Waits until something has come back. */
  wait(): Promise<void>
  end(): Promise<void>
}

interface Job extends Batch {
  /** Which of its files are still to be linted. */
  readonly left: number[]
  readonly replies: Reply[]
}

interface Mate {
  readonly worker: Worker
  readonly progress: Int32Array
  readonly jobs: Job[]
}

/** One batch in work and one at hand, so that no worker waits for the main thread. */
const jobsAhead = 2
/** A plugin that ends every worker must not keep us hiring for ever. */
const mostAccidents = 8

/** Workers that lint batches. One that ends in the middle is replaced, and the others' work is not lost. */
export const openCrew = (size: number, start: (progress: Int32Array) => Worker): Crew => {
  const mates: Mate[] = []
  let answers: Answer[] = []
  let accidents = 0
  let wake = (): void => undefined

  const answer = ({ number, replies }: Job): void => {
    answers.push({ number, replies })
    wake()
  }
  const post = ({ worker }: Mate, { number, files, left }: Job): void =>
    worker.postMessage({ number, files: left.map((index) => files[index]!) } satisfies Batch)

  const hire = (jobs: Job[]): void => {
    const progress = new Int32Array(new SharedArrayBuffer(8)).fill(-1)
    const mate = { worker: start(progress), progress, jobs }
    mates.push(mate)
    mate.worker.on('message', ({ outcomes }: BatchDone) => {
      const job = jobs.shift()!
      for (const [at, index] of job.left.entries()) job.replies[index] = outcomes[at]!
      answer(job)
    })
    // Whatever it was, the exit follows.
    mate.worker.on('error', () => undefined)
    mate.worker.on('exit', () => replace(mate))
    for (const job of jobs) post(mate, job)
  }

  const giveBack = (jobs: readonly Job[]): void => {
    for (const job of jobs) answer(job)
  }

  const replace = (mate: Mate): void => {
    if (!mates.includes(mate)) return
    mates.splice(mates.indexOf(mate), 1)
    const { jobs, progress } = mate
    const [number, at] = progress
    const [current] = jobs
    // If it never began, another would not do better.
    const hasBegun = current !== undefined && current.number === number
    if (hasBegun) {
      const [culprit] = current.left.splice(at ?? 0, 1)
      current.replies[culprit ?? 0] = 'ended'
      accidents++
    }
    if (hasBegun && accidents <= mostAccidents) hire(jobs)
    else giveBack(jobs)
  }

  for (let count = 0; count < size; count++) hire([])

  return {
    hasHands: () => mates.length > 0,
    hasRoom: () => mates.some(({ jobs }) => jobs.length < jobsAhead),
    give({ number, files }) {
      const mate = mates.reduce((best, other) => (other.jobs.length < best.jobs.length ? other : best))
      const job = { number, files, left: [...files.keys()], replies: files.map((): Reply => 'unseen') }
      mate.jobs.push(job)
      post(mate, job)
    },
    take() {
      const taken = answers
      answers = []
      return taken
    },
    wait: () =>
      new Promise((resolve) => {
        wake = resolve
        if (answers.length > 0) resolve()
      }),
    async end() {
      await Promise.all(mates.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}
