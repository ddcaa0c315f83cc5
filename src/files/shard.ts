import { hash } from '../hash.ts'

/** One of several parts that a run is split into. */
export interface Shard {
  /** From 1 to `total`. */
  readonly index: number
  readonly total: number
}

const MOST_SHARDS = 100_000

/** Reads `2/8`; undefined for anything else. */
export const parseShard = (text: string): Shard | undefined => {
  const [, index, total] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (index === undefined || total === undefined) return undefined
  return index >= 1 && index <= total && total <= MOST_SHARDS ? { index, total } : undefined
}

/** A shard as it is written on the command line. */
export const shardName = ({ index, total }: Shard): string => `${index}/${total}`

/**
 * Whether a post falls into a shard. Its path alone decides, so that a post stays where it is when others come and go;
 * the same letters may be stored in two ways, by system.
 */
export const isInShard = (path: string, { index, total }: Shard): boolean =>
  Number.parseInt(hash(path.normalize('NFC')), 36) % total === index - 1
