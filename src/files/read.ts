import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** 2 MiB: no post is that large, and what is larger is cut off before it costs anything. */
export const defaultMaximumSize = 2 * 1024 * 1024

/**
 * The bytes of a regular file; `undefined` if there are more than `maximum`. Opening never waits (as it would on a FIFO),
 * the size is checked before and while reading (a file may grow, and files of `/proc` say they are empty).
 * Throws what the system says, or ENOENT's like `EISFILE` for anything but a regular file.
 */
export const readBytes = (path: string, maximum = defaultMaximumSize): Buffer | undefined => {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'ENOTFILE' })
    if (status.size > maximum) return undefined
    let bytes = Buffer.allocUnsafe(status.size + 1)
    let length = 0
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null)
      length += read
      // Files of `/proc` are empty until they are read: only there the end must show.
      if (read === 0 || length === status.size) return bytes.subarray(0, length)
      if (length > maximum) return undefined
      if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(bytes.length * 2, maximum + 1))
    }
  } finally {
    closeSync(file)
  }
}

/** A small text file that may be missing or be something else entirely: then it is `undefined`. */
export const readSmallText = (path: string, maximum = 256 * 1024): string | undefined => {
  try {
    return readBytes(path, maximum)?.toString('utf8')
  } catch {
    return undefined
  }
}
