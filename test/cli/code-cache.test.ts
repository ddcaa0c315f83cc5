import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

const lint = (home: string, env: Readonly<Record<string, string>> = {}) =>
  postlint(['--no-config', 'post.md'], { cwd: home, env: { XDG_CACHE_HOME: join(home, 'cache'), ...env } })

const folderOf = (home: string): string => join(home, 'cache/postlint/code')
const codeIn = (home: string): string[] => readdirSync(folderOf(home)).map((name) => join(folderOf(home), name))
const largest = (home: string): string =>
  codeIn(home).toSorted((a, b) => statSync(b).size - statSync(a).size)[0] as string

describe('the code that V8 compiled is kept for the next run', () => {
  it("in the user's cache folder, which nobody else may write to", () => {
    const home = folderWith({ 'post.md': badPost })
    const first = lint(home)
    expect(first.status).toBe(1)
    expect(statSync(largest(home)).size).toBeGreaterThan(100_000)
    expect(statSync(folderOf(home)).mode & 0o077).toBe(0)
    const written = statSync(largest(home)).mtimeMs
    expect(lint(home)).toEqual(first)
    expect(statSync(largest(home)).mtimeMs).toBe(written)
  })

  it('and made anew when it is damaged, cut short, or something else', () => {
    const home = folderWith({ 'post.md': badPost })
    const first = lint(home)
    const whole = readFileSync(largest(home))
    const scratched = Buffer.from(whole).fill(0x5a, whole.length / 2, whole.length / 2 + 64)
    const cut = whole.subarray(0, whole.length / 2)
    for (const broken of [scratched, cut, Buffer.from('no code'), Buffer.alloc(0)]) {
      const file = largest(home)
      writeFileSync(file, broken)
      expect(lint(home)).toEqual(first)
      expect(statSync(file).size).toBeGreaterThan(100_000)
    }
  })

  it('with the rules beyond the recommended ones only where they run', () => {
    const home = folderWith({ 'post.md': badPost })
    const isMoreLoaded = () => codeIn(home).some((file) => file.includes('more-rules'))
    lint(home)
    expect(isMoreLoaded()).toBe(false)
    postlint(['--no-config', '--preset', 'strict', 'post.md'], {
      cwd: home,
      env: { XDG_CACHE_HOME: join(home, 'cache') },
    })
    expect(isMoreLoaded()).toBe(true)
  })

  it('with the parser and the rules only where something has changed', () => {
    const home = folderWith({ 'post.md': cleanPost })
    const isLintingLoaded = () => codeIn(home).some((file) => file.includes('linting'))
    const run = () =>
      postlint(['--no-config', '--cache', 'post.md'], { cwd: home, env: { XDG_CACHE_HOME: join(home, 'cache') } })
    const first = run()
    expect(isLintingLoaded()).toBe(true)
    rmSync(folderOf(home), { recursive: true })
    expect(run()).toEqual(first)
    expect(codeIn(home)).not.toEqual([])
    expect(isLintingLoaded()).toBe(false)
  })

  it('but not by a run that lints nothing', () => {
    const home = folderWith({})
    postlint(['rules'], { cwd: home, env: { XDG_CACHE_HOME: join(home, 'cache') } })
    expect(existsSync(folderOf(home)) ? codeIn(home) : []).toEqual([])
  })

  it('and not where others may write, where nothing can be written, or where it is switched off', () => {
    const shared = folderWith({ 'post.md': badPost })
    mkdirSync(folderOf(shared), { recursive: true })
    chmodSync(folderOf(shared), 0o777)
    expect(lint(shared).status).toBe(1)
    expect(codeIn(shared)).toEqual([])

    const blocked = folderWith({ 'post.md': badPost, cache: 'a file where the folder should be' })
    expect(lint(blocked).status).toBe(1)

    const off = folderWith({ 'post.md': badPost })
    expect(lint(off, { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(1)
    expect(existsSync(folderOf(off))).toBe(false)
  })
})
