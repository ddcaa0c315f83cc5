import { describe, expect, it } from 'vitest'
import noUnusedDisable from '../../rules/structure/no-unused-disable.ts'
import { lintAndSuppress, parse, reportsElements, shown, testRule } from './support.ts'

const rules = { 'no-b': reportsElements('b'), 'no-i': reportsElements('i') }

/** What is left of `<b>` and `<i>` findings. */
const left = (source: string, path = 'post.html') => {
  const post = parse(source, { path })
  return shown(lintAndSuppress(post, rules), post)
}

describe('directives in comments', () => {
  it('disable-next-line acts on the next line that is not blank, for the rules it names', () => {
    expect(left('<!-- postlint-disable-next-line no-b -->\n\n  \n<b>1</b><i>1</i>\n<b>2</b>')).toEqual([
      'no-i: <i>1</i>',
      'no-b: <b>2</b>',
    ])
  })

  it('disable-line acts on its own line, before and behind it', () => {
    expect(left('<b>0</b>\n<b>1</b><!-- postlint-disable-line --><i>1</i>\r\n<b>2</b>')).toEqual([
      'no-b: <b>0</b>',
      'no-b: <b>2</b>',
    ])
  })

  it('disable lasts to its enable, or to the end', () => {
    const source = '<b>0</b><!-- postlint-disable --><b>1</b><!-- postlint-enable --><b>2</b><!-- postlint-disable -->'
    expect(left(`${source}<b>3</b>`)).toEqual(['no-b: <b>0</b>', 'no-b: <b>2</b>'])
  })

  it('enable with ids ends only these', () => {
    const source = '<!-- postlint-disable no-b, no-i --><b>1</b><!-- postlint-enable no-b --><b>2</b><i>2</i>'
    expect(left(source)).toEqual(['no-b: <b>2</b>'])
  })

  it('takes several ids, separated by commas or space, and a reason', () => {
    const post = parse('<!-- postlint-disable-line no-b no-i , -- the editor -- made it --><b>1</b><i>1</i>')
    const { findings, directives, suppressed } = lintAndSuppress(post, rules)
    expect(findings).toEqual([])
    expect(suppressed).toBe(2)
    expect(directives[0]?.reason).toBe('the editor -- made it')
    expect(directives[0]?.rules.map(({ start, end }) => post.source.slice(start, end))).toEqual(['no-b', 'no-i'])
  })

  it.each([
    ['Liquid', '{% comment %} postlint-disable-line no-b {% endcomment %}', 'post.html'],
    ['Liquid with dashes', '{%- comment -%} postlint-disable-line no-b {%- endcomment -%}', 'post.html'],
    ['Nunjucks', '{# postlint-disable-line no-b #}', 'post.html'],
    ['Hugo', '{{/* postlint-disable-line no-b */}}', 'post.html'],
    ['HTML in Markdown', '<!-- postlint-disable-line no-b -->', 'post.md'],
  ])('works in comments of %s', (_, comment, path) => {
    expect(left(`Text <b>1</b> ${comment}\n`, path)).toEqual([])
  })

  it.each([
    ['a fenced block', '```html\n<!-- postlint-disable -->\n```\n\n<b>1</b>\n', 'post.md'],
    ['inline code', '`<!-- postlint-disable -->` <b>1</b>\n', 'post.md'],
    ['pre', '<pre><!-- postlint-disable --></pre><b>1</b>\n', 'post.html'],
    ['a template comment in a fenced block', '```jinja\n{# postlint-disable #}\n```\n\n<b>1</b>\n', 'post.md'],
    ['a template comment in inline code', '`{{/* postlint-disable no-b */}}` <b>1</b>\n', 'post.md'],
    ['a template comment in pre', '<pre>{% comment %} postlint-disable {% endcomment %}</pre><b>1</b>\n', 'post.html'],
    ['an attribute', '<p title="<!-- postlint-disable -->"><b>1</b></p>\n', 'post.html'],
  ])('is nothing but text in %s', (_, source, path) => {
    expect(left(source, path)).toEqual(['no-b: <b>1</b>'])
  })

  it('is nothing but text in a fenced block of a post that is not parsed', () => {
    const fence = '```jinja\n{# postlint-disable #}\n<!-- postlint-disable -->\n```\n'
    const post = parse(`${fence}<!-- postlint-disable-line -->\n${'>'.repeat(5000)} a\n`, { path: 'post.md' })
    expect(post.textOnly).toBe(true)
    expect(lintAndSuppress(post, rules).directives.map(({ kind }) => kind)).toEqual(['disable-line'])
  })

  it.each([
    ['pre', '<pre><!-- postlint-disable --></pre>'],
    ['code in upper case', '<CODE class="html"><!-- postlint-disable --></CODE>'],
    ['a template comment in pre', '<pre>{% comment %} postlint-disable {% endcomment %}</pre>'],
  ])('is nothing but text in %s of a post that is not parsed', (_, code) => {
    const post = parse(`${code}\n<pre><!-- postlint-disable-line -->\n${'<div>'.repeat(600)}`)
    expect(post.textOnly).toBe(true)
    expect(lintAndSuppress(post, rules).directives.map(({ kind }) => kind)).toEqual(['disable-line'])
  })

  it('needs no space around it', () => {
    expect(left('<!--postlint-disable-line--><b>1</b>\n<!--postlint-disable-line no-b--><b>2</b><i>2</i>')).toEqual([
      'no-i: <i>2</i>',
    ])
  })

  it('does not take a word that only begins like one', () => {
    expect(left('<!-- postlint-disabled --><!-- see postlint-disable --><b>1</b>')).toEqual(['no-b: <b>1</b>'])
  })
})

