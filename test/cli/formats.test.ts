import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

describe('on GitHub Actions', () => {
  const actions = (cwd: string) => ({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'summary') })

  it('annotates beside the format that was asked for, and adds to the summary of the job', () => {
    const cwd = folderWith({ 'site/a.md': badPost, '.git/HEAD': '', 'site/summary': '# Before\n' })
    const site = join(cwd, 'site')
    const { status, stdout, stderr } = postlint(['--format', 'json', 'a.md'], {
      cwd: site,
      env: { ...actions(site), HOME: '/' },
    })
    expect(status).toBe(1)
    expect(JSON.parse(stdout).summary.errors).toBe(1)
    expect(stderr).toMatch(
      /^::error file=site\/a\.md,line=9,endLine=9,col=1,endColumn=14,title=no-empty-paragraph::.+\n$/,
    )
    expect(readFileSync(join(site, 'summary'), 'utf8')).toMatch(
      /^# Before\n<!-- postlint report -->\n\n## postlint\n\n\*\*1 error\*\*[\s\S]*### `a\.md`/,
    )
  })

  it('annotates once, and tells what stopped it', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const asked = postlint(['--format', 'github', 'a.md'], { cwd, env: actions(cwd) })
    expect(asked.stdout).toMatch(/^::error file=a\.md,.*\n$/)
    expect(asked.stderr).toBe('')
    const stopped = postlint(['gone.md'], { cwd, env: actions(cwd) })
    expect(stopped.status).toBe(2)
    expect(stopped.stderr).toMatch(/^::error title=postlint::.*gone\.md/m)
  })
})

describe('a report that looks like a post', () => {
  it.each(['html', 'markdown'])('in %s is written anew, and not linted', (format) => {
    const file = `report.${format === 'html' ? 'html' : 'md'}`
    const cwd = folderWith({ 'a.md': badPost })
    const args = ['--format', `${format}=${file}`]
    expect(postlint(args, { cwd }).status).toBe(1)
    const first = readFileSync(join(cwd, file), 'utf8')
    const { status, stdout, stderr } = postlint(args, { cwd })
    expect(status).toBe(1)
    expect(stdout).toContain('1 file checked')
    expect(stderr).toBe(`postlint: ${file}: skipped: a report of postlint\n`)
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(first)

    writeFileSync(join(cwd, file), cleanPost)
    expect(postlint(args, { cwd }).stderr).toContain(`Cannot write ${file}: it is a post`)
  })

  it('is in the language of the reader', () => {
    const cwd = folderWith({ 'a.md': badPost })
    postlint(['--locale', 'ko', '--format', 'html=report.html', 'a.md'], { cwd })
    const page = readFileSync(join(cwd, 'report.html'), 'utf8')
    expect(page).toContain('<html lang="ko">')
    // The reasons, which linting does without.
    expect(page).toMatch(
      /<article class="card" id="rule-no-empty-paragraph">.*<p class="summary">[^<]*[가-힣].*<summary>출처</,
    )
  })
})

describe('a formatter of a plugin', () => {
  const plugin = `export const formatters = {
    dots: ({ version }) => ({
      head: '<',
      post: ({ findings }) => '.'.repeat(findings.length),
      end: ({ summary }) => summary.errors + '>\\n',
    }),
  }\n`
  const files = { 'a.md': badPost, 'acme.js': plugin, '.postlintrc.yaml': 'plugins: ./acme.js\n' }

  it('is asked for by its name', () => {
    const cwd = folderWith(files)
    expect(postlint(['--format', 'acme/dots', 'a.md'], { cwd }).stdout).toBe('<.1>\n')
    postlint(['--format', 'acme/dots=dots.txt', 'a.md'], { cwd })
    expect(readFileSync(join(cwd, 'dots.txt'), 'utf8')).toBe('<.1>\n')
  })

  it('that is unknown or broken is told', () => {
    const cwd = folderWith(files)
    const unknown = postlint(['--format', 'acme/dot', 'a.md'], { cwd })
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toMatch(
      /^postlint: Unknown format “acme\/dot”; .*acme\/dots\. Did you mean “acme\/dots”\?\n$/,
    )
    writeFileSync(join(cwd, 'acme.js'), 'export const formatters = { dots: 1 }\n')
    expect(postlint(['a.md'], { cwd }).stderr).toContain('has a broken formatter “dots”')
  })

  it.each([
    ['at once', `() => { throw new Error('no dots') }`, 'no dots'],
    ['at a post', `() => ({ post() { throw new Error('no dot') }, end: () => '' })`, 'no dot'],
    ['at the end', `() => ({ post: () => '', end() { throw new Error('no end') } })`, 'no end'],
    ['by giving no text', `() => ({ post: () => undefined, end: () => '' })`, 'gave undefined instead of text'],
  ])('that fails %s is named', (_, dots, why) => {
    const cwd = folderWith({ ...files, 'acme.js': `export const formatters = { dots: ${dots} }\n` })
    const { status, stderr } = postlint(['--format', 'acme/dots', 'a.md'], { cwd })
    expect(stderr).toBe(`postlint: The format “acme/dots” failed: ${why}\n`)
    expect(status).toBe(2)
  })
})
