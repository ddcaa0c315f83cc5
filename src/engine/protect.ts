/** Somebody with handlers to be called. */
export interface Callee {
  readonly name: string
  /** Whether one of its handlers has thrown: then none of them is called again, and the others go on. */
  hasCrashed: boolean
}

/** Calls a handler of somebody. One function for all of them: every post has its own callees, thousands of calls each. */
export type Call = <A, B>(callee: Callee, handle: (a: A, b: B) => void, a: A, b: B) => void

/** For what is known not to throw. */
export const plainCall: Call = (_, handle, a, b) => handle(a, b)

/** @param onCrash Told once for each callee what was thrown. */
export const guardedCall =
  (onCrash: (name: string, error: unknown) => void): Call =>
  (callee, handle, a, b) => {
    if (callee.hasCrashed) return
    try {
      handle(a, b)
    } catch (error) {
      callee.hasCrashed = true
      onCrash(callee.name, error)
    }
  }

/** The same, which also tells how long each call took. */
export const timedCall =
  (call: Call, now: () => number, spend: (name: string, milliseconds: number) => void): Call =>
  (callee, handle, a, b) => {
    const start = now()
    call(callee, handle, a, b)
    spend(callee.name, now() - start)
  }
