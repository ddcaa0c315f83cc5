import { describe, expect, it } from 'vitest'
import { checkExamples, exampleInput, parseMarks } from '../../src/engine/examples.ts'
import { int } from '../../src/engine/options.ts'
import type { AnyRule, Example } from '../../src/engine/rule.ts'
import { checkTexts } from '../../src/engine/texts.ts'
import { testRules } from '../../src/testing.ts'
import { parse, reportsElements, testRule } from './support.ts'

describe('parseMarks', () => {
  it('takes the marks out and gives what stood between them', () => {
    expect(parseMarks('a⟦b⟧c⟦⟧')).toEqual({
      source: 'abc',
      ranges: [
        { start: 1, end: 2 },
        { start: 3, end: 3 },
      ],
    })
  })

  it('allows marks inside of marks, outer ones first', () => {
    expect(parseMarks('⟦a⟦b⟧⟧').ranges).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 2 },
    ])
  })

  it.each(['⟦a', 'a⟧', '⟧a⟦'])('refuses %s', (text) => {
    expect(() => parseMarks(text)).toThrow()
  })
})

describe('exampleInput', () => {
  const pathOf = (post: string) => exampleInput({ post }, post).path

  it.each([
    ['<p>One</p>', 'post.html'],
    ['---\ntitle: A\n---\n\n<!-- more --><p>One</p>', 'post.html'],
    ['+++\r\ntitle = "A"\r\n+++\r\n<p>One</p>', 'post.html'],
    ['# One', 'post.md'],
    ['---\ntitle: A\n---\n', 'post.md'],
  ])('takes %j for %s', (post, path) => {
    expect(pathOf(post)).toBe(path)
  })

  it('reads the generator off a path that is given', () => {
    expect(exampleInput({ post: '', path: '_posts/2024-05-01-a.md' }, '').generator).toBe('jekyll')
    expect(exampleInput({ post: '' }, '').generator).toBe('any')
  })
})

describe('checkExamples', () => {
  const withExamples = (good: (Example | string)[], bad: Example[], more: Partial<AnyRule> = {}): AnyRule => ({
    ...reportsElements('b', more),
    examples: { good, bad },
  })
  const check = (rule: AnyRule) =>
    checkExamples({ id: 'no-b', family: 'structure', rule }, (input) => parse(input.source, input))
  const fixing = {
    fixable: 'safe' as const,
    check: ({ post, report }: Parameters<AnyRule['check']>[0]) => ({
      element: {
        b(node: Parameters<typeof post.place>[0]) {
          const range = post.place(node)
          report(range, 'found', {}, { fix: { safe: true, edits: [{ ...range, text: 'B' }] } })
        },
      },
    }),
  }

  it('has nothing to say about examples that hold', () => {
    expect(
      check(withExamples(['<i>x</i>'], [{ post: '⟦<b>x</b>⟧ ⟦<b>y</b>⟧', messages: ['found', 'found'] }])),
    ).toEqual([])
    expect(check(withExamples(['<i>x</i>'], [{ post: '⟦<b>x</b>⟧', fixed: 'B' }], fixing))).toEqual([])
  })

  it.each<[string, AnyRule]>([
    ['good example 1', withExamples(['<b>x</b>'], [{ post: '⟦<b>x</b>⟧' }])],
    ['finds nothing', withExamples(['x'], [{ post: '⟦<i>x</i>⟧' }])],
    ['should find 0-7 "<b>x</b"', withExamples(['x'], [{ post: '⟦<b>x</b⟧>' }])],
    ['should say other', withExamples(['x'], [{ post: '⟦<b>x</b>⟧', messages: ['other'] }])],
    ['becomes "B"', withExamples(['x'], [{ post: '⟦<b>x</b>⟧', fixed: 'b' }], fixing)],
    ['becomes "B"', withExamples(['x'], [{ post: '⟦<b>x</b>⟧' }], fixing)],
    ['“fixable”', withExamples(['x'], [{ post: '⟦<b>x</b>⟧' }], { fixable: 'safe' })],
    ['no bad example', withExamples(['x'], [])],
    ['no good example', withExamples([], [{ post: '⟦<b>x</b>⟧' }])],
    [
      'message “never”',
      withExamples(['x'], [{ post: '⟦<b>x</b>⟧' }], {
        messages: { found: { en: 'F', ko: 'F' }, never: { en: 'N', ko: 'N' } },
      }),
    ],
    [
      'option “max”',
      withExamples(['x'], [{ post: '⟦<b>x</b>⟧' }], { options: { max: int(1, { en: 'Most', ko: '최대' }) } }),
    ],
    [
      'bad example 1 fails: no-b: no such thing',
      withExamples(['x'], [{ post: '⟦<b>x</b>⟧' }], {
        check: () => {
          throw new Error('no such thing')
        },
      }),
    ],
  ])('tells of %s', (words, rule) => {
    expect(check(rule).join('\n')).toContain(words)
  })
})

describe('checkTexts', () => {
  const check = (found: { en: string; ko: string }) =>
    checkTexts({ id: 'x', family: 'structure', rule: testRule({ messages: { found }, check: () => undefined }) })

  it('wants the same slots in both languages, whatever their order and particles', () => {
    expect(check({ en: '{a} of {b}', ko: '{b} 중 {a:이/가}' })).toEqual([])
    expect(check({ en: '{a} of {b}', ko: '{a}' })).toHaveLength(1)
    expect(check({ en: 'Text', ko: '' })).toHaveLength(1)
  })

  it('lets a translation leave out the English words of a parser, but not add them', () => {
    expect(check({ en: '{a} ({detail})', ko: '{a}' })).toEqual([])
    expect(check({ en: '{a}', ko: '{a} ({detail})' })).toHaveLength(1)
  })
})

describe('testRules', () => {
  const rule = { ...reportsElements('b'), examples: { good: ['x'], bad: [{ post: '⟦<b>x</b>⟧' }] } }
  const broken = { ...rule, examples: { good: ['<b>x</b>'], bad: [] } }

  it('throws at once what does not hold', () => {
    expect(() => testRules({ rules: { rule } })).not.toThrow()
    expect(() => testRules({ rules: { rule, broken } })).toThrow(/broken:\n {2}- good example 1/)
  })

  it('registers a test for each rule with any runner', () => {
    const tests = new Map<string, () => void>()
    testRules({ rules: { rule, broken } }, (name, run) => tests.set(name, run))
    expect([...tests.keys()]).toEqual(['rule', 'broken'])
    expect(() => tests.get('rule')?.()).not.toThrow()
    expect(() => tests.get('broken')?.()).toThrow()
  })
})
