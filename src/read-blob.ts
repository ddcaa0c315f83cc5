import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PostResult } from './engine/finding.ts'
import { isPostResult } from './engine/result-shape.ts'
import { cannotRead } from './files/discover.ts'
import { relativePath } from './files/paths.ts'
import { readLines } from './files/read-lines.ts'
import { type BlobEnd, type BlobHead, isBlobEnd, isBlobHead } from './report/blob.ts'
import type { Texts } from './texts.ts'
import { UserError } from './user-error.ts'

/** What is left of a file of results, written by `--format blob`. */
export interface Blob {
  /** As it is shown. */
  readonly file: string
  readonly head: BlobHead
  /** The posts, in order of path; at last what the run told when it was over. */
  readonly posts: Generator<PostResult, BlobEnd>
}

const LONGEST_LINE = 128 * 1024 * 1024

const broken = (file: string, words: Texts, line?: number): UserError => new UserError(words, { file, line })

const noBlob: Texts = {
  en: 'This was not written by --format blob',
  ko: '--format blob으로 저장한 파일이 아닙니다',
}

/** A line as the data that it holds; `undefined` where it holds none. */
const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Reads the posts behind the first line, and checks each of them. */
function* readPosts(file: string, lines: Iterator<string>): Generator<PostResult, BlobEnd> {
  let posts = 0
  let last: string | undefined
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const value = parseLine(next.value)
    const number = posts + 2
    if (isPostResult(value) && (last === undefined || last < value.path)) {
      posts++
      last = value.path
      yield value
    } else if (isBlobEnd(value) && value.posts === posts && lines.next().done) {
      return value
    } else {
      throw broken(file, { en: 'This line is damaged', ko: '손상된 줄입니다' }, number)
    }
  }
  throw broken(file, {
    en: 'The file breaks off before its end: the run that wrote it did not finish, or the file was not copied whole',
    ko: '파일이 중간에 끊겼습니다. 검사가 중단되었거나 파일이 덜 복사되었습니다',
  })
}

/** Tells what the system or a monstrous line makes impossible as the user's to mend. */
function* readSafely(file: string, path: string): Generator<string> {
  try {
    yield* readLines(path, LONGEST_LINE)
  } catch (error) {
    throw error instanceof RangeError ? broken(file, noBlob) : cannotRead(file, error)
  }
}

/** Opens a blob. @throws UserError if it is none, or that of another version. */
export const openBlob = (path: string, cwd: string, version: string): Blob => {
  const file = relativePath(cwd, path)
  const lines = readSafely(file, path)
  const first = lines.next()
  const head = first.done ? undefined : parseLine(first.value)
  if (!isBlobHead(head)) throw broken(file, noBlob)
  if (head.version !== version)
    throw broken(file, {
      en: `Written by postlint ${head.version}; this is ${version}, and only its own blobs can be merged`,
      ko: `postlint ${head.version}에서 저장한 파일입니다. 현재 버전 ${version}에서 저장한 파일만 모을 수 있습니다`,
    })
  return { file, head, posts: readPosts(file, lines) }
}

/** The files that arguments name: each itself, or every `.blob` file in a folder. */
export const findBlobs = (paths: readonly string[], cwd: string): readonly string[] => {
  const files = paths.flatMap((path) => {
    const place = resolve(cwd, path)
    try {
      if (!statSync(place).isDirectory()) return [place]
      const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.blob'))
      if (names.length > 0) return names.sort().map((name) => join(place, name))
    } catch (error) {
      throw cannotRead(path, error)
    }
    throw new UserError({ en: `No .blob files in “${path}”`, ko: `“${path}”에 .blob 파일이 없습니다` })
  })
  return [...new Set(files)]
}
