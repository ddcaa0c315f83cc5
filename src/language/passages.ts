import type { Element } from 'hast'
import type { TextUnit } from '../post/post.ts'
import { type Enclosure, enclosuresOf } from './enclosures.ts'
import { scriptsOf } from './host.ts'
import { type LatinRun, latinRunsOf } from './latin-runs.ts'
import { letters } from './scripts.ts'
import { tallyOf } from './unit-scripts.ts'

/** A unit with its runs of Latin words, and what surrounds each of them. */
export interface Passage {
  readonly unit: TextUnit
  readonly runs: readonly LatinRun[]
  /** The innermost brackets or quotation marks around each run. */
  readonly enclosures: readonly (Enclosure | undefined)[]
  /** The inline elements that each run begins in, outermost first. */
  readonly inline: readonly (readonly Element[])[]
}

/** Scripts whose letters stand for syllables or words: two of them weigh as much as five of an alphabet. */
export const isDense = (language: string): boolean => language === 'ko' || language === 'ja' || language === 'zh'

const inlineOf = (unit: TextUnit, runs: readonly LatinRun[]): (readonly Element[])[] => {
  let next = 0
  return runs.map(({ start }) => {
    while (next < unit.runs.length && unit.runs[next]!.end <= start) next++
    const stretch = unit.runs[next]
    return stretch && stretch.start <= start ? stretch.inline : []
  })
}

/** The parts of a post in which a Latin word can be foreign: host language not in Latin script, and in the majority. */
export const passagesOf = (units: readonly TextUnit[]): Passage[] => {
  const passages: Passage[] = []
  for (const unit of units) {
    const scripts = scriptsOf(unit.language)
    const counts = tallyOf(unit)
    const latin = counts.get('Latn') ?? 0
    if (latin === 0 || scripts.includes('Latn') || !/[a-z]{2}|[à-ɏ]/.test(unit.text)) continue
    if (letters(counts, scripts) * (isDense(unit.language) ? 2.5 : 1) < latin) continue
    const runs = latinRunsOf(unit)
    if (runs.some((run) => run.words.some((word) => word.shape !== 'other'))) {
      passages.push({ unit, runs, enclosures: enclosuresOf(unit.text, runs), inline: inlineOf(unit, runs) })
    }
  }
  return passages
}

/** In how many different surroundings each word occurs: what a writer uses again and again is used on purpose. */
export const contextsOf = (passages: readonly Passage[]): ReadonlyMap<string, number> => {
  const contexts = new Map<string, Set<string>>()
  for (const { unit, runs } of passages) {
    for (const run of runs) {
      const context = `${unit.text.slice(Math.max(0, run.start - 8), run.start)}|${unit.text.slice(run.end, run.end + 8)}`
      for (const word of run.words) {
        const key = word.text.toLowerCase()
        const known = contexts.get(key)
        if (known) known.add(context)
        else contexts.set(key, new Set([context]))
      }
    }
  }
  return new Map([...contexts].map(([word, places]) => [word, places.size]))
}
