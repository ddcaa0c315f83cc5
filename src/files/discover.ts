import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import type { Texts } from '../engine/rule.ts'
import { nearest } from '../nearest.ts'
import type { Notice } from '../notice.ts'
import { UserError } from '../user-error.ts'
import { isPostOf, type Site } from './generator.ts'
import { globBase, globError, globMatcher, globProblem, type PathMatcher } from './glob.ts'
import type { Ignored, Ignores } from './ignore.ts'
import { isInside, relativePath } from './paths.ts'

/** A file that is to be linted. */
export interface FoundFile {
  /** Where it is. */
  readonly file: string
  /** As it is shown: relative to the working directory, with `/`. */
  readonly path: string
}

export interface DiscoverInput {
  readonly cwd: string
  /** Files, folders and globs; empty means `files`, else what the generators imply. */
  readonly paths: readonly string[]
  /** Globs of the configuration, relative to its folder. */
  readonly files?: { readonly folder: string; readonly patterns: readonly string[] }
  readonly ignores: Ignores
  readonly rootOf: (folder: string) => string
  readonly siteOf: (file: string) => Site | undefined
  readonly notice: (kind: Notice['kind'], path: string) => void
  /** Told of what could not be looked into; the rest is found all the same. */
  readonly fail: (error: UserError) => void
}

/** Whether a file is a post as far as its name tells. */
export const isPostFile = (name: string): boolean => /\.(?:html?|md|markdown)$/i.test(name)
export const isMdx = (name: string): boolean => /\.mdx$/i.test(name)

/** Folders and files that hold no posts; naming one takes it all the same. */
const passedFolders = new Set(
  'node_modules _site public dist vendor themes layouts _layouts _includes archetypes'.split(' '),
)
const isPassedFile = (name: string): boolean =>
  /^(?:readme|changelog|license|contributing)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.[a-z]+$/i.test(name)
const isPassedFolder = (name: string): boolean => name.startsWith('.') || passedFolders.has(name)
const deepest = 100

export type Discovery = Omit<DiscoverInput, 'paths' | 'files'> & { readonly found: Map<string, FoundFile> }

export const statusOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

/** What is at the end of a path, links followed. */
export const targetOf = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

export const isFolder = (path: string): boolean => targetOf(path)?.isDirectory() === true

/** Whether a path, links and all, ends in the project that it seems to lie in. */
export const staysInside = (path: string, { rootOf }: Discovery): boolean => {
  try {
    return isInside(realpathSync.native(rootOf(dirname(path))), realpathSync.native(path))
  } catch {
    return false
  }
}

export const take = (discovery: Discovery, file: string): void => {
  discovery.found.set(file, { file, path: relativePath(discovery.cwd, file) })
}

/**
 * Takes every post file below a folder that `accepts` says yes to; ignored folders are not even opened.
 * Gives the number of files seen, those of a kind that is skipped with a notice among them.
 */
const walk = (discovery: Discovery, top: string, accepts: PathMatcher): number => {
  const folders = [{ folder: top, depth: 0 }]
  let seen = 0
  for (let next = folders.pop(); next; next = folders.pop()) {
    const { folder, depth } = next
    const start = folder.endsWith(sep) ? folder : folder + sep
    for (const entry of entriesOf(discovery, folder)) {
      const path = start + entry.name
      if (entry.isDirectory()) {
        const isPassed = isPassedFolder(entry.name) || depth >= deepest
        if (!isPassed && !discovery.ignores(path, true)) folders.push({ folder: path, depth: depth + 1 })
      } else if (isWanted(entry.name) && accepts(path) && !discovery.ignores(path, false)) {
        const isLink = entry.isSymbolicLink()
        if (!(isLink ? targetOf(path) : entry)?.isFile()) continue
        seen++
        if (isMdx(entry.name)) discovery.notice('mdx', relativePath(discovery.cwd, path))
        else if (isLink && !staysInside(path, discovery)) discovery.notice('outside', relativePath(discovery.cwd, path))
        else take(discovery, path)
      }
    }
  }
  return seen
}

const isWanted = (name: string): boolean => (isPostFile(name) || isMdx(name)) && !isPassedFile(name)

/** Whether a walk from a folder would come upon a file, by the names on the way. */
export const isOnWalk = (top: string, file: string): boolean => {
  const names = relativePath(top, file).split('/')
  return isInside(top, file) && isWanted(names.pop() ?? '') && !names.some(isPassedFolder)
}

const entriesOf = ({ fail }: Discovery, folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    fail(cannotRead(folder, error))
    return []
  }
}

/** A file or folder that the system does not let us read. */
export const cannotRead = (path: string, error: unknown): UserError => {
  const why = error instanceof Error ? error.message : String(error)
  return new UserError({ en: `Cannot read “${path}”: ${why}`, ko: `“${path}”을(를) 읽을 수 없습니다: ${why}` })
}

/** Why a file that the user names is not linted, as far as its name tells. */
const kindToSkip = (file: string, { ignores }: Pick<DiscoverInput, 'ignores'>): Notice['kind'] | undefined => {
  if (isMdx(file)) return 'mdx'
  if (!isPostFile(file)) return 'not-a-post'
  return ignores(file, false)
}

