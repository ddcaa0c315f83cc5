import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

const ESCAPES = '\x1b['

describe('postlint [paths..]', () => {
  it('reports what it finds and exits with 1', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const { status, stdout, stderr } = postlint(['a.md'], { cwd })
    expect(stdout).toContain('a.md\n\n  9:1  error  ')
    expect(stdout).toContain('│ <p>&nbsp;</p>\n')
    expect(stdout).toContain('│ ^^^^^^^^^^^^^\n')
    expect(stdout).toMatch(/no-empty-paragraph/)
    expect(stdout).toMatch(/1 error · 1 file checked · 1 fixable\n$/)
    expect(stdout).not.toContain(ESCAPES)
    expect(stderr).toBe('')
    expect(status).toBe(1)
  })

  it('exits with 0 when there is nothing at error level', () => {
    const cwd = folderWith({ 'a.md': cleanPost, 'b.md': badPost })
    expect(postlint(['a.md'], { cwd })).toEqual({ status: 0, stdout: 'No problems in 1 file.\n', stderr: '' })
    const asWarning = ['--rule', 'no-empty-paragraph: warn', 'b.md']
    expect(postlint(asWarning, { cwd }).status).toBe(0)
    expect(postlint(['--max-warnings', '1', ...asWarning], { cwd }).status).toBe(0)
    const tooMany = postlint(['--max-warnings=0', ...asWarning], { cwd })
    expect(tooMany.status).toBe(1)
    expect(tooMany.stderr).toBe('postlint: 1 warning; --max-warnings allows 0\n')
  })

  it('shows errors only when asked for quiet', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const { stdout } = postlint(['--quiet', '--rule', 'no-empty-paragraph: warn', 'a.md'], { cwd })
    expect(stdout).toBe('1 file checked · 1 below error level not shown\n')
  })

  it('speaks Korean when the system does, or when told', () => {
    const cwd = folderWith({ 'a.md': badPost })
    for (const korean of [
      postlint(['a.md'], { cwd, env: { LANG: 'ko_KR.UTF-8' } }),
      postlint(['--locale', 'ko', 'a.md'], { cwd }),
      postlint(['a.md'], { cwd: folderWith({ 'a.md': badPost, '.postlintrc.yaml': 'locale: ko\n' }) }),
    ]) {
      expect(korean.stdout).toMatch(/ {2}9:1 {2}오류 {2}.*[가-힣]/)
      expect(korean.stdout).toMatch(/오류 1개 · 파일 1개 검사 · 1개 수정 가능\n$/)
    }
    expect(postlint(['--nope'], { env: { LC_ALL: 'ko_KR.UTF-8' } }).stderr).toMatch(
      /^postlint: 알 수 없는 플래그: --nope/,
    )
  })

  it('colors when forced to, and never into a file', () => {
    const cwd = folderWith({ 'a.md': badPost })
    expect(postlint(['a.md'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).toContain(ESCAPES)
    expect(postlint(['--no-color', 'a.md'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).not.toContain(ESCAPES)
    postlint(['--color', '--format', 'pretty=out/report.txt', 'a.md'], { cwd })
    expect(readFileSync(join(cwd, 'out/report.txt'), 'utf8')).toMatch(/^a\.md\n\n {2}9:1 {2}error/)
  })

  it('reads standard input as the file it is said to be', () => {
    const args = ['--stdin', '--stdin-path', '_posts/2024-03-02-new.md', '--format', 'json']
    const { status, stdout } = postlint(args, { cwd: folderWith({}), input: badPost })
    expect(status).toBe(1)
    const [result] = JSON.parse(stdout).results
    expect(result).toMatchObject({ path: '_posts/2024-03-02-new.md', language: 'ko' })
    const [{ start, end, fix }] = result.findings
    expect(badPost.slice(start.offset, end.offset)).toBe('<p>&nbsp;</p>')
    expect(fix).toMatchObject({ safe: true, edits: [{ text: '' }] })
  })
})

describe('--format', () => {
  it('json is one document, in English whatever the system speaks', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': cleanPost })
    const env = { LANG: 'ko_KR.UTF-8' }
    const { status, stdout } = postlint(['--format', 'json', 'a.md', 'b.md'], { cwd, env })
    const report = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'postlint', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      summary: { files: 2, errors: 1, warnings: 0, infos: 0, fixable: 1, suppressed: 0 },
      errors: [],
    })
    expect(report.results.map(({ path }: { path: string }) => path)).toEqual(['a.md', 'b.md'])
    expect(report.results[0].findings[0].message).not.toMatch(/[가-힣]/)
    const told = postlint(['--format', 'json', '--locale', 'ko', 'a.md'], { cwd })
    expect(JSON.parse(told.stdout).results[0].findings[0].message).toMatch(/[가-힣]/)
  })

  it('jsonl is one line a post and a last line', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': cleanPost })
    const lines = postlint(['--format=jsonl', 'a.md', 'b.md'], { cwd }).stdout.trimEnd().split('\n')
    const [first, second, last] = lines.map((line) => JSON.parse(line))
    expect(lines).toHaveLength(3)
    expect([first.path, second.path]).toEqual(['a.md', 'b.md'])
    expect(last).toMatchObject({ summary: { files: 2 }, errors: [] })
  })

  it('writes several at once, each in its language', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const { stdout } = postlint(['--format', 'json=r.json', '--format', 'pretty', 'a.md'], {
      cwd,
      env: { LANG: 'ko_KR' },
    })
    expect(stdout).toContain('오류')
    const written = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))
    expect(written.results[0].findings[0].message).not.toMatch(/[가-힣]/)
  })

  it('says so when a file cannot be written', () => {
    const cwd = folderWith({ 'a.md': cleanPost, b: '' })
    const { status, stderr } = postlint(['--format', 'json=b/c.json', 'a.md'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^postlint: Cannot write b\/c\.json: /)
  })

  it('tells programs on standard output what became of a file', () => {
    const cwd = folderWith({ 'a.md': badPost, b: '' })
    for (const file of ['b/c.json', '/dev/full']) {
      const args = ['--format', `jsonl=${file}`, '--format', 'json', 'a.md']
      const { status, stdout, stderr } = postlint(args, { cwd })
      const { results, errors } = JSON.parse(stdout)
      expect(results).toHaveLength(1)
      expect(errors).toEqual([{ message: expect.stringContaining(`Cannot write ${file}: `) }])
      expect(stderr).toMatch(/^postlint: Cannot write [^\n]*\n$/)
      expect(status).toBe(2)
    }
  })

  it('never writes over a post', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.html': '' })
    symlinkSync('a.md', join(cwd, 'report.json'))
    for (const file of ['a.md', './a.md', 'b.html', 'report.json']) {
      const { status, stderr } = postlint(['--format', `json=${file}`, 'a.md'], { cwd })
      expect(stderr).toContain(`Cannot write ${file}: it is a post`)
      expect(status).toBe(2)
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(badPost)
    expect(readdirSync(cwd)).toEqual(['a.md', 'b.html', 'report.json'])
  })

  it('leaves files alone when the command line is wrong', () => {
    const cwd = folderWith({ 'a.md': badPost, 'r.json': 'kept' })
    expect(
      postlint(['--format', 'json=r.json', '--format', 'jsonl=new/r.jsonl', '--quite', 'a.md'], { cwd }).status,
    ).toBe(2)
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('kept')
    expect(readdirSync(cwd)).toEqual(['a.md', 'r.json'])
    expect(postlint(['--format', 'json=r.json', 'a.md'], { cwd }).status).toBe(1)
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).results).toHaveLength(1)
    expect(readdirSync(cwd)).toEqual(['a.md', 'r.json'])
  })

  it('says when the configured content is not on a page', () => {
    const cwd = folderWith({
      'a.html':
        '<!doctype html><html lang="en"><head><title>A</title></head><body><main><p>A page.</p></main></body></html>',
      '.postlintrc.yaml': 'content: .story\n',
    })
    expect(postlint(['a.html'], { cwd }).stderr).toContain('a.html: nothing on the page matches “content”')
    expect(postlint(['inspect', 'a.html'], { cwd }).stdout).toMatch(/content +\.story +matches nothing on this page/)
    writeFileSync(join(cwd, '.postlintrc.yaml'), 'content: main\n')
    expect(postlint(['a.html'], { cwd }).stderr).toBe('')
    expect(postlint(['inspect', 'a.html'], { cwd }).stdout).toMatch(/content +main +\.postlintrc\.yaml:1/)
  })

  it('tells small limits in bytes', () => {
    const cwd = folderWith({ 'a.md': badPost })
    expect(postlint(['--max-file-size', '10', 'a.md'], { cwd }).stdout).toContain('larger than 10 B,')
    expect(postlint(['--max-file-size', '10', '--locale', 'ko', 'a.md'], { cwd }).stdout).toContain('10 B를 넘어')
  })
})

