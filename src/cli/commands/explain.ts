import { parseMarks } from '../../engine/examples.ts'
import type { OptionSpec } from '../../engine/options.ts'
import { type Example, presetNames, type RuleEntry, type Setting } from '../../engine/rule.ts'
import { didYouMean } from '../../nearest.ts'
import { wrap } from '../../report/display.ts'
import { escapeTerminal } from '../../report/escape.ts'
import { markedSource } from '../../report/marked-source.ts'
import { createStyles, type Styles } from '../../report/styles.ts'
import { UserError } from '../../user-error.ts'
import type { Arguments } from '../arguments.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type ManualTexts, manualTexts } from '../manual.ts'
import type { Session } from '../session.ts'
import { says } from '../texts.ts'
import { wholeRules } from '../whole-rules.ts'

/** Examples of each kind that are shown; the rule's page has all of them. */
const EXAMPLES_SHOWN = 3
const INDENT = '  '

interface Page {
  readonly session: Session
  readonly styles: Styles
  readonly texts: ManualTexts
}

const paragraph = (text: string, { session }: Page, indent = INDENT): string =>
  wrap(text, session.width - indent.length)
    .map((line) => `${indent}${line}\n`)
    .join('')

const section = (title: string, body: string, { styles }: Page): string =>
  body ? `\n${styles.strong(title)}\n${body}` : ''

const sources = ({ rule }: RuleEntry, page: Page): string =>
  rule.source
    .map(({ authority, title, url }) => {
      const words = paragraph(`${page.texts.authority[authority]}: ${title}`, page)
      return url ? `${words}${INDENT}${INDENT}${page.styles.faint(url)}\n` : words
    })
    .join('')

const settingText = (setting: Setting | undefined, { texts }: Page): string => {
  if (setting === undefined) return texts.severity.off
  if (typeof setting === 'string') return texts.severity[setting]
  const [severity, options] = setting
  return `${texts.severity[severity]} ${JSON.stringify(options)}`
}

const presets = ({ rule }: RuleEntry, page: Page): string => {
  const width = Math.max(...presetNames.map((name) => name.length))
  return presetNames
    .map((name) => paragraph(`${name.padEnd(width)}  ${settingText(rule.presets[name], page)}`, page))
    .join('')
}

const options = ({ rule }: RuleEntry, page: Page): string =>
  Object.entries((rule.options ?? {}) as OptionSpec)
    .map(([name, option]) => {
      const initial = page.texts.default(JSON.stringify(option.default))
      return `${INDENT}${name}\n${paragraph(`${option.help[page.session.locale]} (${initial})`, page, INDENT.repeat(2))}`
    })
    .join('')

const circumstances = ({ path, options: given }: Example, { texts }: Page): string =>
  [path && texts.inFile(path), given && texts.withOptions(JSON.stringify(given))].filter(Boolean).join(', ')

const example = (given: Example | string, page: Page): string => {
  const { session, styles, texts } = page
  const one: Example = typeof given === 'string' ? { post: given } : given
  const { source, ranges } = parseMarks(one.post)
  const look = { color: session.color, width: session.width, indent: INDENT }
  const head = circumstances(one, page)
  const fixed = one.fixed !== undefined
  return [
    head && `${INDENT}${styles.faint(escapeTerminal(head))}\n`,
    markedSource(source, ranges, look),
    fixed && `${INDENT}${styles.good(texts.fixed)}\n${markedSource(one.fixed ?? '', [], look)}`,
  ]
    .filter(Boolean)
    .join('')
}

const examples = (given: readonly (Example | string)[], page: Page): string => {
  const shown = given.slice(0, EXAMPLES_SHOWN).map((one) => example(one, page))
  const rest = given.length - shown.length
  return shown.join('\n') + (rest > 0 ? `\n${INDENT}${page.styles.faint(page.texts.more(rest))}\n` : '')
}

const explain = (entry: RuleEntry, page: Page): string => {
  const { rule, id, family } = entry
  const { session, styles, texts } = page
  const facts = [family, rule.fixable && texts.fixable[rule.fixable]].filter(Boolean).join(' · ')
  return [
    `${styles.heading(id)}  ${styles.faint(facts)}\n`,
    paragraph(rule.summary[session.locale], page, ''),
    section(texts.why, paragraph(rule.why[session.locale], page), page),
    section(texts.bad, examples(rule.examples.bad, page), page),
    section(texts.good, examples(rule.examples.good, page), page),
    section(texts.options, options(entry, page), page),
    section(texts.presets, presets(entry, page), page),
    section(texts.sources, sources(entry, page), page),
    section(texts.disable, `${INDENT}<!-- postlint-disable-next-line ${id} -->\n`, page),
  ].join('')
}

/** Tells all about one rule. */
export const explainCommand = ({ operands }: Arguments, session: Session): ExitCode => {
  const [id, extra] = operands
  if (id === undefined) throw new UserError(says(({ needsRule }) => needsRule))
  if (extra !== undefined) throw new UserError(says((texts) => texts.tooMany('explain', extra)))
  const entry = wholeRules.find((one) => one.id === id)
  if (!entry) {
    const hint = didYouMean(
      id,
      wholeRules.map((one) => one.id),
    )
    throw new UserError(
      says((texts) => texts.unknownRule(id)),
      { hint },
    )
  }
  const page = { session, styles: createStyles(session.color), texts: manualTexts[session.locale] }
  session.write(explain(entry, page))
  return exitCode.clean
}
