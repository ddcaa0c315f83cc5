import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { FrontEdit } from './front-edits.ts'

/** A value of YAML that cannot be read as a whole. */
export interface BrokenValue {
  readonly key: string
  /** Whether it starts with a quote: then the quotes are what is wrong. */
  readonly isQuoted: boolean
}

/** The value at a range, where it is all of a key's value in YAML. */
export const brokenYamlValue = ({ front, source }: Post, { start, end }: Range): BrokenValue | undefined => {
  const entry = front.entries.find(({ valueRange }) => valueRange.start === start && valueRange.end === end)
  if (front.format !== 'yaml' || !entry) return undefined
  return { key: entry.key, isQuoted: source[start] === '"' || source[start] === "'" }
}

/** A stretch of YAML between single quotes, which take everything as it is; only the quote itself is doubled. */
export const quotedYaml = ({ source }: Post, range: Range): FrontEdit => ({
  ...range,
  text: `'${source.slice(range.start, range.end).replaceAll("'", "''")}'`,
})
