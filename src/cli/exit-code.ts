/** What the shell is told. */
export const exitCode = {
  /** Nothing at error level. */
  clean: 0,
  /** There are findings to mend. */
  findings: 1,
  /** postlint could not do its job. */
  failure: 2,
  /** Ended by Ctrl-C after everything was put in order; what shells report of a program that SIGINT ends. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
