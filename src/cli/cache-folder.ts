import { mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const baseFolder = (): string => {
  const { XDG_CACHE_HOME: chosen, LOCALAPPDATA: local } = process.env
  if (chosen && isAbsolute(chosen)) return chosen
  if (process.platform === 'win32' && local) return local
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

const OTHERS_MAY_WRITE = 0o022

/**
 * The user's own cache folder for a purpose, made if need be. What lies in it is trusted, so nobody else may be able to
 * write there.
 * @returns undefined where there is none that can be used.
 */
export const cacheFolder = (...purpose: readonly string[]): string | undefined => {
  try {
    const folder = join(baseFolder(), 'postlint', ...purpose)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = statSync(folder)
    if (process.platform === 'win32') return folder
    return uid === process.getuid?.() && (mode & OTHERS_MAY_WRITE) === 0 ? folder : undefined
  } catch {
    return undefined
  }
}
