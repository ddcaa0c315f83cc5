import { describe, expect, it } from 'vitest'
import { contains } from '../../src/post/range.ts'
import { lintWith, parse, reportsElements, shown, testRule } from './support.ts'

describe('the walk', () => {
  it('shows elements by tag name, by several names and by *, with their ancestors from the root down', () => {
    const post = parse('<ul><li>One <b>two</b></li></ul>')
    const seen: string[] = []
    const rule = testRule({
      check: () => ({
        element: {
          'li, b': (node, parents) => {
            const path = parents.map((parent) => (parent.type === 'root' ? 'root' : parent.tagName))
            seen.push([...path, node.tagName].join('>'))
          },
          '*': (node) => seen.push(`*${node.tagName}`),
        },
        text: (node) => seen.push(node.value),
        done: () => seen.push('done'),
      }),
    })
    lintWith(post, { rule })
    expect(seen).toEqual(['*ul', 'root>ul>li', '*li', 'One ', 'root>ul>li>b', '*b', 'two', 'done'])
  })

  it('shows what surrounds the post on a full page only to the family “page”', () => {
    const post = parse(
      '<!doctype html><html lang="en"><head><title>T</title></head><body><nav><a href="/">Home</a></nav>' +
        '<article><p>Text <a href="/more">more</a></p></article></body></html>',
    )
    const result = lintWith(post, { inner: reportsElements('a'), 'page/outer': reportsElements('a') })
    expect(shown(result, post)).toEqual([
      'outer: <a href="/">Home</a>',
      'inner: <a href="/more">more</a>',
      'outer: <a href="/more">more</a>',
    ])
  })

  it('does not enter templates', () => {
    const post = parse('<template><p>Inside</p></template><p>Outside</p>')
    expect(shown(lintWith(post, { rule: reportsElements('p') }), post)).toEqual(['rule: <p>Outside</p>'])
  })

  it('hands every problem of parsing to the rules that ask for them', () => {
    const post = parse('---\ntitle: [x\n---\n<p>Text</p>')
    const kinds: string[] = []
    lintWith(post, { rule: testRule({ check: () => ({ problem: ({ kind }) => kinds.push(kind) }) }) })
    expect(kinds).toContain('front-matter')
  })
})

describe('findings', () => {
  const source = '<p><b>one</b></p>\n<p><b>two</b></p>\n'

  it('come by place and rule, whatever the order of the rules', () => {
    const post = parse(source)
    const rules = { z: reportsElements('p,b'), a: reportsElements('b,p') }
    const reversed = { a: rules.a, z: rules.z }
    const { ran: _, ...result } = lintWith(post, rules)
    const { ran: __, ...other } = lintWith(post, reversed)
    expect(other).toEqual(result)
    expect(shown(result, post).slice(0, 3)).toEqual(['a: <p><b>one</b></p>', 'z: <p><b>one</b></p>', 'a: <b>one</b>'])
  })

  it('are reported once when place, message and slots are the same', () => {
    const post = parse(source)
    const rule = testRule({
      messages: { found: { en: '{name}', ko: '{name}' } },
      check({ report }) {
        for (const name of ['x', 'x', 'y']) report({ start: 0, end: 3 }, 'found', { name })
        return undefined
      },
    })
    expect(lintWith(post, { rule }).findings.map(({ slots }) => slots)).toEqual([{ name: 'x' }, { name: 'y' }])
  })

  it('may weigh less than their rule, never more', () => {
    const rule = testRule({
      check({ report }) {
        report({ start: 0, end: 1 }, 'found', {}, { severity: 'info' })
        report({ start: 1, end: 2 }, 'found', {}, { severity: 'error' })
        return undefined
      },
    })
    const { findings } = lintWith(parse(source), { rule }, 'warn')
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'warn'])
  })

  it('inside a place of a rule that covers theirs are dropped, but not those about the whole post', () => {
    const post = parse(source)
    const result = lintWith(post, {
      outer: reportsElements('p', { covers: ['inner'] }),
      inner: reportsElements('b'),
      other: reportsElements('b'),
      whole: reportsElements('b', { threshold: true }),
    })
    expect(result.findings.map(({ rule }) => rule)).toEqual(['outer', 'other', 'whole', 'outer', 'other', 'whole'])
  })

  it('with equal places: the one that covers stays, and two that cover each other do not both vanish', () => {
    const post = parse(source)
    const covering = lintWith(post, { z: reportsElements('b', { covers: 'all' }), a: reportsElements('b') })
    expect(covering.findings.map(({ rule }) => rule)).toEqual(['z', 'z'])
    const mutual = lintWith(post, {
      z: reportsElements('b', { covers: 'all' }),
      a: reportsElements('b', { covers: 'all' }),
    })
    expect(mutual.findings.map(({ rule }) => rule)).toEqual(['a', 'a'])
  })

  it('carry the line around their start, cut to about 200 units and never inside a character', () => {
    const post = parse(`<p>First</p>\r\n<p>${'🌊'.repeat(300)}<b>end</b></p>`)
    const [finding] = lintWith(post, { rule: reportsElements('b') }).findings
    expect(finding?.frame.line).toBe(2)
    expect(finding?.frame.text.length).toBeLessThanOrEqual(202)
    expect(finding?.frame.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
    const { from = 0, text = '' } = finding?.frame ?? {}
    expect(post.source.slice(from, from + text.length)).toBe(text)
    expect(contains({ start: from, end: from + text.length }, finding ?? { start: 0, end: 0 })).toBe(true)
  })
})

