import { dirname, resolve } from 'node:path'
import { type Preset, presetNames, type RuleEntry } from '../engine/rule.ts'
import { relativePath } from '../files/paths.ts'
import { didYouMean } from '../nearest.ts'
import { UserError } from '../user-error.ts'
import { type Config, checkConfig } from './check.ts'
import { loadConfig } from './load.ts'
import { importModule } from './module-source.ts'
import { isFileName, type LoadedPlugin, loadPlugin } from './plugins.ts'
import { type ConfigSource, type SourcePlace, unplaced } from './source.ts'

const longestChain = 8

/** One configuration of a chain, with the presets that it names. */
export interface ChainLink {
  readonly source: ConfigSource
  readonly config: Config
  readonly presets: readonly Preset[]
  /** What each override builds on. */
  readonly overrides: readonly { readonly presets?: readonly Preset[]; readonly bases: readonly ChainLink[] }[]
}

/** Everything that a configuration builds on, innermost first and itself last, with the rules of its plugins. */
export interface Chain {
  readonly links: readonly ChainLink[]
  readonly plugins: readonly RuleEntry[]
}

const isPreset = (name: string): name is Preset => presetNames.includes(name as Preset)

/** Follows `extends` and `plugins` of a configuration, and of all that it builds on. */
export const followChain = async (root: ConfigSource, cwd: string): Promise<Chain> => {
  const plugins = new Map<string, LoadedPlugin>()
  const loadedFrom = new Map<string, string>()

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
    trail: readonly string[],
  ) => {
    const presets: Preset[] = []
    const links: ChainLink[] = []
    for (const [index, name] of names.entries()) {
      const place = source.place([...path, index])
      if (isPreset(name)) presets.push(name)
      else links.push(...(await follow(await findBase(name, source, place), [...trail, name], place)))
    }
    return { presets, links }
  }

  const follow = async (source: ConfigSource, trail: readonly string[], place: SourcePlace): Promise<ChainLink[]> => {
    if (trail.length > longestChain) {
      const way = trail.slice(0, 4).join(' → ')
      throw new UserError(
        {
          en: `“extends” leads further than ${longestChain} steps: ${way} → …`,
          ko: `“extends”가 ${longestChain}단계를 넘습니다: ${way} → …`,
        },
        { ...place, hint: { en: 'It may lead back to itself.', ko: '자기 자신으로 되돌아가는지 확인해야 합니다.' } },
      )
    }
    const config = checkConfig(source)
    await usePlugins(source, config)
    const { presets, links } = await extend(config.extends ?? [], source, ['extends'], trail)
    const overrides = []
    for (const [index, override] of config.overrides.entries()) {
      const base = await extend(override.extends ?? [], source, ['overrides', index, 'extends'], trail)
      overrides.push({ presets: override.extends && base.presets, bases: base.links })
    }
    return [...links, { source, config, presets, overrides }]
  }

  const links = await follow(root, [root.name], {})
  return { links, plugins: [...plugins.values()].flatMap(({ rules }) => rules) }
}

const baseFile = async (file: string, cwd: string, place: SourcePlace): Promise<ConfigSource> => {
  try {
    return await loadConfig(file, cwd)
  } catch (error) {
    if (!(error instanceof UserError) || error.details.line !== undefined) throw error
    // Without a line of its own the mistake is shown where the file is named.
    throw new UserError(error.words, { ...error.details, ...place, file: place.file ?? relativePath(cwd, file) })
  }
}
