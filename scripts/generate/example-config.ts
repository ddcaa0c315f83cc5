import type { Option } from '../../src/engine/options.ts'
import type { RuleEntry } from '../../src/engine/rule.ts'

/** A rule as the recommended preset sets it, with every option spelled out. */
const settingOf = ({ rule }: RuleEntry): unknown => {
  const setting = rule.presets.recommended ?? 'off'
  const [severity, own] = typeof setting === 'string' ? [setting, {}] : setting
  const options = (rule.options ?? {}) as Readonly<Record<string, Option<unknown>>>
  const values = Object.entries(options).map(([name, option]) => [name, option.default])
  return values.length === 0 ? severity : [severity, { ...Object.fromEntries(values), ...own }]
}

/** An example configuration: all rules, set as the recommended preset sets them. */
export const exampleConfig = (rules: readonly RuleEntry[]): unknown => ({
  $schema: './node_modules/postlint/dist/schema.json',
  extends: ['recommended'],
  rules: Object.fromEntries(rules.map((entry) => [entry.id, settingOf(entry)])),
})