describe('directives in front matter', () => {
  const fields = testRule({
    check: ({ post, report }) => ({
      done: () => {
        for (const { keyRange } of post.front.entries) report(keyRange, 'found', {})
      },
    }),
  })
  const leftOf = (source: string) => {
    const post = parse(source, { path: 'post.md' })
    return shown(lintAndSuppress(post, { fields }), post)
  }

  it('a comment switches rules off on its line', () => {
    expect(leftOf('---\ntitle: A # postlint-disable-line fields\ndate: 2024-05-01\n---\n')).toEqual(['fields: date'])
    expect(leftOf('+++\ntitle = "A" # postlint-disable-line fields\ndraft = true\n+++\n')).toEqual(['fields: draft'])
  })

  it('what looks like a comment inside a value is none', () => {
    const source = '---\ntitle: "A # postlint-disable-line fields"\ndraft: true\n---\n'
    expect(leftOf(source)).toEqual(['fields: title', 'fields: draft'])
  })

  it.each([
    ['a list in one line', 'postlint: { disable: [fields, other] }'],
    ['a list', 'postlint:\n  disable:\n    - other\n    - fields'],
    ['one id', 'postlint:\n  disable: fields'],
    ['ids in one text', 'postlint:\n  disable: "other, fields"'],
  ])('the key “postlint” with %s switches rules off in the whole post', (_, key) => {
    expect(leftOf(`---\n${key}\ntitle: A\n---\n`)).toEqual([])
  })

  it('an empty list switches nothing off', () => {
    expect(leftOf('---\npostlint: { disable: [] }\n---\n')).toEqual(['fields: postlint'])
  })
})

