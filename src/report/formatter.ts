import type { PostResult } from '../engine/finding.ts'
import type { RuleEntry } from '../engine/rule.ts'
import type { Locale } from '../texts.ts'

export type { Locale }

/** What has been fixed in a run, or would have been. */
export interface FixedCounts {
  readonly problems: number
  readonly files: number
  /** Problems by rule. */
  readonly rules: Readonly<Record<string, number>>
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly fixable: number
  readonly suppressed: number
  /** How much the baseline knows; only of runs with one. */
  readonly known?: number
  /** Only of runs that fix. */
  readonly fixed?: FixedCounts
}

/** Something that kept postlint from doing its job, in plain words. Makes the exit code 2. */
export interface RunError {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** The offending source line, for a code frame. */
  readonly sourceLine?: string
  readonly hint?: string
}

/** All that formatters know besides the results. */
export interface ReportContext {
  readonly version: string
  readonly locale: Locale
  /** chalk's level: 0 none, 1 sixteen colours, 2 256 colours, 3 true colour. */
  readonly color: 0 | 1 | 2 | 3
  /** Columns of the terminal. */
  readonly width: number
  /** Every rule by id. Reasons, sources and examples are there for formats that explain. */
  readonly rules: ReadonlyMap<string, RuleEntry>
  readonly quiet: boolean
  /** The way from the repository's root to the working directory: `site/`, or nothing. */
  readonly folder: string
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

export interface RunReport {
  readonly summary: Summary
  readonly errors: readonly RunError[]
}

/** What one run looks like in one format, told post by post: whatever can be written at once need not be kept. */
export interface Rendering {
  /** What stands before the first post. */
  readonly head?: string
  post(result: PostResult): string
  end(report: RunReport): string
}

/** Starts a rendering. The same results give the same text: a rendering remembers, but asks nothing of the world. */
export type Formatter = (context: ReportContext) => Rendering
