import { activeRules } from './config/active.ts'
import { readChoice } from './config/rule-choice.ts'
import { type Layer, type RuleChoice, settle } from './config/settle.ts'
import type { UserConfig } from './config/user-config.ts'
import type { PostResult } from './engine/finding.ts'
import { hash } from './engine/fingerprint.ts'
import { lint } from './engine/lint.ts'
import { describe } from './engine/message.ts'
import { type Preset, type RuleEntry, registryOf } from './engine/rule.ts'
import { suppress } from './engine/suppress.ts'
import { readPost } from './post/parse.ts'
import type { PostInput } from './post/post.ts'
import type { Locale } from './report/formatter.ts'

export interface LintTextOptions extends Pick<PostInput, 'format' | 'language' | 'content' | 'site' | 'inheritedKeys'> {
  /** Path of the post in its site; folders and ending say much about it. */
  readonly path?: string
  readonly generator?: PostInput['generator']
  /** `recommended` by default. */
  readonly presets?: readonly Preset[]
  readonly rules?: UserConfig['rules']
  readonly locale?: Locale
  /** The day that dates are compared with, as `YYYY-MM-DD`. */
  readonly today: string
}

/** Lints one text. Reads no file, no clock and no configuration: what it finds depends on its arguments alone. */
export const lintText = async (
  text: string,
  registry: readonly RuleEntry[],
  options: LintTextOptions,
): Promise<PostResult> => {
  const { path = 'post.md', generator = 'any', presets = ['recommended'], rules = {}, locale = 'en', today } = options
  const known = registryOf(registry)
  const choices = Object.entries(rules).map(([id, written]): [string, RuleChoice] => [
    id,
    { ...readChoice(id, written, known, () => ({})), origin: { kind: 'default' } },
  ])
  const layer: Layer = { presets, rules: new Map(choices), values: {}, valueOrigin: () => ({ kind: 'default' }) }
  const { settings } = settle(registry, [layer])

  const { format, language, content, site, inheritedKeys } = options
  const bom = text.startsWith('\ufeff') ? 1 : 0
  const post = await readPost({
    path,
    sitePath: path,
    source: text.slice(bom),
    generator,
    format,
    language,
    content,
    site,
    inheritedKeys,
  })
  const result = lint(post, activeRules(settings, registry), { today, hash: hash(text) })
  return describe(suppress(result, known), known, locale)
}
