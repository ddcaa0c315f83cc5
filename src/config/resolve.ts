import { dirname } from 'node:path'
import { type Preset, presetNames, type RuleEntry } from '../engine/rule.ts'
import { globMatcher, type PathMatcher } from '../files/glob.ts'
import { relativePath } from '../files/paths.ts'
import { hash } from '../hash.ts'
import { didYouMean } from '../nearest.ts'
import type { Formatter, Locale } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import type { ConfigPart } from './check.ts'
import { type Chain, type ChainLink, followChain } from './extend.ts'
import { findConfig, loadConfig } from './load.ts'
import type { Origin } from './origin.ts'
import { readChoice, readRuleFlag } from './rule-choice.ts'
import { type Layer, type RuleChoice, type Settled, settle, type ValueName } from './settle.ts'
import type { ConfigSource, KeyPath } from './source.ts'

export interface ResolveInput {
  readonly cwd: string
  /** The configuration to use instead of the one that lies about. */
  readonly configFile?: string
  /** Use none at all. */
  readonly noConfig?: boolean
  /** Replace the presets of the configuration. */
  readonly presets?: readonly string[]
  readonly ruleFlags?: readonly string[]
  readonly registry: readonly RuleEntry[]
}

/** A configuration with nothing left to decide. Frozen. */
export interface ResolvedConfig {
  /** The file it was read from, as shown; absent when there is none. */
  readonly file?: string
  /** Globs are relative to this folder: that of the configuration, else the working directory. */
  readonly folder: string
  readonly files?: readonly string[]
  readonly ignore: readonly string[]
  readonly locale?: Locale
  /** Every rule, those of plugins last. */
  readonly registry: readonly RuleEntry[]
  /** Those of plugins, by name. */
  readonly formatters: ReadonlyMap<string, Formatter>
  /** A hash of all that it says: where that differs, results are not parts of one run. */
  readonly hash: string
  /** The settings for a file, by its absolute path, and where each comes from. The same object for files that are alike. */
  settingsFor(file: string): Settled
}

interface MatchedLayer extends Layer {
  /** Whether the layer is about a file, by its path from the configuration's folder; absent for every file. */
  readonly matches?: PathMatcher
}

/** Reads a part of a configuration: its rules are looked up, its values taken over. */
const readLayer = (
  part: ConfigPart,
  presets: readonly Preset[] | undefined,
  source: ConfigSource,
  path: KeyPath,
  registry: ReadonlyMap<string, RuleEntry>,
): Layer => {
  const originOf = (key: KeyPath): Origin => {
    const { line } = source.place([...path, ...key], 'key')
    const [, index] = path
    return typeof index === 'number'
      ? { kind: 'override', number: index + 1, name: source.name, line }
      : { kind: 'config', name: source.name, line }
  }
  const rules = new Map<string, RuleChoice>()
  for (const [id, written] of Object.entries(part.rules)) {
    const choice = readChoice(id, written, registry, (key, side) => source.place([...path, 'rules', id, ...key], side))
    rules.set(id, { ...choice, origin: originOf(['rules', id]) })
  }
  return { presets, rules, values: part.values, valueOrigin: (name: ValueName) => originOf([name]) }
}

/** All layers of a chain: what is said of every post, then the overrides. */
const readLayers = async (
  links: readonly ChainLink[],
  registry: ReadonlyMap<string, RuleEntry>,
): Promise<MatchedLayer[]> => {
  const general = links.map(({ source, config }) => readLayer(config, undefined, source, [], registry))
  const special: MatchedLayer[] = []
  for (const { source, config, overrides } of links) {
    for (const [index, override] of config.overrides.entries()) {
      const matches = await globMatcher(override.files, { inAnyFolder: true })
      const { presets, bases } = overrides[index]!
      const below = await readLayers(bases, registry)
      const basePresets = bases.flatMap((base) => base.presets)
      const all = presets && [...presets, ...basePresets]
      // A base without presets leaves those from above; an empty list drops them.
      const isSaid = all && (all.length > 0 || override.extends?.length === 0)
      special.push(...below.map((layer) => ({ ...layer, matches: both(matches, layer.matches) })), {
        ...readLayer(override, isSaid ? all : undefined, source, ['overrides', index], registry),
        matches,
      })
    }
  }
  return [...general, ...special]
}

const both = (one: PathMatcher, other: PathMatcher | undefined): PathMatcher =>
  other ? (path) => one(path) && other(path) : one

