import { resolve } from 'node:path'
import {
  byPath,
  cannotRead,
  type DiscoverInput,
  type Discovery,
  type FoundFile,
  isFolder,
  isMdx,
  isOnWalk,
  isPostFile,
  missing,
  openGlob,
  statusOf,
  staysInside,
  take,
  takeNamed,
  targetOf,
} from './discover.ts'
import { isPostOf } from './generator.ts'
import { globBase, type PathMatcher } from './glob.ts'
import { isInside, relativePath } from './paths.ts'

/** Files that somebody else has listed: a user's script, or git. */
export interface Listing {
  /** Absolute paths. */
  readonly files: readonly string[]
  /** Each is meant, as if it stood on the command line; else only those count that a run without the list would find. */
  readonly isNamed: boolean
  /** Where their content is to be had, if not from disk; `undefined` if there is more than `maximum` bytes of it. */
  readonly bytesOf?: (file: string, maximum: number) => Buffer | undefined
}

/** What one argument of the command line stands for. Something that is not on disk may still be in the list. */
const matcherOf = async (path: string, { cwd, files }: { cwd: string; files: readonly string[] }) => {
  const file = resolve(cwd, path)
  if (isFolder(file)) return (listed: string) => isOnWalk(file, listed)
  if (!statusOf(file) && globBase(path).isGlob) {
    const { top, accepts } = await openGlob(cwd, path)
    return (listed: string) => isOnWalk(top, listed) && accepts(listed)
  }
  if (!statusOf(file) && !files.some((listed) => isInside(file, listed))) throw missing(cwd, path)
  return (listed: string) => listed === file || isOnWalk(file, listed)
}

/** Tells the files that a run without a list would find, without looking at the disk for each. */
const finder = async (
  { cwd, paths, files, siteOf }: Omit<DiscoverInput, 'notice' | 'fail'>,
  listed: readonly string[],
): Promise<PathMatcher> => {
  if (paths.length > 0) {
    const matchers = await Promise.all(paths.map((path) => matcherOf(path, { cwd, files: listed })))
    return (file) => matchers.some((matches) => matches(file))
  }
  if (!files) return (file) => isOnWalk(cwd, file) && isPostOf(siteOf(file), file)
  const globs = await Promise.all(files.patterns.map((pattern) => openGlob(files.folder, pattern)))
  return (file) => globs.some(({ top, accepts }) => isOnWalk(top, file) && accepts(file))
}

const takeListed = (discovery: Discovery, file: string, isOnDisk: boolean): void => {
  const path = relativePath(discovery.cwd, file)
  if (isMdx(file)) discovery.notice('mdx', path)
  else if (isOnDisk && !statusOf(file)) discovery.fail(cannotRead(path, new Error('ENOENT: no such file')))
  else if (isOnDisk && !staysInside(file, discovery)) discovery.notice('outside', path)
  else if (!isOnDisk || targetOf(file)?.isFile()) take(discovery, file)
}

/** The posts among listed files, each once, in order of path; there may be none. */
export const discoverListed = async (input: DiscoverInput, listing: Listing): Promise<readonly FoundFile[]> => {
  const discovery: Discovery = { ...input, found: new Map() }
  if (listing.isNamed) {
    for (const file of listing.files) {
      if (!statusOf(file)) throw missing(input.cwd, relativePath(input.cwd, file))
      takeNamed(discovery, file)
    }
  } else {
    const finds = await finder(input, listing.files)
    for (const file of listing.files) {
      const isPost = (isPostFile(file) || isMdx(file)) && finds(file) && !input.ignores(file, false)
      if (isPost) takeListed(discovery, file, listing.bytesOf === undefined)
    }
  }
  return [...discovery.found.values()].sort(byPath)
}
