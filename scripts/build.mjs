// Builds dist/: the command line as one bundle with lazily loaded chunks, the library, its types, and the data that is
// read at run time. Runs in `npm ci` through `prepare`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createJiti } from 'jiti'
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

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

/** A module of the linting chunk for those outside it: they load the chunk with the first post. */
const parserShell = `let parser
  const load = () => (parser ??= require('./linting.js'))
  export const parsePost = (input) => load().parsePost(input)
  export const readPost = (input) => load().readPost(input)`

/**
 * What a run may do without lies in chunks that are loaded when asked for: the parser and the rules (`linting.ts`),
 * whatever a rule that is not recommended does (`more-rules.ts`), and the examples, reasons and sources of every rule,
 * which only who explains rules shows (`whole-rules.ts`). A module that one of those chunks has for itself is told by the
 * end of its name.
 */
const seldomAskedApart = async () => {
  const { rules } = await createJiti(import.meta.url, { fsCache: false }).import('../rules/index.ts')
  const ruleOf = (file) => rules.find(({ family, id }) => file.endsWith(`/rules/${family}/${id}.ts`))
  const homeOf = ({ rule }) => (rule.review ? undefined : rule.presets.recommended ? 'linting' : 'more-rules')
  const livesIn = (file, home) => {
    const entry = ruleOf(file)
    return file.endsWith('/rules/index.ts') || (entry !== undefined && (home === undefined || homeOf(entry) === home))
  }
  const apart = [
    { entry: '/cli/linting.ts', mark: '?linting', takes: (file) => livesIn(file, 'linting') },
    { entry: '/cli/more-rules.ts', mark: '?more', takes: (file) => livesIn(file, 'more-rules') },
    { entry: '/cli/whole-rules.ts', mark: '?whole', takes: (file) => livesIn(file) },
  ]
  const shellOf = ({ id, rule }) => {
    const { options = {}, presets, score, fixable, covers, group, threshold } = rule
    const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))
    const face = JSON.stringify({ presets, score, fixable, covers, group, threshold, defaults })
    const home = homeOf({ rule }) === 'linting' ? `'./linting.js').lintingRules` : `'./more-rules.js').moreRules`
    return `import { ruleShell } from '../../src/cli/rule-shell.ts'
      export default ruleShell(${face}, () => require(${home}.get('${id}'))`
  }
  return {
    name: 'seldom-asked-apart',
    resolveId(source, importer = '') {
      if (source === './linting.js' || source === './more-rules.js') return { id: source, external: true }
      if (!source.startsWith('.')) return null
      const file = join(dirname(importer), source)
      const chunk = apart.find(({ entry, mark }) => importer.endsWith(entry) || importer.endsWith(mark))
      if (chunk) return chunk.takes(file) ? file + chunk.mark : file
      return file.endsWith('/src/post/parse.ts') ? `${file}?shell` : null
    },
    load(id) {
      const [file, mark] = id.split('?')
      if (mark === 'shell') return { code: parserShell, moduleType: 'js' }
      if (mark) return { code: readFileSync(file, 'utf8'), moduleType: 'ts' }
      const entry = ruleOf(file)
      return entry && homeOf(entry) ? { code: shellOf(entry), moduleType: 'ts' } : null
    },
    transform(code, id) {
      const [file, mark] = id.split('?')
      return ruleOf(file) && mark !== 'whole'
        ? { code: code.replace(examplesOfRule, noExamples).replace(reasonsOfRule, noReasons) }
        : null
    },
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

/**
 * Makes `Object.assign({}, a, { b })` of `{ ...a, b }`. To each object that is spread first and added to then, the V8 of
 * Node 20 gives a shape of its own: made at three times the price, and slow to read from at every place that it comes to.
 */
const spreadsOfOneShape = {
  name: 'spreads-of-one-shape',
  renderChunk(code) {
    const edits = []
    for (const { start, end, properties } of objectsIn(parseAst(code))) {
      const [{ type, argument }, next] = properties
      const isPlain = properties.every(({ kind = 'init' }) => kind === 'init')
      if (type !== 'SpreadElement' || !next || !isPlain || argument.type === 'SequenceExpression') continue
      edits.push(
        { start, end: argument.start, text: 'Object.assign({}, ' },
        { start: argument.end, end: next.start, text: ', { ' },
        { start: end, end, text: ')' },
      )
    }
    let at = 0
    const pieces = edits
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ start, end, text }) => {
        const piece = code.slice(at, start) + text
        at = end
        return piece
      })
    return { code: pieces.join('') + code.slice(at), map: null }
  },
}

/** The object literals with at least one property in a syntax tree. */
function* objectsIn(node) {
  if (node.type === 'ObjectExpression' && node.properties.length > 0) yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (child?.type) yield* objectsIn(child)
}

/**
 * `unist-util-visit-parents` names the function that visits a node, for debuggers, at every node: a twentieth of what
 * Markdown costs. A version that words it otherwise fails the build.
 */
const namelessVisits = {
  name: 'nameless-visits',
  transform(code, id) {
    if (!id.endsWith('/unist-util-visit-parents/lib/index.js')) return null
    const naming = /Object\.defineProperty\(visit, 'name', \{[^}]*\}\)/
    if (!naming.test(code)) throw new Error(`${id} no longer holds ${naming}`)
    return { code: code.replace(naming, '') }
  },
}

/** All chunks lie flat in dist/, so that `new URL('./data/…', import.meta.url)` finds the data from any of them. */
const bundle = async (input, output = {}, plugins = []) => {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: ['jiti', 'typescript'],
    resolve: {
      alias: {
        // The same code, which does not ask the environment at every token whether to log it.
        yaml: require.resolve('yaml/package.json').replace('package.json', 'browser/index.js'),
        // What colors a terminal can show is known before chalk is asked, and to find out takes a part of Node's library.
        '#supports-color': require.resolve('chalk').replace('index.js', 'vendor/supports-color/browser.js'),
      },
    },
    transform: {
      target: 'node20',
      define: { POSTLINT_VERSION: JSON.stringify(version), POSTLINT_SOURCES: JSON.stringify(sources) },
    },
    plugins: [...plugins, lazily('string-width'), namelessVisits, spreadsOfOneShape, asciiOnly],
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
// One chunk holds all that every run needs, one what linting takes, and one the rules that most runs do without; the
// library is a bundle of its own. What is shared would otherwise be split off into many small chunks, and each costs time at every start. The command line is
// CommonJS because only so V8's compiled code can be kept for the next run on every supported Node, and because Node would
// load a sixth of its own library more to import a built-in module than to require it.
const chunk = (name, priority) => ({
  name,
  test: (id) => id.endsWith(`/src/cli/${name}.ts`),
  includeDependenciesRecursively: true,
  priority,
})
// Kept code cannot `import()`: what is not bundled is required when it is asked for.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  dynamicImportInCjs: false,
}
const program = async () =>
  await bundle(
    { program: 'src/cli/program.ts', linting: 'src/cli/linting.ts', 'more-rules': 'src/cli/more-rules.ts' },
    { ...commonJs, codeSplitting: { groups: [chunk('program', 3), chunk('linting', 2), chunk('more-rules', 1)] } },
    [await seldomAskedApart()],
  )
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
