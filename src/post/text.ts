import type { Element, Root, RootContent, Text } from 'hast'
import { blocks } from './elements.ts'
import { maskAt } from './masks.ts'
import type { Mask, UnitKind } from './post.ts'
import { isOpaque, isSilent } from './prose.ts'
import type { Range } from './range.ts'
import { mapToSource, nowhere, type SourceMap } from './source-map.ts'
import { opaque } from './template.ts'
import { type DraftUnit, type MapOf, type Origin, rangeBetween, type Segment, singleUnit, Unit } from './unit.ts'

/** Stands for one thing inside a text that is not prose: code, a formula, an image. */
export const objectMark = '\uFFFC'

const kinds = new Map<string, UnitKind>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((tag) => [tag, 'item'] as const),
  ...['td', 'th'].map((tag) => [tag, 'cell'] as const),
  ...['caption', 'figcaption', 'legend', 'summary'].map((tag) => [tag, 'caption'] as const),
])

export interface TextContext {
  /** The masked source. */
  readonly text: string
  readonly masks: readonly Mask[]
  readonly syntax: 'html' | 'markdown'
  /** Where a node's attribute value stands. */
  readonly valueRange: (node: Element, name: string) => Range | undefined
  readonly extent: (node: RootContent) => Range | undefined
}

/** The text units of a tree: one a block, in document order, and one for each `alt`. */
export function readUnits(content: Root | Element, context: TextContext): DraftUnit[] {
  const units: DraftUnit[] = []
  // Of the block that is being read. V8 has texts of many kinds, and is slow to tell how long one of them is.
  let text = ''
  let length = 0
  let segments: Segment[] = []

  const mapOf: MapOf = (node) => {
    const at = node && context.extent(node)
    if (!at) return undefined
    if (node.type === 'text') return mapToSource(node.value, context.text, at, context.syntax)
    return { start: () => at.start, end: () => at.end }
  }

  const origin: Origin = {
    source: context.text,
    mapOf,
    extentOf: ({ text, runs, parents: [block] }) =>
      rangeBetween(runs, mapOf, 0, text.length, false) ?? (block && context.extent(block)) ?? nothing,
  }

  const add = (node: Text | Element, piece: string, inline: readonly Element[], from = 0, map?: SourceMap): void => {
    if (piece === '') return
    const start = length
    text += piece
    length += piece.length
    const segment = { start, end: length, inline, node, shift: from - start, map }
    // Most blocks hold one text: an array that is pushed to keeps room for many.
    if (start === 0) segments = [segment]
    else segments.push(segment)
  }

  const flush = (parents: readonly Element[], declared: string | undefined): void => {
    if (segments.length === 0) return
    // Most of what stands between two blocks is white space.
    if (text !== '\n' && visible.test(text)) {
      const block = parents[0]
      const kind = (block && kinds.get(block.tagName)) ?? 'paragraph'
      units.push(new Unit(text, segments, origin, { kind, parents, declared }))
    }
    text = ''
    length = 0
    segments = []
  }

  const walk = (
    node: Root | Element,
    parents: readonly Element[],
    inline: readonly Element[],
    declared: string | undefined,
  ): void => {
    for (const child of node.children) {
      if (child.type === 'text') addText(child, inline)
      else if (child.type === 'element' && !isSilent(child)) walkElement(child, parents, inline, declared)
    }
  }

  const walkElement = (
    node: Element,
    parents: readonly Element[],
    inline: readonly Element[],
    outer: string | undefined,
  ): void => {
    const own = typeof node.properties.lang === 'string' ? node.properties.lang : undefined
    const declared = own ?? outer
    if (node.tagName === 'br') {
      add(node, '\n', inline)
    } else if (blocks.has(node.tagName)) {
      flush(parents, outer)
      if (isOpaque(node)) return
      const inner = [node, ...parents]
      walk(node, inner, none, declared)
      flush(inner, declared)
    } else if (isOpaque(node) || (own !== undefined && own !== outer)) {
      add(node, objectMark, inline)
      if (node.tagName === 'img') addAlt(node, [...inline].reverse().concat(parents), declared)
    } else {
      walk(node, parents, [...inline, node], declared)
    }
  }

  /** Adds a text node without the parts of it that generators print nothing for. */
  const addText = (node: Text, inline: readonly Element[]): void => {
    const { value } = node
    if (context.masks.length === 0 || !value.includes(opaque)) {
      add(node, value, inline)
      return
    }
    const map = mapOf(node) ?? nowhere
    for (const { start, end } of withoutControls(value, map, context.masks)) {
      add(node, value.slice(start, end), inline, start, map)
    }
  }

  const addAlt = (node: Element, parents: readonly Element[], declared: string | undefined): void => {
    const { alt } = node.properties
    if (typeof alt !== 'string' || alt.trim() === '') return
    const at = context.valueRange(node, 'alt')
    const map = (): SourceMap | undefined => at && mapToSource(alt, context.text, at, 'attribute')
    const extent = at ?? context.extent(node) ?? nothing
    const details = { kind: 'alt', key: 'alt', parents: [node, ...parents], declared } as const
    units.push(singleUnit(alt, extent, map, context.text, details))
  }

  const start: readonly Element[] = content.type === 'element' ? [content] : []
  walk(content, start, none, undefined)
  flush(start, undefined)
  return units
}

const visible = /\S/
const none: readonly Element[] = []
const nothing: Range = { start: 0, end: 0 }

/** The pieces of a text between masks that print nothing. */
function withoutControls(value: string, map: SourceMap, masks: readonly Mask[]): Range[] {
  const pieces: Range[] = []
  let from = 0
  for (let at = value.indexOf(opaque); at >= 0; at = value.indexOf(opaque, at)) {
    const source = map.start(at)
    const mask = source === undefined ? undefined : maskAt(masks, source)
    const length = mask && source !== undefined ? maskedLength(value, at, mask.end - source) : 1
    if (mask?.kind === 'control' || mask?.kind === 'comment') {
      if (at > from) pieces.push({ start: from, end: at })
      from = at + length
    }
    at += length
  }
  if (from < value.length) pieces.push({ start: from, end: value.length })
  return pieces
}

/** How much of a text a mask takes up, its line breaks included. */
function maskedLength(value: string, at: number, most: number): number {
  let end = at + 1
  while (end < value.length && end - at < most && (value[end] === opaque || value[end] === '\n')) end++
  while (value[end - 1] === '\n') end--
  return end - at
}
