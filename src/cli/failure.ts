import { renderError } from '../report/error.ts'
import type { Locale, RunError } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import type { Session } from './session.ts'
import { cliTexts } from './texts.ts'

/** Whatever was thrown, in plain words: the user's mistake as such, anything else as ours. */
export const describeFailure = (error: unknown, locale: Locale): RunError => {
  if (error instanceof UserError) return error.report(locale)
  const texts = cliTexts[locale]
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return { message: texts.unexpected(message), hint: texts.report }
}

/** Tells a failure on standard error; the stack only of our own mistakes, and only with `--debug`. */
export const tellFailure = (error: unknown, session: Session, locale: Locale = session.locale): void => {
  session.writeError(renderError(describeFailure(error, locale), { color: session.errorColor, width: session.width }))
  if (session.debug && error instanceof Error && !(error instanceof UserError)) session.writeError(`${error.stack}\n`)
}