describe('what stops postlint', () => {
  it.each([
    ['a missing path', ['gone.md'], /gone\.md/],
    ['an empty path', [''], /An empty path/],
    ['a mistake beside --version', ['--version', '--bogus'], /Unknown flag --bogus/],
    ['a mistake beside -v', ['-vx'], /Unknown flag -x/],
    ['a mistake beside --help', ['--hepl', '--help'], /“--help”/],
    ['an empty glob', ['*.html'], /\*\.html/],
    ['a misspelt rule', ['--rule', 'no-empty-paragrph: off', 'a.md'], /“no-empty-paragraph”/],
    ['a misspelt preset', ['--preset', 'recomended', 'a.md'], /“recommended”/],
    ['a misspelt format', ['--format', 'jsn', 'a.md'], /“json”/],
    ['a misspelt flag', ['--max-warning', '3', 'a.md'], /“--max-warnings”/],
    ['a missing config', ['--config', 'gone.yaml', 'a.md'], /gone\.yaml/],
  ])('%s is one clear line and exit code 2', (_name, args, words) => {
    const { status, stdout, stderr } = postlint(args, { cwd: folderWith({ 'a.md': cleanPost }) })
    expect(stderr).toMatch(/^postlint: .+\n$/)
    expect(stderr).toMatch(words)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  it('a mistake in the configuration is shown where it is', () => {
    const cwd = folderWith({ 'a.md': cleanPost, '.postlintrc.yaml': 'rules:\n  # 한글\n  no-empty-paragrph: error\n' })
    const { status, stderr } = postlint(['a.md'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^postlint: \.postlintrc\.yaml:3:3: .*“no-empty-paragraph”/)
    expect(stderr).toMatch(/\n {2}3 │ {3}no-empty-paragrph: error\n {4}│ {3}\^\n$/)
  })

  it.each([
    ['json', ['--format', 'json', 'gone.md']],
    ['json', ['--format', 'json', '--nope']],
    ['json', ['rules', '--format', 'json', '--nope']],
    ['jsonl', ['--format', 'jsonl', '--rule', 'nope: error', 'a.md']],
  ])('%s stays valid and carries the error (%j)', (_format, args) => {
    const { status, stdout } = postlint(args, { cwd: folderWith({ 'a.md': cleanPost }) })
    expect(status).toBe(2)
    const report = JSON.parse(stdout)
    expect(report.errors).toHaveLength(1)
    expect(report.errors[0].message).not.toBe('')
    expect(report.summary.files).toBe(0)
  })

  it('tells errors in the language asked for', () => {
    const { stderr } = postlint(['--locale', 'ko', 'gone.md'], { cwd: folderWith({}) })
    expect(stderr).toMatch(/^postlint: .*[가-힣].*gone\.md/)
  })
})

describe('a hostile name', () => {
  it('reaches the terminal escaped', () => {
    const cwd = folderWith({})
    const name = '::error::\x1b[31m\u202e.md'
    writeFileSync(join(cwd, name), badPost)
    const { stdout } = postlint([name], { cwd })
    expect(stdout).toContain('\\u{3a}:error::\\u{1b}[31m\\u{202e}.md\n')
    expect(stdout).not.toMatch(/[\x1b\u202e]|^\s*::/m)
  })
})

describe('--stats', () => {
  it('tells on standard error where the time went, by step and by rule', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const { status, stdout, stderr } = postlint(['--stats', '--format', 'json', 'a.md'], { cwd })
    expect(status).toBe(1)
    expect(JSON.parse(stdout).summary.files).toBe(1)
    expect(stderr).toMatch(/Where the time went: \d/)
    for (const step of ['resolve', 'discover', 'read', 'parse', 'lint', 'suppress', 'report']) {
      expect(stderr).toMatch(new RegExp(`^ +[\\d.]+ ms +[\\d.]+ %  ${step}$`, 'm'))
    }
    expect(stderr).toMatch(/ms +[\d.]+ % {2}[a-z]+(?:-[a-z]+)+$/m)
  })
})
