import type { Severity } from '../engine/finding.ts'
import type { AnyRule, Preset, Setting } from '../engine/rule.ts'

/** From weakest to strongest. */
export const severities: readonly (Severity | 'off')[] = ['off', 'info', 'warn', 'error']

/** Options are never mixed: the first of these that is active and names some gives them all. */
const optionsFrom: readonly Preset[] = ['strict', 'seo', 'accessibility', 'recommended']

export interface PresetSetting {
  readonly severity: Severity | 'off'
  /** The preset that the severity comes from. */
  readonly severityFrom?: Preset
  readonly options: Readonly<Record<string, unknown>>
  readonly optionsFrom?: Preset
}

const split = (setting: Setting | undefined): readonly [Severity | 'off', Readonly<Record<string, unknown>>?] =>
  setting === undefined ? ['off'] : typeof setting === 'string' ? [setting] : setting

/** What several presets, added up, say about a rule: the strongest severity, and the options of one of them. */
export const presetSetting = (rule: AnyRule, active: readonly Preset[]): PresetSetting => {
  let severity: Severity | 'off' = 'off'
  let severityFrom: Preset | undefined
  for (const preset of active) {
    const [wanted] = split(rule.presets[preset])
    if (severities.indexOf(wanted) <= severities.indexOf(severity)) continue
    severity = wanted
    severityFrom = preset
  }
  const giver = optionsFrom.find((preset) => active.includes(preset) && split(rule.presets[preset])[1] !== undefined)
  const options = giver === undefined ? {} : (split(rule.presets[giver])[1] ?? {})
  return { severity, severityFrom, options, optionsFrom: giver }
}
