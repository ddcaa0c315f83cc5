import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Loader } from 'cosmiconfig'
import { relativePath, upwards } from '../files/paths.ts'
import { readSmallText } from '../files/read.ts'
import { UserError } from '../user-error.ts'
import { importModule } from './module-source.ts'
import { type ConfigSource, unplaced } from './source.ts'

const largest = 256 * 1024
const moduleEndings = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts'] as const

/** Our own loaders: YAML and JSON keep the places of everything, modules go through jiti. They hand over a whole source. */
const loaders = (cwd: string): Record<string, Loader> => {
  const loadData: Loader = async (file, text) => {
    const name = relativePath(cwd, file)
    if (text.length > largest) throw tooLarge(name)
    const isPackage = /(?:^|\/)package\.json$/.test(file)
    if (isPackage && !hasOwnKey(text)) return {}
    const { readData } = await import('./data-source.ts')
    return isPackage ? { postlint: readData(text, name, file, 'postlint') } : readData(text, name, file)
  }
  const loadModule: Loader = async (file) => {
    const name = relativePath(cwd, file)
    return unplaced(name, file, await importModule(file, file, name))
  }
  return {
    '.json': loadData,
    '.yaml': loadData,
    '.yml': loadData,
    noExt: loadData,
    ...Object.fromEntries(moduleEndings.map((ending) => [ending, loadModule])),
  }
}

/** Whether a package.json has a `postlint` key of its own; most that speak of postlint only depend on it. */
const hasOwnKey = (text: string): boolean => {
  if (!text.includes('"postlint"')) return false
  try {
    return Object.hasOwn(JSON.parse(text), 'postlint')
  } catch {
    return false
  }
}

const tooLarge = (name: string): UserError =>
  new UserError({ en: 'The configuration is larger than 256 KB', ko: '설정 파일이 256KB를 넘습니다' }, { file: name })

/** cosmiconfig's own words about a file, as the user's mistake. */
const asUserError = (error: unknown, cwd: string): unknown => {
  if (!(error instanceof Error) || error instanceof UserError) return error
  const { filepath, code, path } = error as { filepath?: string; code?: string; path?: string }
  if (code === 'ENOENT' && path !== undefined) return missing(relativePath(cwd, path))
  return new UserError(
    { en: `Cannot read the configuration: ${error.message}`, ko: `설정을 읽을 수 없습니다: ${error.message}` },
    filepath === undefined ? {} : { file: relativePath(cwd, filepath) },
  )
}

const missing = (name: string): UserError =>
  new UserError({ en: `No such file: “${name}”`, ko: `파일이 없습니다: “${name}”` })

const explorer = async (cwd: string) => {
  const { cosmiconfig } = await import('cosmiconfig')
  return cosmiconfig('postlint', { loaders: loaders(cwd), ignoreEmptySearchPlaces: false, cache: false })
}

/** An empty file is a configuration that leaves everything as it is. */
const asSource = (found: { config?: unknown; filepath: string }, cwd: string): ConfigSource =>
  (found.config as ConfigSource | undefined) ?? unplaced(relativePath(cwd, found.filepath), found.filepath, {})

/** Whether a folder may hold a configuration: most do not, and then cosmiconfig need not even be loaded. */
const mayHoldConfig = (folder: string): boolean => {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return false
  }
  return names.some(
    (name) =>
      /^(?:\.postlintrc(?:\..+)?|postlint\.config\..+|\.config)$/.test(name) ||
      (name === 'package.json' && hasOwnKey(readSmallText(join(folder, name)) ?? '')),
  )
}

/** The nearest configuration in the working directory or above it, up to the git root. */
export const findConfig = async (cwd: string): Promise<ConfigSource | undefined> => {
  try {
    for (const folder of upwards(cwd)) {
      if (mayHoldConfig(folder)) {
        const found = await (await explorer(cwd)).search(folder)
        if (found) return asSource(found, cwd)
      }
    }
  } catch (error) {
    throw asUserError(error, cwd)
  }
  return undefined
}

/** The configuration in a file that the user, or another configuration, names. */
export const loadConfig = async (file: string, cwd: string): Promise<ConfigSource> => {
  try {
    const found = await (await explorer(cwd)).load(resolve(cwd, file))
    if (found) return asSource(found, cwd)
  } catch (error) {
    throw asUserError(error, cwd)
  }
  throw new UserError({ en: `No configuration in “${file}”`, ko: `“${file}”에 설정이 없습니다` })
}
