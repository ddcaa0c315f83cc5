import type { Range } from '../../post/range.ts'
import {
  endBarriers,
  headingLike,
  type ImpliedEnd,
  knownElements,
  paragraphBarriers,
  phrasingOnly,
  tableGuests,
  transparent,
} from './content-model.ts'
import { type MistakeKind, mistakeAt } from './nesting-mistake.ts'
import { besides, endAt, type OpenElement, type OpenElements, orphan } from './open-elements.ts'
import type { Tag, WrittenTags } from './tags.ts'

const foreign = new Set(['svg', 'math'])

/**
 * Follows a start tag: what it ends, whether its element may stand there, and what is open after it.
 * @param isKramdown Whether kramdown reads the post, which closes `<div/>`.
 */
export function followStart(open: OpenElements, tag: Tag, written: WrittenTags, isKramdown: boolean): void {
  const { name } = tag
  const { isVoid } = tag.model
  if (tag.isSelfClosed && !isVoid && !foreign.has(name)) {
    // Components of the site (`<Chart />`) are read by something else than a browser.
    if (!knownElements.has(name)) return
    place(open, tag, written)
    if (isKramdown && !tag.isEndless) return
    open.mistakes.push(mistakeAt(tag, 'selfClosed', name))
    orphan(open, { element: elementOf(tag, false), missing: tag.end, isReported: true })
    return
  }
  const isMisplaced = place(open, tag, written)
  if (tag.isEndless) open.mistakes.push(mistakeAt(tag, 'unclosed', name))
  else if (!isVoid) open.stack.push(elementOf(tag, isMisplaced))
}

const elementOf = (tag: Tag, isMisplaced: boolean): OpenElement => ({
  name: tag.name,
  model: tag.model,
  tag,
  hasAddress: undefined,
  own: undefined,
  isMisplaced,
})

/**
 * Ends what a start tag ends, and looks whether its element may stand there.
 * @returns true where it is a block among text.
 */
function place(open: OpenElements, tag: Tag, written: WrittenTags): boolean {
  const { name, model } = tag
  if (model.implied) endImplied(open, tag, model.implied)
  const top = open.stack.at(-1)
  const wanted = top?.madeUntil === undefined ? top?.model.parts : undefined
  if (wanted && top) {
    if (wanted.has(name) || tableGuests.has(name)) return false
    if (name === 'td' || name === 'th') open.mistakes.push(mistakeAt(tag, 'outside', name, { other: 'tr' }))
    else if (!model.isTablePart) open.mistakes.push(mistakeAt(tag, 'fostered', name, besides(top)))
    return false
  }
  if (model.isTablePart) {
    const isKnown = open.stack.some((element) => element.name === 'table' || element.model.isTablePart)
    if (!isKnown) open.mistakes.push(mistakeAt(tag, 'outside', name, { other: 'table' }))
    return false
  }
  if (model.endsParagraph && breaksParagraph(open, tag)) return false
  if (model.holders) inspectHolder(open, tag, model.holders)
  if (model.excluded || model.isInteractive) inspectNested(open, tag, written)
  return model.isFlowOnly && isBlockInText(open, tag)
}

function endImplied(open: OpenElements, tag: Tag, implied: ImpliedEnd): void {
  let target = -1
  for (let index = open.stack.length - 1; index >= 0; index--) {
    const element = open.stack[index]!
    if (implied.ends.has(element.name)) target = index
    else if (implied.within.has(element.name)) break
    else if (!tag.model.isTablePart && endBarriers.has(element.name)) break
    if (element.madeUntil !== undefined) {
      target = target === index ? -1 : target
      break
    }
  }
  if (target >= 0) endAt(open, target, tag.start)
}

/** @returns whether the tag ends a paragraph, and that is reported. */
function breaksParagraph(open: OpenElements, tag: Tag): boolean {
  for (let index = open.stack.length - 1; index >= 0; index--) {
    const element = open.stack[index]!
    if (element.name === 'p') return endParagraph(open, index, tag)
    if (paragraphBarriers.has(element.name) || element.madeUntil !== undefined) return false
  }
  return false
}

/**
 * Ends the paragraph at an index of the stack, by a tag or by a block of Markdown.
 * @returns whether that is reported.
 */
export function endParagraph(open: OpenElements, index: number, by: Tag | Range): boolean {
  const element = open.stack[index]!
  const isMade = element.madeUntil !== undefined
  const tag = 'name' in by ? by : undefined
  // A paragraph after a paragraph ends it as it should, unless the end tag comes later.
  const isReported = tag !== undefined && (tag.name !== 'p' || isMade)
  if (isReported) {
    open.mistakes.push(mistakeAt(tag, 'ended', tag.name, besides(element)))
    open.stack.splice(index, 1)
  } else endAt(open, index, by.start)
  if (!isMade) orphan(open, { element, missing: by.start, isReported, endedBy: tag ?? 'markdown' })
  return isReported
}

function isBlockInText(open: OpenElements, tag: Tag): boolean {
  const holder = open.stack.findLast(({ name }) => !transparent.has(name))
  if (!holder || !phrasingOnly.has(holder.name)) return false
  const isTitle = holder.name === 'summary' || holder.name === 'legend'
  if (isTitle && headingLike.has(tag.name)) return false
  noteWithin(holder, 'inside', tag)
  return true
}

/** Looks whether an element that means something only inside others stands in one of them. */
function inspectHolder(open: OpenElements, tag: Tag, wanted: ReadonlySet<string>): void {
  if (open.stack.some(({ name }) => wanted.has(name))) return
  const [other = ''] = wanted
  open.mistakes.push(mistakeAt(tag, 'outside', tag.name, { other }))
}

/** Looks whether an element stands where none of its name may, such as something to click in something to click. */
function inspectNested(open: OpenElements, tag: Tag, written: WrittenTags): void {
  const { name, model } = tag
  const outer = model.excluded
  const isInteractive = model.isInteractive && isClickable(tag, written)
  if (!outer && !isInteractive) return
  for (let index = open.stack.length - 1; index >= 0; index--) {
    const element = open.stack[index]!
    if (outer?.has(element.name) || (isInteractive && isClicked(element, name, written))) {
      noteWithin(element, 'nested', tag)
      return
    }
    if (endBarriers.has(element.name) || element.madeUntil !== undefined) return
  }
}

const isClickable = (tag: Tag, written: WrittenTags): boolean => {
  if (tag.name === 'input') return written.attribute(tag, 'type')?.toLowerCase() !== 'hidden'
  if (tag.name === 'audio' || tag.name === 'video') return written.attribute(tag, 'controls') !== undefined
  return true
}

/** Whether an open element is something to click, for what starts in it: a link is none without an address, but may hold no other. */
const isClicked = (element: OpenElement, inner: string, written: WrittenTags): boolean => {
  if (element.name !== 'a' || inner === 'a') return element.name === 'button' || element.name === 'a'
  element.hasAddress ??= written.attribute(element.tag, 'href') !== undefined
  return element.hasAddress
}

/** Notes a mistake that is none if the element around turns out to be unclosed. */
const noteWithin = (holder: OpenElement, kind: MistakeKind, tag: Tag): void => {
  holder.own ??= []
  holder.own.push(mistakeAt(tag, kind, tag.name, besides(holder)))
}
