import type { Finding, PostResult } from '../engine/finding.ts'
import { findingFrame } from './code-frame.ts'
import { displayWidth, wrap } from './display.ts'
import { escapeTerminal, guardCommands } from './escape.ts'
import type { Formatter, ReportContext, Summary } from './formatter.ts'
import { notesOf } from './notes.ts'
import { placeAt } from './position.ts'
import { createStyles, type Styles } from './styles.ts'
import { type ReportTexts, reportTexts } from './texts.ts'

const MARGIN = '  '
const NOTE_SEPARATOR = ' · '
/** Below this width text starts near the left edge rather than under the message. */
const NARROW = 72

interface Page {
  readonly context: ReportContext
  readonly styles: Styles
  readonly texts: ReportTexts
  /** What stands before the message's further lines, and before code and notes. */
  readonly textIndent: string
  readonly codeIndent: string
  readonly lines: readonly number[]
}

const frameLines = (finding: Finding, page: Page): string[] => {
  const { codeIndent, styles, context } = page
  const gutter = `${codeIndent}${styles.faint('│')} `
  const width = context.width - codeIndent.length - 2
  const { before, marked, after, carets } = findingFrame(finding, page.lines, width)
  const paint = styles.severity[finding.severity]
  return [
    `${gutter}${before}${marked && styles.strong(marked)}${after}`.trimEnd(),
    `${gutter}${carets.replace(/\^+/, (run) => paint(run))}`,
  ]
}

/** All notes on one line if they fit there, else each on its own. */
const noteLines = (notes: readonly string[], width: number): string[] => {
  const joined = notes.join(NOTE_SEPARATOR)
  if (displayWidth(joined) <= width) return joined ? [joined] : []
  return notes.flatMap((note) => wrap(note, width))
}

const showFinding = (finding: Finding, placeWidth: number, severityWidth: number, page: Page): string[] => {
  const { styles, textIndent, codeIndent, context } = page
  const place = placeAt(page.lines, finding.start).padStart(placeWidth)
  const severity = page.texts.severity[finding.severity]
  const padding = ' '.repeat(severityWidth - displayWidth(severity))
  const head = `${MARGIN}${place}  ${severity}${padding}  `
  const room = context.width - textIndent.length
  // A narrow page starts its text under the place; there the first line is shorter than the others.
  const hanging = Math.max(0, displayWidth(head) - textIndent.length)
  const lines = wrap(escapeTerminal(finding.message), room, hanging)
  const last = lines.length - 1
  const lastWidth = displayWidth(lines[last] ?? '') + (last === 0 ? hanging : 0)
  const id = styles.faint(escapeTerminal(finding.rule))
  if (lastWidth + 2 + displayWidth(finding.rule) <= room) lines[last] += `  ${id}`
  else lines.push(id)
  const notes = noteLines(
    notesOf(finding, page.lines, page.texts).map(escapeTerminal),
    context.width - codeIndent.length,
  )
  return [
    `${MARGIN}${styles.faint(place)}  ${styles.severity[finding.severity](severity)}${padding}  ${lines[0]}`,
    ...lines.slice(1).map((line) => textIndent + line),
    ...frameLines(finding, page),
    ...notes.map((note) => codeIndent + styles.faint(note)),
  ]
}

const showPost = (result: PostResult, context: ReportContext): string => {
  if (result.findings.length === 0) return ''
  const texts = reportTexts[context.locale]
  const styles = createStyles(context.color)
  const places = result.findings.map(({ start }) => placeAt(result.lines, start))
  const placeWidth = places.reduce((width, place) => Math.max(width, place.length), 0)
  const severities = [...new Set(result.findings.map(({ severity }) => severity))]
  const severityWidth = Math.max(...severities.map((severity) => displayWidth(texts.severity[severity])))
  const severityColumn = MARGIN.length + placeWidth + 2
  const isNarrow = context.width < NARROW
  const textIndent = ' '.repeat(isNarrow ? 4 : severityColumn + severityWidth + 2)
  const codeIndent = ' '.repeat(isNarrow ? 4 : severityColumn)
  const page: Page = { context, styles, texts, textIndent, codeIndent, lines: result.lines }
  const blocks = result.findings.map((finding) => showFinding(finding, placeWidth, severityWidth, page).join('\n'))
  return guardCommands(`${styles.heading(escapeTerminal(result.path))}\n\n${blocks.join('\n\n')}\n\n`)
}

const showFixed = ({ fixed }: Summary, { locale, width }: ReportContext): string =>
  fixed && fixed.problems > 0
    ? `${wrap(escapeTerminal(reportTexts[locale].fixed(fixed, false)), width).join('\n')}\n`
    : ''

const showSummary = (summary: Summary, context: ReportContext): string => {
  const texts = reportTexts[context.locale]
  const styles = createStyles(context.color)
  const { errors, warnings, infos, fixable, suppressed, known = 0 } = summary
  const hidden = context.quiet ? warnings + infos : 0
  const counts = texts.counts(summary)
  const found = [
    errors > 0 && styles.severity.error(counts.errors),
    !context.quiet && warnings > 0 && styles.severity.warn(counts.warnings),
    !context.quiet && infos > 0 && styles.severity.info(counts.infos),
  ].filter((part) => part !== false)
  const leftOut = [
    ...(suppressed > 0 ? [texts.suppressed(suppressed)] : []),
    ...(known > 0 ? [texts.known(known)] : []),
  ]
  if (found.length === 0 && hidden === 0) {
    const nothing = styles.good(texts.noProblems(summary.files))
    return leftOut.length > 0 ? `${nothing} ${styles.faint(`(${leftOut.join(NOTE_SEPARATOR)})`)}\n` : `${nothing}\n`
  }
  const more = [
    texts.filesChecked(summary.files),
    hidden > 0 && texts.notShown(hidden),
    hidden === 0 && fixable > 0 && texts.fixable(fixable),
    ...leftOut,
  ].filter((part) => part !== false)
  return `${[found.join(', '), ...more].filter(Boolean).join(styles.faint(NOTE_SEPARATOR))}\n`
}

/** For people: grouped by file, every finding with its place in the source, and a last line with totals. */
export const pretty: Formatter = (context) => ({
  post: (result) => showPost(result, context),
  end: ({ summary, errors }) =>
    errors.length > 0 && summary.files === 0 ? '' : showFixed(summary, context) + showSummary(summary, context),
})
