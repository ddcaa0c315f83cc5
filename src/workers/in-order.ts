import { setImmediate } from 'node:timers/promises'
import { now } from '../clock.ts'
import type { FoundFile } from '../files/discover.ts'
import type { FileLinter, Outcome } from '../lint-files.ts'
import type { Crew } from './crew.ts'
import type { Batch } from './protocol.ts'

export interface InOrderInput {
  readonly files: readonly FoundFile[]
  readonly linter: FileLinter
  /** The outcome of a file that need not be linted. */
  recall(file: FoundFile): Promise<Outcome | undefined>
  /** Called between batches, with what is left; gives workers as soon as they pay. */
  crewFor(progress: Progress): Crew | undefined
  /** Whether the main thread takes part although there are workers. */
  readonly sharesWork: boolean
  /** Ends it all between two batches. */
  readonly signal?: AbortSignal
}

/** How linting on the main thread goes. */
export interface Progress {
  readonly filesLeft: number
  /** Milliseconds that a file takes once V8 is warm; absent until that can be told. */
  readonly timePerFile?: number
}

export const batchSize = 32
/** How many files may be done, or in work, before the first that is not: results wait in memory for their turn. */
const lookAhead = 512
/** Milliseconds that go into warming up, whatever the files are: the first of them take ten times as long as the others. */
const warmUp = 400

/** Lints files on this thread, and on others where they pay; the outcomes come in the order of the files. */
export async function* lintInOrder(input: InOrderInput): AsyncGenerator<readonly [FoundFile, Outcome]> {
  const { files, linter, recall, signal } = input
  const waiting = new Map<number, Outcome>()
  /** The places of the files of each batch that is in work. */
  const places = new Map<number, readonly number[]>()
  let told = 0
  let seen = 0
  let batches = 0
  let filesHere = 0
  let timeHere = 0

  /** The next files that nobody knows the outcome of. */
  const nextBatch = async (): Promise<Batch | undefined> => {
    const batch: number[] = []
    for (; batch.length < batchSize && seen < files.length && seen < told + lookAhead; seen++) {
      const known = await recall(files[seen]!)
      if (known) waiting.set(seen, known)
      else batch.push(seen)
    }
    if (batch.length === 0) return undefined
    places.set(batches, batch)
    return { number: batches++, files: batch.map((place) => files[place]!) }
  }
  const settle = (number: number, outcomes: readonly Outcome[]): void => {
    for (const [index, place] of places.get(number)!.entries()) waiting.set(place, outcomes[index]!)
    places.delete(number)
  }
  const lintHere = async ({ number, files: batch }: Batch): Promise<void> => {
    const start = now()
    settle(number, await linter.lintFiles(batch))
    timeHere += now() - start
    filesHere += batch.length
  }
  const timePerFile = (): number | undefined => (timeHere > warmUp ? (timeHere - warmUp) / filesHere : undefined)
  const collect = async (crew: Crew): Promise<void> => {
    for (const { number, replies } of crew.take()) {
      const batch = places.get(number)!
      const outcomes: Outcome[] = []
      for (const [index, reply] of replies.entries()) {
        const file = files[batch[index]!]!
        if (reply === 'ended') outcomes.push(await linter.giveUp(file, 'thread'))
        else if (reply === 'unseen') outcomes.push(...(await linter.lintFiles([file])))
        else outcomes.push(reply)
      }
      settle(number, outcomes)
    }
  }

  let crew: Crew | undefined
  try {
    while (told < files.length) {
      if (signal) await setImmediate()
      if (signal?.aborted) return
      crew = input.crewFor({ filesLeft: files.length - seen, timePerFile: timePerFile() })
      while (crew?.hasRoom()) {
        const batch = await nextBatch()
        if (!batch) break
        crew.give(batch)
      }
      const batch = crew && !input.sharesWork && crew.hasHands() ? undefined : await nextBatch()
      if (batch) await lintHere(batch)
      if (crew) {
        if (batch) await setImmediate()
        else if (places.size > 0 && !waiting.has(told)) await crew.wait()
        await collect(crew)
      }
      for (let next = waiting.get(told); next; next = waiting.get(told)) {
        waiting.delete(told)
        yield [files[told++]!, next]
      }
    }
  } finally {
    await crew?.end()
  }
}
