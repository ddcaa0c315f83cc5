import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Baseline,
  entriesOf,
  parseBaseline,
  renderBaseline,
  withoutGone,
  withoutKnown,
} from '../../src/engine/baseline.ts'
import type { AnyRule } from '../../src/engine/rule.ts'
import { registryOf } from '../../src/engine/rule.ts'
import { activate, lintWith, parse, reportsElements, shown, testRule } from './support.ts'

const path = '_posts/2024-04-11-벚꽃.html'
const empty = (more: Partial<AnyRule> = {}): AnyRule => reportsElements('hr', more)
const grouped = empty({ group: 'all' })
const threshold = empty({ threshold: true, group: 'all' })

/** What a baseline taken on one text leaves of another. */
const newIn = (before: string, after: string, rules: Readonly<Record<string, AnyRule>>) => {
  const registry = registryOf(activate(rules))
  const known = entriesOf(lintWith(parse(before), rules), path, registry)
  const post = parse(after)
  return { post, result: withoutKnown(lintWith(post, rules), known, path, registry) }
}
const parsed = (text: string): Baseline => {
  const known = parseBaseline(text)
  if ('line' in known) throw new Error(`line ${known.line} is broken`)
  return known
}

describe('the file of a baseline', () => {
  const first = 'no-empty-paragraph\t00abc123xyz'
  const second = 'acme/short\tzzzzzzzzzzz'

  it('has a sorted line for each place', () => {
    const text = renderBaseline(
      new Map([
        ['b.md', new Set([first, second])],
        ['a.md', new Set([first])],
        ['c.md', new Set()],
      ]),
    )
    expect(text.split('\n').slice(1)).toEqual([`a.md\t${first}`, `b.md\t${second}`, `b.md\t${first}`, ''])
  })

  it.each(['글 하나.md', 'tab\there.md', 'two\nlines.md', 'back\\slash\\n.md', '#1.md', ' lead.md', '\r.md', '🍊.md'])(
    'keeps the name %j',
    (name) => {
      const known = new Map([[name, new Set([first])]])
      expect(parsed(renderBaseline(known))).toEqual(known)
    },
  )

  it('may have been merged, sorted and saved by anything', () => {
    const lines = [`\ufeff# a`, `b.md\t${first}`, '', `a.md\t${second}`, `b.md\t${first}`]
    const known = new Map([
      ['b.md', new Set([first])],
      ['a.md', new Set([second])],
    ])
    expect(parsed(lines.join('\r\n'))).toEqual(known)
    expect(parsed('')).toEqual(new Map())
  })

  it.each([
    '<<<<<<< HEAD',
    'a.md',
    '\tx\t00abc123xyz',
    'a.md\tx',
    'a.md\tx\tABC',
    'a.md\tx y\t00abc123xyz',
    `a.md\t${first}\t1`,
  ])('says which line is broken: %j', (line) => {
    expect(parseBaseline(`# known\na.md\t${first}\n${line}\n`)).toEqual({ line: 3, text: line })
  })
})

describe('what is known', () => {
  it('is left out and counted', () => {
    const { post, result } = newIn('<hr class="a">', '<p>새 문단</p><hr class="a"><hr class="b">', { rule: empty() })
    expect(shown(result, post)).toEqual(['rule: <hr class="b">'])
    expect(result.known).toBe(1)
  })

  it('is known of one rule and one post only', () => {
    const rules = { one: empty(), other: empty() }
    const registry = registryOf(activate(rules))
    const result = lintWith(parse('<hr>'), rules)
    const known = new Set([...entriesOf(result, path, registry)].filter((entry) => entry.startsWith('one')))
    expect(withoutKnown(result, known, path, registry).findings.map(({ rule }) => rule)).toEqual(['other'])
  })

  it('is left out of a group place by place', () => {
    const before = '<hr class="a"><hr class="b">'
    const { post, result } = newIn(before, `<hr class="0">${before}<hr class="c">`, { rule: grouped })
    const [finding, ...others] = result.findings
    expect(others).toEqual([])
    expect(post.source.slice(finding!.start, finding!.end)).toBe('<hr class="0">')
    expect(finding!.related?.map(({ start, end }) => post.source.slice(start, end))).toEqual(['<hr class="c">'])
    expect(result.known).toBe(2)
  })

  it.each([1, 6, 12])('holds when number %i of twelve places that are all alike is mended', (mended) => {
    const places = Array.from({ length: 12 }, () => '<hr>')
    const { result } = newIn(places.join('\n'), places.toSpliced(mended - 1, 1, '<p>채운 문단</p>').join('\n'), {
      rule: grouped,
    })
    expect(result.findings).toEqual([])
    expect(result.known).toBe(11)
  })

  it('makes a thirteenth place that is like the twelve the only new one', () => {
    const places = '<hr>\n'.repeat(12)
    const { result } = newIn(places, `${places}<hr>\n`, { rule: grouped })
    expect(result.findings).toHaveLength(1)
    expect(result.findings[0]!.related).toBeUndefined()
  })

  it('is a whole post for what is about the whole post, from whatever folder it is linted', () => {
    const rules = { limit: threshold }
    const registry = registryOf(activate(rules))
    const known = entriesOf(lintWith(parse('<hr>', { path }), rules), path, registry)
    const elsewhere = lintWith(parse('<hr><hr class="b">', { path: '2024-04-11-벚꽃.html' }), rules)
    expect(withoutKnown(elsewhere, known, path, registry).findings).toEqual([])
  })

  it('is never that a rule failed', () => {
    const failing = testRule({
      check() {
        throw new Error('out of order')
      },
    })
    const { result } = newIn('<hr>', '<hr>', { failing })
    expect(result.findings.map(({ messageId }) => messageId)).toEqual(['crashed'])
  })

  it('survives any move of paragraphs', () => {
    const paragraph = fc.constantFrom(
      '<p>봄</p>',
      '<hr>',
      '<hr class="a">',
      '<p>여름 <b>바다</b></p>',
      '<p><b>바다</b></p>',
      '<p>\n<hr>\n</p>',
    )
    const rules = { rule: empty(), grouped, limit: threshold, bold: reportsElements('b', { group: 'same' }) }
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (paragraphs, from, to) => {
        const index = from % paragraphs.length
        const moved = paragraphs.slice(index, index + 1)
        const after = paragraphs.toSpliced(index, 1).toSpliced(to % paragraphs.length, 0, ...moved)
        const { result } = newIn(paragraphs.join('\n\n'), after.join('\n\n'), rules)
        expect(result.findings).toEqual([])
      }),
      { seed: 20240411, numRuns: 200 },
    )
  })
})

describe('what is gone', () => {
  const registry = registryOf(activate({ on: empty(), off: empty() }))
  const known = new Set(['on\tmended', 'on\tfound', 'off\tunknown', 'renamed\tlost'])

  it('is what a rule did not find again, or of a rule that no longer exists', () => {
    expect([...withoutGone(known, new Set(['on\tfound', 'on\tnew']), ['on'], registry)]).toEqual([
      'on\tfound',
      'off\tunknown',
    ])
  })
})
