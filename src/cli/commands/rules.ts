import { rules } from '../../../rules/index.ts'
import { presetNames, type RuleEntry } from '../../engine/rule.ts'
import { wrap } from '../../report/display.ts'
import { escapeJson } from '../../report/escape.ts'
import type { Locale } from '../../report/formatter.ts'
import { jsonHead } from '../../report/json.ts'
import { createStyles } from '../../report/styles.ts'
import { UserError } from '../../user-error.ts'
import { version } from '../../version.ts'
import type { Arguments, OutputRequest } from '../arguments.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { manualTexts, presetSeverity, presetsLine } from '../manual.ts'
import { writeOutput } from '../outputs.ts'
import type { Session } from '../session.ts'
import { says } from '../texts.ts'

const INDENT = '    '

const toJson = ({ id, family, rule }: RuleEntry, locale: Locale) => ({
  id,
  family,
  summary: rule.summary[locale],
  presets: Object.fromEntries(presetNames.map((preset) => [preset, presetSeverity(rule, preset)])),
  ...(rule.fixable && { fixable: rule.fixable }),
})

const byFamily = (entries: readonly RuleEntry[]): Map<string, RuleEntry[]> => {
  const families = new Map<string, RuleEntry[]>()
  for (const entry of entries) families.set(entry.family, [...(families.get(entry.family) ?? []), entry])
  return families
}

const forPeople = (session: Session, toFile: boolean): string => {
  const styles = createStyles(toFile ? 0 : session.color)
  const texts = manualTexts[session.locale]
  const room = session.width - INDENT.length
  const showRule = ({ id, rule }: RuleEntry): string => {
    const facts = [presetsLine(rule, texts), rule.fixable && texts.fixable[rule.fixable]].filter(Boolean).join(' · ')
    return [
      `  ${styles.strong(id)}`,
      ...wrap(rule.summary[session.locale], room).map((line) => INDENT + line),
      ...wrap(facts, room).map((line) => INDENT + styles.faint(line)),
    ].join('\n')
  }
  const families = [...byFamily(rules)].map(
    ([family, entries]) => `${styles.heading(family)}\n\n${entries.map(showRule).join('\n\n')}\n\n`,
  )
  return `${families.join('')}${texts.rulesInAll(rules.length)}. ${styles.faint(texts.explainHint)}\n`
}

const render = ({ format, file }: OutputRequest, request: Arguments, session: Session): string => {
  if (format === 'pretty') return forPeople(session, file !== undefined)
  const list = rules.map((entry) => toJson(entry, request.locale ?? 'en'))
  if (format === 'json') return `${escapeJson({ ...jsonHead(version), rules: list })}\n`
  return list.map((one) => `${escapeJson(one)}\n`).join('')
}

/** Lists every rule by family. */
export const rulesCommand = (request: Arguments, session: Session): ExitCode => {
  const [extra] = request.operands
  if (extra !== undefined) throw new UserError(says((texts) => texts.tooMany('rules', extra)))
  for (const output of request.outputs) writeOutput(output, session, render(output, request, session))
  return exitCode.clean
}
