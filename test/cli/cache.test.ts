import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

const posts = {
  '_config.yml': '',
  '_posts/2024-03-01-a.md': badPost,
  '_posts/2024-03-02-b.md': cleanPost,
  '_posts/2024-03-03-c.md': `${badPost}\n<!-- postlint-disable-line -->\n`,
}

const lint = (cwd: string, args: readonly string[] = ['--cache'], env: Readonly<Record<string, string>> = {}) =>
  postlint(['--format', 'json', ...args], { cwd, env: { XDG_CACHE_HOME: join(cwd, '.cache'), ...env } })

/** Only what has not changed for so many milliseconds is known by its looks. */
const untilSettled = 2100

/** The folder of the one project that was cached, or nothing. */
const cacheOf = (cwd: string): string | undefined => {
  try {
    const [name] = readdirSync(join(cwd, '.cache/postlint/results'))
    return name && join(cwd, '.cache/postlint/results', name)
  } catch {
    return undefined
  }
}
const filesOf = (cwd: string): string[] => readdirSync(cacheOf(cwd)!).map((name) => join(cacheOf(cwd)!, name))
const indexOf = (cwd: string): string => join(cacheOf(cwd)!, 'index.tsv')
const inodes = (cwd: string): number[] => filesOf(cwd).map((file) => statSync(file).ino)

describe('the cache', () => {
  it('gives what linting gives, and writes nothing when nothing has changed', async () => {
    const cwd = folderWith(posts)
    await setTimeout(untilSettled)
    const cold = lint(cwd, ['--no-cache'])
    expect(cacheOf(cwd)).toBeUndefined()
    expect(lint(cwd)).toEqual(cold)
    const written = inodes(cwd)
    expect(lint(cwd)).toEqual(cold)
    expect(inodes(cwd)).toEqual(written)
  })

  it('is asked: what it says is what is told', () => {
    const cwd = folderWith(posts)
    lint(cwd)
    const index = readFileSync(indexOf(cwd), 'utf8')
    // The post without findings, said to hold seven that directives suppress.
    writeFileSync(indexOf(cwd), index.replace(/(b\.md\t\w+\t\S+\t\w+\t\w+\t)0/, '$17'))
    expect(JSON.parse(lint(cwd).stdout).summary.suppressed).toBe(
      JSON.parse(lint(cwd, ['--no-cache']).stdout).summary.suppressed + 7,
    )
  })

  it('knows nothing of posts, rules, options and circumstances that have changed', () => {
    const cwd = folderWith(posts)
    lint(cwd)
    writeFileSync(join(cwd, '_posts/2024-03-02-b.md'), badPost)
    for (const args of [[], ['--rule', 'no-empty-paragraph: off'], ['--preset', 'strict'], ['--locale', 'ko']])
      expect(lint(cwd, ['--cache', ...args])).toEqual(lint(cwd, ['--no-cache', ...args]))
    writeFileSync(join(cwd, '_config.yml'), 'defaults: [{ values: { description: 설명 } }]\n')
    expect(lint(cwd)).toEqual(lint(cwd, ['--no-cache']))
  })

  it('is not taken in by a file that keeps its size and its time', async () => {
    const cwd = folderWith(posts)
    const file = join(cwd, '_posts/2024-03-02-b.md')
    await setTimeout(untilSettled)
    const clean = lint(cwd)
    expect(readFileSync(indexOf(cwd), 'utf8')).toContain(String(statSync(file).ino))
    expect(lint(cwd)).toEqual(clean)
    const { atime, mtime } = statSync(file)
    const spacer = '<p>&nbsp;</p>'
    const sameSize = (text: string): string => spacer.padEnd(Buffer.byteLength(text))
    writeFileSync(file, cleanPost.replace(/<p>.*<\/p>/, sameSize))
    utimesSync(file, atime, mtime)
    const dirty = lint(cwd)
    expect(dirty).toEqual(lint(cwd, ['--no-cache']))
    expect(dirty).not.toEqual(clean)
  })

  it('keeps its order where one post is changed and a later one only looks new', async () => {
    const cwd = folderWith(posts)
    lint(cwd)
    writeFileSync(join(cwd, '_posts/2024-03-01-a.md'), `${badPost}\n`)
    await setTimeout(untilSettled)
    lint(cwd)
    const paths = readFileSync(indexOf(cwd), 'utf8').split('\n').slice(1, -1)
    expect(paths).toHaveLength(3)
    expect(paths).toEqual(paths.toSorted())
  })

  it('is as good as none where it is damaged, cut short, or foreign', () => {
    const cwd = folderWith(posts)
    const cold = lint(cwd)
    const hostile = '{"findings":[{"rule":{"__proto__":1}}]}'
    for (const pick of [indexOf, (folder: string) => filesOf(folder).find((file) => file.endsWith('.jsonl'))!]) {
      for (const damage of [
        () => hostile,
        (text: string) => text.slice(0, text.length / 2),
        (text: string) => text.replaceAll('no-empty-paragraph', 'no-empty-paragrapH'),
        (text: string) => text.replace(/\t\d+\t\d+\t/, '\t99999999\t999999999\t'),
        (text: string) => `${text}\n\0\t\t\t../../etc/passwd\n`,
      ]) {
        const file = pick(cwd)
        writeFileSync(file, damage(readFileSync(file, 'utf8')))
        expect(lint(cwd)).toEqual(cold)
      }
    }
  })

  it('takes no line that was cut short for a post without findings', () => {
    const cwd = folderWith({ '_config.yml': '', '_posts/2024-03-01-a.md': badPost })
    const cold = lint(cwd)
    const line = readFileSync(indexOf(cwd), 'utf8').trimEnd()
    for (const fields of [4, 5, 7]) {
      const [heading = '', entry = ''] = line.split('\n').slice(-2)
      writeFileSync(indexOf(cwd), `${heading}\n${entry.split('\t').slice(0, fields).join('\t')}`)
      expect(lint(cwd)).toEqual(cold)
    }
  })

  it('is off in a CI and for a few posts, unless asked for', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [`_posts/2024-03-02-${1000 + number}.md`, cleanPost]),
    )
    const few = folderWith(posts)
    lint(few, [])
    expect(cacheOf(few)).toBeUndefined()
    const cwd = folderWith(many)
    lint(cwd, [], { CI: 'true' })
    expect(cacheOf(cwd)).toBeUndefined()
    lint(cwd, [])
    expect(cacheOf(cwd)).toBeDefined()
  })
})