describe('places', () => {
  const grouped = testRule({
    group: 'all',
    messages: { found: { en: '{text} and {places}', ko: '{text} {places}' } },
    check: ({ post, report }) => ({
      element: {
        b(node) {
          const range = post.place(node)
          const text = post.source.slice(range.start + 3, range.end - 4)
          report(range, 'found', { text }, { fix: { safe: true, edits: [{ ...range, text }] } })
        },
      },
    }),
  })

  it('a finding moves to the first place that is left, with what belongs to it', () => {
    const post = parse('<b>1</b> <!-- postlint-disable-line -->\n<b>2</b>\n<b>3</b>')
    const [finding, ...others] = lintAndSuppress(post, { grouped }).findings
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      start: post.source.indexOf('<b>2'),
      slots: { text: '2' },
      frame: { line: 2, text: '<b>2</b>' },
      fix: { edits: [{ text: '2' }] },
    })
    expect(finding?.related).toMatchObject([{ kind: 'place', slots: { text: '3' } }])
  })

  it('a finding loses suppressed places, and dies with the last', () => {
    const one = lintAndSuppress(parse('<b>1</b>\n<b>2</b> <!-- postlint-disable-line -->'), { grouped })
    expect(one.findings[0]).not.toHaveProperty('related')
    expect(one.suppressed).toBe(1)
    const none = lintAndSuppress(parse('<!-- postlint-disable --><b>1</b><b>2</b>'), { grouped })
    expect(none.findings).toEqual([])
    expect(none.suppressed).toBe(2)
  })

  it('a finding about the whole post goes at its first place only, and then whole', () => {
    const threshold = testRule({
      threshold: true,
      check({ post, report }) {
        const second = { start: post.source.indexOf('<b>2'), end: post.source.length }
        report({ start: 0, end: 1 }, 'found', {}, { related: [{ kind: 'place', ...second }] })
        return undefined
      },
    })
    const atSecond = lintAndSuppress(parse('<b>1</b>\n<b>2</b><!-- postlint-disable-line -->'), { threshold })
    expect(atSecond.findings[0]?.related).toHaveLength(1)
    const atFirst = lintAndSuppress(parse('<b>1</b><!-- postlint-disable-line -->\n<b>2</b>'), { threshold })
    expect(atFirst.findings).toEqual([])
  })

  it('what a suppressed finding covers stays hidden', () => {
    const post = parse('<!-- postlint-disable outer --><p><b>1</b></p>')
    const outer = reportsElements('p', { covers: 'all' })
    expect(lintAndSuppress(post, { outer, inner: reportsElements('b') }).findings).toEqual([])
  })

  it('what cannot be parsed still has its directives', () => {
    const depth = 600
    const post = parse(`<!-- postlint-disable-next-line all -->\n${'<div>'.repeat(depth)}`)
    expect(post.textOnly).toBe(true)
    const all = testRule({
      check({ post: { source }, report }) {
        report({ start: source.indexOf('<div>'), end: source.length }, 'found', {})
        return undefined
      },
    })
    expect(lintAndSuppress(post, { all }).findings).toEqual([])
  })

  it('a rule that threw cannot be hidden', () => {
    const broken = testRule({
      check() {
        throw new Error('broken')
      },
    })
    const { findings, failures } = lintAndSuppress(parse('<!-- postlint-disable -->'), { broken })
    expect(findings).toMatchObject([{ rule: 'broken', messageId: 'crashed' }])
    expect(failures).toHaveLength(1)
  })
})

