import type { Handlers } from './rule.ts'

type Protect = <A, B>(call: (a: A, b: B) => void) => (a: A, b: B) => void

/** Wraps the calls of one rule: once one of them throws, the rule is not called again and the others go on. */
export const protector = (onCrash: (error: unknown) => void): Protect => {
  let hasCrashed = false
  return (call) => (a, b) => {
    if (hasCrashed) return
    try {
      call(a, b)
    } catch (error) {
      hasCrashed = true
      onCrash(error)
    }
  }
}

/** The same handlers, each wrapped. */
export const protectHandlers = ({ element, text, comment, problem, done }: Handlers, protect: Protect): Handlers => ({
  ...(element && {
    element: Object.fromEntries(Object.entries(element).map(([tags, handle]) => [tags, protect(handle)])),
  }),
  ...(text && { text: protect(text) }),
  ...(comment && { comment: protect(comment) }),
  ...(problem && { problem: protect(problem) as typeof problem }),
  ...(done && { done: protect(done) as typeof done }),
})
