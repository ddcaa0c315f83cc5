import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBlock } from '../../src/post/front-matter/block.ts'
import { readPlainYaml } from '../../src/post/front-matter/plain-yaml.ts'
import { readYaml } from '../../src/post/front-matter/yaml.ts'

const plain = (text: string) => readPlainYaml(text, { start: 0, end: text.length })

/** What a plain scalar may be, may seem to be, and may not be. */
const scalar = fc.oneof(
  fc.constantFrom(
    '제목',
    'a b',
    'true',
    'FALSE',
    'null',
    '~',
    'Null',
    '12',
    '-3',
    '0x1F',
    '1e3',
    '.5',
    '.inf',
    '1_000',
  ),
  fc.constantFrom(
    '2024-01-02',
    '2024-1-2 03:04:05 +0900',
    '2024-01-02T03:04:05Z',
    '12:30',
    '1.',
    '日本語',
    'x\u00a0',
    '\u3000y',
  ),
  fc.constantFrom('"a"', "'b'", '""', "''", '"a\\n"', "'it''s'", '"a" b', '"', "'", '"a, b"', "it's", 'say "hi"'),
  fc.constantFrom(
    'a: b',
    'a:b',
    'a:',
    'a #b',
    'a#b',
    '- a',
    '-a',
    '? a',
    '?a',
    ': a',
    ':a',
    '& a',
    '&a',
    '*a',
    '!a',
    '!!str 1',
  ),
  fc.constantFrom(
    '|',
    '>',
    '>-',
    '|+',
    '|2',
    '> a',
    '%a',
    '@a',
    '`a`',
    '{a: b}',
    '{{ x }}',
    '[',
    ']',
    'a]',
    'a [b] {c}',
    '---',
    '...',
  ),
)
const flowList = fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  flowList,
  fc.constantFrom('', '[a,]', '[a,,b]', '[ a ,b ]', '[[a]]', '[a] b'),
)
const key = fc.constantFrom(
  'title',
  'tags',
  'a',
  'a.b-c_d',
  'null',
  'true',
  'a b',
  '제목',
  '"q"',
  '-',
  '?',
  '<<',
  '1',
  'a'.repeat(90),
)
const gap = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t')
const indent = fc.constantFrom('', '', '  ', '  ', ' ', '    ', '\t')
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(key, fc.constantFrom(':', ':', ':', ' :'), gap, value, gap).map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(indent, fc.constantFrom('-', '- ', '-  '), value, gap).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.tuple(indent, scalar, gap).map((parts) => parts.join('')) },
  fc.tuple(indent, fc.constantFrom('', '# c', '#', '#c: d')).map((parts) => parts.join('')),
)
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n')
const likely = fc.array(fc.tuple(line, lineBreak), { maxLength: 7 }).map((lines) => lines.flat().join(''))
const soup = fc.string({ unit: fc.constantFrom(...'ab:- #\n\n"\'[],|>&*!{}\t\r.~1\\'), maxLength: 24 })
/** What posts say, with a mistake somewhere. */
const common = fc.constantFrom(
  'title: 봄의 [기록] 1',
  "summary: '짧은 글'",
  'date: 2024-01-02 10:00:00 +0900',
  'draft: false',
  'tags: [a, "b c", d]',
  'list:\n  - a\n  - "b"',
  'items:\n- 1\n- b',
  'text: >\n  하나\n  둘',
  'code: |-\n  x\n  y',
  'none:',
  '# c',
  '',
)
const mistake = fc.tuple(
  fc.nat(200),
  fc.nat(3),
  fc.string({ unit: fc.constantFrom(...' \n\n-:#"\'[],>|&a\r\t\uFEFF'), maxLength: 4 }),
)
const broken = fc
  .tuple(fc.array(common, { minLength: 1, maxLength: 6 }), mistake, fc.constantFrom('\n', '\r\n'))
  .map(([lines, [at, length, put], end]) => {
    const text = `${lines.join('\n')}\n`.replaceAll('\n', end)
    const from = at % text.length
    return text.slice(0, from) + put + text.slice(from + length)
  })

describe('plain YAML', () => {
  it.each([
    ['texts, dates, numbers', 'title: 봄 [1]\ndate: 2024-01-02\nweight: 3\ndraft: True\nnote:\n'],
    ['aligned colons, CRLF, comments', 'title : a\r\n# b\r\ntag   : c # no'.replace(' # no', '\r\n')],
    ['lists', 'a: [x, "y", \'z\']\nb:\n  - 1\n  - two\nc:\n- "d"\ne: []\n'],
    ['blocks of text', 'excerpt: >\n  첫째\n  둘째\nmore: |-\n  a: b\n  # c\n\nend: x\n'],
    ['the same key twice', 'a: 1\na: 2\n'],
  ])('is read at once: %s', (_, text) => {
    expect(plain(text)).toEqual(readYaml(text))
  })

  it.each([
    'a: "b\\n"',
    'a: b\n  c',
    'a: &b c',
    'a: b # c',
    'a: b: c',
    'a:\n  b: c',
    'a: [b, [c]]',
    'a:\tb',
    'a: >\n  b\n\n  c\n',
    'a: >+\n  b\n',
    '{a: b}',
    '? a',
    'null: a',
  ])('leaves %j to the library', (text) => {
    expect(plain(text)).toBeUndefined()
  })

  it('says what the library says', () => {
    fc.assert(
      fc.property(fc.oneof(broken, likely, soup), (text) => {
        const reading = plain(text)
        if (reading) expect(reading).toEqual(readYaml(text))
      }),
      { seed: 1, numRuns: 4000 },
    )
  })

  it('reads nearly every post of the fixtures, as the library does', () => {
    const folder = fileURLToPath(new URL('../../fixtures', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:md|html)$/.test(name),
    )
    const texts = files.flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8')
      const block = findBlock(source, 'any')
      return block?.format === 'yaml' ? [source.slice(block.inner.start, block.inner.end)] : []
    })
    const read = texts.filter((text) => plain(text))
    expect(read.map(plain)).toEqual(read.map(readYaml))
    expect(read.length / texts.length).toBeGreaterThan(0.8)
  })
})