describe('grouping', () => {
  const source = '<p></p>\n<p>x</p>\n<p></p>\n'
  const report = (group: 'all' | 'same') =>
    testRule({
      group,
      messages: { found: { en: '{size} of {places}', ko: '{size} {places}' } },
      check: ({ post, report }) => ({
        element: {
          p(node) {
            const range = post.place(node)
            const fix = { safe: true, edits: [{ ...range, text: '' }] }
            report(range, 'found', { size: node.children.length }, { fix })
          },
        },
      }),
    })

  it('joins all places of one message, each with its own fix, frame and fingerprint', () => {
    const { findings } = lintWith(parse(source), { rule: report('all') })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ start: 0, end: 7, slots: { size: 0 }, fix: { edits: [{ start: 0, end: 7 }] } })
    expect(findings[0]?.related).toMatchObject([
      { kind: 'place', start: 8, fix: { edits: [{ start: 8, end: 16 }] }, slots: { size: 1 }, frame: { line: 2 } },
      { kind: 'place', start: 17, fix: { edits: [{ start: 17, end: 24 }] }, slots: { size: 0 }, frame: { line: 3 } },
    ])
    const prints = [findings[0]?.fingerprint, ...(findings[0]?.related ?? []).map(({ fingerprint }) => fingerprint)]
    expect(new Set(prints).size).toBe(3)
  })

  it('joins only places with the same slots', () => {
    const { findings } = lintWith(parse(source), { rule: report('same') })
    expect(findings.map(({ related, slots }) => [slots.size, related?.length ?? 0])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
})

describe('fingerprints', () => {
  const rule = reportsElements('b')
  const prints = (source: string) => lintWith(parse(source), { rule }).findings.map(({ fingerprint }) => fingerprint)

  it('survive moves, white space and words elsewhere', () => {
    expect(prints('<h2>New</h2>\n<p>And <b>one  two</b></p>')).toEqual(prints('<p><b>one\ntwo</b></p>'))
  })

  it('tell equal places apart by counting, and the first stays the first', () => {
    const [first, second] = prints('<p><b>x</b> <b>x</b></p>')
    expect(first).not.toBe(second)
    expect(prints('<p><b>y</b> <b>x</b></p>')[1]).toBe(first)
  })

  it('of findings about the whole post hang on the path only', () => {
    const threshold = { rule: reportsElements('b', { threshold: true }) }
    const print = (source: string, path: string) =>
      lintWith(parse(source, { path }), threshold).findings[0]?.fingerprint
    expect(print('<b>x</b>', 'a.html')).toBe(print('<i>.</i><b>y</b>', 'a.html'))
    expect(print('<b>x</b>', 'a.html')).not.toBe(print('<b>x</b>', 'b.html'))
  })
})

describe('what a rule does wrong', () => {
  const fine = reportsElements('p')
  const throwing = testRule({
    check: ({ report }) => ({
      element: {
        p() {
          report({ start: 0, end: 1 }, 'found', {})
          throw new Error('no such thing')
        },
      },
    }),
  })

  it('a throw becomes one finding at error and a failure; the other rules go on', () => {
    const { findings, failures } = lintWith(parse('<p>1</p><p>2</p>'), { bad: throwing, fine }, 'info')
    const crashes = findings.filter(({ messageId }) => messageId === 'crashed')
    expect(crashes).toMatchObject([{ rule: 'bad', severity: 'error', slots: { error: 'no such thing' } }])
    expect(findings.filter(({ rule }) => rule === 'fine')).toHaveLength(2)
    expect(failures).toEqual(['bad: no such thing'])
  })

  it.each([
    ['start behind end', { start: 3, end: 1 }],
    ['beyond the end', { start: 0, end: 100 }],
    ['before the start', { start: -1, end: 1 }],
    ['not whole', { start: 0.5, end: 1 }],
  ])('a range %s is a failure of the rule', (_, range) => {
    const rule = testRule({
      check({ report }) {
        report(range, 'found', {})
        return undefined
      },
    })
    expect(lintWith(parse('<p>1</p>'), { rule }).failures).toHaveLength(1)
  })

  it('edits that overlap each other are a failure of the rule', () => {
    const edits = [
      { start: 2, end: 4, text: '' },
      { start: 0, end: 3, text: '' },
    ]
    const rule = testRule({
      check({ report }) {
        report({ start: 0, end: 1 }, 'found', {}, { fix: { safe: true, edits } })
        return undefined
      },
    })
    expect(lintWith(parse('<p>1</p>'), { rule }).failures?.[0]).toContain('overlap')
  })

  it('a fix or suggestion that would edit a template is dropped, the finding stays', () => {
    const post = parse('<p>{{ page.title }}</p>')
    const edits = [{ start: 5, end: 9, text: '' }]
    const rule = testRule({
      check({ report }) {
        const suggestions = [{ title: { en: 'Remove', ko: '삭제' }, edits }]
        report({ start: 0, end: 3 }, 'found', {}, { fix: { safe: true, edits }, suggestions })
        return undefined
      },
    })
    const [finding] = lintWith(post, { rule }).findings
    expect(finding).toMatchObject({ start: 0, end: 3 })
    expect(finding).not.toHaveProperty('fix')
    expect(finding).not.toHaveProperty('suggestions')
  })

  it('a flood of findings ends at the budget, which rules learn of as a problem', () => {
    const flood = testRule({
      check({ post, report }) {
        for (let start = 0; start < post.source.length; start++) report({ start, end: start + 1 }, 'found', {})
        return undefined
      },
    })
    const budget = testRule({
      check: ({ report }) => ({ problem: ({ kind, range }) => report(range, 'found', { kind }) }),
    })
    const { findings } = lintWith(parse('a'.repeat(20_010)), { flood, budget })
    expect(findings).toHaveLength(20_001)
    expect(findings.at(-1)).toMatchObject({ rule: 'budget', start: 20_000, slots: { kind: 'budget' } })
  })
})
