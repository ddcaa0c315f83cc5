import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { type Crew, openCrew } from './crew.ts'
import { batchSize, type Progress } from './in-order.ts'

/** How many threads lint: this one and workers. */
export type Concurrency = number | 'auto'

/** A worker takes a tenth of a second to start and as long again until it is quick: less work than this is not worth it. */
const worthwhile = 1500
const mostAutomatic = 8

/** Decides when to hire how many workers: at once when the user says how many, else when the work that is left pays. */
export const crewChooser = (concurrency: Concurrency, start: (progress: Int32Array) => Worker) => {
  let crew: Crew | undefined
  const wanted = ({ filesLeft, timePerFile = 0 }: Progress): number => {
    if (concurrency !== 'auto') return Math.min(concurrency - 1, Math.ceil(filesLeft / batchSize))
    const worth = Math.floor((filesLeft * timePerFile) / worthwhile)
    return Math.min(worth, availableParallelism() - 1, mostAutomatic - 1)
  }
  return (progress: Progress): Crew | undefined => {
    if (crew) return crew
    const size = wanted(progress)
    crew = size > 0 ? openCrew(size, start) : undefined
    return crew
  }
}
