import { resolve } from 'node:path'
import parser from 'yargs-parser'
import type { Texts } from '../engine/rule.ts'
import { parseShard, type Shard } from '../files/shard.ts'
import { didYouMean, nearest } from '../nearest.ts'
import type { Locale } from '../report/formatter.ts'
import { formatNames } from '../report/index.ts'
import { UserError } from '../user-error.ts'
import type { Concurrency } from '../workers/choose.ts'
import { type Command, commandNames, type FlagName, flagEntries } from './flags.ts'
import { type CliTexts, says } from './texts.ts'

/** Where one rendering of the results goes; without a file to standard output. */
export interface OutputRequest {
  readonly format: string
  readonly file?: string
}

/** The command line, understood. */
export interface Arguments {
  readonly command: Command
  /** What stands after the command. */
  readonly operands: readonly string[]
  readonly config?: string
  readonly noConfig: boolean
  readonly presets: readonly string[]
  readonly ruleFlags: readonly string[]
  readonly outputs: readonly OutputRequest[]
  readonly fix: boolean
  readonly fixUnsafe: boolean
  readonly diff: boolean
  readonly interactive: boolean
  readonly quiet: boolean
  readonly maxWarnings?: number
  readonly stdin: boolean
  readonly stdinPath?: string
  readonly filesFrom?: string
  readonly staged: boolean
  readonly changedSince?: string
  readonly changedLines: boolean
  readonly baseline?: string
  readonly updateBaseline: boolean
  readonly pruneBaseline: boolean
  readonly ignorePatterns: readonly string[]
  readonly noIgnore: boolean
  readonly maxFileSize?: number
  /** Whether results of earlier runs are used; where nobody says, circumstances decide. */
  readonly cache?: boolean
  readonly concurrency: Concurrency
  readonly shard?: Shard | 'auto'
  readonly locale?: Locale
  readonly color?: boolean
  readonly stats: boolean
  readonly debug: boolean
  readonly version: boolean
  readonly help: boolean
  /** The first thing wrong with it. The rest is understood as well as it can be, so that the error can be told in the format asked for. */
  readonly problem?: UserError
}

const named = (kind: 'switch' | 'value' | 'values'): string[] =>
  flagEntries.filter(([, flag]) => flag.kind === kind).map(([name]) => name)

const flagNames = flagEntries.map(([name]) => name)
const switches = named('switch')
const valued = [...named('value'), ...named('values')]

/** Dots, `__proto__`, numbers and negations are taken as they stand: a flag is known by its exact name or not at all. */
const parse = (argv: readonly string[]) =>
  parser.detailed([...argv], {
    alias: Object.fromEntries(flagEntries.flatMap(([name, { alias }]) => (alias ? [[name, [alias]]] : []))),
    boolean: switches,
    string: valued,
    narg: Object.fromEntries([...switches.map((name) => [name, 0]), ...valued.map((name) => [name, 1])]),
    configuration: {
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'duplicate-arguments-array': true,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'populate--': true,
      'strip-aliased': true,
    },
  })

/** The formats that lists of rules come in. */
const listFormats: readonly string[] = ['pretty', 'json', 'jsonl']

const SIZE_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1024],
  ['m', 1024 ** 2],
  ['g', 1024 ** 3],
])

const toSize = (value: string): number | undefined => {
  const [, digits, unit = ''] = /^(\d{1,12})([kmg]?)(?:i?b)?$/i.exec(value) ?? []
  return digits === undefined ? undefined : Number(digits) * (SIZE_UNITS.get(unit.toLowerCase()) ?? 1)
}

const toOutput = (request: string): OutputRequest => {
  const [, format = request, file] = /^([^=]*)=(.*)$/s.exec(request) ?? []
  return file === undefined ? { format } : { format, file }
}

const unknownFlag = (name: string): UserError => {
  const shown = (name.length === 1 ? '-' : '--') + name
  const meant = nearest(name, flagNames)
  return new UserError(
    says((texts) => texts.unknownFlag(shown)),
    { hint: meant ? didYouMean(shown, [`--${meant}`]) : says(({ seeHelp }) => seeHelp) },
  )
}

