import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'
import { hash } from '../hash.ts'

/** The program's chunks, compiled with the help of what V8 kept of an earlier run. */
export interface Chunks {
  load(file: string): unknown
  /** Keeps for the next run what V8 compiled in this one. Never fails: without it the next start is only slower. */
  keep(): void
}

interface Chunk {
  readonly exports: unknown
}

/** Of the few packages that are not bundled; Node's own loader is not asked before. */
const requirePackage = (name: string): unknown =>
  process.getBuiltinModule('node:module').createRequire(import.meta.url)(name)

/** So little is compiled before what was kept of it is read. */
const fewBytes = 4096

const UNUSED_DAYS = 30
const head = Buffer.from('(function (exports, require, module, __filename, __dirname) { ')
const tail = Buffer.from('\n})')

/**
 * A loader of CommonJS chunks. Compiling a linter takes as long as linting a post does, so the compiled code is kept in
 * `folder`, one file for a chunk. V8 itself refuses code of another engine. Without a folder the chunks are compiled
 * each time.
 */
export const openChunks = (folder: string | undefined): Chunks => {
  const loaded = new Map<string, Chunk>()
  const fresh = new Map<string, Script>()
  /** Of this source: a build names its chunks by what is in them, and who edits one changes its time. */
  const codeOf = (file: string): string =>
    join(folder ?? '', `${basename(file)}-${Math.round(statSync(file).mtimeMs).toString(36)}-${engine()}.code`)

  const compile = (file: string): Script => {
    const bytes = readFileSync(file)
    const isKept = folder !== undefined && bytes.length > fewBytes
    const cachedData = isKept ? readCode(codeOf(file)) : undefined
    // The build writes every chunk in ASCII, which reads faster this way; texts that are joined would be copied by V8.
    const script = new Script(Buffer.concat([head, bytes, tail]).toString('latin1'), {
      filename: file,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    if (isKept && (!cachedData || script.cachedDataRejected)) fresh.set(file, script)
    return script
  }

  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    loaded.set(file, module)
    const requireAny = (name: string): unknown =>
      name.startsWith('./') ? load(join(dirname(file), name)) : (process.getBuiltinModule(name) ?? requirePackage(name))
    compile(file).runInThisContext()(module.exports, requireAny, module, file, dirname(file))
    return module.exports
  }

  const keep = (): void => {
    if (folder === undefined || fresh.size === 0) return
    try {
      for (const [file, script] of fresh) writeCode(codeOf(file), script.createCachedData())
      removeUnused(folder)
    } catch {
      // A full disk, a folder that has gone: nothing that the user has to know of.
    }
  }

  return { load, keep }
}

/**
 * What code is kept for: V8 refuses that of another version, and of itself with other flags. It would tell them apart by
 * a tag of its own, but Node loads a part of its library for that.
 */
const engine = (): string => {
  const flags = [process.env.NODE_OPTIONS ?? '', ...process.execArgv].join(' ')
  const tag = flags.trim() === '' ? '' : `-${hash(flags)}`
  return `${process.arch}-${process.versions.v8}${tag}`
}

/**
 * What V8 kept, if it is all there: V8 does not look, and crashes on code that is damaged. So the code stands in its file
 * twice, and what is damaged differs from itself. For a digest, Node would have to load its cryptography.
 */
const readCode = (file: string): Buffer | undefined => {
  try {
    const data = readFileSync(file)
    const code = data.subarray(0, data.length / 2)
    return code.length > 0 && code.equals(data.subarray(data.length / 2)) ? code : undefined
  } catch {
    return undefined
  }
}

/** Two first runs at once may both write: each its own file, and the last to rename wins with a whole one. */
const writeCode = (file: string, code: Buffer): void => {
  const temporary = `${file}.${process.pid}`
  try {
    writeFileSync(temporary, Buffer.concat([code, code]), { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The code of older versions is never asked for again. */
const removeUnused = (folder: string): void => {
  const oldest = Date.now() - UNUSED_DAYS * 24 * 60 * 60 * 1000
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (Math.max(statSync(file).mtimeMs, statSync(file).atimeMs) < oldest) rmSync(file, { force: true })
  }
}
