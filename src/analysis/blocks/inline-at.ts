import type { Element } from 'hast'
import type { TextUnit, UnitRun } from '../../post/post.ts'

/** The run of a unit that holds an offset into its text, found by halving. */
export const runAt = ({ runs }: TextUnit, offset: number): UnitRun | undefined => {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]!
    if (offset < run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run
  }
  return undefined
}

/** The inline elements around an offset into a unit's text, outermost first. */
export const inlineAt = (unit: TextUnit, offset: number): readonly Element[] => runAt(unit, offset)?.inline ?? []
