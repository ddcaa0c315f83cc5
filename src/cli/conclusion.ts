import { noticeText } from '../notice.ts'
import { renderError, renderNotice } from '../report/error.ts'
import type { Locale, RunError, Summary } from '../report/formatter.ts'
import type { RunOutcome } from '../run.ts'
import type { UserError } from '../user-error.ts'
import type { Arguments } from './arguments.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import type { Outputs } from './outputs.ts'
import type { Session } from './session.ts'
import { cliTexts } from './texts.ts'

/** Tells on standard error what kept postlint from its job. */
export const tellError = (error: RunError, session: Session): void =>
  session.writeError(renderError(error, { color: session.errorColor, width: session.width }))

/** Tells on standard error what somebody may want to know. */
export const tellNote = (text: string, session: Session): void =>
  session.writeError(renderNotice(text, { color: session.errorColor }))

/** What a run leaves to be told beside its outcome. */
interface Rest {
  /** What could not be written after the run. */
  readonly failures?: readonly UserError[]
  readonly notes?: readonly string[]
}

/** Ends all reports and tells what else there is to tell. Gives whether everything could be done. */
export const conclude = async (
  { summary, errors, notices }: RunOutcome,
  outputs: Outputs,
  session: Session,
  locale: Locale,
  { failures = [], notes = [] }: Rest = {},
): Promise<boolean> => {
  const all = (wanted: Locale): RunError[] => [...errors, ...failures.map((failure) => failure.report(wanted))]
  const unwritten = [...failures, ...(await outputs.end(summary, all, notices))]
  for (const notice of notices) tellNote(noticeText(notice, locale), session)
  for (const error of errors) tellError(error, session)
  for (const note of notes) tellNote(note, session)
  for (const failure of unwritten) tellFailure(failure, session, locale)
  return errors.length === 0 && unwritten.length === 0
}

/** Whether what was found is too much. */
export const judge = (
  { errors, warnings }: Summary,
  { maxWarnings }: Pick<Arguments, 'maxWarnings'>,
  session: Session,
  locale: Locale,
): ExitCode => {
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    tellError({ message: cliTexts[locale].tooManyWarnings(warnings, maxWarnings) }, session)
    return exitCode.findings
  }
  return errors > 0 ? exitCode.findings : exitCode.clean
}
