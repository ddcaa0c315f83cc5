import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { PostResult } from '../src/engine/finding.ts'
import type { AnyRule, RuleEntry } from '../src/engine/rule.ts'
import { lintText } from '../src/lint-text.ts'
import { noticeText } from '../src/notice.ts'
import type { Post } from '../src/post/post.ts'
import { type RunInput, run } from '../src/run.ts'
import { folderWith } from './support/folder.ts'
import { testRules } from './support/rules.ts'

const today = '2024-05-02'

const runIn = async (cwd: string, wish: Partial<RunInput> = {}) => {
  const results: PostResult[] = []
  let locale = ''
  const outcome = await run(
    { cwd, paths: [], today, registry: testRules, ...wish },
    {
      start: (plan) => {
        locale = plan.locale
      },
      post: (result) => results.push(result),
    },
  )
  return { ...outcome, results, locale }
}

const bold = (count: number): string => `<p>${'<b>x</b>'.repeat(count)}</p>\n`

/** A single rule that shows every post to the test. */
const spyOn = (look: (post: Post) => void): RuleEntry[] => {
  const { rule, ...entry } = testRules[1]!
  const check: AnyRule['check'] = ({ post }) => {
    look(post)
    return undefined
  }
  return [{ ...entry, rule: { ...rule, presets: { recommended: 'warn' }, check } }]
}

describe('a run', () => {
  test('lints every post once, in order, and sums up', async () => {
    const cwd = folderWith({
      '_config.yml': '',
      '_posts/2024-02-01-b.md': bold(4),
      '_posts/2024-01-01-a.html': bold(3),
      '_posts/2024-03-01-c.md': '# 제목\n\n**하나** 둘\n',
    })
    const { results, summary, errors, notices } = await runIn(cwd)
    expect(results.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['_posts/2024-01-01-a.html', 1],
      ['_posts/2024-02-01-b.md', 2],
      ['_posts/2024-03-01-c.md', 0],
    ])
    expect(summary).toEqual({ files: 3, errors: 0, warnings: 3, infos: 0, fixable: 0, suppressed: 0 })
    expect([...errors, ...notices]).toEqual([])
  })

  test('follows the configuration file by file', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'overrides: [{ files: strict/**, extends: strict }]\nignore: [old]\n',
      'a.html': bold(3),
      'strict/a.html': bold(1),
      'old/a.html': bold(9),
    })
    const { results } = await runIn(cwd)
    expect(results.flatMap(({ path, findings }) => findings.map(({ severity }) => `${path} ${severity}`))).toEqual([
      'a.html warn',
      'strict/a.html error',
    ])
  })

  test('finds the same from wherever it is started', async () => {
    const cwd = folderWith({
      '.postlintrc.yaml': 'overrides: [{ files: posts/*.html, rules: { max-bold: error } }]\n',
      'posts/a.html': bold(3),
    })
    for (const [from, path] of [
      [cwd, 'posts/a.html'],
      [cwd, join(cwd, 'posts/a.html')],
      [join(cwd, 'posts'), 'a.html'],
      [join(cwd, 'posts'), '.'],
    ] as const) {
      const { results } = await runIn(from, { paths: [path] })
      expect(results[0]!.findings[0]!.severity).toBe('error')
    }
  })

  test('leaves out what directives suppress', async () => {
    const cwd = folderWith({ 'a.html': `<!-- postlint-disable max-bold -->\n${bold(4)}` })
    expect((await runIn(cwd)).summary).toMatchObject({ warnings: 0, suppressed: 2 })
  })

  test.each([
    [{ locale: 'ko' }, '<b>이 너무 많습니다.'],
    [{ systemLocale: 'ko' }, '<b>이 너무 많습니다.'],
    [{ configFile: 'ko.yaml', systemLocale: 'en' }, '<b>이 너무 많습니다.'],
    [{ configFile: 'ko.yaml', locale: 'en' }, '<b> is one too many.'],
    [{}, '<b> is one too many.'],
  ] as const)('speaks the language of flag, configuration and system: %j', async (wish, message) => {
    const cwd = folderWith({ 'a.html': bold(3), 'ko.yaml': 'locale: ko' })
    expect((await runIn(cwd, wish)).results[0]!.findings[0]!.message).toBe(message)
  })

  test('gives rules the keys that the site supplies', async () => {
    const cwd = folderWith({
      '_config.yml': 'defaults: [{ values: { author: 김하늘 } }]',
      '_posts/2024-05-02-a.md': '---\ntitle: 글\n---\n',
    })
    const seen: unknown[] = []
    const registry = spyOn((post) => seen.push(post.generator, post.sitePath, post.front.inherits('author')))
    await runIn(join(cwd, '_posts'), { registry })
    expect(seen).toEqual(['jekyll', '_posts/2024-05-02-a.md', true])
  })
})

