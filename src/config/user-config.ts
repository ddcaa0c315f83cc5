import type { Severity } from '../engine/finding.ts'
import type { Locale } from '../report/formatter.ts'
import type { PostValues } from './settle.ts'

type RuleSeverity = Severity | 'off'
type OneOrMore = string | readonly string[]

/** What a configuration says of some or all posts. */
export interface UserConfigPart extends PostValues {
  /** Presets, files (`./base.yaml`) or packages to build on. */
  readonly extends?: OneOrMore
  readonly rules?: Readonly<Record<string, RuleSeverity | readonly [RuleSeverity, Readonly<Record<string, unknown>>?]>>
}

/** A configuration as it is written. */
export interface UserConfig extends UserConfigPart {
  readonly $schema?: string
  readonly files?: OneOrMore
  readonly ignore?: OneOrMore
  readonly plugins?: OneOrMore
  readonly overrides?: readonly (UserConfigPart & { readonly files: OneOrMore })[]
  readonly locale?: Locale
}

/** Gives a configuration in TypeScript or JavaScript its type. */
export const defineConfig = (config: UserConfig): UserConfig => config
