import { relativePath, rootFinder } from '../files/paths.ts'
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
  /** Whether a CI runs this: what an earlier run has left there may be a stranger's. */
  readonly isCi: boolean
  readonly width: number
  readonly debug: boolean
  /** The way from the repository's root to the working directory: `site/`, or nothing. */
  readonly folder: string
  /** The day as `YYYY-MM-DD`, where the user is. */
  readonly today: string
  /** There when GitHub Actions runs this. */
  readonly github?: { readonly summaryFile?: string }
  write(text: string | Uint8Array): void
  writeError(text: string): void
}

const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

const folderInRepository = (cwd: string): string => {
  const way = relativePath(rootFinder([cwd])(cwd), cwd)
  return way && `${way}/`
}

/** Reads the environment once, here; the commands and everything under them are told. */
export const openSession = (request: Pick<Arguments, 'locale' | 'color' | 'debug'>): Session => {
  const { env, stdout, stderr } = process
  const cwd = process.cwd()
  const language = request.locale ?? systemLanguage(env)
  return {
    cwd,
    locale: toLocale(language),
    systemLocale: toLocale(systemLanguage(env)),
    language,
    color: colorLevel(request.color, env, stdout.isTTY === true),
    errorColor: colorLevel(request.color, env, stderr.isTTY === true),
    isWatched: stdout.isTTY === true || Boolean(env.CI),
    isCi: Boolean(env.CI),
    width: terminalWidth(stdout.columns, env),
    debug: request.debug,
    folder: folderInRepository(cwd),
    today: localDay(new Date()),
    github: env.GITHUB_ACTIONS === 'true' ? { summaryFile: env.GITHUB_STEP_SUMMARY } : undefined,
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
  }
}
