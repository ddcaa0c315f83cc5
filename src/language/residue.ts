import type { TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { enclosuresOf } from './enclosures.ts'
import {
  chatTracking,
  citationMarks,
  type ResidueKind,
  type residueLanguages,
  residuePatternsFor,
} from './machine-residue.ts'
import { isQuotation } from './setting.ts'

/** A stretch of a unit's text that a machine has left behind. */
export interface Residue extends Range {
  readonly kind: ResidueKind
  readonly text: string
}

interface Found extends Range {
  readonly text: string
}

/** What a text quotes, it does not say. */
const isQuoted = (text: string, range: Range): boolean => enclosuresOf(text, [range])[0]?.kind === 'quote'

/**
 * The first sign that a unit is, or holds, residue. `phrases` are further signs, in lower case; only these languages
 * are looked for.
 */
export const residueIn = (
  unit: TextUnit,
  phrases: readonly string[],
  languages: ReturnType<typeof residueLanguages>,
): Residue | undefined => {
  const patterns = residuePatternsFor(unit, languages)
  if ((patterns.length === 0 && phrases.length === 0) || isQuotation(unit)) return undefined
  const isField = unit.kind === 'title' || unit.kind === 'summary'
  const lead = unit.text.length - unit.text.trimStart().length
  const text = unit.text.slice(lead)
  for (const { kind, where, pattern } of patterns) {
    const match = where === 'field' && !isField ? null : pattern.exec(text)
    if (!match) continue
    const range = { start: lead + match.index, end: lead + match.index + match[0].length }
    if (!isQuoted(unit.text, range)) return { kind, ...range, text: match[0].trim() }
  }
  const lower = phrases.length > 0 ? unit.text.toLowerCase() : ''
  const phrase = phrases.find((one) => lower.includes(one))
  if (phrase === undefined) return undefined
  const start = lower.indexOf(phrase)
  return { kind: 'reply', start, end: start + phrase.length, text: phrase }
}

/** Emphasis, which needs its closing marks, and headings in Markdown's notation. */
const markdownNotation = /\*\*(?=[^\s*])[^*\n]{1,200}\*\*|(?:^|\n)[ \t]*#{2,6}(?= \S)/g

/** Whether a text may hold such notation: a quick look at all of a post. */
export const mayHoldMarkdown = (text: string): boolean => text.includes('**') || text.includes('##')

/** Markdown in a text that is not read as Markdown. */
export const markdownIn = (text: string): Found[] =>
  mayHoldMarkdown(text)
    ? [...text.matchAll(markdownNotation)].map(({ 0: found, index }) => {
        const notation = found.trimStart()
        const start = index + found.length - notation.length
        return { start, end: start + notation.length, text: notation }
      })
    : []

/** The citation marks of chat programs in a text. */
export const citationsIn = (text: string): Found[] =>
  [...text.matchAll(citationMarks)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }))

/** The tracking parameter of a chat program in the address at a range of a source, and what to delete to be rid of it. */
export const trackingIn = (source: string, address: Range): (Found & { readonly removal: Range }) | undefined => {
  const match = chatTracking.exec(source.slice(address.start, address.end))
  if (!match) return undefined
  const start = address.start + match.index
  const end = start + match[0].length
  const next = /^&(?:amp;)?/.exec(source.slice(end, address.end))?.[0]
  const before = /(?:&amp;|[?&])$/.exec(source.slice(address.start, start))?.[0] ?? ''
  const removal = next ? { start, end: end + next.length } : { start: start - before.length, end }
  return { start, end, text: match[0], removal }
}
