import type { Range } from './range.ts'
import { type DraftUnit, singleUnit } from './unit.ts'

/** A body that is over a budget is not parsed; its text between tags is still read, paragraph by paragraph. */
export function bareUnits(text: string, body: Range): DraftUnit[] {
  const units: DraftUnit[] = []
  const most = 2000
  const pattern = /<[^<>]{0,2000}>|\n[ \t]*\r?\n/g
  const add = (from: number, to: number): void => {
    let start = from
    let end = to
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    if (start === end || units.length >= most) return
    const extent = { start, end }
    const shift = (offset: number): number => start + offset
    const map = { start: shift, end: shift }
    units.push(singleUnit(text.slice(start, end), extent, () => map, text, { kind: 'paragraph', parents: [] }))
  }
  let from = body.start
  pattern.lastIndex = body.start
  for (let match = pattern.exec(text); match && match.index < body.end; match = pattern.exec(text)) {
    add(from, match.index)
    from = pattern.lastIndex
  }
  add(from, body.end)
  return units
}
