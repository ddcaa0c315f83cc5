import { Chalk } from 'chalk'
import type { Severity } from '../engine/finding.ts'

type Style = (text: string) => string

/** The few looks that the output has. With level 0 all of them leave the text alone. */
export interface Styles {
  readonly heading: Style
  readonly strong: Style
  readonly faint: Style
  readonly good: Style
  /** Lines of a difference. */
  readonly added: Style
  readonly removed: Style
  readonly severity: Readonly<Record<Severity, Style>>
}

/** Sixteen colours only, so that every terminal theme keeps its contrast. */
export const createStyles = (level: 0 | 1 | 2 | 3): Styles => {
  const chalk = new Chalk({ level })
  return {
    heading: chalk.bold.underline,
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    added: chalk.green,
    removed: chalk.red,
    severity: { error: chalk.red.bold, warn: chalk.yellow, info: chalk.cyan },
  }
}
