import { relativePath, rootFinder } from '../files/paths.ts'
import type { Shard } from '../files/shard.ts'
import type { Locale } from '../report/formatter.ts'
import type { Arguments } from './arguments.ts'
import { environmentShard } from './shard.ts'
import { standardError, standardOutput } from './standard-streams.ts'
import { type ColorLevel, colorLevel, systemLanguage, terminalWidth, toLocale, watchedWidth } from './terminal.ts'

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
  /** Whether standard output goes straight into a file. */
  readonly isSaved: boolean
  readonly width: number
  readonly debug: boolean
  /** The way from the repository's root to the working directory: `site/`, or nothing. */
  readonly folder: string
  /** The day as `YYYY-MM-DD`, where the user is. */
  readonly today: string
  /** There when GitHub Actions runs this. */
  readonly github?: { readonly summaryFile?: string }
  /** Columns of the terminal that can be told how far a run is; absent where nobody watches standard error. */
  readonly progressWidth?: number
  /** The part of the work that the environment gives to this process. */
  readonly shard?: Shard
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
  const { env } = process
  const { terminal } = standardOutput
  const cwd = process.cwd()
  const language = request.locale ?? systemLanguage(env)
  return {
    cwd,
    locale: toLocale(language),
    systemLocale: toLocale(systemLanguage(env)),
    language,
    color: colorLevel(request.color, env, terminal !== undefined),
    errorColor: colorLevel(request.color, env, standardError.terminal !== undefined),
    isWatched: terminal !== undefined || Boolean(env.CI),
    isCi: Boolean(env.CI),
    isSaved: standardOutput.isFile,
    width: terminalWidth(terminal?.columns, env),
    debug: request.debug,
    folder: folderInRepository(cwd),
    today: localDay(new Date()),
    github: env.GITHUB_ACTIONS === 'true' ? { summaryFile: env.GITHUB_STEP_SUMMARY } : undefined,
    progressWidth: watchedWidth(standardError.terminal, env),
    shard: environmentShard(env),
    write: standardOutput.write,
    writeError: standardError.write,
  }
}
