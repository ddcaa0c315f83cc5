import { statSync } from 'node:fs'

/** No file system tells times less exactly than this, in milliseconds. */
const coarsestTime = 2000

/**
 * What a regular file looks like without reading it: whoever writes to it, or puts another in its place, changes this,
 * because nobody can set the time of the last change (`ctime`). Undefined for a file that has changed so lately that it
 * could change again and look the same, for one that is larger than `maximum` bytes, and for anything else.
 */
export const stampOf = (file: string, maximum: number): string | undefined => {
  try {
    const status = statSync(file)
    const { size, mtimeMs, ctimeMs, ino } = status
    // Where there is no such time, the system says 0.
    const isSettled = ctimeMs > 0 && Math.max(mtimeMs, ctimeMs) < Date.now() - coarsestTime
    return isSettled && status.isFile() && size <= maximum ? [size, mtimeMs, ctimeMs, ino].join(':') : undefined
  } catch {
    return undefined
  }
}
