import { perPart } from '../memo.ts'
import type { TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { scriptsOf } from './host.ts'
import { type Script, type ScriptRun, scriptOf, scriptRuns } from './scripts.ts'
import { tallyOf } from './unit-scripts.ts'

/** A word with letters of another script in it that look like those of its own. */
export interface Homoglyph extends Range {
  readonly text: string
  /** The same word in one script. */
  readonly replacement: string
}

/** Pairs of letters that look alike: first the other script's, then the Latin one. */
const pairs = {
  Cyrl: 'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX аa еe оo рp сc уy хx ѕs іi јj',
  Grek: 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv',
} as const

type LookAlike = keyof typeof pairs

const table = (script: LookAlike, from: 0 | 1): ReadonlyMap<string, string> =>
  new Map(pairs[script].split(' ').map((pair) => [pair[from]!, pair[1 - from]!]))

const toLatin = { Cyrl: table('Cyrl', 0), Grek: table('Grek', 0) }
const fromLatin = { Cyrl: table('Cyrl', 1), Grek: table('Grek', 1) }

/** Cyrillic that nobody could take for Latin. */
const otherCyrillic = /(?![АВЕЅІЈКМНОРСТУХ])\p{Script=Cyrillic}/u

/** The letters in another script; undefined when one has no counterpart. */
const convert = (text: string, letters: ReadonlyMap<string, string>): string | undefined => {
  let converted = ''
  for (const letter of text) {
    const twin = letters.get(letter)
    if (twin === undefined) return undefined
    converted += twin
  }
  return converted
}

const isLookAlike = (script: Script): script is LookAlike => script === 'Cyrl' || script === 'Grek'

/** Runs that follow each other without a gap, as long as they are Latin, Cyrillic or Greek. */
const words = (runs: readonly ScriptRun[]): ScriptRun[][] => {
  const found: ScriptRun[][] = []
  for (const run of runs) {
    if (run.script !== 'Latn' && !isLookAlike(run.script)) continue
    const word = found.at(-1)
    if (word?.at(-1)?.end === run.start) word.push(run)
    else found.push([run])
  }
  return found
}

const lengthOf = (runs: readonly ScriptRun[], script: Script): number =>
  runs.reduce((sum, run) => (run.script === script ? sum + run.end - run.start : sum), 0)

/** `WebKitе`, `SEOшник`: in a Cyrillic or Greek sentence a foreign name takes that sentence's endings. */
const isDeclined = ([name, ending, ...more]: readonly ScriptRun[], language: string): boolean =>
  more.length === 0 &&
  name?.script === 'Latn' &&
  name.end - name.start > 1 &&
  ending !== undefined &&
  scriptsOf(language).includes(ending.script)

const mend = (text: string, runs: readonly ScriptRun[], { language }: TextUnit): string | undefined => {
  const other = runs.find(({ script }) => isLookAlike(script))?.script
  if (!other || !isLookAlike(other) || runs.some(({ script }) => script !== 'Latn' && script !== other))
    return undefined
  if (isDeclined(runs, language)) return undefined
  const rewrite = (script: Script, letters: ReadonlyMap<string, string>): string | undefined => {
    let word = ''
    for (const run of runs) {
      const part = text.slice(run.start, run.end)
      const written = run.script === script ? convert(part, letters) : part
      if (written === undefined) return undefined
      word += written
    }
    return word
  }
  const inLatin = (): string | undefined => rewrite(other, toLatin[other])
  const inOther = (): string | undefined => rewrite('Latn', fromLatin[other])
  const isMostlyLatin = runs.length === 1 || lengthOf(runs, 'Latn') >= lengthOf(runs, other)
  return isMostlyLatin ? (inLatin() ?? inOther()) : (inOther() ?? inLatin())
}

const isLetter = (codePoint: number | undefined): boolean => codePoint !== undefined && scriptOf(codePoint) !== 'Zyyy'

/** `А씨`, `СЕО`: capitals that only look Latin, in a text that has no other use for their script. */
const isDisguised = ({ text, language }: TextUnit, [run]: readonly ScriptRun[]): boolean =>
  run?.script === 'Cyrl' &&
  !scriptsOf(language).includes('Cyrl') &&
  !otherCyrillic.test(text) &&
  (run.end - run.start > 1 || isLetter(text.codePointAt(run.start - 1)) || isLetter(text.codePointAt(run.end)))

const found = perPart((unit: TextUnit): readonly Homoglyph[] => {
  const { text } = unit
  return words(scriptRuns(text)).flatMap((runs) => {
    if (runs.length === 1 && !isDisguised(unit, runs)) return []
    const start = runs[0]!.start
    const end = runs.at(-1)!.end
    const replacement = mend(text, runs, unit)
    return replacement === undefined ? [] : [{ start, end, text: text.slice(start, end), replacement }]
  })
})

const none: readonly Homoglyph[] = []

/** The words of a unit that mix scripts by look-alike letters. */
export const homoglyphsOf = (unit: TextUnit): readonly Homoglyph[] => {
  const counts = tallyOf(unit)
  if (!counts.has('Cyrl') && !counts.has('Grek')) return none
  return found(unit)
}
