import type { Element } from 'hast'
import type { TextUnit, UnitKind, UnitRun } from './post.ts'
import type { Range } from './range.ts'
import type { SourceMap } from './source-map.ts'

/** A unit before its language is known. */
export interface DraftUnit extends Omit<TextUnit, 'language'> {
  /** The nearest `lang`, if any. */
  readonly declared?: string
}

/** A stretch of a unit's text that one map leads to the source. */
interface Segment {
  readonly start: number
  readonly end: number
  readonly map: SourceMap
  /** Added to an offset into the unit's text for one into the map's. */
  readonly shift: number
}

interface UnitDetails {
  readonly kind: UnitKind
  readonly key?: string
  readonly parents?: readonly Element[]
  readonly declared?: string
}

export interface UnitBuilder {
  /** Adds a piece of text: `text.slice(piece.start, piece.end)`, mapped by `map`. */
  add(text: string, piece: Range, map: SourceMap, inline: readonly Element[]): void
  readonly isBlank: () => boolean
  /** @param fallback Extent of the unit where its ends cannot be mapped. */
  finish(details: UnitDetails, fallback: Range | undefined): DraftUnit
}

/** Collects the text of one block. @param source The masked source. */
export function buildUnit(source: string): UnitBuilder {
  const segments: Segment[] = []
  const runs: UnitRun[] = []
  let text = ''
  return {
    add(piece, { start, end }, map, inline) {
      if (start === end) return
      const from = text.length
      text += piece.slice(start, end)
      segments.push({ start: from, end: text.length, map, shift: start - from })
      runs.push({ start: from, end: text.length, inline })
    },
    isBlank: () => text.trim() === '',
    finish({ kind, key, parents = [], declared }, fallback) {
      const ends = rangeBetween(segments, 0, text.length, false)
      const extent = ends ?? fallback ?? { start: 0, end: 0 }
      return {
        kind,
        text,
        key,
        parents,
        declared,
        runs,
        extent,
        range: (start, end) => rangeBetween(segments, start, end, true),
        place: (start, end) =>
          rangeBetween(segments, start, end, false) ?? onlyOccurrence(text.slice(start, end), source, extent) ?? extent,
      }
    },
  }
}

/** A unit whose whole text comes from one place: a front-matter value, an attribute. */
export function singleUnit(
  text: string,
  extent: Range,
  map: SourceMap,
  source: string,
  details: UnitDetails,
): DraftUnit {
  const unit = buildUnit(source)
  unit.add(text, { start: 0, end: text.length }, map, [])
  return { ...unit.finish(details, extent), extent }
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

/** @param isExact Only inside one segment, where nothing but the text itself stands between the ends. */
function rangeBetween(segments: readonly Segment[], start: number, end: number, isExact: boolean): Range | undefined {
  const first = segmentAt(segments, start)
  const last = end > start ? segmentAt(segments, end - 1) : first
  if (!first || !last || (isExact && first !== last)) return undefined
  const from = first.map.start(start + first.shift)
  const to = end > start ? last.map.end(end + last.shift) : from
  return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to }
}

/** The only occurrence of some words in a stretch of source: enough to report, never to edit. */
function onlyOccurrence(words: string, source: string, within: Range): Range | undefined {
  if (words.trim() === '') return undefined
  const slice = source.slice(within.start, within.end)
  const at = slice.indexOf(words)
  if (at < 0 || slice.indexOf(words, at + 1) >= 0) return undefined
  return { start: within.start + at, end: within.start + at + words.length }
}
