import type { Severity } from '../engine/finding.ts'
import type { Preset, RuleEntry } from '../engine/rule.ts'
import type { Origin } from './origin.ts'
import { presetSetting } from './presets.ts'
import type { PostSettings, RuleSetting } from './settings.ts'

type Options = Readonly<Record<string, unknown>>

/** What one place says about a rule. A bare severity leaves the options below it as they are. */
export interface RuleChoice {
  readonly severity: Severity | 'off'
  readonly options: Options
  readonly origin: Origin
}

/** The settings of a post that are no rules. */
export type PostValues = Omit<PostSettings, 'rules'>
export type ValueName = keyof PostValues

/** What one place says; later layers win over earlier ones. */
export interface Layer {
  /** Replaces the presets of the layers before. */
  readonly presets?: readonly Preset[]
  readonly rules: ReadonlyMap<string, RuleChoice>
  readonly values: PostValues
  readonly valueOrigin: (name: ValueName) => Origin
}

/** Where each setting of a rule comes from. */
export interface RuleOrigins {
  readonly severity: Origin
  readonly options: ReadonlyMap<string, Origin>
}

/** The settings for a post together with where each comes from. */
export interface Settled {
  readonly settings: PostSettings
  readonly presets: readonly Preset[]
  readonly ruleOrigins: ReadonlyMap<string, RuleOrigins>
  readonly valueOrigins: ReadonlyMap<ValueName, Origin>
}

const freezeDeeply = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freezeDeeply(inner)
  }
  return value
}

const settleRule = ({ id, rule }: RuleEntry, presets: readonly Preset[], layers: readonly Layer[]) => {
  const preset = presetSetting(rule, presets)
  const options: Record<string, unknown> = {}
  const origins = new Map<string, Origin>()
  const put = (values: Options, origin: Origin): void => {
    for (const [key, value] of Object.entries(values)) {
      options[key] = value
      origins.set(key, origin)
    }
  }
  for (const [key, option] of Object.entries<{ default: unknown }>(rule.options ?? {}))
    put({ [key]: option.default }, { kind: 'default' })
  if (preset.optionsFrom) put(preset.options, { kind: 'preset', preset: preset.optionsFrom })

  let { severity } = preset
  let severityOrigin: Origin = preset.severityFrom
    ? { kind: 'preset', preset: preset.severityFrom }
    : { kind: 'default' }
  for (const { rules } of layers) {
    const choice = rules.get(id)
    if (!choice) continue
    severity = choice.severity
    severityOrigin = choice.origin
    put(choice.options, choice.origin)
  }
  const setting: RuleSetting = freezeDeeply({ severity, options })
  return { setting, origins: { severity: severityOrigin, options: origins } }
}

/** Lays the layers that are about a post over each other and freezes the outcome. */
export const settle = (registry: readonly RuleEntry[], layers: readonly Layer[]): Settled => {
  const presets = layers.findLast((layer) => layer.presets !== undefined)?.presets ?? []
  const rules = new Map<string, RuleSetting>()
  const ruleOrigins = new Map<string, RuleOrigins>()
  for (const entry of registry) {
    const { setting, origins } = settleRule(entry, presets, layers)
    rules.set(entry.id, setting)
    ruleOrigins.set(entry.id, origins)
  }
  const valueOrigins = new Map<ValueName, Origin>()
  let values: PostValues = {}
  for (const layer of layers) {
    values = { ...values, ...layer.values }
    for (const name of Object.keys(layer.values) as ValueName[]) valueOrigins.set(name, layer.valueOrigin(name))
  }
  return { settings: Object.freeze({ ...values, rules }), presets, ruleOrigins, valueOrigins }
}
