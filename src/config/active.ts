import type { ActiveRule } from '../engine/lint.ts'
import type { RuleEntry } from '../engine/rule.ts'
import type { PostSettings } from './settings.ts'

/** The rules that are on, in the order of the registry. */
export const activeRules = (settings: PostSettings, registry: readonly RuleEntry[]): readonly ActiveRule[] =>
  registry.flatMap(({ id, family, rule }) => {
    const setting = settings.rules.get(id)
    return !setting || setting.severity === 'off'
      ? []
      : [{ id, family, rule, severity: setting.severity, options: setting.options }]
  })
