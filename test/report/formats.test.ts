import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { framer, lineStarts } from '../../src/engine/lines.ts'
import { azure } from '../../src/report/azure.ts'
import { checkstyle } from '../../src/report/checkstyle.ts'
import { compact } from '../../src/report/compact.ts'
import type { Formatter } from '../../src/report/formatter.ts'
import { github } from '../../src/report/github.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { html } from '../../src/report/html/html.ts'
import { junit } from '../../src/report/junit.ts'
import { markdown } from '../../src/report/markdown.ts'
import { rdjson } from '../../src/report/rdjson.ts'
import { repositoryPath } from '../../src/report/repository-path.ts'
import { sarif } from '../../src/report/sarif.ts'
import { readHtml, readXml } from './readers.ts'
import { context, reportOf, resultOf } from './support.ts'

const source = '---\ntitle: 제목\n---\n<p>문장 속 affected 고객</p>\n<p>&nbsp;</p>\n<p>&nbsp;</p>\n'
const second = source.lastIndexOf('<p>&nbsp;')
const lines = lineStarts(source)
const frameOf = framer(source, lines)
const emptyAt = (start: number) => ({
  start,
  end: start + 13,
  fix: { safe: true, edits: [{ start, end: start + 14, text: '' }] },
  frame: frameOf(start),
})

const result = resultOf(
  source,
  [
    {
      on: 'affected',
      rule: 'no-mixed-language',
      message: '“affected” is English.',
      severity: 'warn',
      related: [{ kind: 'see', start: 4, end: 9 }],
      suggestions: [
        {
          title: 'Use 영향을 받은',
          titles: { en: '', ko: '' },
          edits: [{ start: source.indexOf('affected'), end: source.indexOf('affected') + 8, text: '영향을 받은' }],
        },
      ],
    },
    {
      on: '<p>&nbsp;</p>',
      rule: 'no-empty-paragraph',
      message: 'Empty paragraph.',
      related: [{ kind: 'place', fingerprint: 'f01', ...emptyAt(second) }],
      fix: emptyAt(source.indexOf('<p>&nbsp;')).fix,
    },
  ],
  '_posts/2024 봄.md',
)
const clean = resultOf('', [], 'b.md')
const errors = [{ message: 'It is broken', hint: 'Mend it.', file: 'c.md', line: 3, column: 2 }]
const report = (formatter: Formatter, changes = {}): string =>
  reportOf(formatter, [result, clean], { errors, ...changes })
const json = (formatter: Formatter, changes = {}) => JSON.parse(report(formatter, changes))

describe('compact', () => {
  it('is a line for each finding', () => {
    expect(report(compact)).toBe(
      [
        '_posts/2024 봄.md:4:9: warning: “affected” is English. [no-mixed-language]',
        '_posts/2024 봄.md:5:1: error: Empty paragraph. (also at 6:1) [no-empty-paragraph]',
        '',
      ].join('\n'),
    )
  })
})

describe('github', () => {
  it('annotates, worst first', () => {
    expect(report(github, { folder: 'site/' })).toBe(
      [
        '::error file=site/c.md,line=3,col=2,title=postlint::It is broken. Mend it.',
        '::error file=site/_posts/2024 봄.md,line=5,endLine=5,col=1,endColumn=14,title=no-empty-paragraph::Empty paragraph. (also at 6:1)',
        '::warning file=site/_posts/2024 봄.md,line=4,endLine=4,col=9,endColumn=17,title=no-mixed-language::“affected” is English.',
        '',
      ].join('\n'),
    )
  })

  it('keeps to what GitHub shows, and tells how much more there is', () => {
    const many = (severity: 'error' | 'warn' | 'info', count: number) =>
      Array.from({ length: count }, () => ({ on: 'affected', severity }))
    const results = [
      resultOf(source, [...many('info', 11), ...many('warn', 10)]),
      resultOf(source, many('error', 12), 'b.md'),
    ]
    const shown = reportOf(github, results).trimEnd().split('\n')
    const count = (level: string) => shown.filter((line) => line.startsWith(`::${level} `)).length
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
    expect(shown[0]).toMatch(/^::error file=b\.md,/)
    expect(shown.at(-1)).toBe('::notice title=postlint::4 more findings not shown here')
  })
})

describe('azure', () => {
  it('logs issues', () => {
    expect(report(azure).split('\n')).toEqual([
      '##vso[task.logissue type=warning;sourcepath=_posts/2024 봄.md;linenumber=4;columnnumber=9;code=no-mixed-language;]“affected” is English.',
      '##vso[task.logissue type=error;sourcepath=_posts/2024 봄.md;linenumber=5;columnnumber=1;code=no-empty-paragraph;]Empty paragraph. (also at 6:1)',
      '##vso[task.logissue type=error;sourcepath=c.md;linenumber=3;columnnumber=2;code=postlint;]It is broken. Mend it.',
      '',
    ])
    const info = resultOf(source, [{ on: 'affected', severity: 'info' }])
    expect(reportOf(azure, [info])).toBe('postlint: _posts/a.md:4:9: Wrong. [some-rule]\n')
  })
})

