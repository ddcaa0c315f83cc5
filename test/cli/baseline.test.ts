import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

const file = 'known.txt'
const broken = '<p><a href="/old/" rel="dofollow">첫 글</a></p>\n'

/** A blog with two posts of which a baseline has been taken. */
const adopted = () => {
  const cwd = folderWith({ 'posts/a.md': badPost, 'posts/b.md': badPost, 'posts/c.md': cleanPost })
  const lint = (...flags: string[]) => postlint(['posts', '--baseline', file, ...flags], { cwd })
  const taken = lint('--update-baseline')
  return { cwd, lint, taken, write: (name: string, text: string) => writeFileSync(join(cwd, name), text) }
}

describe('--baseline', () => {
  it('makes everything known that is found when it is taken', () => {
    const { lint, taken } = adopted()
    expect(taken).toEqual({
      status: 0,
      stdout: 'No problems in 3 files. (2 in the baseline)\n',
      stderr: `postlint: Wrote ${file}: 2 known, 2 new, 0 gone\n`,
    })
    expect(lint()).toEqual({ status: 0, stdout: 'No problems in 3 files. (2 in the baseline)\n', stderr: '' })
    expect(JSON.parse(lint('--format', 'json').stdout).summary).toMatchObject({ errors: 0, fixable: 0, known: 2 })
  })

  it('lets exactly what is new through', () => {
    const { lint, write } = adopted()
    write('posts/a.md', `${badPost}\n${broken}`)
    const { status, stdout } = lint('--format', 'compact')
    expect(stdout).toMatch(/^posts\/a\.md:13:\d+: error: .*\[link-rel-valid\]\n$/)
    expect(status).toBe(1)
  })

  it('says what is gone, and forgets it when told to', () => {
    const { cwd, lint, write } = adopted()
    const before = readFileSync(join(cwd, file), 'utf8')
    write('posts/a.md', cleanPost)
    rmSync(join(cwd, 'posts/b.md'))
    expect(lint()).toMatchObject({
      status: 0,
      stderr: `postlint: 2 findings of ${file} are gone; --prune-baseline takes them out\n`,
    })
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before)
    expect(lint('--prune-baseline').stderr).toBe(`postlint: Took 2 of 2 out of ${file}\n`)
    expect(lint().stderr).toBe('')
    write('posts/a.md', badPost)
    expect(lint().status).toBe(1)
  })

  it('only takes out when it is pruned', () => {
    const { lint, write } = adopted()
    write('posts/a.md', cleanPost)
    write('posts/c.md', badPost)
    expect(lint('--prune-baseline')).toMatchObject({ status: 1, stderr: `postlint: Took 1 of 2 out of ${file}\n` })
    expect(lint().status).toBe(1)
  })

  it('keeps what it knows of posts and rules that a run does not look at', () => {
    const { cwd, lint, write } = adopted()
    write('posts/a.md', `${badPost}\n${broken}`)
    const some = postlint(['posts/a.md', '--baseline', file, '--update-baseline'], { cwd })
    expect(some.stderr).toBe(`postlint: Wrote ${file}: 3 known, 1 new, 0 gone\n`)
    expect(lint('--rule', 'no-empty-paragraph: off', '--prune-baseline').stderr).toBe('')
    expect(lint().status).toBe(0)
  })

  it('serves a run from any folder', () => {
    const { cwd } = adopted()
    const inside = postlint(['.', '--baseline', `../${file}`], { cwd: join(cwd, 'posts') })
    expect(inside).toMatchObject({ status: 0, stderr: '' })
  })

  it('is about what fixing leaves', () => {
    const { cwd, lint } = adopted()
    expect(lint('--fix')).toMatchObject({ status: 0, stderr: expect.stringContaining('2 findings') })
    expect(readFileSync(join(cwd, 'posts/a.md'), 'utf8')).not.toContain('&nbsp;')
  })

  it('speaks Korean', () => {
    const { lint, write } = adopted()
    write('posts/a.md', cleanPost)
    const { stdout, stderr } = lint('--locale', 'ko')
    expect(stdout).toBe('파일 3개에서 문제를 찾지 못했습니다. (베이스라인에 있는 1개 제외)\n')
    expect(stderr).toContain(`${file}의 문제 1개가 해결되었습니다.`)
  })
})

describe('a baseline that cannot be used', () => {
  it('is told with the line that is broken', () => {
    const { lint, write } = adopted()
    write(file, `# known\n<<<<<<< HEAD\n`)
    const { status, stderr } = lint()
    expect(stderr).toMatch(/^postlint: known\.txt:2: “<<<<<<< HEAD” is no line of a baseline\. After a merge conflict/)
    expect(status).toBe(2)
    expect(lint('--update-baseline').status).toBe(2)
  })

  it('is missed, but for the run that writes it', () => {
    const cwd = folderWith({ 'a.md': badPost })
    for (const flags of [[], ['--prune-baseline']]) {
      const { status, stderr } = postlint(['a.md', '--baseline', file, ...flags], { cwd })
      expect(stderr).toBe(`postlint: No baseline at “${file}”. Write it with --update-baseline.\n`)
      expect(status).toBe(2)
    }
    expect(existsSync(join(cwd, file))).toBe(false)
  })

  it('does not take the place of a post', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': '' })
    const { status, stderr } = postlint(['a.md', '--baseline', 'b.md', '--update-baseline'], { cwd })
    expect(stderr).toContain('Cannot write b.md: it is a post')
    expect(status).toBe(2)
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe('')
  })

  it('stays as it is when a post could not be checked', () => {
    const { cwd, lint, write } = adopted()
    const before = readFileSync(join(cwd, file), 'utf8')
    // A name that is no UTF-8 is listed, but cannot be opened by what it is listed as.
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/posts/`), Buffer.from([0xff]), Buffer.from('.md')]), '')
    write('posts/a.md', cleanPost)
    const { status, stderr } = lint('--update-baseline')
    expect(stderr).toContain('The baseline was left as it is')
    expect(status).toBe(2)
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before)
  })
})
