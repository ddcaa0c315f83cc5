import type { TextUnit } from '../post/post.ts'
import { belongs, scriptsOf } from './host.ts'
import { letters, type Script, type ScriptTally, tally } from './scripts.ts'

/** The letters of a unit by script. The parser counts them to tell a unit's language; others are counted once. */
export const tallyOf = (unit: TextUnit & { scripts?: ScriptTally }): ScriptTally => {
  unit.scripts ??= tally(unit.text)
  return unit.scripts
}

/** Letters in the scripts of the unit's own language. */
export const hostLetters = (unit: TextUnit): number => letters(tallyOf(unit), scriptsOf(unit.language))

/** Letters of a script that belongs neither to the unit's language nor to the Latin alphabet, which is everybody's. */
export const isForeign = (script: Script, language: string): boolean =>
  script !== 'Latn' && script !== 'Zyyy' && !belongs(script, language)
