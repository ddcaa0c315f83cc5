import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/report/display.ts'
import type { RunReport, Summary } from '../../src/report/formatter.ts'
import { pretty } from '../../src/report/pretty.ts'
import { addToSummary, emptySummary } from '../../src/report/summary.ts'
import { context, resultOf } from './support.ts'

const source = '---\ntitle: 제목\n---\n<p>문장 속 affected 고객</p>\n<p>&nbsp;</p>\n<p>&nbsp;</p>\n'
const show = (result: ReturnType<typeof resultOf>, changes = {}) => pretty(context(changes)).post(result)
const summary: Summary = { files: 2, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 }
const end = (changes: Partial<Summary>, about = {}) => {
  const report: RunReport = { summary: { ...summary, ...changes }, errors: [], notices: [] }
  return pretty(context(about)).end(report)
}

describe('pretty', () => {
  it('shows a finding with place, severity, message, rule, source and notes', () => {
    const at = source.lastIndexOf('<p>&nbsp;')
    const result = resultOf(source, [
      { on: 'affected', rule: 'no-mixed-language', message: '“affected” is English.' },
      {
        on: '<p>&nbsp;</p>',
        severity: 'warn',
        rule: 'no-empty-paragraph',
        message: 'Empty paragraph.',
        related: [
          { kind: 'place', start: at, end: at + 13 },
          { kind: 'see', start: 4, end: 9 },
        ],
        fix: { safe: true, edits: [] },
        suggestions: [{ title: 'Use CSS', titles: { en: 'Use CSS', ko: 'CSS 사용' }, edits: [] }],
      },
    ])
    expect(show(result)).toBe(
      [
        '_posts/a.md',
        '',
        '  4:9  error    “affected” is English.  no-mixed-language',
        '       │ <p>문장 속 affected 고객</p>',
        '       │            ^^^^^^^^',
        '',
        '  5:1  warning  Empty paragraph.  no-empty-paragraph',
        '       │ <p>&nbsp;</p>',
        '       │ ^^^^^^^^^^^^^',
        '       see 2:1 · also at 6:1 · safe fix · suggestion: Use CSS',
        '',
        '',
      ].join('\n'),
    )
  })

  it('speaks Korean', () => {
    const result = resultOf(source, [{ on: 'affected', message: '영어 단어입니다.' }])
    expect(show(result, { locale: 'ko' })).toContain('  4:9  오류  영어 단어입니다.  some-rule\n')
    expect(end({ errors: 3, fixable: 1 }, { locale: 'ko' })).toBe('오류 3개 · 파일 2개 검사 · 1개 수정 가능\n')
  })

  it.each([40, 60, 80, 200])('stays within %i columns', (width) => {
    const long = `<p>${'긴 문장이 이어지고 또 이어집니다. '.repeat(30)}bad${' word'.repeat(200)}</p>\n`
    const message = 'A long message that goes on about what is wrong, why it matters and what to do, 한국어도 함께.'
    const related = Array.from({ length: 30 }, (_, i) => ({ kind: 'place' as const, start: i * 9, end: i * 9 + 1 }))
    const result = resultOf(long, [{ on: 'bad', message, related }])
    for (const line of show(result, { width }).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  it('names a few further places and counts the others', () => {
    const related = Array.from({ length: 9 }, (_, i) => ({ kind: 'place' as const, start: i, end: i + 1 }))
    expect(show(resultOf(source, [{ on: 'affected', related }]))).toMatch(/also at 1:1, .*2:2 and 3 more\n/)
  })

  it('tells of the fixes and suggestions of every place', () => {
    const place = (safe: boolean, title: string) => ({
      kind: 'place' as const,
      start: 1,
      end: 2,
      fix: { safe, edits: [] },
      suggestions: [{ title, titles: { en: title, ko: title }, edits: [] }],
    })
    const related = [place(true, 'Cut'), place(false, 'Cut'), place(false, 'Keep')]
    const result = resultOf(source, [{ on: 'affected', related }])
    expect(show(result, { width: 200 })).toMatch(
      / · safe fix · fix to check by hand · suggestion: Cut · suggestion: Keep\n/,
    )
    expect(addToSummary(emptySummary, result).fixable).toBe(1)
  })

  it('lets nothing of a post, its name or a message out unescaped', () => {
    const evil = '<p>\x1b]0;x\x07 \u202eevil</p>\n'
    const result = resultOf(evil, [{ on: 'evil', message: 'Says\n::error::x \x1b[2J' }], '::warning::\x1b[31m.md')
    const output = show(result, { color: 3 })
    expect(output.replace(/\x1b\[\d+(?:;\d+)*m/g, '')).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/)
    expect(output).not.toContain('\x1b]')
    expect(output.replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(/^\s*::/m)
  })

  it('says nothing of clean posts, and one line in the end', () => {
    expect(show(resultOf(source, []))).toBe('')
    expect(end({})).toBe('No problems in 2 files.\n')
    expect(end({ files: 1, suppressed: 2 })).toBe('No problems in 1 file. (2 suppressed)\n')
  })

  it('totals what was found', () => {
    expect(end({ errors: 1, warnings: 2, infos: 1, fixable: 2, suppressed: 1 })).toBe(
      '1 error, 2 warnings, 1 info · 2 files checked · 2 fixable · 1 suppressed\n',
    )
    expect(end({ errors: 1, warnings: 2 }, { quiet: true })).toBe(
      '1 error · 2 files checked · 2 below error level not shown\n',
    )
  })
})
