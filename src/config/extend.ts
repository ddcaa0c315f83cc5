import { dirname, resolve } from 'node:path'
import { type Preset, presetNames, type RuleEntry } from '../engine/rule.ts'
import { relativePath } from '../files/paths.ts'
import { didYouMean } from '../nearest.ts'
import type { Formatter } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import { type Config, checkConfig } from './check.ts'
import { loadConfig } from './load.ts'
import { importModule } from './module-source.ts'
import { isFileName, type LoadedPlugin, loadPlugin } from './plugins.ts'
import { type ConfigSource, type SourcePlace, unplaced } from './source.ts'

/** Counted as they are laid over each other; nobody needs as many, and a few files that name each other make millions. */
const mostLinks = 100

/** One configuration of a chain, with the presets that it names. */
export interface ChainLink {
  readonly source: ConfigSource
  readonly config: Config
  readonly presets: readonly Preset[]
  /** What each override builds on. */
  readonly overrides: readonly { readonly presets?: readonly Preset[]; readonly bases: readonly ChainLink[] }[]
  /** How many links it is, with those of its overrides. */
  readonly size: number
}

/** Everything that a configuration builds on, innermost first and itself last, with the rules and formatters of its plugins. */
export interface Chain {
  readonly links: readonly ChainLink[]
  readonly plugins: readonly RuleEntry[]
  readonly formatters: ReadonlyMap<string, Formatter>
}

const sizeOf = (links: readonly ChainLink[]): number => links.reduce((sum, { size }) => sum + size, 0)

/** Presets of plugins, and packages, have the file of the configuration that names them. */
const keyOf = ({ file, name }: ConfigSource): string => `${file}\0${name}`

const isPreset = (name: string): name is Preset => presetNames.includes(name as Preset)

/** Follows `extends` and `plugins` of a configuration, and of all that it builds on. */
export const followChain = async (root: ConfigSource, cwd: string): Promise<Chain> => {
  const plugins = new Map<string, LoadedPlugin>()
  const loadedFrom = new Map<string, string>()
  const followed = new Map<string, readonly ChainLink[]>()

  const usePlugins = async (source: ConfigSource, config: Config): Promise<void> => {
    for (const [index, specifier] of config.plugins.entries()) {
      const place = source.place(['plugins', index])
      const from = isFileName(specifier) ? resolve(dirname(source.file), specifier) : specifier
      if (loadedFrom.has(from)) continue
      const plugin = await loadPlugin(specifier, source.file, place)
      if (plugins.has(plugin.name))
        throw new UserError(
          { en: `Two plugins are called “${plugin.name}”`, ko: `이름이 “${plugin.name}”인 플러그인이 둘입니다` },
          place,
        )
      loadedFrom.set(from, plugin.name)
      plugins.set(plugin.name, plugin)
    }
  }

  const findBase = async (name: string, source: ConfigSource, place: SourcePlace): Promise<ConfigSource> => {
    for (const plugin of plugins.values())
      if (plugin.presets.has(name)) return unplaced(name, source.file, plugin.presets.get(name))
    if (isFileName(name)) return baseFile(resolve(dirname(source.file), name), cwd, place)
    const exported = await importModule(name, source.file, name)
    if (exported !== undefined) return unplaced(name, source.file, exported)
    const known = [...presetNames, ...[...plugins.values()].flatMap((plugin) => [...plugin.presets.keys()])]
    throw new UserError(
      { en: `No preset or package is called “${name}”`, ko: `“${name}”(이)라는 프리셋이나 패키지가 없습니다` },
      { ...place, hint: didYouMean(name, known) },
    )
  }

  /** Splits what `extends` names into presets and further configurations. */
  const extend = async (
    names: readonly string[],
    source: ConfigSource,
    path: readonly (string | number)[],
    trail: readonly ConfigSource[],
  ) => {
    const presets: Preset[] = []
    const links = new Set<ChainLink>()
    for (const [index, name] of names.entries()) {
      const place = source.place([...path, index])
      if (isPreset(name)) {
        presets.push(name)
        continue
      }
      for (const link of await follow(await findBase(name, source, place), trail, place)) {
        // What is there twice counts where it comes last, as if it had been laid over the others again.
        links.delete(link)
        links.add(link)
      }
      if (sizeOf([...links]) > mostLinks) throw tooManyLinks(place)
    }
    return { presets, links: [...links] }
  }

  const follow = async (
    source: ConfigSource,
    before: readonly ConfigSource[],
    place: SourcePlace,
  ): Promise<readonly ChainLink[]> => {
    const key = keyOf(source)
    const known = followed.get(key)
    if (known) return known
    const trail = [...before, source]
    const start = before.findIndex((one) => keyOf(one) === key)
    if (start >= 0) throw circle(trail.slice(start), place)
    if (trail.length > mostLinks) throw tooManyLinks(place)

    const config = checkConfig(source)
    await usePlugins(source, config)
    const { presets, links } = await extend(config.extends ?? [], source, ['extends'], trail)
    const overrides = []
    let size = 1
    for (const [index, override] of config.overrides.entries()) {
      const base = await extend(override.extends ?? [], source, ['overrides', index, 'extends'], trail)
      overrides.push({ presets: override.extends && base.presets, bases: base.links })
      size += sizeOf(base.links)
    }
    if (size > mostLinks) throw tooManyLinks(source.place(['overrides']))
    const all = [...links, { source, config, presets, overrides, size }]
    followed.set(key, all)
    return all
  }

  const links = await follow(root, [], {})
  const loaded = [...plugins.values()]
  return {
    links,
    plugins: loaded.flatMap(({ rules }) => rules),
    formatters: new Map(loaded.flatMap(({ formatters }) => [...formatters])),
  }
}

const circle = (sources: readonly ConfigSource[], place: SourcePlace): UserError => {
  const way = sources.map(({ name }) => name).join(' → ')
  return new UserError(
    { en: `“extends” leads back to where it started: ${way}`, ko: `“extends”가 처음으로 되돌아갑니다: ${way}` },
    place,
  )
}

const tooManyLinks = (place: SourcePlace): UserError =>
  new UserError(
    {
      en: `“extends” builds on more than ${mostLinks} configurations`,
      ko: `“extends”로 이어지는 설정이 ${mostLinks}개를 넘습니다`,
    },
    place,
  )

const baseFile = async (file: string, cwd: string, place: SourcePlace): Promise<ConfigSource> => {
  try {
    return await loadConfig(file, cwd)
  } catch (error) {
    if (!(error instanceof UserError) || error.details.line !== undefined) throw error
    // Without a line of its own the mistake is shown where the file is named.
    throw new UserError(error.words, { ...error.details, ...place, file: place.file ?? relativePath(cwd, file) })
  }
}
