import type { Locale } from '../report/formatter.ts'
import type { Arguments } from './arguments.ts'
import { type ColorLevel, colorLevel, systemLanguage, terminalWidth, toLocale } from './terminal.ts'

/** What a command knows of the world it speaks to. */
export interface Session {
  readonly cwd: string
  /** `--locale` if given, else the system's. */
  readonly locale: Locale
  readonly systemLocale: Locale
  /** The user's language as a tag, postlint's or not (`ja_JP`). */
  readonly language: string
  /** Of standard output, and of standard error. */
  readonly color: ColorLevel
  readonly errorColor: ColorLevel
  /** Whether somebody or something reads standard output as it comes, and may obey it: a terminal, a CI's log. */
  readonly isWatched: boolean
  readonly width: number
  readonly debug: boolean
  write(text: string | Uint8Array): void
  writeError(text: string): void
}

/** Reads the environment once, here; the commands and everything under them are told. */
export const openSession = (request: Pick<Arguments, 'locale' | 'color' | 'debug'>): Session => {
  const { env, stdout, stderr } = process
  const language = request.locale ?? systemLanguage(env)
  return {
    cwd: process.cwd(),
    locale: toLocale(language),
    systemLocale: toLocale(systemLanguage(env)),
    language,
    color: colorLevel(request.color, env, stdout.isTTY === true),
    errorColor: colorLevel(request.color, env, stderr.isTTY === true),
    isWatched: stdout.isTTY === true || Boolean(env.CI),
    width: terminalWidth(stdout.columns, env),
    debug: request.debug,
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
  }
}
