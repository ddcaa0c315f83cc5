import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { randomWord } from '../hash.ts'
import type { Texts } from '../texts.ts'
import { UserError } from '../user-error.ts'
import { isInside } from './paths.ts'
import { readBytes } from './read.ts'
import { temporaryName } from './temporary.ts'

/** Why a file is left as it is. */
const reasons = {
  outside: {
    en: 'it is a link that leads out of the project',
    ko: '프로젝트 밖을 가리키는 링크입니다',
  },
  special: { en: 'it is no regular file', ko: '일반 파일이 아닙니다' },
  linked: {
    en: 'it is a hard link with other names, which would be parted from it',
    ko: '다른 이름의 하드 링크가 있어 연결이 끊어집니다',
  },
  'read-only': { en: 'it is read-only', ko: '읽기 전용입니다' },
  changed: { en: 'it has changed since it was read', ko: '읽은 뒤에 내용이 바뀌었습니다' },
  encoding: {
    en: 'its encoding is not certain; name it with “encoding” in the configuration',
    ko: '인코딩이 확실하지 않습니다. 설정의 “encoding”에 지정해야 합니다',
  },
  letters: { en: 'its encoding cannot hold the fixed text', ko: '이 파일의 인코딩으로 저장할 수 없는 문자가 있습니다' },
} as const satisfies Readonly<Record<string, Texts>>

/** A file that was not written, and is as it was. */
export class NotWritten extends UserError {
  readonly reason: keyof typeof reasons | 'system'

  constructor(reason: keyof typeof reasons | 'system', why: Texts) {
    super({ en: `not fixed: ${why.en}`, ko: `수정하지 못했습니다: ${why.ko}` })
    this.reason = reason
  }
}

export const notWritten = (reason: keyof typeof reasons): NotWritten => new NotWritten(reason, reasons[reason])

const asNotWritten = (error: unknown): NotWritten => {
  if (error instanceof NotWritten) return error
  const why = error instanceof Error ? error.message : String(error)
  return new NotWritten('system', { en: why, ko: why })
}

const ownerMayWrite = 0o200

/** The file itself, links followed, if it may be replaced. @throws NotWritten */
const targetOf = (file: string, root: string): { readonly path: string; readonly status: Stats } => {
  const path = realpathSync.native(file)
  if (!isInside(realpathSync.native(root), path)) throw notWritten('outside')
  const status = lstatSync(path)
  if (!status.isFile()) throw notWritten('special')
  if (status.nlink > 1) throw notWritten('linked')
  // Renaming would get around a missing permission to write: the folder's is enough for it.
  if ((status.mode & ownerMayWrite) === 0) throw notWritten('read-only')
  try {
    accessSync(path, constants.W_OK)
  } catch {
    throw notWritten('read-only')
  }
  return { path, status }
}

/** Writes all bytes: a write that takes fewer than it was given is no error to the system. */
const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) {
    const count = writeSync(descriptor, bytes, at, bytes.length - at, at)
    if (count === 0) throw new Error('ENOSPC: nothing more could be written')
    at += count
  }
}

/** Writes and closes a new file that looks like the one whose place it is to take. */
const writeLike = (path: string, bytes: Uint8Array, { uid, gid, mode }: Stats): void => {
  const descriptor = openSync(path, 'wx', 0o600)
  try {
    writeAll(descriptor, bytes)
    const own = fstatSync(descriptor)
    if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid)
    fchmodSync(descriptor, mode & 0o7777)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const flushFolder = (folder: string): void => {
  try {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Not every system can flush a folder. Either version of the file is whole.
  }
}

const holds = (path: string, bytes: Uint8Array): boolean => readBytes(path, bytes.length)?.equals(bytes) === true

const isUnchanged = (path: string, before: Uint8Array, { ino, dev }: Stats): boolean => {
  const now = lstatSync(path)
  return now.ino === ino && now.dev === dev && now.nlink === 1 && holds(path, before)
}

/** Whether a file could be replaced, as far as that can be told without doing it. @throws NotWritten */
export const checkReplaceable = (file: string, root: string): void => {
  try {
    targetOf(file, root)
  } catch (error) {
    throw asNotWritten(error)
  }
}

/**
 * Replaces the bytes of a file, if they still are what they were: whatever happens under way, the file holds either the
 * old bytes or the new ones, all of them. Mode and owner stay.
 *
 * @throws NotWritten if it was not replaced
 */
export const replaceFile = (file: string, root: string, before: Uint8Array, after: Uint8Array): void => {
  let temporary: string | undefined
  try {
    const { path, status } = targetOf(file, root)
    const folder = dirname(path)
    temporary = join(folder, temporaryName(basename(path), process.pid, randomWord(6)))
    writeLike(temporary, after, status)
    if (!holds(temporary, after)) throw new Error('EIO: the file system did not keep what was written')
    if (!isUnchanged(path, before, status)) throw notWritten('changed')
    renameSync(temporary, path)
    temporary = undefined
    flushFolder(folder)
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true })
    throw asNotWritten(error)
  }
}
