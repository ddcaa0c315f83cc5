import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built command line that tests run as a child process. */
    cli: string
  }
}

/**
 * Builds the command line once for all tests, into a folder of its own: dist/ belongs to whoever works with it.
 * The folder lies in node_modules, where the build finds what it leaves unbundled.
 */
export const setup = (project: TestProject): (() => void) => {
  const cache = join(project.config.root, 'node_modules/.cache/postlint-test')
  mkdirSync(cache, { recursive: true })
  const out = mkdtempSync(join(cache, 'dist-'))
  // A failing build is shown here and fails the tests that need it; the others can still run.
  spawnSync(process.execPath, ['scripts/build.mjs', '--out', out, '--cli-only'], {
    cwd: project.config.root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  project.provide('cli', join(out, 'cli.js'))
  return () => rmSync(out, { recursive: true, force: true })
}
