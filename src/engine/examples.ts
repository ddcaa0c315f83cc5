import type { Generator, Post, PostInput } from '../post/post.ts'
import { byPlace, type Range } from '../post/range.ts'
import type { Finding } from './finding.ts'
import { fixUntilStable } from './fix-rounds.ts'
import { type ActiveRule, lint } from './lint.ts'
import type { Option } from './options.ts'
import { placesOf } from './places.ts'
import { type AnyRule, type Example, type Registry, type RuleEntry, registryOf } from './rule.ts'
import { suppress } from './suppress.ts'

/** The day on which examples are run. */
const exampleDay = '2024-06-01'

/** Takes the `⟦marks⟧` out of a text; marks may stand inside others. */
export const parseMarks = (marked: string): { source: string; ranges: Range[] } => {
  const ranges: Range[] = []
  const open: number[] = []
  let source = ''
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') open.push(source.length)
    else if (piece === '⟧') {
      const start = open.pop()
      if (start === undefined) throw new Error('“⟧” closes nothing')
      ranges.push({ start, end: source.length })
    } else source += piece
  }
  if (open.length > 0) throw new Error('“⟦” is never closed')
  return { source, ranges: ranges.sort(byPlace) }
}

/** A string stands for an example that needs nothing but its post. */
export const exampleOf = (example: Example | string): Example =>
  typeof example === 'string' ? { post: example } : example

/** Front matter in any format, with its fences. */
const frontMatter = /^(?:---\r?\n[\s\S]*?\n---|\+\+\+\r?\n[\s\S]*?\n\+\+\+|\{\r?\n[\s\S]*?\n\})\r?\n/

/** An example is an HTML post if the first thing in its body is a tag, a comment or a doctype; else a Markdown post. */
const defaultPath = (source: string): string =>
  source.replace(frontMatter, '').trimStart().startsWith('<') ? 'post.html' : 'post.md'

const generatorOf = (path: string): Generator => {
  if (path.startsWith('source/_posts/')) return 'hexo'
  if (path.startsWith('_posts/') || path.startsWith('_drafts/')) return 'jekyll'
  if (path.startsWith('src/content/')) return 'astro'
  return path.startsWith('content/') ? 'hugo' : 'any'
}

/** The post that an example stands for, without its marks. */
export const exampleInput = (example: Example, source: string): PostInput => {
  const path = example.path ?? defaultPath(source)
  return {
    path,
    sitePath: path,
    source,
    generator: generatorOf(path),
    language: example.language,
    site: example.site,
    problems: example.problems,
  }
}

/** A rule's options with their defaults filled in. */
export const withDefaults = (rule: AnyRule, own: Example['options'] = {}): Readonly<Record<string, unknown>> => {
  const options = Object.entries((rule.options ?? {}) as Readonly<Record<string, Option<unknown>>>)
  return { ...Object.fromEntries(options.map(([name, option]) => [name, option.default])), ...own }
}

export type Parse = (input: PostInput) => Post

/** What a rule finds in an example, as a function of the example's text. */
const linterOf = (entry: RuleEntry, example: Example, parse: Parse, registry: Registry) => {
  const { path } = exampleInput(example, parseMarks(example.post).source)
  // Rules that judge directives need something to have run.
  // A directive for every rule is judged by the rules that a post meets by default.
  const others = [...registry.values()].filter(({ rule }) => rule.presets.recommended)
  const entries = entry.rule.review ? others : [entry]
  const active = entries.map(({ id, family, rule }): ActiveRule => {
    const options = withDefaults(rule, id === entry.id ? example.options : {})
    return { id, family, rule, severity: 'error', options }
  })
  return (text: string): readonly Finding[] => {
    const post = parse(exampleInput({ ...example, path }, text))
    const { findings, failures } = suppress(lint(post, active, { today: exampleDay, hash: '' }), registry)
    if (failures) throw new Error(failures.join('; '))
    return findings.filter(({ rule }) => rule === entry.id)
  }
}

