#!/usr/bin/env node
/** Put in its place by the build; not from `version.ts`, which lies in a chunk that is not to be loaded yet. */
declare const POSTLINT_VERSION: string

// Asking for the version must not wait for a linter to load: nothing is imported before this is decided.
const [first, ...others] = process.argv.slice(2)
if ((first === '--version' || first === '-v') && others.length === 0) {
  process.stdout.on('error', () => process.exit(2)).write(`${POSTLINT_VERSION}\n`)
} else {
  void import('./start.ts').then(({ start }) => start(process.argv.slice(2)))
}

export {}
