import { type Dirent, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** So many characters of a name leave room for the rest in the 255 bytes that most file systems take. */
const longestPart = 40
const pattern = /^\..{0,80}\.postlint-(\d{1,10})-[0-9a-f]{12}\.tmp$/s
const oneHour = 3_600_000

/** Name of the file that is to take another's place: hidden, no post by its ending, and known for what it is. */
export const temporaryName = (name: string, process: number, random: string): string =>
  `.${name.slice(0, longestPart)}.postlint-${process}-${random}.tmp`

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0)
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/**
 * Removes what runs that were killed have left in a folder. A file is taken for that if its process is gone, is this
 * one (in a container every run may have the same number), or if it is older than any write can be.
 */
export const removeLeftovers = (folder: string): void => {
  for (const entry of entriesOf(folder)) {
    const owner = Number(pattern.exec(entry.name)?.[1])
    if (!owner || !entry.isFile()) continue
    const path = join(folder, entry.name)
    try {
      const isOld = Date.now() - lstatSync(path).mtimeMs > oneHour
      if (isOld || owner === process.pid || !isAlive(owner)) rmSync(path)
    } catch {
      // Another run was faster.
    }
  }
}
