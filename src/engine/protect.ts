/** Calls of one rule: once one of them throws, the rule is not called again and the others go on. */
export interface Guarded {
  call<A, B>(handle: (a: A, b: B) => void, a: A, b: B): void
}

/** For what is known not to throw. */
export const unguarded: Guarded = { call: (handle, a, b) => handle(a, b) }

/** @param onCrash Told once what was thrown. */
export const guarded = (onCrash: (error: unknown) => void): Guarded => {
  let hasCrashed = false
  return {
    call(handle, a, b) {
      if (hasCrashed) return
      try {
        handle(a, b)
      } catch (error) {
        hasCrashed = true
        onCrash(error)
      }
    },
  }
}

/** The same, which also tells how long each call took. */
export const timed = (guard: Guarded, now: () => number, spend: (milliseconds: number) => void): Guarded => ({
  call(handle, a, b) {
    const start = now()
    guard.call(handle, a, b)
    spend(now() - start)
  },
})