/** A file that the user named is taken, unless it is ignored, no post, or not in the project at all. */
export const takeNamed = (discovery: Discovery, file: string): void => {
  const kind =
    kindToSkip(file, discovery) ??
    (!staysInside(file, discovery) ? 'outside' : !targetOf(file)?.isFile() ? 'not-a-post' : undefined)
  if (kind) discovery.notice(kind, relativePath(discovery.cwd, file))
  else take(discovery, file)
}

export const missing = (cwd: string, path: string): UserError => {
  const folder = dirname(resolve(cwd, path))
  const near = isFolder(folder) ? nearest(basename(path), readdirSync(folder)) : undefined
  const hint = near === undefined ? undefined : relativePath(cwd, join(folder, near))
  return new UserError(
    { en: `No such file or folder: “${path}”`, ko: `파일이나 폴더가 없습니다: “${path}”` },
    hint === undefined ? {} : { hint: { en: `Did you mean “${hint}”?`, ko: `혹시 “${hint}”입니까?` } },
  )
}

const leadsOutside = (path: string): UserError =>
  new UserError(
    {
      en: `“${path}” is a link that leads out of the project`,
      ko: `“${path}”은(는) 프로젝트 밖을 가리키는 링크입니다`,
    },
    { hint: { en: 'Name the folder that it leads to.', ko: '링크가 가리키는 폴더를 지정해야 합니다.' } },
  )

const noPostsHints: Readonly<Record<Ignored | 'none', Texts>> = {
  ignored: {
    en: 'It is ignored; --no-ignore lints it.',
    ko: '무시 목록에 있습니다. --no-ignore로 검사할 수 있습니다.',
  },
  excluded: {
    en: 'It is left out by --ignore-pattern.',
    ko: '--ignore-pattern으로 제외되어 있습니다.',
  },
  none: {
    en: 'Posts are .html, .htm, .md and .markdown files.',
    ko: '.html, .htm, .md, .markdown 파일만 글로 봅니다.',
  },
}

const noPosts = (where: string, ignored?: Ignored): UserError =>
  new UserError(
    { en: `No posts in “${where}”`, ko: `“${where}”에 글이 없습니다` },
    { hint: noPostsHints[ignored ?? 'none'] },
  )

/** A glob: the folder to start from, and what matches in it. */
export const openGlob = async (folder: string, pattern: string): Promise<{ top: string; accepts: PathMatcher }> => {
  const problem = globProblem(pattern)
  if (problem) throw globError(pattern, problem)
  const matches = await globMatcher([pattern])
  return {
    top: resolve(folder, globBase(pattern).base),
    accepts: isAbsolute(pattern) ? matches : (path) => matches(relativePath(folder, path)),
  }
}

const takeGlob = async (discovery: Discovery, folder: string, pattern: string): Promise<number> => {
  const { top, accepts } = await openGlob(folder, pattern)
  return isFolder(top) ? walk(discovery, top, accepts) : 0
}

/** Takes what one argument of the command line names. What exists is never read as a glob. */
const takePath = async (discovery: Discovery, path: string): Promise<void> => {
  // As a path it would be the working directory; mostly it is a variable of a script that was never set.
  if (path === '') throw new UserError({ en: 'An empty path names no file', ko: '경로가 비어 있습니다' })
  const file = resolve(discovery.cwd, path)
  const status = statusOf(file)
  if (status && isFolder(file)) {
    if (!staysInside(file, discovery)) throw leadsOutside(path)
    const ignored = discovery.ignores(file, true)
    if (ignored || walk(discovery, file, () => true) === 0) throw noPosts(path, ignored)
  } else if (status) takeNamed(discovery, file)
  else if (!globBase(path).isGlob) throw missing(discovery.cwd, path)
  else if ((await takeGlob(discovery, discovery.cwd, path)) === 0)
    throw new UserError({ en: `No post matches “${path}”`, ko: `“${path}”와 일치하는 글이 없습니다` })
}

/** The text on standard input, as if it were a file; none if that file would be skipped. */
export const discoverStdin = (path: string, context: Omit<DiscoverInput, 'paths' | 'files'>): readonly FoundFile[] => {
  const file = resolve(context.cwd, path)
  if (isFolder(file))
    throw new UserError({
      en: `“${path}” is a folder; --stdin-path must name a file`,
      ko: `“${path}”은(는) 폴더입니다. --stdin-path에는 파일을 지정해야 합니다`,
    })
  const kind = kindToSkip(file, context)
  if (kind) context.notice(kind, relativePath(context.cwd, file))
  return kind ? [] : [{ file, path: relativePath(context.cwd, file) }]
}

export const byPath = (a: FoundFile, b: FoundFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** The posts of a run, each once, in order of path. */
export const discover = async ({ paths, files, ...context }: DiscoverInput): Promise<readonly FoundFile[]> => {
  const discovery: Discovery = { ...context, found: new Map() }
  if (paths.length > 0) for (const path of paths) await takePath(discovery, path)
  else if (files) for (const pattern of files.patterns) await takeGlob(discovery, files.folder, pattern)
  else walk(discovery, context.cwd, (path) => isPostOf(context.siteOf(path), path))
  if (paths.length === 0 && discovery.found.size === 0) throw noPosts(files ? files.patterns.join(' ') : '.')
  return [...discovery.found.values()].sort(byPath)
}
