import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false']

/** A repository of a Jekyll site with these posts committed. */
const repository = (files: Readonly<Record<string, string>> = {}) => {
  const cwd = folderWith({ '_config.yml': '', ...files })
  const git = (...args: string[]): void => {
    const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' }
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  const lint = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    postlint([...args, '--format', 'compact'], { cwd, env })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', '첫 글')
  return { cwd, git, write, lint }
}

/** Where something is wrong, as `path:line`. */
const placesIn = ({ stdout }: { readonly stdout: string }): string[] =>
  stdout.split('\n').flatMap((line) => /^(.*:\d+):\d+: error/.exec(line)?.[1] ?? [])

const hangul = '_posts/2024-04-11-벚꽃 산책.md'

describe('--staged', () => {
  it('lints what the next commit changes, as it is in the index', () => {
    const { git, write, lint } = repository({ '_posts/2024-01-01-old.md': badPost, 'README.md': badPost })
    write(hangul, badPost)
    write('_posts/2024-04-12-new.md', badPost)
    write('README.md', `${badPost}\n`)
    git('add', '.')
    write(hangul, cleanPost)
    write('_posts/2024-04-13-unstaged.md', badPost)
    const report = lint(['--staged'])
    expect(placesIn(report)).toEqual([`${hangul}:9`, '_posts/2024-04-12-new.md:9'])
    expect(report.status).toBe(1)
  })

  it('reads from the index even what is no longer on disk, in the first commit, from any folder', () => {
    const cwd = folderWith({ '_config.yml': '', [`site/${hangul}`]: badPost })
    spawnSync('git', ['init', '-q'], { cwd })
    spawnSync('git', ['add', '.'], { cwd })
    rmSync(join(cwd, 'site', hangul))
    const report = postlint(['--staged', '--format', 'compact'], { cwd: join(cwd, 'site') })
    expect(placesIn(report)).toEqual([`${hangul}:9`])
  })

  it('is not misled by names', () => {
    const { cwd, git, write } = repository()
    const names = ['$(touch x) `y`', '--output=x', '-rf', ':!a*', 'new\nline', 'tab\t"quoted"', '가 나']
    for (const name of names) write(`_posts/${name}.md`, badPost)
    git('add', '.')
    const { stdout } = postlint(['--staged', '--changed-lines', '--quiet', '--format', 'json'], { cwd })
    const results: { path: string; findings: { rule: string }[] }[] = JSON.parse(stdout).results
    expect(results.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])).toEqual(
      names.map((name) => [`_posts/${name}.md`, ['no-empty-paragraph']]),
    )
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })

  it('knows the index that a hook is about, and is not led astray by the rest that git sets for it', () => {
    const { cwd, git, write } = repository({ [hangul]: cleanPost })
    write('_posts/2024-04-12-other.md', badPost)
    git('add', '.')
    write(hangul, badPost)
    const hook = join(cwd, '.git/hooks/pre-commit')
    writeFileSync(
      hook,
      `#!/bin/sh\ncd _posts && '${process.execPath}' '${inject('cli')}' --staged --quiet --format compact > ../report\n`,
    )
    chmodSync(hook, 0o755)
    // Commits this file alone, through an index of its own.
    expect(() => git('commit', '-qm', '고침', hangul)).toThrow()
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toMatch(/^2024-04-11-벚꽃 산책\.md:9:1: error.*\n$/)
  })

  it('runs no program that the repository names', () => {
    const { cwd, git, write, lint } = repository({ [hangul]: cleanPost })
    const trap = join(cwd, '.git/trap')
    writeFileSync(trap, `#!/bin/sh\ntouch '${cwd}/sprung'\n`)
    chmodSync(trap, 0o755)
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.trap.command', 'diff.trap.textconv', 'core.pager'])
      git('config', name, trap)
    writeFileSync(join(cwd, '.git/info/attributes'), '*.md diff=trap\n')
    write(hangul, badPost)
    expect(placesIn(lint(['--changed-since', 'main', '--changed-lines']))).toEqual([`${hangul}:9`])
    const index = join(cwd, '.git/index')
    const before = readFileSync(index)
    lint(['--staged', '--changed-lines'])
    expect(readFileSync(index).equals(before)).toBe(true)
    expect(existsSync(join(cwd, 'sprung'))).toBe(false)
  })

  it('has nothing to say of links, other files and nothing at all', () => {
    const { cwd, git, write, lint } = repository()
    expect(lint(['--staged'])).toMatchObject({ status: 0, stderr: 'postlint: No post to check\n' })
    write('style.css', 'p {}')
    symlinkSync('../style.css', join(cwd, 'link.md'))
    git('add', '.')
    expect(lint(['--staged'])).toEqual({ status: 0, stdout: '', stderr: 'postlint: No post to check\n' })
    expect(lint(['--staged', '--locale', 'ko']).stderr).toBe('postlint: 검사할 글이 없습니다\n')
  })

  it('follows paths and ignore files', () => {
    const { git, write, lint } = repository({ '.postlintignore': '_posts/skip\n' })
    for (const name of ['a/a', 'b/b', 'skip/c']) write(`_posts/${name}.md`, badPost)
    git('add', '.')
    expect(placesIn(lint(['--staged']))).toEqual(['_posts/a/a.md:9', '_posts/b/b.md:9'])
    expect(placesIn(lint(['--staged', '_posts/a']))).toEqual(['_posts/a/a.md:9'])
    expect(placesIn(lint(['--staged', '_posts/*/b.md']))).toEqual(['_posts/b/b.md:9'])
    expect(lint(['--staged', '_post/a'])).toMatchObject({ status: 2, stderr: expect.stringContaining('No such file') })
  })

  it('reports on staged lines only, if asked to', () => {
    const { git, write, lint } = repository({ [hangul]: badPost })
    write(hangul, `${badPost}\n<p><br></p>\n`)
    git('add', '.')
    write(hangul, `<p></p>\n\n${badPost}`)
    expect(placesIn(lint(['--staged', '--changed-lines']))).toEqual([`${hangul}:13`])
  })
})

