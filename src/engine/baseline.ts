import { crashedMessage } from './crash.ts'
import type { Finding, PostResult, Related } from './finding.ts'
import { postFingerprint } from './fingerprint.ts'
import { isThreshold, keepPlaces, placesOf } from './places.ts'
import type { Registry } from './rule.ts'

/** One known place, as the line of a baseline has it behind the path: the rule, a tab, the fingerprint. */
type Entry = string

/** What is known of each post, by its path as the baseline has it. */
export type Baseline = ReadonlyMap<string, ReadonlySet<Entry>>

/** A line that is none of a baseline, such as the mark of a merge conflict. */
export interface BrokenLine {
  /** 1-based. */
  readonly line: number
  readonly text: string
}

const heading = '# Known findings of postlint: path, rule, fingerprint. Written by --update-baseline.\n'
const entryPattern = /^[^\s\p{Cc}]+\t[0-9a-z]{11}$/u

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
])
const unescapes = new Map([...escapes].map(([char, pair]) => [pair, char]))
const escapePath = (path: string): string =>
  path.replace(/[\\\t\n\r]/g, (char) => escapes.get(char) ?? char).replace(/^#/, '\\#')
const unescapePath = (text: string): string => text.replace(/\\./g, (pair) => unescapes.get(pair) ?? pair.slice(1))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reads a baseline, in whatever order its lines are and if a merge has doubled some. */
export const parseBaseline = (text: string): Baseline | BrokenLine => {
  const known = new Map<string, Set<Entry>>()
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line === '' || line.startsWith('#')) continue
    const tab = line.indexOf('\t')
    const entry = line.slice(tab + 1)
    if (tab <= 0 || !entryPattern.test(entry)) return { line: index + 1, text: line }
    const path = unescapePath(line.slice(0, tab))
    known.set(path, (known.get(path) ?? new Set()).add(entry))
  }
  return known
}

/** Writes a baseline: a sorted line for each place, so that what two branches add seldom meets in a merge. */
export const renderBaseline = (known: Baseline): string =>
  heading +
  [...known]
    .flatMap(([path, entries]) => [...entries].map((entry) => `${escapePath(path)}\t${entry}\n`))
    .sort(byText)
    .join('')

/** What a place of a finding is known by. A post's path in the baseline is another than in a run from another folder. */
const entryOf = (finding: Finding, place: Finding | Related, path: string, registry: Registry): Entry => {
  const fingerprint = isThreshold(finding, registry) ? postFingerprint(finding.rule, path) : place.fingerprint
  return `${finding.rule}\t${fingerprint ?? ''}`
}

/** A rule that failed is never taken for known. */
const canBeKnown = ({ messageId }: Finding): boolean => messageId !== crashedMessage

/** All that a baseline would have to know for nothing of a result to be new. */
export const entriesOf = ({ findings }: PostResult, path: string, registry: Registry): ReadonlySet<Entry> =>
  new Set(
    findings
      .filter(canBeKnown)
      .flatMap((finding) => placesOf(finding).map((place) => entryOf(finding, place, path, registry))),
  )

/** Takes out what is known, place by place. */
export const withoutKnown = (
  result: PostResult,
  known: ReadonlySet<Entry>,
  path: string,
  registry: Registry,
): PostResult => {
  const isNew = (finding: Finding, place: Finding | Related): boolean =>
    !known.has(entryOf(finding, place, path, registry))
  const findings = result.findings.flatMap((finding) => {
    if (!canBeKnown(finding)) return [finding]
    return keepPlaces(finding, isThreshold(finding, registry), (place) => isNew(finding, place)) ?? []
  })
  // Not places: all those of a threshold rule are known by one entry.
  const met = [...entriesOf(result, path, registry)].filter((entry) => known.has(entry))
  return { ...result, findings, known: met.length }
}

/** What stays known: a place is gone when its rule ran, or does not even exist, and did not find it. */
export const withoutGone = (
  known: ReadonlySet<Entry>,
  found: ReadonlySet<Entry>,
  ran: readonly string[],
  registry: Registry,
): ReadonlySet<Entry> => {
  const ranRules = new Set(ran)
  const mayReturn = (entry: Entry): boolean => {
    const rule = entry.slice(0, entry.indexOf('\t'))
    return registry.has(rule) && !ranRules.has(rule)
  }
  return new Set([...known].filter((entry) => found.has(entry) || mayReturn(entry)))
}
