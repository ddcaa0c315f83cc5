import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.ts'
import { openChunks } from './chunks.ts'
import type * as Program from './program.ts'

/** Loads the program and runs it. */
export const start = async (argv: readonly string[]): Promise<void> => {
  const chunks = openChunks(process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder('code'))
  const { runProgram } = chunks.load(fileURLToPath(new URL('program.cjs', import.meta.url))) as typeof Program
  const hasLinted = await runProgram(argv)
  // What V8 keeps is what has been called: after `--help` that would be the wrong half of the program.
  if (hasLinted) chunks.keep()
}
