import type { Range } from '../post/range.ts'

/** A punctuation mark that is written more often than it should be. */
export interface RepeatedMark extends Range {
  /** What would be enough. */
  readonly single: string
}

/** Marks that come in rows: exclamation and question marks together, the others each with its own kind. */
const rows = /[!?！？]{2,}|,{2,}|，{2,}|、{2,}|。{2,}|\.{4,}|~{3,}|～{3,}|〜{3,}/gu

/** Whether a text may hold rows of marks or ellipses: a quick look at all of a post. */
export const mayHoldMarks = (text: string): boolean =>
  /[!?！？]{2}|,,|，，|、、|。。|~~|～～|〜〜|\.\.\.|…|⋯/.test(text)

/** Characters that make code, a path, a format or a formula of the token they stand in. */
const codeMarks = /[=<>{}|\\/_$#@^`\ue000\ufffc]|&&|\+\+|::/
const longestToken = 60

/** The text around a match, up to the next white space on both sides. */
const tokenAround = (text: string, start: number, end: number): string => {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - longestToken), start))![0]
  const after = /^\S*/.exec(text.slice(end, end + longestToken))![0]
  return before + after
}

const eastAsian = new Set(['ko', 'ja', 'zh'])

/** Six dots are an ellipsis in East Asia, and a full stop may follow them; a row of more is a leader. */
const isEllipsisOrLeader = (row: string, language: string): boolean =>
  row.length > 7 || (eastAsian.has(language) && row.length >= 6)

/** Whether the row is written as a sentence would be: after a letter, a number or a closing mark, and before no letter. */
const isSentenceLike = (text: string, start: number, end: number): boolean => {
  const first = text[start]!
  if (first > '~') return true
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text[end] ?? ' '
  if (first === ',') return /[\p{L}\p{N})\]"'”’]$/u.test(before) && /\s/.test(after)
  if (first === '.') return !/[A-Za-z\d]/.test(after) && !/^\s?\d/.test(text.slice(end, end + 2))
  if (first === '~') return !/[A-Za-z\d]/.test(after)
  if (first === '?' && /[\d*-]$/.test(before)) return false
  // Hangul may follow at once; a Latin letter makes an operator of it.
  return /[\p{L}\p{N}\p{Pe}\p{Pf}"'*~^.…%ㅠㅋㅎ]$/u.test(before) && !/[A-Za-z\d]/.test(after)
}

/** At most `max` of each mark in a row. */
const collapsed = (row: string, max: number): string => {
  if (/^[.]/.test(row)) return '...'
  let text = ''
  let count = 0
  for (const mark of row) {
    count = text.endsWith(mark) ? count + 1 : 1
    if (count <= max) text += mark
  }
  return text
}

/** The rows of equal marks in a text of a language, as far as it is prose. Linear. */
export const repeatedMarksOf = (text: string, language: string, max: number): RepeatedMark[] => {
  const found: RepeatedMark[] = []
  for (const match of text.matchAll(rows)) {
    const [row] = match
    const start = match.index
    const end = start + row.length
    const single = collapsed(row, max)
    if (single.length >= row.length || !isSentenceLike(text, start, end)) continue
    if (row.startsWith('.') && isEllipsisOrLeader(row, language)) continue
    if (codeMarks.test(tokenAround(text, start, end))) continue
    found.push({ start, end, single })
  }
  return found
}

/** An ellipsis as it is written. */
export interface Ellipsis extends Range {
  readonly style: string
}

/** The ellipses of a text that stand in prose: after a letter or a mark that closes, and not inside a path. */
export const ellipsesOf = (text: string): Ellipsis[] => {
  const found: Ellipsis[] = []
  for (const match of text.matchAll(/\.{3,}|…+|⋯+/gu)) {
    const [style] = match
    const start = match.index
    const end = start + style.length
    const isKnown = style === '...' || style === '…' || style === '……' || style === '⋯' || style === '⋯⋯'
    if (!isKnown || !/[\p{L}\p{N},.!?，。！？]$/u.test(text.slice(Math.max(0, start - 2), start))) continue
    if (codeMarks.test(tokenAround(text, start, end))) continue
    found.push({ start, end, style })
  }
  return found
}