/** Layers do not tell which files they are about: that stands in the links. */
const hashOf = (links: readonly ChainLink[], layers: readonly Layer[]): string =>
  hash(
    JSON.stringify([
      links.map(({ config: { files, ignore, overrides } }) => [files, ignore, overrides.map((one) => one.files)]),
      layers.map(({ presets, rules, values }) => [
        presets,
        [...rules].map(([id, { severity, options }]) => [id, severity, options]),
        values,
      ]),
    ]),
  )

const noChain: Chain = { links: [], plugins: [], formatters: new Map() }

const noLayer: Layer = { rules: new Map(), values: {}, valueOrigin: () => ({ kind: 'default' }) }

const readFlags = async (flags: readonly string[], registry: ReadonlyMap<string, RuleEntry>): Promise<Layer> => {
  const rules = new Map<string, RuleChoice>()
  for (const flag of flags) {
    const [id, written] = await readRuleFlag(flag)
    const choice = readChoice(id, written, registry, () => ({ file: '--rule' }))
    const before = rules.get(id)
    rules.set(id, {
      ...choice,
      options: { ...before?.options, ...choice.options },
      origin: { kind: 'flag', flag: '--rule' },
    })
  }
  return { ...noLayer, rules }
}

const checkPresets = (names: readonly string[]): readonly Preset[] =>
  names.map((name) => {
    if (presetNames.includes(name as Preset)) return name as Preset
    throw new UserError(
      { en: `Unknown preset “${name}”`, ko: `알 수 없는 프리셋: “${name}”` },
      { hint: didYouMean(name, presetNames) },
    )
  })

/** `recommended`, unless `extends` names other presets, or is an empty list. */
const presetsOf = (links: readonly ChainLink[]): readonly Preset[] => {
  const named = links.flatMap(({ presets }) => presets)
  const wantsNone = links.at(-1)?.config.extends?.length === 0
  return named.length > 0 || wantsNone ? [...new Set(named)] : ['recommended']
}

/** Reads the configuration of a run once and for all. */
export const resolveConfig = async (input: ResolveInput): Promise<ResolvedConfig> => {
  const { cwd, configFile, noConfig } = input
  const flagPresets = input.presets && checkPresets(input.presets)
  const source = noConfig ? undefined : configFile ? await loadConfig(configFile, cwd) : await findConfig(cwd)
  const { links, plugins, formatters } = source ? await followChain(source, cwd) : noChain
  const registry = [...input.registry, ...plugins]
  const byId = new Map(registry.map((entry) => [entry.id, entry]))

  const presets: Layer = { ...noLayer, presets: flagPresets ?? presetsOf(links) }
  const fromConfig = (await readLayers(links, byId)).map((layer) =>
    flagPresets ? { ...layer, presets: undefined } : layer,
  )
  const layers: readonly MatchedLayer[] = [presets, ...fromConfig, await readFlags(input.ruleFlags ?? [], byId)]
  await checkEncodings(layers)

  const folder = source ? dirname(source.file) : cwd
  const known = new Map<string, Settled>()
  const settleOnce = (active: readonly MatchedLayer[]): Settled => {
    const key = active.map((layer) => layers.indexOf(layer)).join()
    let settled = known.get(key)
    if (!settled) {
      settled = settle(registry, active)
      known.set(key, settled)
    }
    return settled
  }
  const forAll = layers.some(({ matches }) => matches) ? undefined : settleOnce(layers)
  return Object.freeze({
    file: source?.name,
    folder,
    files: links.findLast(({ config }) => config.files)?.config.files,
    ignore: links.flatMap(({ config }) => config.ignore),
    locale: links.findLast(({ config }) => config.locale)?.config.locale,
    registry,
    formatters,
    hash: hashOf(links, layers),
    settingsFor(file: string) {
      if (forAll) return forAll
      const path = relativePath(folder, file)
      return settleOnce(layers.filter(({ matches }) => !matches || matches(path)))
    },
  })
}

const checkEncodings = async (layers: readonly Layer[]): Promise<void> => {
  for (const { values, valueOrigin } of layers) {
    if (values.encoding === undefined) continue
    const { checkEncoding } = await import('../files/legacy-encoding.ts')
    const origin = valueOrigin('encoding')
    checkEncoding(values.encoding, 'name' in origin ? { file: origin.name, line: origin.line } : {})
  }
}
