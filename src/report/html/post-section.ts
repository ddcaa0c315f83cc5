import type { Finding, PostResult } from '../../engine/finding.ts'
import { findingFrame } from '../code-frame.ts'
import { notesOf } from '../notes.ts'
import { placeAt } from '../position.ts'
import { type Counts, severities } from '../severity.ts'
import type { ReportTexts } from '../texts.ts'
import { type Markup, markup, prose } from './markup.ts'

const FRAME_WIDTH = 110

/** The folder that a post lies in; the working directory is `.`. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.'

/** The name under which a rule is explained further down. */
export const ruleAnchor = (rule: string): string => `rule-${rule.replace('/', '-')}`

const toItem = (finding: Finding, lines: readonly number[], texts: ReportTexts): Markup => {
  const { rule, severity, message } = finding
  const { before, marked, after } = findingFrame(finding, lines, FRAME_WIDTH)
  const notes = notesOf(finding, lines, texts).map((note) => markup`<li>${note}</li>`)
  return markup`<li class="${severity}" data-rule="${rule}"><p class="head"><span class="severity">${texts.severity[severity]}</span> <span class="at">${placeAt(lines, finding.start)}</span> <a href="#${ruleAnchor(rule)}">${rule}</a></p><p>${prose(message)}</p><pre>${before}<mark>${marked}</mark>${after}</pre>${notes.length > 0 ? markup`<ul class="notes">${notes}</ul>` : undefined}</li>\n`
}

/** All findings of a post. */
export const postSection = (
  { path, findings, lines }: PostResult,
  counts: Counts,
  id: string,
  texts: ReportTexts,
): Markup => {
  const badges = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => markup` <span class="badge ${severity}">${texts.severity[severity]} ${counts[severity]}</span>`)
  const items = findings.map((finding) => toItem(finding, lines, texts))
  return markup`<section class="post" id="${id}" data-folder="${folderOf(path)}"><h3><span>${path}</span>${badges}</h3>\n<ol>${items}</ol></section>\n`
}
