import { headings } from '../../post/elements.ts'
import { optionalEnd } from './content-model.ts'
import type { LookAhead } from './look-ahead.ts'
import { mistakeAt } from './nesting-mistake.ts'
import { besides, countOf, endAt, indexEndedBy, type OpenElements, type Orphan, settle } from './open-elements.ts'
import type { Tag } from './tags.ts'

/** Elements that are mistaken for one another. */
const alike = [
  new Set('a abbr b big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u'.split(' ')),
  new Set(['dl', 'menu', 'ol', 'ul']),
  new Set(['article', 'aside', 'center', 'div', 'figure', 'footer', 'header', 'main', 'nav', 'section']),
]

/**
 * Follows an end tag: which element it ends, and whether that is the one that it should end.
 * @param index Which of the post's tags it is.
 */
export function followEnd(open: OpenElements, tag: Tag, index: number, ahead: LookAhead): void {
  const { name } = tag
  const top = open.stack.at(-1)
  // Nearly every end tag ends the element that was opened last.
  if (top?.name === name && top.madeUntil === undefined) {
    settle(open, open.stack.pop()!)
    return
  }
  if (tag.model.isVoid) {
    open.mistakes.push(mistakeAt(tag, 'stray', name))
    return
  }
  const target = indexEndedBy(open, name)
  if (target < 0) endNothing(open, tag, index, ahead)
  else endOuter(open, target, tag, index, ahead)
}

/** The end tag of an element in which others are open. */
function endOuter(open: OpenElements, target: number, tag: Tag, index: number, ahead: LookAhead): void {
  const { name } = tag
  const above = open.stack.slice(target + 1)
  if (above.some(({ madeUntil }) => madeUntil !== undefined)) {
    settle(open, open.stack.splice(target, 1)[0]!)
    return
  }
  const unclosed = above.findLast((element) => !optionalEnd.has(element.name))
  const isStray = unclosed !== undefined && ahead.isStray(index, name, countOf(open, name), unclosed.name)
  if (isStray) open.mistakes.push(mistakeAt(tag, 'stray', name))
  else endAt(open, target, tag.start)
}

/** An end tag for which no element is open. */
function endNothing(open: OpenElements, tag: Tag, index: number, ahead: LookAhead): void {
  const { name } = tag
  const top = open.stack.findLast((element) => !optionalEnd.has(element.name) || /^t[dh]$/.test(element.name))
  if (top && top.madeUntil === undefined && isMeant(open, top.name, name, index, ahead)) {
    open.mistakes.push(mistakeAt(tag, 'mismatched', name, besides(top)))
    endAt(open, open.stack.lastIndexOf(top), tag.start)
    return
  }
  const orphan = open.orphans.get(name)?.pop()
  if (orphan) endOrphan(open, orphan, tag)
  else open.mistakes.push(mistakeAt(tag, 'stray', name))
}

/** The end tag of an element that has ended already. */
function endOrphan(open: OpenElements, { element, endedBy, isReported }: Orphan, tag: Tag): void {
  if (isReported) return
  const { name, tag: start } = element
  settle(open, element)
  const { mistakes } = open
  if (endedBy === 'markdown') mistakes.push(mistakeAt(start, 'split', name))
  else if (endedBy) mistakes.push(mistakeAt(endedBy, 'ended', endedBy.name, besides(element)))
  else mistakes.push(mistakeAt(start, 'crossed', name, { see: { start: tag.start, end: tag.end } }))
}

/** Whether an end tag of the wrong name was to end the open element, which has no other. */
function isMeant(open: OpenElements, inner: string, name: string, index: number, ahead: LookAhead): boolean {
  if (headings.has(inner) && headings.has(name)) return true
  if (inner === 'td' || inner === 'th') return name === 'td' || name === 'th'
  if (!alike.some((group) => group.has(inner) && group.has(name)) || open.orphans.get(name)?.length) return false
  return ahead.endsAfter(index, inner) < countOf(open, inner)
}