const show = (source: string, ranges: readonly Range[]): string =>
  ranges.map(({ start, end }) => `${start}-${end} ${JSON.stringify(source.slice(start, end))}`).join(', ') || 'nothing'

const distinct = (ranges: readonly Range[]): Range[] =>
  ranges
    .filter(
      ({ start, end }, index) => ranges.findIndex((other) => other.start === start && other.end === end) === index,
    )
    .map(({ start, end }) => ({ start, end }))
    .sort(byPlace)

/** What is wrong with what a rule finds and fixes in one example. */
const checkExample = (entry: RuleEntry, example: Example, parse: Parse, registry: Registry): string[] => {
  const { source, ranges } = parseMarks(example.post)
  const find = linterOf(entry, example, parse, registry)
  const findings = find(source)
  const failures: string[] = []

  const wanted = show(source, distinct(ranges))
  const found = show(source, distinct(findings.flatMap(placesOf)))
  if (found !== wanted) failures.push(`should find ${wanted}, but finds ${found}`)

  const messages = findings.map(({ messageId }) => messageId).join(', ')
  if (example.messages && messages !== example.messages.join(', ')) {
    failures.push(`should say ${example.messages.join(', ')}, but says ${messages}`)
  }

  const inspect = (text: string) => ({ source: text, findings: find(text) })
  const { last, outcome } = fixUntilStable({ source, findings }, { inspect, unsafe: entry.rule.fixable !== 'safe' })
  if (outcome !== 'stable') failures.push(`its fixes are ${outcome}`)
  const wantedText = example.fixed ?? source
  if (last.source !== wantedText) {
    failures.push(`should become ${JSON.stringify(wantedText)}, but becomes ${JSON.stringify(last.source)}`)
  }
  return failures
}

/** What must hold of all examples of a rule together: nothing of the rule is left unshown. */
const checkCoverage = ({ rule }: RuleEntry, used: ReadonlySet<string>): string[] => {
  const examples = [...rule.examples.good, ...rule.examples.bad].map(exampleOf)
  const options = new Set(examples.flatMap((example) => Object.keys(example.options ?? {})))
  const isFixed = examples.some((example) => example.fixed !== undefined)
  return [
    ...(rule.examples.good.length === 0 ? ['has no good example'] : []),
    ...(rule.examples.bad.length === 0 ? ['has no bad example'] : []),
    ...Object.keys(rule.messages).flatMap((id) => (used.has(id) ? [] : [`no bad example uses the message “${id}”`])),
    ...Object.keys(rule.options ?? {}).flatMap((name) =>
      options.has(name) ? [] : [`no example uses the option “${name}”`],
    ),
    ...(isFixed === (rule.fixable !== undefined) ? [] : ['says “fixable” if and only if an example has “fixed”']),
  ]
}

/**
 * Runs the examples of a rule and tells in words what does not hold: that the marks are exactly what is found, that the
 * fixes give exactly `fixed` and then rest, and that every message and option is shown. Nothing is wrong with a rule for
 * which the list is empty. Rules that judge directives need the `registry` of the rules that their examples name.
 */
export const checkExamples = (entry: RuleEntry, parse: Parse, registry: Registry = registryOf([entry])): string[] => {
  const used = new Set<string>()
  const checkAll = (kind: 'good' | 'bad'): string[] =>
    entry.rule.examples[kind].flatMap((given: Example | string, index: number) => {
      const example = exampleOf(given)
      const name = `${kind} example ${index + 1}`
      try {
        const { source, ranges } = parseMarks(example.post)
        if ((kind === 'bad') !== ranges.length > 0) return [`${name}: bad examples have marks, good ones have none`]
        if (kind === 'bad') {
          for (const { messageId } of linterOf(entry, example, parse, registry)(source)) used.add(messageId)
        }
        return checkExample(entry, example, parse, registry).map((failure) => `${name} ${failure}`)
      } catch (error) {
        return [`${name} fails: ${error instanceof Error ? error.message : String(error)}`]
      }
    })
  return [...checkAll('good'), ...checkAll('bad'), ...checkCoverage(entry, used)]
}