/** Flags of which only one may be given. */
const contradictions: readonly (readonly FlagName[])[] = [
  ['config', 'no-config'],
  ['stdin', 'files-from', 'staged', 'changed-since'],
  ['update-baseline', 'prune-baseline'],
  ['update-baseline', 'diff'],
  ['prune-baseline', 'diff'],
  ['update-baseline', 'stdin'],
  ['prune-baseline', 'stdin'],
  // Fixing is of whole posts.
  ['changed-lines', 'fix'],
  ['changed-lines', 'fix-unsafe'],
]

/** Flags that say something about another, of which at least one must be given. */
const companions: readonly (readonly [FlagName, readonly FlagName[]])[] = [
  ['stdin-path', ['stdin']],
  ['changed-lines', ['staged', 'changed-since']],
  ['update-baseline', ['baseline']],
  ['prune-baseline', ['baseline']],
]

/** A word that looks like a path is one; another that is nearly a command probably should have been one. */
const misspeltCommand = (word: string | undefined): string | undefined =>
  word && /^[a-z]{3,}$/.test(word) ? nearest(word, commandNames) : undefined

/** Reads the command line. Never throws: what is wrong is in `problem`. */
export const parseArguments = (argv: readonly string[], exists: (path: string) => boolean): Arguments => {
  const { argv: parsed, error } = parse(argv)
  const values = new Map<string, unknown>(Object.entries(parsed))
  const all = (name: FlagName): string[] => [values.get(name) ?? []].flat().map(String)
  const last = (name: FlagName): string | undefined => all(name).at(-1)
  const isOn = (name: FlagName): boolean => values.get(name) === true

  const isGiven = (name: FlagName): boolean => values.has(name) && values.get(name) !== false

  const localeValue = last('locale')
  const locale = localeValue === 'en' || localeValue === 'ko' ? localeValue : undefined
  const problems: UserError[] = []
  const complain = (message: (texts: CliTexts) => string, hint?: Texts) =>
    problems.push(new UserError(says(message), hint && { hint }))

  const knownKeys = new Set<string>(['_', '--', ...flagNames])
  for (const name of values.keys()) if (!knownKeys.has(name)) problems.push(unknownFlag(name))
  if (error) {
    const [, name = ''] = /: (.*)$/s.exec(error.message) ?? []
    const wantsValue = valued.includes(name)
    complain((texts) => (wantsValue ? texts.missingValue(`--${name}`) : texts.unexpectedValue(`--${name}`)))
  }
  for (const name of valued) {
    if (all(name as FlagName).includes('') && problems.length === 0)
      complain((texts) => texts.missingValue(`--${name}`))
  }

  const beforeDashes = parsed._.map(String)
  const afterDashes = [parsed['--'] ?? []].flat().map(String)
  const word = beforeDashes[0]
  const command = commandNames.find((name) => name === word) ?? 'lint'
  const operands = [...(command === 'lint' ? beforeDashes : beforeDashes.slice(1)), ...afterDashes]
  const meant = command === 'lint' && word && !exists(word) ? misspeltCommand(word) : undefined
  if (word && meant) complain((texts) => texts.unknownCommand(word), didYouMean(word, commandNames))

  for (const [name, flag] of flagEntries) {
    if (values.has(name) && flag.commands && !flag.commands.includes(command)) {
      complain((texts) => texts.flagOfOtherCommand(`--${name}`, command))
    }
  }
  if (localeValue !== undefined && !locale) complain((texts) => texts.badValue('--locale', localeValue, texts.locale))
  for (const names of contradictions) {
    const [one, other] = names.filter(isGiven)
    if (one && other) complain((texts) => texts.contradiction(`--${one}`, `--${other}`))
  }
  for (const [name, partners] of companions) {
    const shown = partners.map((partner) => `--${partner}`)
    if (isGiven(name) && !partners.some(isGiven)) complain((texts) => texts.goesWith(`--${name}`, shown))
  }

  const checked = <T>(
    name: FlagName,
    read: (value: string) => T | undefined,
    wanted: 'wholeNumber' | 'size' | 'threads' | 'shard',
  ): T | undefined => {
    const value = last(name)
    if (!value) return undefined
    const result = read(value)
    if (result === undefined) complain((texts) => texts.badValue(`--${name}`, value, texts[wanted]))
    return result
  }
  const toCount = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined)
  const maxWarnings = checked('max-warnings', toCount, 'wholeNumber')
  const toThreads = (value: string): Concurrency | undefined =>
    value === 'auto' ? 'auto' : /^[1-9]\d?$/.test(value) ? Number(value) : undefined
  const concurrency = checked('concurrency', toThreads, 'threads') ?? 'auto'
  const maxFileSize = checked('max-file-size', toSize, 'size')
  const shard = checked('shard', (value) => (value === 'auto' ? value : parseShard(value)), 'shard')

  const requests = all('format').filter(Boolean).map(toOutput)
  // Formats of plugins are known when the configuration is.
  const known = command === 'rules' ? listFormats : formatNames
  const isKnown = (format: string): boolean => known.includes(format) || (command !== 'rules' && format.includes('/'))
  const outputs = requests.filter(({ format }) => isKnown(format))
  for (const { format, file } of requests) {
    if (file === '') complain((texts) => texts.missingValue(`--format ${format}=`))
    if (!isKnown(format)) complain((texts) => texts.unknownFormat(format, known), didYouMean(format, known))
  }
  if (outputs.filter(({ file }) => !file).length > 1) complain(({ oneOnStdout }) => oneOnStdout)
  const targets = new Set<string>()
  for (const { file } of outputs) {
    if (!file) continue
    if (targets.has(resolve(file))) complain((texts) => texts.sameOutput(file))
    targets.add(resolve(file))
  }

  if (isOn('stdin') && shard) complain((texts) => texts.contradiction('--shard', '--stdin'))
  if (isOn('stdin') && operands.length > 0) complain(({ stdinWithPaths }) => stdinWithPaths)
  if (isGiven('files-from') && operands.length > 0) complain(({ listWithPaths }) => listWithPaths)

  // Who asks for the difference wants to read that, and a report only in so many words.
  const hidesReport = isOn('diff') && problems.length === 0

  /** Of two switches that contradict each other the last counts. */
  const isLastOn = (name: 'color' | 'cache'): boolean =>
    argv.lastIndexOf(`--${name}`) > argv.lastIndexOf(`--no-${name}`)
  return {
    command,
    operands,
    config: last('config'),
    noConfig: isOn('no-config'),
    presets: all('preset'),
    ruleFlags: all('rule'),
    outputs: hidesReport || outputs.some(({ file }) => !file) ? outputs : [{ format: 'pretty' }, ...outputs],
    fix: isOn('fix'),
    fixUnsafe: isOn('fix-unsafe'),
    diff: isOn('diff'),
    interactive: isOn('interactive'),
    quiet: isOn('quiet'),
    maxWarnings,
    stdin: isOn('stdin'),
    stdinPath: last('stdin-path'),
    filesFrom: last('files-from'),
    staged: isOn('staged'),
    changedSince: last('changed-since'),
    changedLines: isOn('changed-lines'),
    baseline: last('baseline'),
    updateBaseline: isOn('update-baseline'),
    pruneBaseline: isOn('prune-baseline'),
    ignorePatterns: all('ignore-pattern'),
    noIgnore: isOn('no-ignore'),
    maxFileSize,
    cache: isOn('cache') || isOn('no-cache') ? isLastOn('cache') : undefined,
    concurrency,
    shard,
    locale,
    color: isOn('color') || isOn('no-color') ? isLastOn('color') : undefined,
    stats: isOn('stats'),
    debug: isOn('debug'),
    version: isOn('version'),
    help: isOn('help'),
    problem: problems[0],
  }
}
