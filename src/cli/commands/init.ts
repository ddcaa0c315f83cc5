import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markedSite } from '../../files/generator.ts'
import { escapeTerminal } from '../../report/escape.ts'
import { UserError } from '../../user-error.ts'
import type { Arguments } from '../arguments.ts'
import { configTemplate } from '../config-template.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { cliTexts, says } from '../texts.ts'

const CONFIG_NAME = '.postlintrc.yaml'
const endings = ['', '.json', '.yaml', '.yml', '.js', '.cjs', '.mjs', '.ts']
const configNames = [
  ...endings.map((ending) => `.postlintrc${ending}`),
  ...endings.map((ending) => `.config/postlintrc${ending}`),
  ...endings.slice(4).map((ending) => `postlint.config${ending}`),
]

/** Writes a first configuration that says what it does. What is there already is never touched. */
export const initCommand = ({ operands }: Arguments, { cwd, locale, write }: Session): ExitCode => {
  const [extra] = operands
  if (extra !== undefined) throw new UserError(says((texts) => texts.tooMany('init', extra)))
  const existing = configNames.find((name) => existsSync(join(cwd, name)))
  if (existing) throw new UserError(says((texts) => texts.configExists(existing)))
  const site = markedSite(cwd)
  const template = configTemplate(site ?? { generator: 'any' }, locale)
  try {
    // `wx` fails on what has appeared in the meantime, dangling links included.
    writeFileSync(join(cwd, CONFIG_NAME), template, { flag: 'wx' })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(says((texts) => texts.cannotWrite(CONFIG_NAME, why)))
  }
  write(`${escapeTerminal(cliTexts[locale].configWritten(CONFIG_NAME, site))}\n`)
  return exitCode.clean
}
