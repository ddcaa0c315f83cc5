import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with these files in it, gone when the test is over. A path that ends in a slash is an empty folder. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postlint-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(file, content)
  }
  return folder
}
