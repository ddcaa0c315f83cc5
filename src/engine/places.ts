import type { Finding, Related, Suggestion } from './finding.ts'
import type { Registry } from './rule.ts'

/** The first place, and every further one, at which a finding stands. */
export const placesOf = (finding: Finding): (Finding | Related)[] => [
  finding,
  ...(finding.related ?? []).filter(({ kind }) => kind === 'place'),
]

/** Whether a finding is about the post as a whole: one thing, whatever its places. */
export const isThreshold = ({ rule }: Finding, registry: Registry): boolean =>
  registry.get(rule)?.rule.threshold === true

/** A finding with each of its places changed; what is the same is kept as it is. */
export const mapPlaces = (
  finding: Finding,
  change: <Place extends Finding | Related>(place: Place) => Place,
): Finding => {
  const related = finding.related?.map((other) => (other.kind === 'place' ? change(other) : other))
  const isSame = related?.every((other, index) => other === finding.related?.[index]) ?? true
  return change(isSame ? finding : { ...finding, related })
}

/**
 * Keeps those places of a finding that pass: it dies with its last one and moves to the first that is left.
 * The finding of a threshold rule is one thing, shown at its first place: it stays or goes whole.
 */
export const keepPlaces = (
  finding: Finding,
  isWhole: boolean,
  keeps: (place: Finding | Related) => boolean,
): Finding | undefined => {
  const { related = [], ...self } = finding
  const rest = isWhole ? related : related.filter((other) => other.kind === 'see' || keeps(other))
  if (keeps(finding)) return rest.length === related.length ? finding : withRelated(self, rest)
  if (isWhole) return undefined
  const next = rest.find(({ kind }) => kind === 'place')
  return (
    next &&
    withRelated(
      movedTo(self, next),
      rest.filter((other) => other !== next),
    )
  )
}

const withRelated = (finding: Finding, related: readonly Related[]): Finding =>
  related.length > 0 ? { ...finding, related } : finding

const movedTo = (finding: Finding, place: Related): Finding => {
  const { fix: _fix, suggestions: _suggestions, ...same } = finding
  return {
    ...same,
    start: place.start,
    end: place.end,
    slots: place.slots ?? finding.slots,
    frame: place.frame ?? finding.frame,
    fingerprint: place.fingerprint ?? finding.fingerprint,
    ...(place.fix && { fix: place.fix }),
    ...(place.suggestions && { suggestions: place.suggestions }),
  }
}

/** The suggestions that can be taken as they are; others wait for words of the writer's own. */
export const ready = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  suggestions.filter(({ asks }) => asks === undefined)
