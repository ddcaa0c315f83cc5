import type { UserErrorDetails } from '../user-error.ts'

export type KeyPath = readonly (string | number)[]
/** A place in a file, as errors show it. */
export type SourcePlace = Pick<UserErrorDetails, 'file' | 'line' | 'column' | 'sourceLine'>

/** A configuration as it was written, before anything is checked. */
export interface ConfigSource {
  /** Where it comes from, as it is shown: a path relative to the working directory, or the name of a package. */
  readonly name: string
  /** Absolute path of the file; relative paths in it start from its folder. */
  readonly file: string
  readonly value: unknown
  /** Where a key stands, or the value under it; the innermost known place when it is not there. */
  place(path: KeyPath, part?: 'key' | 'value'): SourcePlace
}

/** A source whose places are unknown, such as a module. */
export const unplaced = (name: string, file: string, value: unknown): ConfigSource => ({
  name,
  file,
  value,
  place: () => ({ file: name }),
})
