import { readFileSync } from 'node:fs'
import yargs from 'yargs'
import { guardCommands } from '../report/escape.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Command, commandNames, commands, flagEntries } from './flags.ts'
import type { Session } from './session.ts'

/** yargs's own words (“Options:”, “[boolean]”) in the user's language; the build puts them beside the program. */
const yargsWords = (language: string): Record<string, string> => {
  const exact = language.replace('-', '_')
  for (const name of [exact, exact.split('_')[0]]) {
    if (!name || !/^[A-Za-z_]{2,8}$/.test(name)) continue
    try {
      return JSON.parse(readFileSync(new URL(`./locales/${name}.json`, import.meta.url), 'utf8'))
    } catch {
      // Not a language of yargs: the next best one.
    }
  }
  return {}
}

/** Help for the whole program, or for one command: the only work that yargs itself does. */
export const helpCommand = async (command: Command, session: Session): Promise<ExitCode> => {
  const { locale, language, width } = session
  const { usage, help } = commands[command]
  const page = yargs([])
    .scriptName('postlint')
    .locale('en')
    .updateStrings(yargsWords(language))
    .usage(`postlint ${usage}\n\n${help[locale]}`)
    .help(false)
    .version(false)
    .wrap(Math.min(width, 110))
  if (command === 'lint') {
    for (const name of commandNames) page.command(commands[name].usage, commands[name].help[locale])
  }
  for (const [name, flag] of flagEntries) {
    if (flag.commands && !flag.commands.includes(command)) continue
    // The value's name is part of the key: this page is only ever printed.
    page.option(flag.value ? `${name} ${flag.value}` : name, {
      describe: flag.help[locale],
      ...(flag.alias && { alias: flag.alias }),
    })
  }
  session.write(`${guardCommands(await page.getHelp())}\n`)
  return exitCode.clean
}
