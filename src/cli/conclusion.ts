import { noticeText } from '../notice.ts'
import { renderError, renderNotice } from '../report/error.ts'
import type { Locale, RunError, Summary } from '../report/formatter.ts'
import type { RunOutcome } from '../run.ts'
import type { Arguments } from './arguments.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import type { Outputs } from './outputs.ts'
import type { Session } from './session.ts'
import { cliTexts } from './texts.ts'

/** Tells on standard error what kept postlint from its job. */
export const tellError = (error: RunError, session: Session): void =>
  session.writeError(renderError(error, { color: session.errorColor, width: session.width }))

/** Ends all reports and tells what else there is to tell. Gives whether everything could be done. */
export const conclude = async (
  { summary, errors, notices }: RunOutcome,
  outputs: Outputs,
  session: Session,
  locale: Locale,
): Promise<boolean> => {
  const unwritten = await outputs.end(summary, () => errors, notices)
  for (const notice of notices)
    session.writeError(renderNotice(noticeText(notice, locale), { color: session.errorColor }))
  for (const error of errors) tellError(error, session)
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
