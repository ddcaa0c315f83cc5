import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { type Crew, openCrew } from './crew.ts'
import { batchSize, type Progress } from './in-order.ts'

/** How many threads lint: this one and workers. */
export type Concurrency = number | 'auto'

/**
 * Milliseconds of work for which another thread is hired. A worker takes a tenth of a second to start and half a second
 * until V8 is as quick there as here; measured with 2,000 to 7,000 posts on two cores, it begins to pay at three to four
 * thousand.
 */
const worthwhile = 2000
const mostAutomatic = 8

/** How many workers the work that is left pays for, when the user leaves it to us. */
export const workersThatPay = ({ filesLeft, timePerFile = 0 }: Progress, cores: number): number => {
  const worth = Math.floor((filesLeft * timePerFile) / worthwhile)
  return Math.min(worth, cores - 1, mostAutomatic - 1)
}

/** Decides when to hire how many workers: at once when the user says how many, else when the work that is left pays. */
export const crewChooser = (concurrency: Concurrency, start: (progress: Int32Array) => Worker) => {
  let crew: Crew | undefined
  const wanted = (progress: Progress): number =>
    concurrency === 'auto'
      ? workersThatPay(progress, availableParallelism())
      : Math.min(concurrency - 1, Math.ceil(progress.filesLeft / batchSize))
  return (progress: Progress): Crew | undefined => {
    if (crew) return crew
    const size = wanted(progress)
    crew = size > 0 ? openCrew(size, start) : undefined
    return crew
  }
}
