import { Script } from 'node:vm'

const seat = 'postlint.work'
type Seats = { [seat]?: () => void }
const sit = new Script(`globalThis[${JSON.stringify(seat)}]()`)

/**
 * Does work that must not take longer than so many milliseconds, whatever it does: V8 itself ends it, be it an endless
 * loop, and asks no handler in it. Only a script can be given a time, so the work takes a seat where a script finds it.
 * What waits for a promise is not watched.
 *
 * @returns whether the work came to its end
 */
export const finishesWithin = (milliseconds: number, work: () => void): boolean => {
  const seats = globalThis as Seats
  seats[seat] = work
  try {
    sit.runInThisContext({ timeout: milliseconds })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    delete seats[seat]
  }
}
