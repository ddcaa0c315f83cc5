import type { Element, Text } from 'hast'
import { type ScriptTally, tally } from '../language/scripts.ts'
import type { TextUnit, UnitKind, UnitRun } from './post.ts'
import type { Range } from './range.ts'
import { nowhere, type SourceMap } from './source-map.ts'

/** A unit that is told its language once all units of its post are read. */
export interface DraftUnit extends TextUnit {
  language: string
  /** The nearest `lang`, if any. */
  readonly declared?: string
  readonly scripts: ScriptTally
}

/** A run, and the way from it to the source. */
export interface Segment extends UnitRun {
  /** Whose text it is; none where the text is not the tree's. */
  readonly node?: Text | Element
  /** Added to an offset into the unit's text for one into the node's. */
  readonly shift: number
  /** Made when it is first asked: most texts are never pointed into. */
  map?: SourceMap
}

/** Finds where the text of a node stands. */
export type MapOf = (node: Text | Element | undefined) => SourceMap | undefined

/** Where the texts of units come from. */
export interface Origin {
  /** The masked source. */
  readonly source: string
  readonly mapOf: MapOf
  readonly extentOf: (unit: Unit) => Range
}

interface UnitDetails {
  readonly kind: UnitKind
  readonly key?: string
  readonly parents: readonly Element[]
  readonly declared?: string
}

/** Where its text stands, a unit finds out when it is asked: of most only the text is read. */
export class Unit implements DraftUnit {
  readonly kind: UnitKind
  readonly text: string
  language = 'und'
  readonly key?: string
  readonly parents: readonly Element[]
  readonly declared?: string
  readonly runs: readonly Segment[]
  readonly scripts: ScriptTally
  readonly #origin: Origin
  #extent?: Range

  constructor(text: string, runs: readonly Segment[], origin: Origin, details: UnitDetails) {
    this.kind = details.kind
    this.text = text
    this.key = details.key
    this.parents = details.parents
    this.declared = details.declared
    this.runs = runs
    this.scripts = tally(text)
    this.#origin = origin
  }

  get extent(): Range {
    this.#extent ??= this.#origin.extentOf(this)
    return this.#extent
  }

  range(start: number, end: number): Range | undefined {
    return rangeBetween(this.runs, this.#origin.mapOf, start, end, true)
  }

  place(start: number, end: number): Range {
    const { source, mapOf } = this.#origin
    return (
      rangeBetween(this.runs, mapOf, start, end, false) ??
      onlyOccurrence(this.text.slice(start, end), source, this.extent) ??
      this.extent
    )
  }
}

/** A unit whose whole text comes from one place: a front-matter value, an attribute. */
export function singleUnit(
  text: string,
  extent: Range,
  map: () => SourceMap | undefined,
  source: string,
  details: UnitDetails,
): DraftUnit {
  const run = { start: 0, end: text.length, inline: [], shift: 0 }
  return new Unit(text, [run], { source, mapOf: map, extentOf: () => extent }, details)
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0
  let high = segments.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]!
    if (offset < segment.start) high = middle - 1
    else if (offset >= segment.end) low = middle + 1
    else return segment
  }
  return undefined
}

/**
 * Where a stretch of a unit's text stands in the source.
 * @param isExact Only inside one segment, where nothing but the text itself stands between the ends.
 */
export function rangeBetween(
  segments: readonly Segment[],
  mapOf: MapOf,
  start: number,
  end: number,
  isExact: boolean,
): Range | undefined {
  const first = segmentAt(segments, start)
  const last = end > start ? segmentAt(segments, end - 1) : first
  if (!first || !last || (isExact && first !== last)) return undefined
  const from = mapped(first, mapOf).start(start + first.shift)
  const to = end > start ? mapped(last, mapOf).end(end + last.shift) : from
  return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to }
}

const mapped = (segment: Segment, mapOf: MapOf): SourceMap => (segment.map ??= mapOf(segment.node) ?? nowhere)

/** The only occurrence of some words in a stretch of source: enough to report, never to edit. */
function onlyOccurrence(words: string, source: string, within: Range): Range | undefined {
  if (words.trim() === '') return undefined
  const slice = source.slice(within.start, within.end)
  const at = slice.indexOf(words)
  if (at < 0 || slice.indexOf(words, at + 1) >= 0) return undefined
  return { start: within.start + at, end: within.start + at + words.length }
}
