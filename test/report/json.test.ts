import { describe, expect, it } from 'vitest'
import { json } from '../../src/report/json.ts'
import { jsonl } from '../../src/report/jsonl.ts'
import { reportOf, resultOf } from './support.ts'

const source = 'a\r\n제목 bad\u2028bad\rend bad\n'
const edit = { start: 6, end: 9, text: '' }
const result = resultOf(source, [
  {
    on: 'bad',
    message: 'Bad \x9b word.',
    related: [{ kind: 'place', start: 18, end: 21, fix: { safe: true, edits: [edit] }, fingerprint: 'f01' }],
    fix: { safe: false, changesText: true, edits: [edit] },
    suggestions: [{ title: 'Drop it', titles: { en: 'Drop it', ko: '삭제' }, edits: [edit] }],
  },
])
const summary = { files: 2, errors: 1, warnings: 0, infos: 0, fixable: 0, suppressed: 0 }
const clean = resultOf('', [], 'b.md')
const errors = [{ message: 'No.', file: 'a.yaml', line: 1, column: 2, sourceLine: 'secret', hint: 'Try.' }]

const finding = {
  rule: 'some-rule',
  severity: 'error',
  messageId: 'wrong',
  message: 'Bad \x9b word.',
  start: { line: 2, column: 4, offset: 6 },
  end: { line: 2, column: 7, offset: 9 },
  related: [
    {
      kind: 'place',
      start: { line: 3, column: 5, offset: 18 },
      end: { line: 3, column: 8, offset: 21 },
      fix: { safe: true, edits: [edit] },
      fingerprint: 'f01',
    },
  ],
  fix: { safe: false, changesText: true, edits: [edit] },
  suggestions: [{ title: 'Drop it', edits: [edit] }],
  fingerprint: 'f00',
}
const results = [
  { path: '_posts/a.md', language: 'en', findings: [finding] },
  { path: 'b.md', language: 'en', findings: [] },
]
const tail = { summary, errors: [{ message: 'No.', file: 'a.yaml', line: 1, column: 2, hint: 'Try.' }] }
const head = { version: 1, tool: { name: 'postlint', version: '1.2.3' } }

describe('json', () => {
  it('is one document with every post', () => {
    const text = reportOf(json, [result, clean], { summary, errors })
    expect(JSON.parse(text)).toEqual({ ...head, results, ...tail })
    expect(Object.keys(JSON.parse(text))).toEqual(['version', 'tool', 'results', 'summary', 'errors'])
    expect(text).not.toContain('\x9b')
  })

  it('is valid without any post', () => {
    expect(JSON.parse(reportOf(json, [], { summary }))).toEqual({ ...head, results: [], summary, errors: [] })
  })
})

describe('jsonl', () => {
  it('is a line for every post and a last line', () => {
    const text = reportOf(jsonl, [result, clean], { summary, errors })
    expect(text.endsWith('\n')).toBe(true)
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([...results, { ...head, ...tail }])
  })
})
