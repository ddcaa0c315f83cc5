import type { Range } from '../post/range.ts'
import type { Ask, Edit, Finding, Frame, Severity } from './finding.ts'
import { compareTexts } from './order.ts'
import { placesOf } from './places.ts'

/** One way to mend a place. */
export interface Choice {
  /** Absent for a fix, which needs no explanation beside the finding's message. */
  readonly title?: string
  readonly edits: readonly Edit[]
  readonly asks?: Ask
}

/** A place that only a person can decide about. */
export interface Question extends Range {
  readonly rule: string
  readonly messageId: string
  readonly message: string
  readonly severity: Severity
  readonly frame: Frame
  readonly choices: readonly Choice[]
}

/** Where a walk through the questions of a post has got to. */
export type Progress = Pick<Question, 'start' | 'rule' | 'messageId'>

/**
 * The order in which questions are asked. Where they end does not count: what a rule asks about a place it asks once,
 * even if the answer has changed the place.
 */
const byTurn = (a: Progress, b: Progress): number =>
  a.start - b.start || compareTexts(a.rule, b.rule) || compareTexts(a.messageId, b.messageId)

/** The places with suggestions or fixes to check by hand, in order. */
const questionsOf = (findings: readonly Finding[]): Question[] =>
  findings
    .flatMap((finding) => {
      const { rule, messageId, message, severity } = finding
      return placesOf(finding).map(({ start, end, fix, suggestions = [], frame = finding.frame }): Question => {
        const choices = [...(fix && !fix.safe ? [{ edits: fix.edits }] : []), ...suggestions]
        return { rule, messageId, message, severity, start, end, frame, choices }
      })
    })
    .filter(({ choices }) => choices.length > 0)
    .sort(byTurn)

/** The next question after those that have been decided. */
export const nextQuestion = (findings: readonly Finding[], decided: Progress | undefined): Question | undefined =>
  questionsOf(findings).find((question) => !decided || byTurn(question, decided) > 0)

/** The same progress in the text after edits. */
export const movedBy = (progress: Progress, edits: readonly Edit[]): Progress => {
  let start = progress.start
  for (const edit of edits) {
    if (edit.end <= progress.start) start += edit.text.length - (edit.end - edit.start)
    else if (edit.start < progress.start) start += edit.start - progress.start
  }
  return { ...progress, start: Math.max(0, start) }
}

const encoders: Readonly<Record<Ask['as'], (answer: string) => string>> = {
  attribute: (answer) => answer.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  text: (answer) => answer.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  markdown: (answer) => answer.replace(/[\\[\]<`*_]/g, '\\$&'),
}

/** The edits of a choice with the answer to what it asks. */
export const editsWith = ({ edits, asks }: Choice, answer: string): readonly Edit[] => {
  if (!asks) return edits
  const encoded = encoders[asks.as](answer)
  return edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(asks.placeholder, () => encoded) }))
}
