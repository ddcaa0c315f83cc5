import { distance } from 'fastest-levenshtein'
import type { Texts } from './engine/rule.ts'

/** Longer words are not compared: the distance is quadratic, and nobody mistypes that much. */
const longest = 80

/** The known name that a misspelt one most likely means; undefined when none is near. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length * 0.4)) + 1
  for (const candidate of known) {
    if (candidate.length > longest) continue
    const far = howFar(name.toLowerCase(), candidate.toLowerCase())
    // Of equals the shorter: `image-al` is `image-alt` rather than the start of `image-alt-length`.
    if (far < least || (far === least && best !== undefined && candidate.length < best.length)) {
      least = far
      best = candidate
    }
  }
  return best
}

/** A name may also be the start of the one that is meant, as `no-empty` is of `no-empty-paragraph`. */
const howFar = (name: string, candidate: string): number => {
  const whole = distance(name, candidate)
  return name.length < 5 ? whole : Math.min(whole, 1 + distance(name, candidate.slice(0, name.length)))
}

/** “Did you mean …?”, or nothing when no known name is near. */
export const didYouMean = (name: string, known: Iterable<string>): Texts | undefined => {
  const near = nearest(name, known)
  return near === undefined ? undefined : { en: `Did you mean “${near}”?`, ko: `혹시 “${near}”입니까?` }
}
