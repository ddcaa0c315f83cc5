import type { ActiveRule } from '../engine/lint.ts'
import type { RuleEntry } from '../engine/rule.ts'
import type { PostSettings } from './settings.ts'

/** The rules that are on, in the order of the registry. */
export const activeRules = (settings: PostSettings, registry: readonly RuleEntry[]): readonly ActiveRule[] =>
  registry.flatMap((entry) => {
    const setting = settings.rules.get(entry.id)
    return !setting || setting.severity === 'off'
      ? []
      : [{ ...entry, severity: setting.severity, options: setting.options }]
  })
