import { join } from 'node:path'
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { readYaml } from '../yaml.ts'
import { readSmallText } from './read.ts'

interface Default {
  readonly path: string
  readonly type?: string
  readonly keys: readonly string[]
}

const textOf = (map: YAMLMap, key: string): string | undefined => {
  const value = map.get(key)
  return typeof value === 'string' ? value : undefined
}

const isBlank = (value: unknown): boolean =>
  isScalar(value) && (value.value === null || (typeof value.value === 'string' && value.value.trim() === ''))

/** Reads `defaults:` off a `_config.yml`, node by node: nothing is expanded, and what is not as expected is left out. */
const readDefaults = (text: string): readonly Default[] => {
  if (!/^defaults[ \t]*:/m.test(text)) return []
  const document = readYaml(text)
  const list = isMap(document?.contents) ? document.contents.get('defaults') : undefined
  if (!isSeq(list)) return []
  return list.items.flatMap((item) => {
    const scope = isMap(item) ? item.get('scope') : undefined
    const values = isMap(item) ? item.get('values') : undefined
    if (!isMap(values)) return []
    const keys = values.items
      .filter(({ value }) => !isBlank(value))
      .map(({ key }) => String(isScalar(key) ? key.value : ''))
    const path = isMap(scope) ? (textOf(scope, 'path') ?? '') : ''
    return [{ path: path.replace(/^\/+|\/+$/g, ''), type: isMap(scope) ? textOf(scope, 'type') : undefined, keys }]
  })
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

/** Answers which front-matter keys a Jekyll site supplies for a path by itself. */
export const jekyllDefaults = (root: string): ((sitePath: string) => readonly string[]) => {
  const text = readSmallText(join(root, '_config.yml')) ?? readSmallText(join(root, '_config.yaml')) ?? ''
  const defaults = readDefaults(text)
  return (sitePath) => [...new Set(defaults.filter((entry) => isInScope(entry, sitePath)).flatMap(({ keys }) => keys))]
}
