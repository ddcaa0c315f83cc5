import type { Severity } from '../engine/finding.ts'
import type { Generator } from '../post/post.ts'

/** What a rule is set to for one file. */
export interface RuleSetting {
  readonly severity: Severity | 'off'
  /** Every option of the rule, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>
}

/** Everything about one file that configuration decides. Frozen. */
export interface PostSettings {
  /** Every known rule, in the order of the registry. */
  readonly rules: ReadonlyMap<string, RuleSetting>
  readonly language?: string
  readonly generator?: Generator
  readonly format?: 'html' | 'markdown'
  /** Selector of the post inside a full page. */
  readonly content?: string
  readonly encoding?: string
  readonly site?: { readonly url?: string }
}
