import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { checkExamples, exampleInput, exampleOf, parseMarks, withDefaults } from '../src/engine/examples.ts'
import type { PostResult } from '../src/engine/finding.ts'
import { type ActiveRule, lint } from '../src/engine/lint.ts'
import type { Option } from '../src/engine/options.ts'
import { placesOf } from '../src/engine/places.ts'
import { type Example, presetNames, type RuleEntry, registryOf, type Setting } from '../src/engine/rule.ts'
import { suppress } from '../src/engine/suppress.ts'
import { checkTexts } from '../src/engine/texts.ts'
import { parsePost } from '../src/post/parse.ts'
import { loadParts } from '../src/post/parts.ts'
import type { Post, PostInput } from '../src/post/post.ts'
import { contains } from '../src/post/range.ts'

await loadParts()

// What must hold of every rule, whatever it is about.

const registry = registryOf(rules)
const everyRule = describe.each(rules.map((entry) => [entry.id, entry] as const))

const examplesOf = ({ rule }: RuleEntry): Example[] => [...rule.examples.bad, ...rule.examples.good].map(exampleOf)

const inputOf = (example: Example): PostInput => exampleInput(example, parseMarks(example.post).source)

/** All rules at once, as an example of one of them sets that one. */
const allRules = (id: string, options: Example['options']): ActiveRule[] =>
  rules.map((entry) => ({
    ...entry,
    severity: 'error',
    options: withDefaults(entry.rule, entry.id === id ? options : {}),
  }))

const lintAll = (post: Post, active: readonly ActiveRule[]): PostResult =>
  suppress(lint(post, active, { today: '2024-06-01', hash: '' }), registry)

/** Where and what, counted from the start of the body, for all places in it. */
const bodyPlaces = ({ findings }: PostResult, { body }: Post): unknown[] =>
  findings.flatMap((finding) =>
    placesOf(finding)
      .filter(({ start }) => start >= body.start)
      .map(({ start, end }) => [finding.rule, finding.messageId, start - body.start, end - body.start]),
  )

everyRule('%s', (id, entry) => {
  it('has texts in every language, with the same slots', () => {
    expect(checkTexts(entry)).toEqual([])
  })

  it('finds and fixes exactly what its examples show, and they show all of it', () => {
    expect(checkExamples(entry, parsePost, registry)).toEqual([])
  })

  it('has options whose defaults, and those of its presets, are valid', () => {
    const options = (entry.rule.options ?? {}) as Readonly<Record<string, Option<unknown>>>
    const settings = presetNames.map((name) => entry.rule.presets[name] as Setting | undefined)
    const values = [
      ...Object.entries(options).map(([name, option]) => [name, option.default] as const),
      ...settings.flatMap((setting) => (Array.isArray(setting) ? Object.entries(setting[1]) : [])),
    ]
    const wrong = values.filter(([name, value]) => options[name]?.check(value) !== undefined || !options[name])
    expect(wrong).toEqual([])
  })

  it('has examples that crash no rule, and all that is found lies in the source, in order', () => {
    for (const example of examplesOf(entry)) {
      const post = parsePost(inputOf(example))
      const { findings, failures } = lintAll(post, allRules(id, example.options))
      expect(failures, example.post).toBeUndefined()
      const source = { start: 0, end: post.source.length }
      for (const place of findings.flatMap(placesOf)) expect(contains(source, place)).toBe(true)
      const starts = findings.map(({ start }) => start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }
  })

  it('finds the same whatever the order of the rules, and says it in plain JSON', () => {
    for (const example of examplesOf(entry)) {
      const post = parsePost(inputOf(example))
      const active = allRules(id, example.options)
      const result = lintAll(post, active)
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      expect(lintAll(post, active.toReversed()).findings).toEqual(result.findings)
    }
  })

  it('finds the same in a body that stands further down', () => {
    const more = '# 긴 머리말 😀\r\n# そして — and more\r\n'
    for (const example of examplesOf(entry)) {
      const input = inputOf(example)
      const { front } = parsePost(input)
      const takesComments = !front.broken && ['yaml', 'toml'].includes(front.format)
      const fence = takesComments && /^(?:---|\+\+\+)\r?\n/.exec(input.source)?.[0]
      // Nothing but comments is added, so that the fields stay the same.
      const source = fence ? input.source : `---\nlayout: post\n---\n${input.source}`
      const start = fence ? fence.length : '---\n'.length
      const shifted = source.slice(0, start) + more + source.slice(start)
      const active = allRules(id, example.options)
      const [post, moved] = [source, shifted].map((text) =>
        parsePost({ ...input, language: input.language ?? 'ko', source: text }),
      ) as [Post, Post]
      expect(bodyPlaces(lintAll(moved, active), moved), source).toEqual(bodyPlaces(lintAll(post, active), post))
    }
  })
})

describe('all rules together', () => {
  it.each([
    ['the empty post', ''],
    ['a blank post', ' \r\n\t\n'],
    ['front matter alone', '---\r\ntitle: 제목\r\n---'],
    ['broken front matter', '---\ntitle: [x\n'],
    ['broken markup', '<p><b>One<i>two</b>three</p></i><table><p>x<td></p></table>'],
    ['half a character', '<p>\ud83d</p>\ude00'],
    ['templates alone', '{% if x %}{{ y }}{% endif %}'],
    ['too deep a tree', '<div>'.repeat(2000)],
  ])('does not crash on %s', (_, source) => {
    for (const path of ['post.html', 'post.md']) {
      const post = parsePost({ path, sitePath: path, source, generator: 'any' })
      expect(lintAll(post, allRules('', {})).failures).toBeUndefined()
    }
  })
})