describe('standard input', () => {
  const stdin = (path: string, text = bold(3)) => ({ path, bytes: Buffer.from(text) })

  test('is linted as the file that it says it is', async () => {
    const cwd = folderWith({ '.postlintrc.yaml': 'overrides: [{ files: drafts/*, rules: { max-bold: error } }]' })
    const { results } = await runIn(cwd, { stdin: stdin('drafts/new.html') })
    expect(results).toMatchObject([{ path: 'drafts/new.html', findings: [{ severity: 'error' }] }])
  })

  test('is left alone where that file would be ignored', async () => {
    const { results, notices } = await runIn(folderWith({ '.postlintignore': 'drafts' }), {
      stdin: stdin('drafts/a.html'),
    })
    expect(results).toEqual([])
    expect(notices.map((notice) => noticeText(notice, 'en'))).toEqual([
      'drafts/a.html: skipped, because an ignore file or the configuration names it (--no-ignore lints it)',
    ])
  })
})

describe('what goes wrong with one post', () => {
  test('does not stop the others: a rule that throws', async () => {
    const cwd = folderWith({ 'a.html': bold(3), 'b.html': bold(3) })
    const { results, errors } = await runIn(cwd, { ruleFlags: ['broken-rule: warn'] })
    expect(results.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['broken-rule', 'max-bold'],
      ['broken-rule', 'max-bold'],
    ])
    expect(errors).toEqual([
      { message: 'a rule failed: broken-rule: out of order', file: 'a.html' },
      { message: 'a rule failed: broken-rule: out of order', file: 'b.html' },
    ])
  })

  test('does not stop the others: a file that cannot be read', async () => {
    const cwd = folderWith({ 'b.html': bold(3) })
    // A name that is no UTF-8 is listed, but cannot be opened by what it is listed as.
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/a`), Buffer.from([0xff]), Buffer.from('.html')]), '')
    const { results, errors } = await runIn(cwd)
    expect(results.map(({ path }) => path)).toEqual(['b.html'])
    expect(errors).toMatchObject([{ file: 'a\ufffd.html' }])
  })

  test('a file that is too large is not read, but reported on', async () => {
    const cwd = folderWith({ 'a.html': bold(3) })
    const problems: unknown[] = []
    const registry = spyOn((post) => problems.push(...post.problems))
    expect((await runIn(cwd, { maxFileSize: 10, registry })).summary.files).toBe(1)
    expect(problems).toEqual([{ kind: 'budget', budget: 'file-size', limit: 10, range: { start: 0, end: 0 } }])
  })

  test('text in another encoding is linted as what it is', async () => {
    const text = '<p>부산으로 가는 기차에서 쓴 글입니다. <b>하나</b><b>둘</b><b>셋</b></p>\n'
    const { results } = await runIn(folderWith({ 'a.html': iconv.encode(text, 'cp949') }))
    const [finding] = results[0]!.findings
    expect(text.slice(finding!.start, finding!.end)).toBe('<b>셋</b>')
  })

  test('tells rules the address of the site that is configured', async () => {
    const cwd = folderWith({ 'a.html': '<p>x</p>', '.postlintrc.json': '{ "site": { "url": "https://a.example" } }' })
    const sites: Post['site'][] = []
    await runIn(cwd, { registry: spyOn((post) => void sites.push(post.site)) })
    expect(sites).toEqual([{ url: 'https://a.example' }])
  })

  test('a path that does not exist stops everything before the first post', async () => {
    const cwd = folderWith({ 'a.html': bold(3) })
    await expect(runIn(cwd, { paths: ['a.html', 'b.html'] })).rejects.toThrow('No such file or folder: “b.html”')
  })
})

describe('lintText', () => {
  const lint = (text: string, options = {}) => lintText(text, testRules, { today, ...options })

  test('finds what a run finds, without touching a file', async () => {
    const result = await lint(bold(3), { path: 'posts/a.html' })
    expect(result).toMatchObject({ path: 'posts/a.html', findings: [{ rule: 'max-bold', severity: 'warn' }] })
    expect((await lint('# 제목\n\n하나\n')).findings).toEqual([])
  })

  test('tells rules the address of the site', async () => {
    const sites: Post['site'][] = []
    const registry = spyOn((post) => void sites.push(post.site))
    await lintText('<p>x</p>', registry, { today, path: 'a.html', site: { url: 'https://a.example' } })
    await lintText('<p>x</p>', registry, { today, path: 'a.html' })
    expect(sites).toEqual([{ url: 'https://a.example' }, undefined])
  })

  test('takes presets, rules and a language', async () => {
    const options = { presets: ['strict'], rules: { 'max-bold': ['info', { max: 1 }] }, locale: 'ko' }
    expect((await lint(bold(2), options)).findings).toMatchObject([
      { severity: 'info', message: '<b>이 너무 많습니다.' },
    ])
    await expect(lint('', { rules: { 'max-bald': 'warn' } })).rejects.toThrow('Unknown rule “max-bald”')
  })
})