describe('gitlab', () => {
  it('has an issue for each place, recognisable in the next run', () => {
    const issues = json(gitlab, { folder: 'site/' })
    expect(issues.map(({ location }: { location: unknown }) => location)).toEqual([
      { path: 'site/_posts/2024 봄.md', lines: { begin: 4, end: 4 } },
      { path: 'site/_posts/2024 봄.md', lines: { begin: 5, end: 5 } },
      { path: 'site/_posts/2024 봄.md', lines: { begin: 6, end: 6 } },
      { path: 'site/c.md', lines: { begin: 3 } },
    ])
    expect(issues[1]).toMatchObject({
      description: 'Empty paragraph.',
      check_name: 'no-empty-paragraph',
      severity: 'major',
    })
    expect(json(gitlab)[1].fingerprint).toBe(issues[1].fingerprint)
  })

  it('gives no fingerprint twice', () => {
    const same = resultOf(source, [{ on: 'affected' }, { on: 'affected' }])
    const issues: { fingerprint: string }[] = JSON.parse(reportOf(gitlab, [same, { ...same, path: 'b.md' }]))
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4)
    expect(JSON.parse(reportOf(gitlab, []))).toEqual([])
  })
})

describe('rdjson', () => {
  it('counts columns in bytes, and suggests what it can place', () => {
    const { diagnostics } = json(rdjson)
    const start = { line: 4, column: 15 }
    const end = { line: 4, column: 23 }
    expect(diagnostics[0]).toEqual({
      message: '“affected” is English.',
      location: { path: '_posts/2024 봄.md', range: { start, end } },
      severity: 'WARNING',
      code: { value: 'no-mixed-language' },
      suggestions: [{ range: { start, end }, text: '영향을 받은' }],
    })
    expect(diagnostics.slice(1, 3)).toMatchObject(
      [5, 6].map((line) => ({
        location: { range: { start: { line, column: 1 }, end: { line, column: 14 } } },
        suggestions: [{ range: { start: { line, column: 1 }, end: { line: line + 1, column: 1 } }, text: '' }],
      })),
    )
    expect(diagnostics[3]).toMatchObject({ message: 'It is broken. Mend it.', location: { path: 'c.md' } })
  })

  it.each([0, 1, 79, 80, 81, 150, 700])('agrees with the bytes of the file in the middle of a long line (%i)', (at) => {
    const long = `${'가😀é.'.repeat(at)}<b>bad</b>${'나'.repeat(400)}\n`
    const start = long.indexOf('bad')
    const found = resultOf(long, [
      {
        on: 'bad',
        fix: {
          safe: true,
          edits: [
            { start: start - 3, end: start, text: '<strong>' },
            { start: start + 3, end: start + 7, text: '</strong>' },
          ],
        },
      },
    ])
    const [{ location, suggestions }] = JSON.parse(reportOf(rdjson, [found])).diagnostics
    const bytes = Buffer.from(long)
    const cut = ({ start, end }: { start: { column: number }; end: { column: number } }) =>
      bytes.subarray(start.column - 1, end.column - 1).toString()
    expect(cut(location.range)).toBe('bad')
    expect(cut(suggestions[0].range)).toBe('<b>bad</b>')
    expect(suggestions[0].text).toBe('<strong>bad</strong>')
  })

  it('leaves out what it cannot place', () => {
    const edits = [{ start: source.indexOf('affected'), end: second + 2, text: '' }]
    const found = resultOf(source, [
      { on: source.slice(source.indexOf('affected'), second + 2), fix: { safe: true, edits } },
    ])
    const [diagnostic] = JSON.parse(reportOf(rdjson, [found])).diagnostics
    expect(diagnostic.location.range).toEqual({ start: { line: 4, column: 15 }, end: { line: 4, column: 34 } })
    expect(diagnostic).not.toHaveProperty('suggestions')
  })
})

describe('sarif', () => {
  const [run] = json(sarif, { folder: 'site/' }).runs

  it('has results with their places, fixes and fingerprints, worst first', () => {
    expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
      ['no-empty-paragraph', 'error'],
      ['no-mixed-language', 'warning'],
    ])
    const [empty, mixed] = run.results
    const { artifactLocation, region } = empty.locations[0].physicalLocation
    expect(decodeURIComponent(artifactLocation.uri)).toBe('site/_posts/2024 봄.md')
    expect(artifactLocation.uri).toMatch(/^[\w/.%-]+$/)
    expect(region).toEqual({ startLine: 5, startColumn: 1, endLine: 5, endColumn: 14 })
    expect(empty.relatedLocations).toMatchObject([{ id: 1, physicalLocation: { region: { startLine: 6 } } }])
    expect(empty.fixes).toHaveLength(2)
    expect(empty.fixes[1].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { startLine: 6, startColumn: 1, endLine: 7, endColumn: 1 } },
    ])
    expect(empty.partialFingerprints.primaryLocationLineHash).toBe('f00:1')
    expect(mixed.fixes[0]).toMatchObject({
      description: { text: 'Use 영향을 받은' },
      artifactChanges: [{ replacements: [{ insertedContent: { text: '영향을 받은' } }] }],
    })
  })

  it('says what stopped it', () => {
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations
    expect(executionSuccessful).toBe(false)
    expect(toolExecutionNotifications).toMatchObject([{ level: 'error', message: { text: 'It is broken. Mend it.' } }])
  })

  it('keeps the worst of more results than GitHub takes', () => {
    const some = (severity: 'error' | 'info', count: number) =>
      resultOf(
        'x',
        Array.from({ length: count }, () => ({ on: 'x', severity })),
      )
    const [{ results, invocations }] = JSON.parse(reportOf(sarif, [some('info', 24_990), some('error', 20)])).runs
    expect(results).toHaveLength(25_000)
    expect(results[19].level).toBe('error')
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe('10 more findings not shown here')
  })
})

