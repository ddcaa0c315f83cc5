import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { linesOfPatch, onChangedLines } from '../engine/changed-lines.ts'
import { cannotRead, isPostFile } from '../files/discover.ts'
import type { Listing } from '../files/discover-listed.ts'
import { type Git, openGit } from '../files/git.ts'
import { relativePath } from '../files/paths.ts'
import { readBytes } from '../files/read.ts'
import { stagedReader } from '../files/staged-reader.ts'
import type { Sift } from '../run.ts'
import { UserError } from '../user-error.ts'
import type { Arguments } from './arguments.ts'
import { wantsFix } from './run-input.ts'
import type { Session } from './session.ts'
import { readStandardInput } from './standard-input.ts'
import { says } from './texts.ts'

/** The part of the posts that a run is about, and of what there is to say about them. */
export interface Scope {
  readonly listing: Listing
  readonly sift?: Sift
}

const mostShown = 3
const longestList = 64 * 1024 * 1024

/** A list with a NUL in it is separated by NULs: every other character may be part of a name. */
const splitList = (text: string): string[] =>
  (text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)).filter((name) => name !== '')

const readList = async (source: string, { cwd }: Session): Promise<Listing> => {
  const read = async (): Promise<Uint8Array> => {
    if (source === '-') return readStandardInput(longestList)
    try {
      return readFileSync(resolve(cwd, source))
    } catch (error) {
      throw cannotRead(source, error)
    }
  }
  const names = splitList(Buffer.from(await read()).toString('utf8'))
  return { files: names.map((name) => resolve(cwd, name)), isNamed: true }
}

/** A fix would be written over what is not staged, or into it. */
const checkAllStaged = (git: Git, files: readonly string[], { cwd }: Session): void => {
  const unstaged = new Set(git.unstaged())
  const partly = files.filter((file) => isPostFile(file) && unstaged.has(file))
  if (partly.length === 0) return
  const shown = partly.slice(0, mostShown).map((file) => relativePath(cwd, file))
  if (partly.length > mostShown) shown.push('…')
  throw new UserError(
    says((texts) => texts.cannotFixStaged(shown)),
    { hint: says(({ cannotFixStagedHint }) => cannotFixStagedHint) },
  )
}

const loneCarriageReturn = /\r(?!\n)/

/** Reports only what is on changed lines. git is asked only about posts in which there is something to report. */
const changedLinesOnly =
  (git: Git, since: string | 'index', { bytesOf }: Listing, { cwd }: Session): Sift =>
  (result, registry) => {
    if (result.findings.length === 0) return result
    const file = resolve(cwd, result.path)
    const bytes = bytesOf ? bytesOf(file, Infinity) : readBytes(file, Infinity)
    const patch = git.patch(file, since)
    // git counts only lines that end in a line feed. Without a patch the file is new to git, or no text to it.
    const isComparable = patch !== '' && !/^Binary files /m.test(patch)
    if (!isComparable || loneCarriageReturn.test(bytes?.toString('latin1') ?? '')) return result
    return onChangedLines(result, linesOfPatch(patch), registry)
  }

/** What the flags leave of a run: the files of a list, or those that git names. */
export const openScope = async (request: Arguments, session: Session): Promise<Scope> => {
  if (request.filesFrom !== undefined) return { listing: await readList(request.filesFrom, session) }
  const git = openGit(session.cwd, process.env)
  const within = (listing: Listing, since: string): Scope =>
    request.changedLines ? { listing, sift: changedLinesOnly(git, since, listing, session) } : { listing }
  if (request.changedSince !== undefined) {
    const since = git.forkPoint(request.changedSince)
    return within({ files: git.changedSince(since), isNamed: false }, since)
  }
  const staged = git.staged()
  const listing = { files: staged.map(({ file }) => file), isNamed: false }
  if (!wantsFix(request) || request.diff) {
    const posts = staged.filter(({ file }) => isPostFile(file))
    return within({ ...listing, bytesOf: stagedReader(git, posts) }, 'index')
  }
  checkAllStaged(git, listing.files, session)
  return within(listing, git.head())
}
