import { join } from 'node:path'
import { readSmallText } from './read.ts'

/** Front-matter keys that a site gives to all posts in a scope. */
export interface Default {
  readonly path: string
  readonly type?: string
  readonly keys: readonly string[]
}

/** Whether `*` in the pattern can be filled so that it matches the start of the path. Linear but for the stars' restarts. */
const matchesStart = (pattern: string, path: string): boolean => {
  const pieces = pattern.split('*')
  if (!path.startsWith(pieces[0]!)) return false
  let at = pieces[0]!.length
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return true
}

const isInScope = ({ path, type }: Default, file: string): boolean => {
  const folders = file.split('/').slice(0, -1)
  const isOfType = (): boolean => {
    if (type === undefined) return true
    if (/^posts?$/.test(type)) return folders.includes('_posts') || folders.includes('_drafts')
    if (/^drafts?$/.test(type)) return folders.includes('_drafts')
    if (/^pages?$/.test(type)) return !folders.some((name) => name.startsWith('_'))
    return folders.includes(`_${type}`)
  }
  const isAtPath =
    path === '' || file === path || file.startsWith(`${path}/`) || (path.includes('*') && matchesStart(path, file))
  return isAtPath && isOfType()
}

const noKeys: readonly string[] = []

/** Answers which front-matter keys a Jekyll site supplies for a path by itself. */
export const jekyllDefaults = async (root: string): Promise<(sitePath: string) => readonly string[]> => {
  const text = readSmallText(join(root, '_config.yml')) ?? readSmallText(join(root, '_config.yaml')) ?? ''
  if (!/^defaults[ \t]*:/m.test(text)) return () => noKeys
  const { readDefaults } = await import('./jekyll-config.ts')
  const defaults = readDefaults(text)
  return (sitePath) => [...new Set(defaults.filter((entry) => isInScope(entry, sitePath)).flatMap(({ keys }) => keys))]
}
