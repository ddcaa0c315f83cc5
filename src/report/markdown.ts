import type { PostResult, Severity } from '../engine/finding.ts'
import { errorText } from './error.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import type { Formatter, RunError, RunReport, Summary } from './formatter.ts'
import { messageWithPlaces } from './notes.ts'
import { placeAt } from './position.ts'
import { reportMark } from './report-mark.ts'
import { byWorst, type Counts, counted, noCounts, severities } from './severity.ts'
import { type TallyRow, tally } from './tally.ts'
import { type ReportTexts, reportTexts } from './texts.ts'

/** A comment on GitHub holds 65,536 characters; what is around the report needs some. */
const ROOM = 60_000
const RULES_SHOWN = 20
const marks: Readonly<Record<Severity, string>> = { error: '❌', warn: '⚠️', info: 'ℹ️' }

/** A post in the report: written row by row as long as there is room. */
interface Section {
  readonly head: string
  readonly rows: readonly string[]
  readonly counts: Counts
}

const tableHead = (titles: readonly string[]): string =>
  `| ${titles.join(' | ')} |\n|${titles.map(() => ' --- |').join('')}\n`

const toSection = ({ path, findings, lines }: PostResult, texts: ReportTexts): Section => ({
  head: `\n### ${codeSpan(path)}\n\n${tableHead(['', texts.place, texts.message, texts.rule])}`,
  rows: findings.map((finding) => {
    const severity = `${marks[finding.severity]} ${texts.severity[finding.severity]}`
    const message = escapeMarkdown(messageWithPlaces(finding, lines, texts))
    return `| ${severity} | ${placeAt(lines, finding.start)} | ${message} | ${codeSpan(finding.rule)} |\n`
  }),
  counts: findings.reduce((counts, { severity }) => counted(counts, severity), noCounts),
})

const ruleTable = (rows: readonly TallyRow[], texts: ReportTexts): string => {
  if (rows.length < 2) return ''
  const shown = rows.slice(0, RULES_SHOWN).map(({ name, counts }) => {
    const cells = severities.map((severity) => (counts[severity] > 0 ? String(counts[severity]) : ''))
    return `| ${codeSpan(name)} | ${cells.join(' | ')} |\n`
  })
  return `\n${tableHead([texts.rule, ...severities.map((severity) => texts.severity[severity])])}${shown.join('')}`
}

const totals = (summary: Summary, texts: ReportTexts): string => {
  const { errors, warnings, infos } = texts.counts(summary)
  const found = [
    ...(summary.errors > 0 ? [`**${errors}**`] : []),
    ...(summary.warnings > 0 ? [warnings] : []),
    ...(summary.infos > 0 ? [infos] : []),
  ]
  if (found.length === 0) return `✅ ${texts.noProblems(summary.files)}`
  return [
    found.join(', '),
    texts.filesChecked(summary.files),
    ...(summary.fixable > 0 ? [texts.fixable(summary.fixable)] : []),
    ...(summary.suppressed > 0 ? [texts.suppressed(summary.suppressed)] : []),
    ...(summary.known ? [texts.known(summary.known)] : []),
  ].join(' · ')
}

const failure = (error: RunError): string => {
  const { file, line, column } = error
  const place = file && [codeSpan(file), line, line && column].filter(Boolean).join(':')
  return `- ❌ ${place ? `${place}: ` : ''}${escapeMarkdown(errorText(error))}\n`
}

/** The sections that fit, and how many findings do not. */
const fill = (sections: readonly Section[], room: number): { text: string; left: number } => {
  const parts: string[] = []
  let free = room
  let left = 0
  for (const { head, rows } of sections) {
    let shown = 0
    let length = head.length
    for (const row of rows) {
      if (length + row.length > free) break
      length += row.length
      shown++
    }
    left += rows.length - shown
    if (shown === 0) continue
    parts.push(head, ...rows.slice(0, shown))
    free -= length
  }
  return { text: parts.join(''), left }
}

/** For a comment on a pull request, and the summary of a CI job: the worst posts first, as much as fits. */
export const markdown: Formatter = ({ locale }) => {
  const texts = reportTexts[locale]
  const sections: Section[] = []
  const byRule = tally()
  return {
    post(result) {
      if (result.findings.length > 0) sections.push(toSection(result, texts))
      for (const { rule, severity } of result.findings) byRule.add(rule, severity)
      return ''
    },
    end({ summary, errors }: RunReport) {
      const failures = errors.length > 0 ? `\n${errors.slice(0, RULES_SHOWN).map(failure).join('')}` : ''
      const total = errors.length > 0 && summary.files === 0 ? '' : `${totals(summary, texts)}\n`
      const head = `${reportMark}\n\n## postlint\n\n${total}${failures}${ruleTable(byRule.rows(), texts)}`
      const { text, left } = fill(
        sections.toSorted((a, b) => byWorst(a.counts, b.counts)),
        ROOM - head.length,
      )
      return head + text + (left > 0 ? `\n${texts.moreFindings(left)}\n` : '')
    },
  }
}
