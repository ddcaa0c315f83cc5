import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { PostResult } from '../engine/finding.ts'
import { digestOf, hash } from '../hash.ts'
import { type Entry, indexName, readIndex, type Spot, toLine } from './index-file.ts'
import { isPlain, parseResult } from './stored-result.ts'
import { startSegment, writeIndex } from './write.ts'

/** What a post is now. */
export interface Identity {
  /** The key of all that its result depends on beside its bytes and its path. */
  readonly context: string
  /** What its file looks like from outside; absent if that says nothing. */
  readonly stamp?: string
}

/** Results of earlier runs. Never fails: where something is wrong with it, it knows nothing. */
export interface ResultCache {
  /**
   * The result of a post that is as it was. Asked in order of path.
   * @param digest Of its bytes; asked only where the file does not look just as it did.
   */
  find(path: string, identity: Identity, digest: () => string | undefined): PostResult | undefined
  keep(result: PostResult, identity: Identity): void
  /** Writes what is new, if anything is. */
  save(): void
}

const largestResult = 8 * 1024 * 1024

/**
 * Opens the cache in a folder of its own. The index says of each post what its result depended on and, if there is more
 * to say of it, where that lies: in segments, which are written once and never changed. So a run in which nothing has
 * changed reads one small file, and runs at the same time do not disturb each other: each adds a segment of its own,
 * and the last to rename its index wins.
 *
 * @param circumstances All that every result depends on; an index from other circumstances is as good as none.
 */
export const openCache = (folder: string, circumstances: string): ResultCache => {
  const index = readIndex(join(folder, indexName), `postlint cache 3 ${hash(circumstances)}`)
  const segments = new Map<string, number | undefined>()
  const fresh = new Map<string, string>()
  let segment: ReturnType<typeof startSegment> | undefined

  const descriptorOf = (name: string): number | undefined => {
    if (!segments.has(name))
      segments.set(
        name,
        attempt(() => openRegular(join(folder, name))),
      )
    return segments.get(name)
  }
  const read = ({ segment: name, from, length, digest }: Spot): PostResult | undefined => {
    const descriptor = length > largestResult ? undefined : descriptorOf(name)
    if (descriptor === undefined) return undefined
    const bytes = Buffer.allocUnsafe(length)
    const isWhole = attempt(() => readSync(descriptor, bytes, 0, length, from)) === length
    return isWhole && digestOf(bytes) === digest ? parseResult(bytes.toString('utf8')) : undefined
  }

  const store = (json: string): Spot => {
    segment ??= startSegment(folder)
    return segment.add(json)
  }
  const note = (entry: Entry): void => {
    const line = toLine(entry)
    if (line !== undefined) fresh.set(entry.path, line)
  }

  return {
    find(path, { context, stamp }, digest) {
      const entry = index.find(path)
      if (entry?.context !== context) return undefined
      if (stamp === undefined || entry.stamp !== stamp) {
        if (digest() !== entry.hash) return undefined
        // A checkout gives the same bytes a new look: next time that will do.
        if (stamp !== undefined) note({ ...entry, stamp })
      }
      if (!entry.spot) return plainResult(entry)
      const result = read(entry.spot)
      return result?.path === path && result.hash === entry.hash ? result : undefined
    },
    keep(result, identity) {
      const { path, hash, language, suppressed } = result
      attempt(() => {
        const spot = isPlain(result) ? undefined : store(JSON.stringify(result))
        note({ ...identity, path, hash, language, suppressed, spot })
      })
    },
    save() {
      for (const descriptor of segments.values()) if (descriptor !== undefined) closeSync(descriptor)
      if (fresh.size === 0) return
      attempt(() => {
        segment?.close()
        writeIndex(folder, index, fresh)
      })
    },
  }
}

const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

const plainResult = ({ path, hash, language, suppressed }: Entry): PostResult => ({
  path,
  hash,
  language,
  findings: [],
  directives: [],
  facts: {},
  lines: [0],
  suppressed,
  ran: [],
})

/** Opens a file that is one: a pipe in its place would be waited for. @throws if it is something else. */
const openRegular = (file: string): number => {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new Error('no regular file')
}
