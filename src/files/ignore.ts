import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isWild } from './glob.ts'
import { isInside, relativePath, remember } from './paths.ts'
import { readSmallText } from './read.ts'

export interface IgnoreInput {
  /** Patterns with the folder that they are relative to. */
  readonly patterns: readonly { readonly folder: string; readonly lines: readonly string[] }[]
  /** Whether `.gitignore` and `.postlintignore` count. */
  readonly files: boolean
  /** The root of the project that a folder belongs to; ignore files above it do not count. */
  readonly rootOf: (folder: string) => string
  /** Told of every pattern that is too wild to be used. */
  readonly refuse: (pattern: string) => void
}

/** Whether a path is ignored; `isFolder` matters for patterns that end in a slash. */
export type Ignores = (path: string, isFolder: boolean) => boolean

interface Rules {
  readonly folder: string
  readonly rules: Ignore
}

const fileNames = ['.gitignore', '.postlintignore']
/** What git would say, with the project's own patterns on top. Answers for folders are remembered, so a walk stays cheap. */
export const ignores = ({ patterns, files, rootOf, refuse }: IgnoreInput): Ignores => {
  const usable = (line: string): boolean => {
    const isTame = line.startsWith('#') || !isWild(line)
    if (!isTame) refuse(line)
    return isTame
  }
  const explicit = patterns
    .filter(({ lines }) => lines.length > 0)
    .map(({ folder, lines }): Rules => ({ folder, rules: ignore().add(lines.filter(usable)) }))

  const readRules = (folder: string): readonly Rules[] => {
    const there = fileNames.map((name) => join(folder, name)).filter((file) => existsSync(file))
    const lines = there.flatMap((file) => (readSmallText(file) ?? '').split(/\r?\n/))
    return lines.length > 0 ? [{ folder, rules: ignore().add(lines.filter(usable)) }] : []
  }
  /** The ignore files that speak about what is in a folder, innermost first. */
  const rulesAround = remember((folder): readonly Rules[] => {
    const above = folder === rootOf(folder) ? [] : rulesAround(dirname(folder))
    const own = readRules(folder)
    return own.length > 0 ? [...own, ...above] : above
  })

  const matches = (path: string, isFolder: boolean): boolean => {
    const from = (folder: string): string => relativePath(folder, path) + (isFolder ? '/' : '')
    if (explicit.some(({ folder, rules }) => path !== folder && isInside(folder, path) && rules.ignores(from(folder))))
      return true
    for (const { folder, rules } of files ? rulesAround(dirname(path)) : []) {
      const verdict = rules.test(from(folder))
      if (verdict.ignored || verdict.unignored) return verdict.ignored
    }
    return false
  }

  const ignoresFolder = remember((folder): boolean => {
    const above = dirname(folder)
    return folder !== rootOf(folder) && above !== folder && (ignoresFolder(above) || matches(folder, true))
  })

  return (path, isFolder) => (isFolder ? ignoresFolder(path) : ignoresFolder(dirname(path)) || matches(path, false))
}
