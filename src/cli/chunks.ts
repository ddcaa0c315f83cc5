import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

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
const wrap = (source: string): string => `(function (exports, require, module, __filename, __dirname) { ${source}\n})`

/**
 * A loader of CommonJS chunks. Compiling a linter takes as long as linting a post does, so the compiled code is kept in
 * `folder`, one file for a chunk. V8 itself refuses code of another engine. Without a folder the chunks are compiled
 * each time.
 */
export const openChunks = (folder: string | undefined): Chunks => {
  const loaded = new Map<string, Chunk>()
  const fresh = new Map<string, { readonly script: Script; readonly bytes: Buffer }>()
  const codeOf = (file: string): string =>
    join(folder ?? '', `${file.slice(dirname(file).length + 1)}-${engine()}.code`)

  const compile = (file: string): Script => {
    const bytes = readFileSync(file)
    const isKept = folder !== undefined && bytes.length > fewBytes
    const cachedData = isKept ? readCode(codeOf(file), bytes) : undefined
    // The build writes every chunk in ASCII, which reads faster this way.
    const script = new Script(wrap(bytes.toString('latin1')), {
      filename: file,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    if (isKept && (!cachedData || script.cachedDataRejected)) fresh.set(file, { script, bytes })
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
      for (const [file, { script, bytes }] of fresh) writeCode(codeOf(file), bytes, script.createCachedData())
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
  const tag = flags.trim() === '' ? '' : `-${createHash('sha256').update(flags).digest('hex').slice(0, 8)}`
  return `${process.arch}-${process.versions.v8}${tag}`
}

const DIGEST_LENGTH = 32
const digest = (source: Buffer, code: Buffer): Buffer => createHash('sha256').update(source).update(code).digest()

/**
 * What V8 kept of a source, if it is all there and of this source. V8 looks at neither: it compares the sources'
 * lengths, and crashes on code that is damaged.
 */
const readCode = (file: string, source: Buffer): Buffer | undefined => {
  try {
    const data = readFileSync(file)
    const code = data.subarray(DIGEST_LENGTH)
    return digest(source, code).equals(data.subarray(0, DIGEST_LENGTH)) ? code : undefined
  } catch {
    return undefined
  }
}

/** Two first runs at once may both write: each its own file, and the last to rename wins with a whole one. */
const writeCode = (file: string, source: Buffer, code: Buffer): void => {
  const temporary = `${file}.${process.pid}`
  try {
    writeFileSync(temporary, Buffer.concat([digest(source, code), code]), { flag: 'wx', mode: 0o600 })
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
