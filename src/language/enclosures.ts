import type { Range } from '../post/range.ts'

/** A stretch between brackets or quotation marks. */
export interface Enclosure extends Range {
  readonly kind: 'bracket' | 'quote'
}

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['〔', '〕'],
  ['{', '}'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['＜', '＞'],
  ['〝', '〞'],
])
const brackets = new Set('(（[［【〔{')
const closing = new Set(closers.values())
/** All that open or close, what ends a stretch of text, and their neighbours: V8 is slow with more than 16 ranges. */
const marks = /[\n"'-)[\]{}«»‘-„〈-〞（）＜-＞［-］]/g

/** Straight marks open after a space or another mark, and close before one; a letter on both sides is an apostrophe. */
const isApostrophe = (text: string, at: number): boolean =>
  /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '')

/** Quotations and brackets longer than this are not looked at as a whole. */
const longest = 300
const deepest = 16

/** The innermost enclosure of each of some ranges, given in order and not overlapping. Linear. */
export const enclosuresOf = (text: string, ranges: readonly Range[]): (Enclosure | undefined)[] => {
  if (ranges.length === 0) return []
  const spans = pairs(text)
  const open: Enclosure[] = []
  let next = 0
  return ranges.map((range) => {
    while (next < spans.length && spans[next]!.start <= range.start) {
      const span = spans[next++]!
      while (open.length && open[open.length - 1]!.end <= span.start) open.pop()
      open.push(span)
    }
    while (open.length && open[open.length - 1]!.end <= range.start) open.pop()
    return open.findLast((span) => span.end >= range.end)
  })
}

/** All enclosures, without their marks, properly nested, by start. */
const pairs = (text: string): Enclosure[] => {
  const found: Enclosure[] = []
  const stack: { mark: string; closer: string; at: number }[] = []
  const close = (depth: number, at: number): void => {
    const { mark, at: from } = stack[depth]!
    stack.length = depth
    if (at - from <= longest) found.push({ start: from + 1, end: at, kind: brackets.has(mark) ? 'bracket' : 'quote' })
  }
  for (const { 0: character, index: at } of text.matchAll(marks)) {
    if (character === '\n' && text[at + 1] === '\n') stack.length = 0
    const straight = character === '"' || (character === "'" && !isApostrophe(text, at))
    if (straight || closing.has(character)) {
      const depth = stack.findLastIndex((item) => item.closer === character && at - item.at <= longest)
      if (depth >= 0) {
        close(depth, at)
        continue
      }
    }
    const closer = straight ? character : closers.get(character)
    if (!closer) continue
    // A mark that was never closed must not be carried along for ever.
    if (stack.length === deepest) stack.shift()
    stack.push({ mark: character, closer, at })
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}
