import { nearest } from '../nearest.ts'
import { crashedMessage, crashFinding, crashLine } from './crash.ts'
import type { Directive, Edit, Finding, PostResult } from './finding.ts'
import { offsetIndex, rangeIndex } from './offsets.ts'
import { byFindingOrder } from './order.ts'
import { isThreshold, keepPlaces, mapPlaces, placesOf } from './places.ts'
import { reviewDirectives } from './review.ts'
import type { DirectiveUse, Registry } from './rule.ts'

/** Stands for every rule, in a directive that names none. */
const everyRule = '*'

const namesOf = ({ rules }: Directive): readonly string[] =>
  rules.length > 0 ? rules.map(({ id }) => id) : [everyRule]

const addTo = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const mapValues = <T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): Map<string, U> =>
  new Map([...map].map(([key, value]) => [key, change(value)]))

/** Where rules are switched off, by name or by a directive for every rule. */
const switches = (directives: readonly Directive[]) => {
  const effects = new Map<string, Directive['effect'][]>()
  for (const directive of directives) {
    for (const name of namesOf(directive)) addTo(effects, name, directive.effect)
  }
  const off = mapValues(effects, rangeIndex)
  const starts = mapValues(effects, (ranges) => offsetIndex(ranges.map(({ start }) => start)))
  const isOff = (name: string, offset: number): boolean => off.get(name)?.(offset) ?? false
  const reaches = (name: string, edit: Edit): boolean => isOff(name, edit.start) || (starts.get(name)?.(edit) ?? false)
  return {
    isOff,
    /** Whether any of the edits would change what a directive protects from the rule. */
    reach: (rule: string, edits: readonly Edit[]): boolean =>
      edits.some((edit) => reaches(rule, edit) || reaches(everyRule, edit)),
  }
}

const suppressesNothing = new Set<Directive['kind']>(['enable', 'unknown', 'malformed'])
/** A finding without what would change a part of the post that is protected from its rule. */
const withinBounds = (finding: Finding, reach: (rule: string, edits: readonly Edit[]) => boolean): Finding =>
  mapPlaces(finding, (place) => {
    const { fix, suggestions } = place
    const allowed = suggestions?.filter(({ edits }) => !reach(finding.rule, edits))
    const losesFix = fix !== undefined && reach(finding.rule, fix.edits)
    if (!losesFix && allowed?.length === suggestions?.length) return place
    return { ...place, fix: losesFix ? undefined : fix, suggestions: allowed?.length ? allowed : undefined }
  })

/** What each directive did to the findings as they were before any was suppressed. */
const usesOf = (
  { directives, ran, reviewers = {} }: PostResult,
  suppressible: readonly Finding[],
  registry: Registry,
) => {
  const offsets = new Map<string, number[]>()
  for (const finding of suppressible) {
    for (const { start } of isThreshold(finding, registry) ? [finding] : placesOf(finding)) {
      addTo(offsets, finding.rule, start)
      addTo(offsets, everyRule, start)
    }
  }
  const found = mapValues(offsets, offsetIndex)
  // A rule that judges directives has not spoken yet.
  const isJudged = (id: string): boolean => id === everyRule || (ran.includes(id) && !Object.hasOwn(reviewers, id))

  return directives.map((directive): DirectiveUse => {
    const names = namesOf(directive)
    const isUnused = (id: string): boolean => isJudged(id) && !found.get(id)?.(directive.effect)
    return {
      directive,
      unused: suppressesNothing.has(directive.kind) ? [] : names.filter(isUnused),
      unknown: names.filter((id) => id !== everyRule && !registry.has(id)).map((id) => withNearest(id, registry)),
    }
  })
}

const withNearest = (id: string, registry: Registry): DirectiveUse['unknown'][number] => {
  const near = nearest(id, registry.keys())
  return near === undefined ? { id } : { id, nearest: near }
}

const countPlaces = (findings: readonly Finding[]): number =>
  findings.reduce((sum, finding) => sum + placesOf(finding).length, 0)

/**
 * Takes out what directives switch off, place by place, and then lets the rules that judge directives speak. What those
 * say is switched off only by naming them: a directive for every rule would hide that it is itself unused.
 */
export const suppress = (result: PostResult, registry: Registry): PostResult => {
  const { directives, findings } = result
  if (directives.length === 0) return result
  const { isOff, reach } = switches(directives)

  const crashed = findings.filter(({ messageId }) => messageId === crashedMessage)
  const suppressible = findings.filter(({ messageId }) => messageId !== crashedMessage)
  const kept = suppressible.flatMap((finding) => {
    const left = keepPlaces(
      finding,
      isThreshold(finding, registry),
      ({ start }) => !isOff(finding.rule, start) && !isOff(everyRule, start),
    )
    return left ? [withinBounds(left, reach)] : []
  })
  const review = reviewDirectives(result, usesOf(result, suppressible, registry), registry)
  const judgements = review.findings.filter(({ rule, start }) => !isOff(rule, start))

  const frame = { line: 1, text: '', from: 0 }
  return {
    ...result,
    findings: [
      ...crashed,
      ...review.crashes.map((crash) => crashFinding(crash, result.path, frame)),
      ...[...kept, ...judgements].sort(byFindingOrder),
    ],
    suppressed:
      result.suppressed + countPlaces(suppressible) - countPlaces(kept) + review.findings.length - judgements.length,
    ...(review.crashes.length > 0 && { failures: [...(result.failures ?? []), ...review.crashes.map(crashLine)] }),
  }
}
