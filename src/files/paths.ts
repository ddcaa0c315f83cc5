import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

const toSlashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** A path as it is shown and matched: relative to `folder`, with `/`. Both are absolute and without detours. */
export const relativePath = (folder: string, path: string): string =>
  toSlashes(path.startsWith(folder + sep) ? path.slice(folder.length + 1) : relative(folder, path))

/** Whether `path` is `folder` or lies below it. Both are absolute and without detours. */
export const isInside = (folder: string, path: string): boolean => {
  if (path.startsWith(folder + sep)) return true
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** Whether the way up ends here: above a repository, and above the home folder, nothing belongs to the project. */
const isTop = (folder: string): boolean =>
  dirname(folder) === folder || folder === homedir() || existsSync(join(folder, '.git'))

/** A folder and those above it in the same project, innermost first. */
export function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at
    if (isTop(at)) return
  }
}

/** Answers a question about a folder once. */
export const remember = <T>(ask: (folder: string) => T): ((folder: string) => T) => {
  const known = new Map<string, T>()
  return (folder) => {
    if (known.has(folder)) return known.get(folder) as T
    const answer = ask(folder)
    known.set(folder, answer)
    return answer
  }
}

/** Asks a folder, else those above it in the same project. */
export const askUpwards = <T>(ask: (folder: string) => T | undefined): ((folder: string) => T | undefined) => {
  const find: (folder: string) => T | undefined = remember(
    (folder) => ask(folder) ?? (isTop(folder) ? undefined : find(dirname(folder))),
  )
  return find
}

/** Finds the root of the project of a folder: its git root, else the first of `tops` that holds it, else the folder itself. */
export const rootFinder = (tops: readonly string[]): ((folder: string) => string) => {
  const gitRoot = askUpwards((folder) => (existsSync(join(folder, '.git')) ? folder : undefined))
  return remember((folder) => gitRoot(folder) ?? tops.find((top) => isInside(top, folder)) ?? folder)
}
