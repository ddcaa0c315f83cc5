import { hash } from '../hash.ts'
import { collapsed } from '../language/white-space.ts'
import type { Range } from '../post/range.ts'

/** Enough of a snippet to tell it from others; keeps huge ranges cheap. */
const snippetLength = 1000

/** Fingerprint of the n-th place at which a rule finds the same words: it survives moves, re-indentation and rewording elsewhere. */
export const placeFingerprint = (rule: string, snippet: string, occurrence: number): string =>
  hash(`${rule}\n${collapsed(snippet)}\n${occurrence}`)

/** Fingerprint of what a rule says about a post as a whole. */
export const postFingerprint = (rule: string, path: string): string => hash(`${rule}\n${path}`)

/** Gives each place of a post its fingerprint; places must come in order. */
export const fingerprinter = (source: string): ((rule: string, place: Range) => string) => {
  const occurrences = new Map<string, number>()
  return (rule, place) => {
    const snippet = source.slice(place.start, Math.min(place.end, place.start + snippetLength))
    const first = placeFingerprint(rule, snippet, 1)
    const occurrence = (occurrences.get(first) ?? 0) + 1
    occurrences.set(first, occurrence)
    return occurrence === 1 ? first : placeFingerprint(rule, snippet, occurrence)
  }
}
