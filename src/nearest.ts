import { distance } from 'fastest-levenshtein'
import type { Texts } from './engine/rule.ts'

/** Longer words are not compared: the distance is quadratic, and nobody mistypes that much. */
const longest = 80

/** The known name that a misspelt one most likely means; undefined when none is near. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length * 0.4)) + 1
  for (const candidate of known) {
    if (candidate.length > longest) continue
    const far = distance(name.toLowerCase(), candidate.toLowerCase())
    if (far < least) {
      least = far
      best = candidate
    }
  }
  return best
}

/** “Did you mean …?”, or nothing when no known name is near. */
export const didYouMean = (name: string, known: Iterable<string>): Texts | undefined => {
  const near = nearest(name, known)
  return near === undefined ? undefined : { en: `Did you mean “${near}”?`, ko: `혹시 “${near}”입니까?` }
}
