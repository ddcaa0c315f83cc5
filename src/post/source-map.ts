import { decodeHTML, decodeHTMLAttribute } from 'entities'
import type { Range } from './range.ts'

/**
 * Where each character of a decoded text stands in the source. Parsers decode character references, normalise line
 * ends and strip the prefixes of Markdown containers; this walks the raw slice beside the decoded text and undoes it.
 */

/** From offsets into a decoded text to offsets into the source; undefined where that cannot be proved. */
export interface SourceMap {
  /** Where what was written for the unit at an offset starts. */
  start(offset: number): number | undefined
  /** Where what was written for the unit before an offset ends. */
  end(offset: number): number | undefined
}

/** The map of a text that nothing in the source can be proved to be. */
export const nowhere: SourceMap = { start: () => undefined, end: () => undefined }

export type Syntax = 'html' | 'attribute' | 'markdown'

/**
 * Maps `value` to the slice of `source` that it was decoded from.
 * @returns undefined unless decoding the slice gives exactly `value`.
 */
export function mapToSource(value: string, source: string, slice: Range, syntax: Syntax): SourceMap | undefined {
  if (slice.end - slice.start === value.length && source.startsWith(value, slice.start)) {
    const shift = (offset: number): number => slice.start + offset
    return { start: shift, end: shift }
  }
  return walk(value, source, slice, syntax)
}

function walk(value: string, source: string, slice: Range, syntax: Syntax): SourceMap | undefined {
  const starts = new Int32Array(value.length)
  const ends = new Int32Array(value.length)
  let at = slice.start
  let done = 0
  while (at < slice.end) {
    const raw = source[at]!
    const wanted = value[done]
    if (raw === '&') {
      const reference = readReference(source.slice(at, Math.min(slice.end, at + 40)), syntax)
      if (reference && value.startsWith(reference.text, done)) {
        starts.fill(at, done, done + reference.text.length)
        at += reference.length
        ends.fill(at, done, done + reference.text.length)
        done += reference.text.length
        continue
      }
    }
    if (raw === '\r' && wanted === '\n') {
      starts[done] = at
      at += source[at + 1] === '\n' && at + 1 < slice.end ? 2 : 1
      ends[done++] = at
      if (syntax === 'markdown') at = afterPrefix(source, at, slice.end, value[done])
      continue
    }
    if (syntax === 'markdown' && raw === '\\' && source[at + 1] === wanted && isPunctuation(wanted)) {
      starts[done] = at
      at += 2
      ends[done++] = at
      continue
    }
    if (raw === wanted) {
      starts[done] = at++
      ends[done++] = at
      if (syntax === 'markdown' && raw === '\n') at = afterPrefix(source, at, slice.end, value[done])
      continue
    }
    const isDropped =
      raw === '\u0000' ||
      (syntax === 'markdown' && (raw === ' ' || raw === '\t') && isBeforeLineEnd(source, at, slice.end))
    if (!isDropped) return undefined
    at++
  }
  if (done !== value.length) return undefined
  return {
    start: (offset) => starts[offset] ?? slice.end,
    end: (offset) => (offset > 0 ? ends[offset - 1]! : slice.start),
  }
}

interface Reference {
  readonly text: string
  readonly length: number
}

/** The character reference that a text starts with, decoded as the parser of that syntax would. */
function readReference(text: string, syntax: Syntax): Reference | undefined {
  const match = /^&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?/.exec(text)
  if (!match) return undefined
  const written = match[0]
  if (syntax === 'markdown' && !written.endsWith(';')) return undefined
  const decoded = syntax === 'attribute' ? decodeHTMLAttribute(written) : decodeHTML(written)
  if (decoded === written) return undefined
  // A legacy reference without semicolon may end early (`&notit;`): the rest stands for itself.
  let rest = 0
  if (!written.endsWith(';') || decoded.endsWith(';')) {
    while (rest < decoded.length - 1 && decoded[decoded.length - 1 - rest] === written[written.length - 1 - rest])
      rest++
  }
  return { text: decoded.slice(0, decoded.length - rest), length: written.length - rest }
}

/** Skips what a Markdown container puts before a continuation line: white space and `>`, unless the text wants it. */
function afterPrefix(source: string, from: number, limit: number, wanted: string | undefined): number {
  let at = from
  while (at < limit && source[at] !== wanted && (source[at] === ' ' || source[at] === '\t' || source[at] === '>')) at++
  return at
}

function isBeforeLineEnd(source: string, from: number, limit: number): boolean {
  let at = from
  while (at < limit && (source[at] === ' ' || source[at] === '\t')) at++
  return at >= limit || source[at] === '\n' || source[at] === '\r'
}

const isPunctuation = (character: string | undefined): boolean =>
  character !== undefined && /[!-/:-@[-`{-~]/.test(character)
