import type { Range } from '../../post/range.ts'
import { type ElementModel, endBarriers, knownElements, optionalEnd, tableParts } from './content-model.ts'
import { type Mistake, mistakeAt } from './nesting-mistake.ts'
import type { Tag } from './tags.ts'

export interface OpenElement {
  readonly name: string
  readonly model: ElementModel
  readonly tag: Range
  /** For links, once somebody has asked. */
  hasAddress: boolean | undefined
  /** For blocks of Markdown: where they end. */
  readonly madeUntil?: number
  /** Mistakes inside, which are none when the element itself turns out to be unclosed; made with the first of them. */
  own: Mistake[] | undefined
  /** The element itself stands where it may not: what follows from that is no mistake of its own. */
  readonly isMisplaced: boolean
}

/** An element that ended before its end tag came, if it comes at all. */
export interface Orphan {
  readonly element: OpenElement
  /** Where the end tag should have been. */
  readonly missing: number
  readonly isReported: boolean
  /** For paragraphs: what ended it. */
  readonly endedBy?: Tag | 'markdown'
}

/** What is open where the tags of a post have been followed to, as their writer meant them, and the mistakes so far. */
export interface OpenElements {
  readonly stack: OpenElement[]
  readonly orphans: Map<string, Orphan[]>
  readonly mistakes: Mistake[]
}

export const nothingOpen = (): OpenElements => ({ stack: [], orphans: new Map(), mistakes: [] })

/** What a mistake says of the element around it. */
export const besides = ({ name, tag, madeUntil }: OpenElement): Pick<Mistake, 'other' | 'see'> => ({
  other: name,
  ...(madeUntil === undefined && { see: { start: tag.start, end: tag.end } }),
})

/** How many elements of a name are open. */
export const countOf = ({ stack }: OpenElements, name: string): number =>
  stack.reduce((sum, element) => sum + (element.name === name ? 1 : 0), 0)

/** Where the element that an end tag ends is on the stack; -1 if there is none. */
export function indexEndedBy({ stack }: OpenElements, name: string): number {
  const isTablePart = tableParts.has(name)
  for (let index = stack.length - 1; index >= 0; index--) {
    const element = stack[index]!
    if (element.madeUntil !== undefined) continue
    if (element.name === name) return index
    if (isTablePart ? element.name === 'table' : name !== 'table' && endBarriers.has(element.name)) return -1
  }
  return -1
}

/** Keeps an element that has ended, for when its end tag comes. */
export function orphan({ orphans }: OpenElements, one: Orphan): void {
  const others = orphans.get(one.element.name)
  if (others) others.push(one)
  else orphans.set(one.element.name, [one])
}

/** An element has both its ends, so that what is wrong inside it is a mistake. */
export function settle({ mistakes }: OpenElements, { own }: OpenElement): void {
  if (own) mistakes.push(...own)
}

/** Ends an element and all that is open in it. */
export function endAt(open: OpenElements, index: number, at: number): void {
  const { stack } = open
  if (index === stack.length - 1) {
    settle(open, stack.pop()!)
    return
  }
  for (const [depth, element] of stack.splice(index).entries()) {
    const isOver = depth === 0 || element.madeUntil !== undefined || optionalEnd.has(element.name)
    if (isOver) settle(open, element)
    if (depth > 0 && element.isMisplaced) orphan(open, { element, missing: at, isReported: true })
    else if (!isOver) orphan(open, { element, missing: at, isReported: false })
  }
}

/** After the last tag: what is still open, and what ended without an end tag, has none. */
export function endAll(open: OpenElements): void {
  for (const element of open.stack) leaveUnclosed(open, element, undefined)
  for (const orphans of open.orphans.values()) {
    for (const { element, missing, isReported, endedBy } of orphans) {
      if (!isReported && !endedBy) leaveUnclosed(open, element, missing)
    }
  }
}

function leaveUnclosed(open: OpenElements, element: OpenElement, missing: number | undefined): void {
  const { name, tag, madeUntil } = element
  if (madeUntil !== undefined || optionalEnd.has(name)) settle(open, element)
  else open.mistakes.push(mistakeAt(tag, knownElements.has(name) ? 'unclosed' : 'unknown', name, { missing }))
}
