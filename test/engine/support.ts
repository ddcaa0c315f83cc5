import type { Finding, PostResult, Severity } from '../../src/engine/finding.ts'
import { type ActiveRule, lint } from '../../src/engine/lint.ts'
import type { OptionSpec } from '../../src/engine/options.ts'
import { type AnyRule, type Messages, type Registry, type RuleDefinition, registryOf } from '../../src/engine/rule.ts'
import { suppress } from '../../src/engine/suppress.ts'
import { parsePost } from '../../src/post/parse.ts'
import { loadParts } from '../../src/post/parts.ts'
import type { Post, PostInput } from '../../src/post/post.ts'

await loadParts()

export const parse = (source: string, more: Partial<PostInput> = {}): Post =>
  parsePost({ path: 'post.html', sitePath: more.path ?? 'post.html', source, generator: 'any', ...more })

const texts = (text: string) => ({ en: text, ko: text })

/** A rule with one message, `found`, of whose meta only what a test is about need be given. */
export const testRule = (more: Partial<RuleDefinition<Messages, OptionSpec>> & Pick<AnyRule, 'check'>): AnyRule => ({
  summary: texts('Summary.'),
  why: texts('Why.'),
  source: [],
  presets: { recommended: 'warn' },
  score: { category: 'structure', weight: 1 },
  messages: { found: texts('Found.') },
  examples: { good: [], bad: [] },
  ...more,
})

/** A rule that reports every element of some names, with a fix where one is asked for. */
export const reportsElements = (tags: string, more: Partial<AnyRule> = {}): AnyRule =>
  testRule({
    check: ({ post, report }) => ({
      element: {
        [tags](node) {
          report(post.place(node), 'found', {})
        },
      },
    }),
    ...more,
  })

/** Rules that are on, by id; `family/id` names another family than `structure`. */
export const activate = (rules: Readonly<Record<string, AnyRule>>, severity: Severity = 'error'): ActiveRule[] =>
  Object.entries(rules).map(([name, rule]) => {
    const [family = '', id] = name.split('/')
    return id === undefined
      ? { id: name, family: 'structure', rule, severity, options: {} }
      : { id, family, rule, severity, options: {} }
  })

export const lintWith = (post: Post, rules: Readonly<Record<string, AnyRule>>, severity?: Severity): PostResult =>
  lint(post, activate(rules, severity), { today: '2024-06-01', hash: 'h' })

/** Lints and then applies the directives; `known` are rules that exist but are off. */
export const lintAndSuppress = (
  post: Post,
  rules: Readonly<Record<string, AnyRule>>,
  known: readonly string[] = [],
): PostResult => {
  const off = known.map((id) => ({ id, family: 'structure', rule: reportsElements('none') }))
  const registry: Registry = registryOf([...activate(rules), ...off])
  return suppress(lintWith(post, rules), registry)
}

/** What findings point at, as `rule: text`. */
export const shown = ({ findings }: Pick<PostResult, 'findings'>, { source }: Pick<Post, 'source'>): string[] =>
  findings.map(({ rule, start, end }: Finding) => `${rule}: ${source.slice(start, end)}`)
