import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.ts'
import { type Chunks, openChunks } from './chunks.ts'
import type * as Program from './program.ts'

/** Loads the program, which is one for all threads. */
export const loadProgram = (): { readonly program: typeof Program; readonly chunks: Chunks } => {
  const chunks = openChunks(process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder('code'))
  const program = chunks.load(fileURLToPath(new URL('program.js', import.meta.url))) as typeof Program
  return { program, chunks }
}

/** Loads the program and runs it. */
export const start = async (argv: readonly string[]): Promise<void> => {
  const { program, chunks } = loadProgram()
  const hasLinted = await program.runProgram(argv)
  // What V8 keeps is what has been called: after `--help` that would be the wrong half of the program.
  if (hasLinted) chunks.keep()
  // Node would end by itself, but not before V8 has optimised all the functions that it has begun with, for nobody.
  if (process.getActiveResourcesInfo().length === 0 && program.isWritten()) process.exit()
}
