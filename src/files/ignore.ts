import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isWild } from './glob.ts'
import { isInside, relativePath, remember } from './paths.ts'
import { readSmallText } from './read.ts'

/** `ignored` unless `--no-ignore` says otherwise, or `excluded` for good by `--ignore-pattern`. */
export type Ignored = 'ignored' | 'excluded'

export interface IgnoreInput {
  /** Patterns with the folder that they are relative to, and what a file is that one of them names. */
  readonly patterns: readonly { readonly folder: string; readonly lines: readonly string[]; readonly means: Ignored }[]
  /** Whether `.gitignore` and `.postlintignore` count. */
  readonly files: boolean
  /** The root of the project that a folder belongs to; ignore files above it do not count. */
  readonly rootOf: (folder: string) => string
  /** Told of every pattern that is too wild to be used. */
  readonly refuse: (pattern: string) => void
}

/** Whether a path is ignored, and by what; `isFolder` matters for patterns that end in a slash. */
export type Ignores = (path: string, isFolder: boolean) => Ignored | undefined

interface Rules {
  readonly folder: string
  readonly rules: Ignore
}

const fileNames = ['.gitignore', '.postlintignore']

/** A pattern as ignore files have it: git knows neither `./a.md` nor the absolute path of a file, but users name files so. */
const anchored = (folder: string, line: string): string => {
  const negation = line.startsWith('!') ? '!' : ''
  const pattern = line.slice(negation.length)
  const isPath = /^\.(?:\/|$)/.test(pattern) || (isAbsolute(pattern) && isInside(folder, resolve(pattern)))
  if (!isPath) return line
  const path = relativePath(folder, resolve(folder, pattern)) || '**'
  return `${negation}/${path}${pattern.endsWith('/') ? '/' : ''}`
}

/** What git would say, with the project's own patterns on top. Answers for folders are remembered, so a walk stays cheap. */
export const ignores = ({ patterns, files, rootOf, refuse }: IgnoreInput): Ignores => {
  const usable = (line: string): boolean => {
    const isTame = line.startsWith('#') || !isWild(line)
    if (!isTame) refuse(line)
    return isTame
  }
  const explicit = patterns
    .filter(({ lines }) => lines.length > 0)
    .map(({ folder, lines, means }) => {
      const rules = ignore().add(lines.filter(usable).map((line) => anchored(folder, line)))
      return { folder, rules, means }
    })

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

  const matches: Ignores = (path, isFolder) => {
    const from = (folder: string): string => relativePath(folder, path) + (isFolder ? '/' : '')
    const named = explicit.find(
      ({ folder, rules }) => path !== folder && isInside(folder, path) && rules.ignores(from(folder)),
    )
    if (named) return named.means
    for (const { folder, rules } of files ? rulesAround(dirname(path)) : []) {
      const verdict = rules.test(from(folder))
      if (verdict.ignored || verdict.unignored) return verdict.ignored ? 'ignored' : undefined
    }
    return undefined
  }

  const ignoresFolder = remember((folder): Ignored | undefined => {
    const above = dirname(folder)
    if (folder === rootOf(folder) || above === folder) return undefined
    return ignoresFolder(above) ?? matches(folder, true)
  })

  return (path, isFolder) => (isFolder ? ignoresFolder(path) : (ignoresFolder(dirname(path)) ?? matches(path, false)))
}
