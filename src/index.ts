import { rules } from '../rules/index.ts'
import type { PostResult } from './engine/finding.ts'
import {
  type FixTextOptions,
  fixText as fixTextWith,
  type LintTextOptions,
  lintText as lintTextWith,
} from './lint-text.ts'

export type { Plugin } from './config/plugins.ts'
export { defineConfig, type UserConfig, type UserConfigPart } from './config/user-config.ts'
export type {
  Directive,
  Edit,
  Finding,
  Fix,
  Frame,
  PostResult,
  Related,
  Severity,
  Suggestion,
} from './engine/finding.ts'
export { flag, int, list, number, type Option, oneOf, record, text } from './engine/options.ts'
export {
  type AnyRule,
  type Example,
  type Handlers,
  type Parents,
  type Preset,
  presetNames,
  type RuleDefinition,
  type RuleEntry,
  rule,
  type SiteRuleDefinition,
  siteRule,
  type Texts,
} from './engine/rule.ts'
export type { FixTextOptions, LintTextOptions } from './lint-text.ts'
export type { Format, FrontEntry, FrontField, FrontMatter, Generator, Post, TextUnit } from './post/post.ts'
export type { Range } from './post/range.ts'
export { escapeJson, escapeLine, escapeMarkdown, escapeMarkup } from './report/escape.ts'
export type {
  Formatter,
  Locale,
  Rendering,
  ReportContext,
  RunError,
  RunReport,
  Summary,
} from './report/formatter.ts'
export { UserError } from './user-error.ts'
export { rules }

/** Lints one text with postlint's own rules. Reads no file, no clock and no configuration. */
export const lintText = (text: string, options: LintTextOptions): Promise<PostResult> =>
  lintTextWith(text, rules, options)

/** Fixes one text with postlint's own rules, as `--fix` does, and lints what has come of it. */
export const fixText = (text: string, options: FixTextOptions): Promise<PostResult> => fixTextWith(text, rules, options)
