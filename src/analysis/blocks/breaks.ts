import type { Element } from 'hast'
import { classesOf, isElement } from '../../post/elements.ts'
import type { Stretch, Token } from './inline-lines.ts'

/** Consecutive breaks, and whether anything is shown before and after them. */
export interface BreakRun {
  readonly nodes: readonly Element[]
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** A break that ends floating, or that a script or a theme can be hooked to, does something. */
const isIdle = ({ properties: { clear, style, className, id } }: Element): boolean =>
  clear === undefined && id === undefined && !/clear/i.test(`${style ?? ''} ${className ?? ''}`)

/** The groups of line breaks in a stretch of text. */
export const breakRuns = (tokens: readonly Token[]): BreakRun[] => {
  const runs: BreakRun[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'break') continue
    const from = at
    const nodes: Element[] = []
    for (let token = tokens[at]; token?.kind === 'break'; token = tokens[++at]) nodes.push(token.node)
    if (nodes.every(isIdle)) runs.push({ nodes, isFirst: from === 0, isLast: at >= tokens.length })
  }
  return runs
}

const verseClass = /(?:^|[-_])(?:poem|poetry|verse|lyrics?|stanza|haiku|song|address)s?(?:$|[-_])/i
/** The longest usual line of verse or of an address, and how many lines make a stanza likely. */
const verseWidth = 60
const fewLines = 2

/** Short lines that are parted by single breaks as well: verse, an address, a list of names. */
export const isVerse = ({ tokens, parents }: Stretch, runs: readonly BreakRun[], max: number): boolean => {
  if (parents.some((around) => isElement(around, 'address', 'pre') || hasVerseClass(around))) return true
  const single = runs.filter(({ nodes, isFirst, isLast }) => nodes.length <= max && !isFirst && !isLast).length
  const groups = runs.filter(({ nodes }) => nodes.length > max).length
  if (single < fewLines || single < groups) return false
  const lengths = [0]
  for (const token of tokens) {
    if (token.kind === 'break') lengths.push(0)
    else lengths[lengths.length - 1]! += token.kind === 'text' ? token.text.replace(/\s+/g, ' ').length : 1
  }
  const lines = lengths.filter((length) => length > 0)
  return lines.filter((length) => length <= verseWidth).length >= lines.length * 0.8
}

const hasVerseClass = (node: Stretch['container']): boolean =>
  node.type === 'element' && classesOf(node).some((name) => verseClass.test(name))