describe('judging directives', () => {
  const judged = (source: string, known: string[] = []) => {
    const post = parse(source)
    const result = lintAndSuppress(post, { ...rules, 'no-unused-disable': noUnusedDisable }, known)
    return result.findings
      .filter(({ rule }) => rule === 'no-unused-disable')
      .map(({ messageId, start, end, slots }) => [messageId, post.source.slice(start, end), slots])
  }

  it('reports names that suppress nothing, at the name', () => {
    expect(judged('<!-- postlint-disable-line no-b, no-i --><b>1</b>')).toEqual([['unused', 'no-i', { rule: 'no-i' }]])
  })

  it('reports misspelt words of directives and keys, which have no effect', () => {
    expect(judged('<!-- postlint-disable no-b --><b>1</b><!-- postlint-enabel --><b>2</b>')).toEqual([
      ['misspeltWord', 'postlint-enabel', { word: 'postlint-enabel', nearest: 'postlint-enable' }],
    ])
    expect(judged('<!-- postlint-disable-nextline no-b -->\n<p>1</p><!-- postlint-walrus -->')).toEqual([
      ['misspeltWord', 'postlint-disable-nextline', expect.objectContaining({ nearest: 'postlint-disable-next-line' })],
      ['unknownWord', 'postlint-walrus', { word: 'postlint-walrus' }],
    ])
    const front = '---\npostlint:\n  reason: none\n  disabel: [no-b]\n  disable: [no-i]\n---\n<b>1</b><i>1</i>'
    expect(judged(front)).toEqual([
      ['unknownWord', 'reason', { word: 'reason' }],
      ['misspeltWord', 'disabel', { word: 'disabel', nearest: 'disable' }],
    ])
  })

  it.each([
    ['an id instead of a map', 'postlint: no-b', ['no-b']],
    ['a list instead of a map', 'postlint: [no-b]', ['[no-b]']],
    ['a flag', 'postlint: false', ['false']],
    ['a flag under disable', 'postlint: { disable: true }', ['true']],
    ['a map under disable', 'postlint:\n  disable:\n    no-b: off', ['no-b: off']],
    ['items that are no ids', 'postlint: { disable: [3, no-b, [no-b]] }', ['3', '[no-b]']],
    ['nothing', 'postlint:\n  disable:', []],
  ])('reports %s under the key “postlint”', (_, key, places) => {
    const malformed = judged(`---\n${key}\n---\n<b>1</b>`).filter(([messageId]) => messageId === 'malformed')
    expect(malformed).toEqual(places.map((place) => ['malformed', place, {}]))
  })

  it('reports a directive for all rules that suppresses nothing', () => {
    expect(judged('<!-- postlint-disable --><p>Text</p>')).toEqual([['idle', '<!-- postlint-disable -->', {}]])
  })

  it('is silent on rules that did not run', () => {
    expect(judged('<!-- postlint-disable-line no-u --><p>Text</p>', ['no-u'])).toEqual([])
  })

  it('reports ids that no rule has, with the nearest, in enable as well', () => {
    expect(judged('<!-- postlint-disable no-bb --><b>1</b><!-- postlint-enable no-bb, walrus -->')).toEqual([
      ['misspelt', 'no-bb', { rule: 'no-bb', nearest: 'no-b' }],
      ['misspelt', 'no-bb', { rule: 'no-bb', nearest: 'no-b' }],
      ['unknown', 'walrus', { rule: 'walrus' }],
    ])
  })

  it('a directive is used when it hides only one of several places', () => {
    expect(judged('<!-- postlint-disable-line no-b --><b>1</b>\n<b>2</b>')).toEqual([])
  })

  it('is itself switched off only by its name', () => {
    expect(judged('<!-- postlint-disable no-unused-disable, no-b --><p>Text</p>')).toEqual([])
  })

  it('a rule that throws while judging becomes a finding as well', () => {
    const judge = testRule({
      check: () => undefined,
      review() {
        throw new Error('no idea')
      },
    })
    const { findings, failures } = lintAndSuppress(parse('<!-- postlint-disable --><b>1</b>'), { judge, ...rules })
    expect(findings).toMatchObject([{ rule: 'judge', messageId: 'crashed', severity: 'error' }])
    expect(failures).toEqual(['judge: no idea'])
  })

  it('shows the line of the name it reports', () => {
    const source = '---\ntitle: A\npostlint:\n  disable:\n    - walrus\n---\n<p>Text</p>'
    const { findings } = lintAndSuppress(parse(source), { 'no-unused-disable': noUnusedDisable })
    expect(findings[0]?.frame).toMatchObject({ line: 5, text: '    - walrus' })
  })
})

it('stays fast on a post full of directives', () => {
  const source = `${'<!-- postlint-disable-next-line x y z -->'.repeat(2000)}${'\n'.repeat(100_000)}${'<b>1</b>'.repeat(5000)}`
  const post = parse(source)
  const begin = performance.now()
  lintAndSuppress(post, { ...rules, 'no-unused-disable': noUnusedDisable })
  expect(performance.now() - begin).toBeLessThan(3000)
})