describe('--staged --fix', () => {
  it('fixes posts whose changes are all staged, and says that the fixes are not', () => {
    const { cwd, git, write, lint } = repository()
    write(hangul, badPost)
    git('add', '.')
    const { status, stderr } = lint(['--staged', '--fix'])
    expect(stderr).toContain('not staged yet')
    expect(status).toBe(1)
    expect(readFileSync(join(cwd, hangul), 'utf8')).not.toContain('&nbsp;')
    git('add', '.')
    expect(lint(['--staged', '--fix'])).toMatchObject({ status: 0, stderr: '' })
  })

  it('is refused where it would mix staged and unstaged changes', () => {
    const { cwd, git, write, lint } = repository()
    write(hangul, badPost)
    git('add', '.')
    write(hangul, `${badPost}<p>쓰는 중</p>\n`)
    const { status, stderr } = lint(['--staged', '--fix'])
    expect(stderr).toMatch(/not all changes are staged in _posts\/2024-04-11-벚꽃 산책\.md\. Stage them \(git add\)/)
    expect(status).toBe(2)
    expect(readFileSync(join(cwd, hangul), 'utf8')).toContain('&nbsp;')
    expect(lint(['--staged', '--diff']).status).toBe(1)
  })
})

describe('--changed-since', () => {
  const branched = () => {
    const site = repository({ '_posts/2024-01-01-old.md': badPost, [hangul]: badPost })
    site.git('switch', '-qc', 'draft')
    return site
  }

  it('lints what this branch has changed, committed or not, and not what others have', () => {
    const { cwd, git, write, lint } = branched()
    write('_posts/2024-04-12-committed.md', badPost)
    git('add', '.')
    git('commit', '-qm', '둘째 글')
    write('_posts/2024-04-13-untracked.md', badPost)
    rmSync(join(cwd, hangul))
    git('switch', '-q', 'main')
    write('_posts/2024-01-01-old.md', cleanPost)
    git('commit', '-qam', '고침')
    git('switch', '-q', 'draft')
    expect(placesIn(lint(['--changed-since', 'main']))).toEqual([
      '_posts/2024-04-12-committed.md:9',
      '_posts/2024-04-13-untracked.md:9',
    ])
  })

  it('reports on changed lines only, if asked to', () => {
    const { write, lint } = branched()
    write(hangul, `${badPost}\n<p><br></p>\n`)
    write('_posts/2024-04-13-untracked.md', badPost)
    expect(placesIn(lint(['--changed-since', 'main', '--changed-lines']))).toEqual([
      `${hangul}:13`,
      '_posts/2024-04-13-untracked.md:9',
    ])
    expect(placesIn(lint(['--changed-since', 'main', hangul]))).toEqual([`${hangul}:9`])
  })

  it('takes every line for changed where git and postlint count lines differently', () => {
    const { write, lint } = branched()
    write(hangul, `${badPost}\n<p>하나\r둘</p>\n`)
    expect(placesIn(lint(['--changed-since', 'main', '--changed-lines']))).toEqual([`${hangul}:9`])
  })

  it.each(['--output=x', '-h', 'nowhere', 'HEAD:_config.yml', 'main..draft', '$(touch x)'])('refuses “%s”', (ref) => {
    const { cwd, lint } = branched()
    const { status, stderr } = lint([`--changed-since=${ref}`])
    expect(stderr).toContain(`git knows no commit “${ref}”`)
    expect(status).toBe(2)
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })

  it('refuses a branch with which there is no common history', () => {
    const { git, lint } = branched()
    git('switch', '-q', '--orphan', 'other')
    git('commit', '-qm', '다른 뿌리', '--allow-empty')
    expect(lint(['--changed-since', 'main'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no common history'),
    })
  })
})

describe('without git', () => {
  it.each([['--staged'], ['--changed-since', 'main']])('%s is a clear error', (...flags) => {
    const cwd = folderWith({ 'a.md': badPost })
    const outside = postlint(flags, { cwd })
    expect(outside.stderr).toMatch(/^postlint: No git repository to ask: fatal: not a git repository/)
    expect(outside.status).toBe(2)
    const absent = postlint(flags, { cwd, env: { PATH: cwd } })
    expect(absent).toEqual({ status: 2, stdout: '', stderr: 'postlint: git was not found\n' })
  })
})
