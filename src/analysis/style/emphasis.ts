import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import type { Post, TextUnit, UnitRun } from '../../post/post.ts'
import { printedLength } from '../blocks/printed-length.ts'

/** One stretch of bold text inside one text unit. */
export interface BoldRun {
  /** The outermost bold element. */
  readonly element: Element
  readonly unit: TextUnit
  /** Offsets into `unit.text`. */
  readonly start: number
  readonly end: number
}

/** The body's text, as far as emphasis means something in it, and what of it is bold. */
export interface Emphasis {
  readonly runs: readonly BoldRun[]
  readonly units: readonly TextUnit[]
}

/** How many characters of a unit print something. */
export const printedIn = perPart((unit: TextUnit) => printedLength(unit.text))

const isBold = ({ tagName }: Element): boolean => tagName === 'b' || tagName === 'strong'

/** Bold runs of prose; of tables only rows that are bold through and through, where there are two or more in one table. */
export function emphasisOf(post: Post): Emphasis {
  const units: TextUnit[] = []
  const cells = new Map<Element | undefined, TextUnit[]>()
  for (const unit of post.units) {
    const tag = unit.parents[0]?.tagName
    if (unit.kind === 'cell' && tag === 'td') {
      addTo(cells, nearest(unit, 'table'), unit)
    } else if ((unit.kind === 'paragraph' || unit.kind === 'item' || unit.kind === 'caption') && tag !== 'dt') {
      units.push(unit)
    }
  }
  for (const own of cells.values()) for (const unit of boldRows(own)) units.push(unit)
  const runs: BoldRun[] = []
  for (const unit of units) for (const run of boldRuns(unit)) runs.push(run)
  runs.sort((a, b) => a.unit.extent.start - b.unit.extent.start || a.start - b.start)
  return { runs, units }
}

const nearest = (unit: TextUnit, tagName: string): Element | undefined =>
  unit.parents.find((parent) => parent.tagName === tagName)

const addTo = <Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void => {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

const none: readonly BoldRun[] = []

const isBoldRun = ({ inline }: UnitRun): boolean => inline.length > 0 && inline.some(isBold)

/** Bold stretches of a unit; nested bold tags, and clones that the parser made of one, are one. */
function boldRuns(unit: TextUnit): readonly BoldRun[] {
  const around = unit.parents.findLast(isBold)
  return around || unit.runs.some(isBoldRun) ? runsIn(unit, around) : none
}

/** Whether a unit has bold text, and nothing but white space outside it. */
export const isAllBold = perPart((unit: TextUnit): boolean => {
  const bold = boldRuns(unit).reduce((sum, { start, end }) => sum + printedLength(unit.text, start, end), 0)
  return bold > 0 && bold === printedIn(unit)
})

function runsIn(unit: TextUnit, around: Element | undefined): readonly BoldRun[] {
  const found = new Map<Element | number, BoldRun>()
  for (const { start, end, inline } of unit.runs) {
    const element = around ?? inline.find(isBold)
    if (!element) continue
    const key = element.position?.start.offset ?? element
    const known = found.get(key)
    found.set(key, { element: known?.element ?? element, unit, start: known?.start ?? start, end })
  }
  return [...found.values()].filter(({ start, end }) => unit.text.slice(start, end).trim() !== '')
}

/** The cells of rows that are bold in every cell; none when there is only one such row (a header). */
function boldRows(units: readonly TextUnit[]): readonly TextUnit[] {
  const rows = new Map<Element | undefined, TextUnit[]>()
  for (const unit of units) addTo(rows, nearest(unit, 'tr'), unit)
  const bold = [...rows.values()].filter((row) => row.every(isAllBold))
  return bold.length >= 2 ? bold.flat() : []
}
