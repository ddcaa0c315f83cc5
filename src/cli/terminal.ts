import type { Locale } from '../report/formatter.ts'

export type ColorLevel = 0 | 1 | 2 | 3
type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_WIDTH = 100
const MINIMUM_WIDTH = 40
const MAXIMUM_WIDTH = 200

const forcedLevels: ReadonlyMap<string, ColorLevel> = new Map([
  ['0', 0],
  ['false', 0],
  ['', 1],
  ['true', 1],
  ['1', 1],
  ['2', 2],
  ['3', 3],
])

const levelOfTerminal = ({ COLORTERM = '', TERM = '' }: Environment): ColorLevel => {
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit') return 3
  return TERM.endsWith('256color') ? 2 : 1
}

/**
 * How many colours to use. The flag wins over FORCE_COLOR, this over NO_COLOR (any text but the empty one), and that
 * over what the stream is: a terminal that is not dumb. A CI's log that is no terminal stays plain.
 */
export const colorLevel = (flag: boolean | undefined, environment: Environment, isTerminal: boolean): ColorLevel => {
  if (flag === false) return 0
  if (flag === true) return levelOfTerminal(environment)
  const { FORCE_COLOR, NO_COLOR, TERM } = environment
  if (FORCE_COLOR !== undefined) return forcedLevels.get(FORCE_COLOR.toLowerCase()) ?? 1
  if (NO_COLOR || TERM === 'dumb' || !isTerminal) return 0
  return environment.CI ? 1 : levelOfTerminal(environment)
}

/** Columns to write for: those of the terminal, else COLUMNS, else a width that suits logs. */
export const terminalWidth = (columns: number | undefined, environment: Environment): number => {
  const wanted = columns || Number.parseInt(environment.COLUMNS ?? '', 10) || DEFAULT_WIDTH
  return Math.min(MAXIMUM_WIDTH, Math.max(MINIMUM_WIDTH, wanted))
}

/** Columns of a terminal at which somebody sits: not a hook's, not a CI's, and one that can take a line back. */
export const watchedWidth = (
  terminal: { readonly columns: number } | undefined,
  { CI, GITHUB_ACTIONS, PRE_COMMIT, TERM }: Environment,
): number | undefined =>
  terminal?.columns && !CI && !GITHUB_ACTIONS && !PRE_COMMIT && TERM !== 'dumb' ? terminal.columns : undefined

/** The tag of the user's language (`ko_KR`), by the order of precedence that POSIX gives the variables. */
export const systemLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): string =>
  (LC_ALL || LC_MESSAGES || LANG || 'en').replace(/[.@].*$/s, '')

/** The language of those that postlint speaks which is nearest to a tag. */
export const toLocale = (tag: string): Locale => (/^ko(?:[_-]|$)/i.test(tag) ? 'ko' : 'en')
