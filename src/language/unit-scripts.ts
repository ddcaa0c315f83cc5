import type { TextUnit } from '../post/post.ts'
import { belongs, scriptsOf } from './host.ts'
import { letters, type Script, type ScriptTally, tally } from './scripts.ts'

const known = new WeakMap<TextUnit, ScriptTally>()

/** The letters of a unit by script, counted once for all rules that ask. */
export const tallyOf = (unit: TextUnit): ScriptTally => {
  let counts = known.get(unit)
  if (!counts) {
    counts = tally(unit.text)
    known.set(unit, counts)
  }
  return counts
}

/** Keeps what the parser has counted to tell a unit's language. */
export const rememberTally = (unit: TextUnit, counts: ScriptTally): void => {
  known.set(unit, counts)
}

/** Letters in the scripts of the unit's own language. */
export const hostLetters = (unit: TextUnit): number => letters(tallyOf(unit), scriptsOf(unit.language))

/** Letters of a script that belongs neither to the unit's language nor to the Latin alphabet, which is everybody's. */
export const isForeign = (script: Script, language: string): boolean =>
  script !== 'Latn' && script !== 'Zyyy' && !belongs(script, language)
