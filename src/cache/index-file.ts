import { readBytes } from '../files/read.ts'

/** Where a result lies: in which segment, and where there; with a digest, since disks err. */
export interface Spot {
  readonly segment: string
  readonly from: number
  readonly length: number
  readonly digest: string
}

/** What the index knows of a post. */
export interface Entry {
  readonly path: string
  /** Of its bytes. */
  readonly hash: string
  /** What the file looked like from outside while it had these bytes; absent if that says nothing. */
  readonly stamp?: string
  /** The key of all that its result depends on beside its bytes and its path. */
  readonly context: string
  readonly language: string
  readonly suppressed: number
  /** Absent for a post of which there is nothing more to say. */
  readonly spot?: Spot
}

export const indexName = 'index.tsv'
const largestIndex = 64 * 1024 * 1024

/** Nothing more to say is said, too: a line that was cut short must not be taken for one of a post without findings. */
const nowhere = '-'
const linePattern =
  /^([^\t]+)\t([0-9a-f]{40})\t(?:-|([-\d.:]{2,90}))\t([0-9a-z]{11})\t([\w-]{0,40})\t(\d{1,9})\t(?:-|([0-9a-f]{16}\.jsonl)\t(\d{1,12})\t(\d{1,9})\t([0-9a-f]{40}))$/
/** The field of a line that says in which segment the rest of the result lies. */
const segmentField = 6

const parseLine = (line: string): Entry | undefined => {
  const match = linePattern.exec(line)
  if (!match) return undefined
  const [, path, hash, stamp, context, language, suppressed, segment, from, length, digest] =
    match as unknown as string[]
  const spot = segment && digest ? { segment, from: Number(from), length: Number(length), digest } : undefined
  return {
    path: path!,
    hash: hash!,
    stamp,
    context: context!,
    language: language!,
    suppressed: Number(suppressed),
    spot,
  }
}

/** The entry as a line; undefined if it cannot be one. */
export const toLine = ({ path, hash, stamp = nowhere, context, language, suppressed, spot }: Entry) => {
  const place = spot ? `${spot.segment}\t${spot.from}\t${spot.length}\t${spot.digest}` : nowhere
  const line = `${path}\t${hash}\t${stamp}\t${context}\t${language}\t${suppressed}\t${place}`
  return path.includes('\n') || !linePattern.test(line) ? undefined : line
}

/** The segment that a line points into. */
export const segmentOf = (line: string): string | undefined => {
  const place = line.split('\t', segmentField + 1)[segmentField]
  return place === nowhere ? undefined : place
}

/** The lines of an index file that was written under `heading`, in order of path; none if it is anything else. */
export interface IndexReader {
  readonly heading: string
  /** The entry of a path. Asked in order of path: what lies before is passed over. */
  find(path: string): Entry | undefined
  /** All lines with their paths, from the start. */
  lines(): Iterable<readonly [path: string, line: string]>
}

export const readIndex = (file: string, heading: string): IndexReader => {
  const text = readText(file)
  const first = `${heading}\n`
  const body = text?.startsWith(first) ? first.length : undefined
  const start = body ?? 0
  const whole = body === undefined ? '' : text!
  let at = start

  const pathAt = (from: number): string => whole.slice(from, Math.max(from, whole.indexOf('\t', from)))
  const endAt = (from: number): number => {
    const end = whole.indexOf('\n', from)
    return end < 0 ? whole.length : end
  }

  return {
    heading,
    find(path) {
      for (; at < whole.length; at = endAt(at) + 1) {
        if (whole.startsWith(path, at) && whole[at + path.length] === '\t') return parseLine(whole.slice(at, endAt(at)))
        if (pathAt(at) > path) return undefined
      }
      return undefined
    },
    *lines() {
      for (let from = start; from < whole.length; from = endAt(from) + 1) {
        yield [pathAt(from), whole.slice(from, endAt(from))]
      }
    },
  }
}

const readText = (file: string): string | undefined => {
  try {
    return readBytes(file, largestIndex)?.toString('utf8')
  } catch {
    return undefined
  }
}