describe('checkstyle and junit', () => {
  it('tell the same in XML', () => {
    const text = 'Empty paragraph. (also at 6:1)'
    expect(readXml(report(checkstyle)).texts).toEqual(
      [
        ['10.0', '_posts/2024 봄.md'],
        ['4', '9', 'warning', '“affected” is English.', 'postlint.no-mixed-language'],
        ['5', '1', 'error', text, 'postlint.no-empty-paragraph'],
        ['c.md', '3', '2', 'error', 'It is broken. Mend it.', 'postlint'],
      ].flat(),
    )
    expect(readXml(report(junit)).texts).toEqual(
      [
        ['postlint', '_posts/2024 봄.md', '2', '1', '0', '_posts/2024 봄.md'],
        ['_posts/2024 봄.md', 'no-mixed-language 4:9', '_posts/2024 봄.md:4:9: warning: “affected” is English.'],
        ['_posts/2024 봄.md', 'no-empty-paragraph 5:1', 'no-empty-paragraph', `5:1: ${text}`],
        ['b.md', '1', '0', '0', 'b.md', 'b.md', 'postlint'],
        ['postlint', '1', '0', '1', 'c.md', 'postlint 3:2', 'postlint', 'It is broken. Mend it.'],
      ].flat(),
    )
  })
})

describe('markdown', () => {
  it('has totals, and a table for each post', () => {
    expect(report(markdown)).toBe(
      [
        '<!-- postlint report -->',
        '',
        '## postlint',
        '',
        '**1 error**, 1 warning · 2 files checked · 1 fixable',
        '',
        '- ❌ `c.md`:3:2: It is broken. Mend it.',
        '',
        '| Rule | error | warning | info |',
        '| --- | --- | --- | --- |',
        '| `no-empty-paragraph` | 1 |  |  |',
        '| `no-mixed-language` |  | 1 |  |',
        '',
        '### `_posts/2024 봄.md`',
        '',
        '|  | Place | Finding | Rule |',
        '| --- | --- | --- | --- |',
        '| ⚠️ warning | 4:9 | “affected” is English. | `no-mixed-language` |',
        '| ❌ error | 5:1 | Empty paragraph. (also at 6:1) | `no-empty-paragraph` |',
        '',
      ].join('\n'),
    )
    expect(reportOf(markdown, [clean])).toContain('✅ No problems in 1 file.')
  })

  it('fits into a comment, worst posts first', () => {
    const posts = Array.from({ length: 900 }, (_, index) =>
      resultOf(source, [{ on: 'affected', severity: index === 899 ? 'error' : 'warn' }], `p${index}.md`),
    )
    const text = reportOf(markdown, posts)
    expect(text.length).toBeLessThan(65_536)
    expect(/### `(.*)`/.exec(text)?.[1]).toBe('p899.md')
    const shown = text.match(/^### /gm)?.length ?? 0
    expect(text).toMatch(new RegExp(`\n${900 - shown} more findings not shown here\n$`))
  })
})

describe('html', () => {
  const page = report(html)

  it('allows its own style and script, and nothing else', () => {
    const policy = /content="(default-src[^"]*)"/.exec(page)?.[1]
    const hashOf = (name: string) => {
      const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page)?.[1] ?? ''
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(policy).toBe(
      `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/ style=| on\w+=/)
  })

  it('shows every finding with its source, and leads to what explains it', () => {
    const { texts } = readHtml(page)
    for (const text of ['“affected” is English.', '4:9', 'affected', 'also at 6:1', 'suggestion: Use 영향을 받은']) {
      expect(texts).toContain(text)
    }
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  })

  it('speaks Korean', () => {
    expect(report(html, { locale: 'ko' })).toContain('<h1>콘텐츠 검사 보고서</h1>')
    expect(reportOf(html, [clean], { locale: 'ko' })).toContain('고칠 내용이 없습니다.')
  })
})

describe('repositoryPath', () => {
  it.each([
    ['', 'a.md', 'a.md'],
    ['site/', './_posts/a.md', 'site/_posts/a.md'],
    ['site/en/', '../a.md', 'site/a.md'],
    ['', '../a.md', '../a.md'],
    ['site/', '../../a.md', '../a.md'],
    ['site/', '/tmp/a.md', '/tmp/a.md'],
  ])('%s%s is %s', (folder, path, expected) => {
    expect(repositoryPath(path, context({ folder }))).toBe(expected)
  })
})
