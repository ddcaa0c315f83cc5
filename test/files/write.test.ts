import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPostFile } from '../../src/files/discover.ts'
import { removeLeftovers, temporaryName } from '../../src/files/temporary.ts'
import { checkReplaceable, NotWritten, replaceFile } from '../../src/files/write.ts'
import { folderWith } from '../support/folder.ts'

const before = Buffer.from('<p>이전</p>\r\n')
const after = Buffer.from('<p>이후입니다</p>\r\n')

/** Why a file was not replaced. */
const reasonOf = (act: () => void): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof NotWritten) return error.reason
    throw error
  }
  return 'written'
}

describe('replaceFile', () => {
  it('puts the new bytes in the place of the old ones, with the same mode, and leaves nothing else', () => {
    const folder = folderWith({ 'a.md': before })
    const file = join(folder, 'a.md')
    chmodSync(file, 0o640)
    replaceFile(file, folder, before, after)
    expect(readFileSync(file)).toEqual(after)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('takes names as long as the file system does', () => {
    const name = `${'긴'.repeat(80)}.md`
    const folder = folderWith({ [name]: before })
    replaceFile(join(folder, name), folder, before, after)
    expect(readFileSync(join(folder, name))).toEqual(after)
  })

  it('follows a link inside the project, and keeps it a link', () => {
    const folder = folderWith({ 'real/a.md': before, 'posts/': '' })
    symlinkSync('../real/a.md', join(folder, 'posts/a.md'))
    replaceFile(join(folder, 'posts/a.md'), folder, before, after)
    expect(readFileSync(join(folder, 'real/a.md'))).toEqual(after)
    expect(readFileSync(join(folder, 'posts/a.md'))).toEqual(after)
    expect(readdirSync(join(folder, 'posts'), { withFileTypes: true })[0]?.isSymbolicLink()).toBe(true)
  })

  it.each<[string, (folder: string, file: string) => void]>([
    ['changed', (_, file) => writeFileSync(file, '<p>그사이</p>\r\n')],
    ['changed', (_, file) => writeFileSync(file, Buffer.concat([before, Buffer.from('x')]))],
    ['changed', (_, file) => writeFileSync(file, '')],
    ['linked', (folder, file) => linkSync(file, join(folder, 'b.md'))],
    ['read-only', (_, file) => chmodSync(file, 0o444)],
    ['system', (_, file) => unlinkSync(file)],
    [
      'special',
      (_, file) => {
        unlinkSync(file)
        mkdirSync(file)
      },
    ],
  ])('leaves a file alone that is %s', (reason, prepare) => {
    const folder = folderWith({ 'a.md': before })
    const file = join(folder, 'a.md')
    prepare(folder, file)
    const names = readdirSync(folder)
    expect(reasonOf(() => replaceFile(file, folder, before, after))).toBe(reason)
    expect(readdirSync(folder)).toEqual(names)
    for (const name of names)
      if (statSync(join(folder, name)).isFile()) expect(readFileSync(join(folder, name))).not.toEqual(after)
  })

  it('writes through no link that leads out of the project', () => {
    const outside = folderWith({ 'a.md': before })
    const folder = folderWith({})
    symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'))
    expect(reasonOf(() => checkReplaceable(join(folder, 'a.md'), folder))).toBe('outside')
    expect(reasonOf(() => replaceFile(join(folder, 'a.md'), folder, before, after))).toBe('outside')
    expect(readFileSync(join(outside, 'a.md'))).toEqual(before)
  })
})

describe('removeLeftovers', () => {
  const random = '0123456789ab'
  /** No system gives a process so high a number. */
  const dead = 999_999_999

  it('removes what runs that are gone have left, and nothing else', () => {
    const mine = temporaryName('a.md', process.pid, random)
    const alive = temporaryName('b.md', process.ppid, random)
    const old = temporaryName('c.md', process.ppid, random)
    const killed = temporaryName('d.md', dead, random)
    const others = ['.a.md.postlint.tmp', `a.md.postlint-${dead}-${random}.tmp`, '.hidden.tmp', 'a.md']
    const folder = folderWith(Object.fromEntries([mine, alive, old, killed, ...others].map((name) => [name, 'x'])))
    utimesSync(join(folder, old), 0, 0)
    removeLeftovers(folder)
    expect(readdirSync(folder).sort()).toEqual([alive, ...others].sort())
  })

  it('does not mind a folder that is not there', () => {
    expect(() => removeLeftovers(join(folderWith({}), 'nowhere'))).not.toThrow()
  })

  it('is about files that nobody takes for posts', () => {
    expect(isPostFile(temporaryName('a.md', 1, random))).toBe(false)
  })
})
