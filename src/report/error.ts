import { codeFrame } from './code-frame.ts'
import { escapeTerminal, guardCommands } from './escape.ts'
import type { RunError } from './formatter.ts'
import { createStyles } from './styles.ts'

/** What went wrong and what to do, as sentences. */
export const errorText = ({ message, hint }: RunError): string =>
  hint ? `${/[.?!]$/.test(message) ? message : `${message}.`} ${hint}` : message

/** One clear line on what kept postlint from its job (place, message, hint), and under it the source line if it is known. */
export const renderError = (error: RunError, look: { color: 0 | 1 | 2 | 3; width: number }): string => {
  const styles = createStyles(look.color)
  const { file, line, column, sourceLine } = error
  const place = file && `${[file, line, line && column].filter(Boolean).join(':')}: `
  const words = escapeTerminal(errorText(error))
  const first = `${styles.severity.error('postlint:')} ${styles.strong(escapeTerminal(place || ''))}${words}\n`
  if (sourceLine === undefined || line === undefined) return guardCommands(first)
  const at = (column ?? 1) - 1
  const number = `  ${line} │ `
  const frame = codeFrame(
    { text: sourceLine, keepIndent: true },
    { start: at, end: at + 1 },
    look.width - number.length,
  )
  const gutter = `${' '.repeat(number.length - 2)}│ `
  return guardCommands(
    `${first}${styles.faint(number)}${frame.before}${frame.marked}${frame.after}\n` +
      `${styles.faint(gutter)}${styles.severity.error(frame.carets)}\n`,
  )
}

/** A line about something that is no mistake, but that the user should know. */
export const renderNotice = (text: string, look: { color: 0 | 1 | 2 | 3 }): string => {
  const styles = createStyles(look.color)
  return guardCommands(`${styles.faint('postlint:')} ${styles.faint(escapeTerminal(text))}\n`)
}
