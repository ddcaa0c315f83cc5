import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, randomWord } from '../hash.ts'
import { type IndexReader, indexName, type Spot, segmentOf } from './index-file.ts'

/** When there are more, or larger ones, the cache starts anew. */
const mostSegments = 64
const mostBytes = 512 * 1024 * 1024
/** As long as no run takes: what no index speaks of by then, nobody will ask for. */
const leftoverAge = 60 * 60 * 1000
const flushAt = 256 * 1024

/** A file that is written piece by piece, and made with the first. */
const startFile = (path: string) => {
  let descriptor: number | undefined
  let pending: string[] = []
  let size = 0
  const flush = (): void => {
    descriptor ??= openSync(path, 'wx', 0o600)
    // Unlike `writeSync` this goes on after a short write, and throws when the disk is full.
    writeFileSync(descriptor, pending.join(''))
    pending = []
    size = 0
  }
  return {
    write(text: string): void {
      pending.push(text)
      size += text.length
      if (size >= flushAt) flush()
    },
    close(): void {
      if (size > 0) flush()
      if (descriptor !== undefined) closeSync(descriptor)
    },
  }
}

/** A new segment. Nobody knows its name before an index tells. */
export const startSegment = (folder: string) => {
  const segment = `${randomWord(8)}.jsonl`
  const file = startFile(join(folder, segment))
  let from = 0
  return {
    add(json: string): Spot {
      const bytes = Buffer.from(json)
      const spot = { segment, from, length: bytes.length, digest: digestOf(bytes) }
      file.write(`${json}\n`)
      from += bytes.length + 1
      return spot
    },
    close: file.close,
  }
}

/** The old lines with the new ones among them, both in order of path. */
function* merge(old: Iterable<readonly [string, string]>, fresh: ReadonlyMap<string, string>): Generator<string> {
  // A post that is only known anew may be told before one in front of it that had to be linted.
  const news = [...fresh].sort(([a], [b]) => (a < b ? -1 : 1)).values()
  let next = news.next()
  for (const [path, line] of old) {
    for (; !next.done && next.value[0] < path; next = news.next()) yield next.value[1]
    if (!fresh.has(path)) yield line
  }
  for (; !next.done; next = news.next()) yield next.value[1]
}

/** Puts an index in the place of the old one, with new lines in it. */
export const writeIndex = (folder: string, old: IndexReader, fresh: ReadonlyMap<string, string>): void => {
  const hasRoom = canGrow(
    folder,
    [...old.lines()].map(([, line]) => segmentOf(line)),
  )
  const temporary = join(folder, `${randomWord(8)}.tmp`)
  const file = startFile(temporary)
  const used = new Set<string | undefined>()
  file.write(`${old.heading}\n`)
  for (const line of merge(hasRoom ? old.lines() : [], fresh)) {
    used.add(segmentOf(line))
    file.write(`${line}\n`)
  }
  file.close()
  renameSync(temporary, join(folder, indexName))
  removeLeftovers(folder, used)
}

const canGrow = (folder: string, segments: readonly (string | undefined)[]): boolean => {
  const names = new Set(segments.filter((name) => name !== undefined))
  const sizes = [...names].map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
  return names.size < mostSegments && sizes.reduce((sum, size) => sum + size, 0) < mostBytes
}

const removeLeftovers = (folder: string, used: ReadonlySet<string | undefined>): void => {
  const oldest = Date.now() - leftoverAge
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (name !== indexName && !used.has(name) && statSync(file).mtimeMs < oldest) rmSync(file, { force: true })
  }
}
