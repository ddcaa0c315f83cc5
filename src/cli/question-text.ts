import type { LintedPost } from '../engine/fix-check.ts'
import type { Question } from '../engine/questions.ts'
import { wrap } from '../report/display.ts'
import { escapeTerminal, guardCommands } from '../report/escape.ts'
import type { Locale } from '../report/formatter.ts'
import { positionAt } from '../report/position.ts'
import { previewEdits } from '../report/preview.ts'
import { createStyles } from '../report/styles.ts'
import { reportTexts } from '../report/texts.ts'
import { fixTexts } from './fix-texts.ts'

/** How a question is shown. */
interface Look {
  readonly locale: Locale
  readonly width: number
  readonly color: 0 | 1 | 2 | 3
}

/** A question as it is put to the user: the place, what is wrong, and what each choice would make of it. */
export const questionText = (
  { rule, message, severity, start, choices }: Question,
  path: string,
  { source, result }: LintedPost,
  { locale, width, color }: Look,
): string => {
  const { heading, faint, severity: paint, added, removed } = createStyles(color)
  const { line, column } = positionAt(result.lines, start)
  const head = `${heading(escapeTerminal(`${path}:${line}:${column}`))}  ${paint[severity](reportTexts[locale].severity[severity])}  ${faint(escapeTerminal(rule))}`
  const shown = choices.flatMap(({ title, edits }, index) => [
    `  ${choices.length > 1 ? `${index + 1}. ` : ''}${escapeTerminal(title ?? fixTexts[locale].fix)}`,
    ...previewEdits(source, edits).flatMap(({ before, after }) => [
      removed(`    - ${before}`),
      added(`    + ${after}`),
    ]),
  ])
  const words = wrap(escapeTerminal(message), width - 2).map((text) => `  ${text}`)
  return `\n${guardCommands([head, ...words, ...shown].join('\n'))}\n`
}
