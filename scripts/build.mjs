// Builds dist/: the command line as one bundle with lazily loaded chunks, the library, its types, and the data that is
// read at run time. Runs in `npm ci` through `prepare`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({ options: { out: { type: 'string' }, 'cli-only': { type: 'boolean' } } })
const out = values.out ?? join(root, 'dist')
const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** A digest of all that the bundle is made from: results that another program has cached are not this one's. */
const digestOfSources = () => {
  const digest = createHash('sha1').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['src', 'rules'])
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
      if (name.endsWith('.ts')) digest.update(name).update(readFileSync(join(root, folder, name)))
  return digest.digest('hex')
}
const sources = digestOfSources()

/**
 * Writes other letters as `\uXXXX`: one Korean message would make V8 keep and scan the whole file in two bytes a
 * character, which costs a tenth of a start.
 */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options, chunks) {
    for (const chunk of Object.values(chunks)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\x7f]/g, toEscape)
    }
  },
}
const toEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const examplesOfRule = /\n {2}examples: \{[\s\S]*\n {2}\},\n\}\)\s*$/
const noExamples = '\n  examples: { good: [], bad: [] },\n})\n'
const reasonsOfRule = /\n {2}why: \{[\s\S]*?\n {2}presets:/
const noReasons = "\n  why: { en: '', ko: '' },\n  source: [],\n  presets:"

/**
 * Examples, reasons and sources are a good part of every rule file, and only who explains rules shows them: the rules
 * that lint come without, and `whole-rules.ts` has whole ones of its own, in a chunk that is loaded when asked for.
 */
const explanationsApart = () => {
  const whole = '?whole'
  const isRule = (file) => /\/rules\/(?:[^/]+\/)?[^/]+\.ts$/.test(file)
  return {
    name: 'explanations-apart',
    resolveId(source, importer = '') {
      if (!source.startsWith('.')) return null
      const isWhole = importer.endsWith(whole)
      const file = join(dirname(importer), source)
      if (isRule(file) && (isWhole || importer.endsWith('/cli/whole-rules.ts'))) return file + whole
      return isWhole ? file : null
    },
    load: (id) =>
      id.endsWith(whole) ? { code: readFileSync(id.slice(0, -whole.length), 'utf8'), moduleType: 'ts' } : null,
    transform: (code, id) =>
      isRule(id) && !id.endsWith('/rules/index.ts')
        ? { code: code.replace(examplesOfRule, noExamples).replace(reasonsOfRule, noReasons) }
        : null,
  }
}

/**
 * Makes a library be evaluated when it is first called. `string-width` builds a segmenter and the set of all emoji when
 * it loads, which takes as long as ten posts, and most runs never ask it.
 */
const lazily = (library) => {
  const shell = `\0${library}`
  return {
    name: 'lazily',
    resolveId: (source, importer) => (source === library && importer !== shell ? shell : null),
    load: (id) =>
      id === shell ? `let made\nexport default (...given) => (made ??= require('${library}').default)(...given)` : null,
  }
}

/** All chunks lie flat in dist/, so that `new URL('./data/…', import.meta.url)` finds the data from any of them. */
const bundle = async (input, output = {}, plugins = []) => {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: ['jiti', 'typescript'],
    // The same code, which does not ask the environment at every token whether to log it.
    resolve: { alias: { yaml: require.resolve('yaml/package.json').replace('package.json', 'browser/index.js') } },
    transform: {
      target: 'node20',
      define: { POSTLINT_VERSION: JSON.stringify(version), POSTLINT_SOURCES: JSON.stringify(sources) },
    },
    plugins: [...plugins, lazily('string-width'), asciiOnly],
    // yargs asks where a module lies, for an option of its own that nothing here uses.
    checks: { emptyImportMeta: false },
    logLevel: 'warn',
  })
  await build.write({
    dir: out,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    ...output,
  })
  await build.close()
}

/** Types only; whether they are right is `npm run check`'s business. */
const declarations = () =>
  new Promise((resolve, reject) => {
    const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--noCheck', '--rootDir', root]
    const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
    const project = join(root, 'tsconfig.build.json')
    spawn(process.execPath, [tsc, '-p', project, ...flags, '--outDir', join(out, 'types')], { stdio: 'inherit' })
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tsc ended with ${code}`))))
  })

/** Copies a file or folder as it is, but for the modules in it, which are in the bundle. */
const copy = (from, to) => {
  if (existsSync(from)) cpSync(from, join(out, to), { recursive: true, filter: (file) => !file.endsWith('.ts') })
}

rmSync(out, { recursive: true, force: true })
// One chunk holds all that linting needs, and the library is a bundle of its own: what is shared would otherwise be
// split off into many small chunks, and each costs time at every start. The command line is CommonJS because only so
// V8's compiled code can be kept for the next run on every supported Node, and because Node would load a sixth of its own
// library more to import a built-in module than to require it.
const linting = { name: 'program', test: /\/src\/cli\/program\.ts$/, includeDependenciesRecursively: true }
// Kept code cannot `import()`: what is not bundled is required when it is asked for.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  dynamicImportInCjs: false,
}
const program = () =>
  bundle({ program: 'src/cli/program.ts' }, { ...commonJs, codeSplitting: { groups: [linting] } }, [
    explanationsApart(),
  ])
const cli = () => Promise.all([bundle({ cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' }, commonJs), program()])
const library = () => bundle({ index: 'src/index.ts', testing: 'src/testing.ts' })
await Promise.all(values['cli-only'] ? [cli()] : [cli(), library(), declarations()])
chmodSync(join(out, 'cli.js'), 0o755)
const markModules = (folder, type) => writeFileSync(join(folder, 'package.json'), `{ "type": "${type}" }\n`)
markModules(out, 'commonjs')
if (!values['cli-only']) markModules(join(out, 'types'), 'module')
copy(join(root, 'src/config/schema.generated.json'), 'schema.json')
copy(join(root, 'src/language/data'), 'data')
copy(join(dirname(require.resolve('yargs/package.json')), 'locales'), 'locales')
