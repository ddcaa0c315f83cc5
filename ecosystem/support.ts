import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const emptyFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postlint-ecosystem-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A post of about `size` bytes with something to fix at its beginning and end, and what it is after fixing. */
export const postOf = (index: number, size: number): { readonly before: string; readonly after: string } => {
  const head = `---\ntitle: 골목 산책 ${index}\ndate: 2024-03-02\ndescription: 골목마다 다른 나무와 담장을 보며 걸은 ${index}번째 산책의 기록입니다.\n---\n\n`
  const spacer = '<p>&nbsp;</p>\n\n'
  const sentence = `오늘은 ${index}번째 골목을 걸으며 담장 너머로 뻗은 나무와 오래된 대문을 보았습니다. `
  const body = `<p>${sentence.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(sentence))))}</p>\n\n`
  return { before: head + spacer + body + spacer + body, after: head + body + body }
}

/** Writes posts into folders of a hundred; gives each file with its two versions. */
export const writePosts = (folder: string, count: number, size: number) =>
  Array.from({ length: count }, (_, index) => {
    const into = join(folder, String(Math.floor(index / 100)))
    if (index % 100 === 0) mkdirSync(into, { recursive: true })
    const file = join(into, `${index}.md`)
    const versions = postOf(index, size)
    writeFileSync(file, versions.before)
    return { file, ...versions }
  })

/** Temporary files below a folder. */
export const leftoversIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))

/** Whether a program is there and does what the arguments ask of it. */
export const canRun = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

export const environment = { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'en_US.UTF-8' }
