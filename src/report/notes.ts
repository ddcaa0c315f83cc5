import type { Finding } from '../engine/finding.ts'
import { placesOf, ready } from '../engine/places.ts'
import { placeAt } from './position.ts'
import type { ReportTexts } from './texts.ts'

/** Further places named before “and 7 more”. */
const PLACES_NAMED = 6
/** Suggestions shown of one finding: those of its many places may all differ. */
const SUGGESTIONS_NAMED = 6

/** `also at 22:1, 32:1 and 7 more`: where else the same defect is. */
const furtherPlaces = (finding: Finding, lines: readonly number[], texts: ReportTexts): string[] => {
  const places = placesOf(finding).slice(1)
  const named = places.slice(0, PLACES_NAMED).map(({ start }) => placeAt(lines, start))
  return named.length > 0 ? [texts.alsoAt(named, places.length - named.length)] : []
}

/** The message on one line, with its further places: all that formats without room for more can tell. */
export const messageWithPlaces = (finding: Finding, lines: readonly number[], texts: ReportTexts): string => {
  const [further] = furtherPlaces(finding, lines, texts)
  return further ? `${finding.message} (${further})` : finding.message
}

/** What there is to say of a finding beside its message. Titles of suggestions may quote the post. */
export const notesOf = (finding: Finding, lines: readonly number[], texts: ReportTexts): string[] => {
  const all = placesOf(finding)
  const titles = new Set(all.flatMap(({ suggestions = [] }) => ready(suggestions).map(({ title }) => title)))
  return [
    ...(finding.related ?? [])
      .filter(({ kind }) => kind === 'see')
      .map(({ start }) => texts.see(placeAt(lines, start))),
    ...furtherPlaces(finding, lines, texts),
    ...(all.some(({ fix }) => fix?.safe) ? [texts.safeFix] : []),
    ...(all.some(({ fix }) => fix && !fix.safe) ? [texts.unsafeFix] : []),
    ...[...titles].slice(0, SUGGESTIONS_NAMED).map((title) => texts.suggestion(title)),
  ]
}
