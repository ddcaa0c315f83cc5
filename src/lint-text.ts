import { activeRules } from './config/active.ts'
import { readChoice } from './config/rule-choice.ts'
import { type Layer, type RuleChoice, settle } from './config/settle.ts'
import type { UserConfig } from './config/user-config.ts'
import type { PostResult } from './engine/finding.ts'
import { lint } from './engine/lint.ts'
import { describe } from './engine/message.ts'
import { type Preset, type RuleEntry, registryOf } from './engine/rule.ts'
import { suppress } from './engine/suppress.ts'
import { fixParsed } from './fix-parsed.ts'
import { hash } from './hash.ts'
import { readPost } from './post/parse.ts'
import type { Post, PostInput } from './post/post.ts'
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

export interface FixTextOptions extends LintTextOptions {
  /** Also apply fixes that are not safe. */
  readonly unsafe?: boolean
}

const byteOrderMark = '\ufeff'

/** All that is the same for a text and for what fixing makes of it. */
const openText = (text: string, registry: readonly RuleEntry[], options: LintTextOptions) => {
  const { path = 'post.md', generator = 'any', presets = ['recommended'], rules = {}, locale = 'en', today } = options
  const known = registryOf(registry)
  const choices = Object.entries(rules).map(([id, written]): [string, RuleChoice] => [
    id,
    { ...readChoice(id, written, known, () => ({})), origin: { kind: 'default' } },
  ])
  const layer: Layer = { presets, rules: new Map(choices), values: {}, valueOrigin: () => ({ kind: 'default' }) }
  const active = activeRules(settle(registry, [layer]).settings, registry)

  const { format, language, content, site, inheritedKeys } = options
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : ''
  const source = text.slice(mark.length)
  const input: PostInput = { path, sitePath: path, source, generator, format, language, content, site, inheritedKeys }
  return {
    input,
    mark,
    lintPost: (post: Post): PostResult => suppress(lint(post, active, { today, hash: hash(text) }), known),
    describe: (result: PostResult): PostResult => describe(result, known, locale),
  }
}

/** Lints one text. Reads no file, no clock and no configuration: what it finds depends on its arguments alone. */
export const lintText = async (
  text: string,
  registry: readonly RuleEntry[],
  options: LintTextOptions,
): Promise<PostResult> => {
  const opened = openText(text, registry, options)
  return opened.describe(opened.lintPost(await readPost(opened.input)))
}

/** Fixes one text as `--fix` does: `fixedText` is there if that changes it, and the findings are what remains. */
export const fixText = async (
  text: string,
  registry: readonly RuleEntry[],
  options: FixTextOptions,
): Promise<PostResult> => {
  const { input, mark, lintPost, describe } = openText(text, registry, options)
  const result = await fixParsed(await readPost(input), input, lintPost, options)
  const { fixedText } = result
  return describe(fixedText === undefined ? result : { ...result, fixedText: mark + fixedText })
}
