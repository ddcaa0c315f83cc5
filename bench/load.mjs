// Shared by the benchmarks: postlint's inside as one module, and the posts of a folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** Bundles the sources as a build does, so that what is measured is what is shipped. */
export const loadInternals = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postlint-bench-'))
  const file = join(folder, 'internals.mjs')
  const input = fileURLToPath(new URL('internals.ts', import.meta.url))
  const build = await rolldown({ input, platform: 'node', logLevel: 'warn', transform: { target: 'node20' } })
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  const internals = await import(pathToFileURL(file))
  rmSync(folder, { recursive: true })
  await internals.loadParts()
  return internals
}

/** Every post below a folder, in order of path: what a parser takes. */
export const readPosts = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|html?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const path = relative(folder, file).replaceAll('\\', '/')
      return { path, sitePath: path, source: readFileSync(file, 'utf8').replace(/^\ufeff/, ''), generator: 'any' }
    })

/** Numbers from 0 to 1 that are the same in every run. */
export const seededRandom = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** Nanoseconds that this thread has worked: what else the machine does counts only where the system does not tell. */
const worked = () => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return Number(process.hrtime.bigint())
  }
}

/** How long some work takes. */
export const milliseconds = (work) => {
  const start = worked()
  work()
  return (worked() - start) / 1e6
}

/** The least disturbed of several times. */
export const quickest = (times) => Math.min(...times)
