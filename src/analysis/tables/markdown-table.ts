import type { Element } from 'hast'
import type { Post } from '../../post/post.ts'
import { masksIn } from '../blocks/extent.ts'

/**
 * How many cells a row of a Markdown table has in the source: the tree is padded and cut to the header's number.
 * kramdown, other than GFM, takes bars inside code for code. A bar that closes a row which none opens stands before an
 * empty last cell where one is missing. Undefined where the row is not in the source as one line.
 */
export function writtenCells(post: Post, row: Element, columns: number): number | undefined {
  const range = post.range(row)
  if (!range) return undefined
  const line = post.source.slice(range.start, range.end).trimEnd()
  if (/[\r\n]/.test(line)) return undefined
  const masks = masksIn(post, range)
  const isMasked = (at: number): boolean => masks.some(({ start, end }) => start <= at && at < end)
  const bars: number[] = []
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '`' && post.generator === 'jekyll') at = afterCode(line, at)
    else if (line[at] === '|' && !isMasked(range.start + at)) bars.push(at)
  }
  const first = line.length - line.trimStart().length
  const isOpened = bars[0] === first
  const isClosed = bars.length > 1 && bars.at(-1) === line.length - 1
  const cells = bars.length + 1 - Number(isOpened) - Number(isClosed)
  if (bars.length === 0) return undefined
  return !isOpened && isClosed && cells === columns - 1 ? columns : cells
}

/** The last character of the code that begins at a backtick, or the backtick itself where it begins none. */
function afterCode(line: string, at: number): number {
  let length = 1
  while (line[at + length] === '`') length++
  const close = line.indexOf('`'.repeat(length), at + length)
  return close < 0 ? at + length - 1 : close + length - 1
}
