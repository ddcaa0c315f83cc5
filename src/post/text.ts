import type { Element, Root, RootContent, Text } from 'hast'
import { blocks } from './elements.ts'
import { maskAt } from './masks.ts'
import type { Mask, UnitKind } from './post.ts'
import { isOpaque, isSilent } from './prose.ts'
import type { Range } from './range.ts'
import { lazyMap, mapToSource, type SourceMap } from './source-map.ts'
import { opaque } from './template.ts'
import { buildUnit, type DraftUnit, singleUnit } from './unit.ts'

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
  let unit = buildUnit(context.text)

  const flush = (parents: readonly Element[], declared: string | undefined): void => {
    const block = parents[0]
    if (!unit.isBlank()) {
      const kind = (block && kinds.get(block.tagName)) ?? 'paragraph'
      units.push(unit.finish({ kind, parents, declared }, block && context.extent(block)))
    }
    unit = buildUnit(context.text)
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
    const isBlock = blocks.has(node.tagName)
    if (node.tagName === 'br') {
      addThing('\n', node, inline)
    } else if (isBlock) {
      flush(parents, outer)
      if (isOpaque(node)) return
      const inner = [node, ...parents]
      walk(node, inner, [], declared)
      flush(inner, declared)
    } else if (isOpaque(node) || (own !== undefined && own !== outer)) {
      addThing(objectMark, node, inline)
      if (node.tagName === 'img') addAlt(node, [...inline].reverse().concat(parents), declared)
    } else {
      walk(node, parents, [...inline, node], declared)
    }
  }

  /** Adds one character for a whole element. */
  const addThing = (character: string, node: Element, inline: readonly Element[]): void => {
    const ends: SourceMap = { start: () => context.extent(node)?.start, end: () => context.extent(node)?.end }
    unit.add(character, { start: 0, end: 1 }, ends, inline)
  }

  /** Adds a text node without the parts of it that generators print nothing for. */
  const addText = (node: Text, inline: readonly Element[]): void => {
    const { value } = node
    const at = context.extent(node)
    const map = lazyMap(() => at && mapToSource(value, context.text, at, context.syntax))
    const whole = { start: 0, end: value.length }
    const pieces = value.includes(opaque) ? withoutControls(value, map, context.masks) : [whole]
    for (const piece of pieces) unit.add(value, piece, map, inline)
  }

  const addAlt = (node: Element, parents: readonly Element[], declared: string | undefined): void => {
    const { alt } = node.properties
    if (typeof alt !== 'string' || alt.trim() === '') return
    const at = context.valueRange(node, 'alt')
    const map = lazyMap(() => at && mapToSource(alt, context.text, at, 'attribute'))
    const extent = at ?? context.extent(node) ?? { start: 0, end: 0 }
    const details = { kind: 'alt', key: 'alt', parents: [node, ...parents], declared } as const
    units.push(singleUnit(alt, extent, map, context.text, details))
  }

  const start: readonly Element[] = content.type === 'element' ? [content] : []
  walk(content, start, [], undefined)
  flush(start, undefined)
  return units
}

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
