import { basename, dirname, extname, resolve } from 'node:path'
import type { AnyRule, RuleEntry } from '../engine/rule.ts'
import type { Formatter } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import { importModule } from './module-source.ts'
import type { SourcePlace } from './source.ts'

/** What a plugin exports, as default or by name. */
export interface Plugin {
  /** Goes before the rules' ids; by default the package's name without `postlint-plugin-`, or the file's. */
  readonly name?: string
  readonly rules?: Readonly<Record<string, AnyRule>>
  /** Configurations that `extends: name/preset` takes. */
  readonly presets?: Readonly<Record<string, unknown>>
  /** Formats that `--format name/format` takes. What they print is theirs to escape. */
  readonly formatters?: Readonly<Record<string, Formatter>>
}

export interface LoadedPlugin {
  readonly name: string
  readonly rules: readonly RuleEntry[]
  readonly presets: ReadonlyMap<string, unknown>
  readonly formatters: ReadonlyMap<string, Formatter>
}

const namePattern = /^[a-z\d][a-z\d-]*$/

/** Whether a text names a file rather than a package. */
export const isFileName = (specifier: string): boolean => /^(?:\.{1,2}\/|\/)/.test(specifier)

/** `postlint-plugin-travel` and `@acme/postlint-plugin-travel` are `travel` and `acme-travel`, `@acme/postlint-plugin` is `acme`. */
const nameOf = (specifier: string): string =>
  isFileName(specifier)
    ? basename(specifier, extname(specifier))
    : specifier
        .replace(/^@/, '')
        .replace(/postlint-plugin-?/, '')
        .replace(/\/$/, '')
        .replace('/', '-')

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : [])

const isFormatter = (value: unknown): value is Formatter => typeof value === 'function'

const isRule = (value: unknown): value is AnyRule =>
  isObject(value) &&
  typeof value.check === 'function' &&
  [value.summary, value.presets, value.messages].every((part) => isObject(part))

/** Loads a plugin as seen from the configuration that names it. */
export const loadPlugin = async (specifier: string, file: string, place: SourcePlace): Promise<LoadedPlugin> => {
  const fail = (en: string, ko: string): UserError =>
    new UserError({ en: `The plugin “${specifier}” ${en}`, ko: `플러그인 “${specifier}”: ${ko}` }, place)
  const target = isFileName(specifier) ? resolve(dirname(file), specifier) : specifier
  const plugin = await importModule(target, file, specifier)
  if (plugin === undefined) throw fail('cannot be found', '찾을 수 없습니다')
  if (!isObject(plugin) || !(isObject(plugin.rules) || isObject(plugin.formatters)))
    throw fail('must export “rules” or “formatters”', '“rules”나 “formatters”를 내보내야 합니다')
  const name = typeof plugin.name === 'string' ? plugin.name : nameOf(specifier)
  if (!namePattern.test(name))
    throw fail(`needs a “name” of a-z, 0-9 and -, not “${name}”`, `“name”은 a-z, 0-9, -로만 써야 합니다: “${name}”`)
  const rules = entriesOf(plugin.rules).map(([id, rule]): RuleEntry => {
    if (!namePattern.test(id) || !isRule(rule))
      throw fail(`has a broken rule “${id}”`, `규칙 “${id}”의 형식이 잘못되었습니다`)
    return { id: `${name}/${id}`, family: name, rule }
  })
  const formatters = entriesOf(plugin.formatters).map(([id, formatter]): [string, Formatter] => {
    if (!namePattern.test(id) || !isFormatter(formatter))
      throw fail(`has a broken formatter “${id}”`, `출력 형식 “${id}”의 형식이 잘못되었습니다`)
    return [`${name}/${id}`, formatter]
  })
  const presets = entriesOf(plugin.presets).map(([id, value]): [string, unknown] => [`${name}/${id}`, value])
  return { name, rules, presets: new Map(presets), formatters: new Map(formatters) }
}
