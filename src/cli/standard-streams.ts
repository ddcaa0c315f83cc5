import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'

/** Standard output or standard error. */
export interface StandardStream {
  /** Whether it goes straight into a file. */
  readonly isFile: boolean
  /** There where it is one. */
  readonly terminal?: { readonly columns: number }
  write(text: string | Uint8Array): void
  /** Who is to be told when writing fails; nobody at first. */
  onError(tell: (error: NodeJS.ErrnoException) => void): void
}

const opened: NodeJS.WriteStream[] = []

const statusOf = (read: () => Stats): Stats | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isNowhere = ({ rdev }: Stats): boolean => statusOf(() => statSync(devNull))?.rdev === rdev

/** Whether a person may sit there: only a stream can tell. */
const mayBeTerminal = (status: Stats | undefined): boolean =>
  !status || (status.isCharacterDevice() && !isNowhere(status))

/**
 * Node takes a fortieth of a start to make a stream of a descriptor, more if it is a pipe. Files and pipes are written
 * without one, as the stream itself would: at once, and only on Windows not.
 */
const standardStream = (descriptor: 1 | 2): StandardStream => {
  let tell = (_error: NodeJS.ErrnoException): void => undefined
  let stream: NodeJS.WriteStream | undefined
  let known: { readonly isFile: boolean; readonly needsStream: boolean } | undefined

  // Asked late: other threads, which write nothing, load this too.
  const nature = () => {
    if (known) return known
    const status = statusOf(() => fstatSync(descriptor))
    known = {
      isFile: status?.isFile() ?? false,
      needsStream: process.platform === 'win32' || mayBeTerminal(status),
    }
    return known
  }
  const open = (): NodeJS.WriteStream => {
    if (stream) return stream
    stream = descriptor === 1 ? process.stdout : process.stderr
    stream.on('error', (error) => tell(error))
    opened.push(stream)
    return stream
  }

  const writeAll = (bytes: Uint8Array): void => {
    let rest = bytes
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      // The pipe is full, and somebody has said that nobody waits for it: a stream does.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') open().write(rest)
      else tell(error as NodeJS.ErrnoException)
    }
  }

  return {
    get isFile() {
      return nature().isFile
    },
    get terminal() {
      return nature().needsStream && open().isTTY ? open() : undefined
    },
    write(text) {
      if (stream || nature().needsStream) open().write(text)
      else writeAll(typeof text === 'string' ? Buffer.from(text) : text)
    },
    onError(handler) {
      tell = handler
    },
  }
}

export const standardOutput = standardStream(1)
export const standardError = standardStream(2)

/** Whether nothing that was written is still on its way. */
export const isWritten = (): boolean => opened.every(({ writableLength }) => writableLength === 0)
