import type { Meter } from './engine/lint.ts'

/** The steps of a run, in their order; the names are those of the docs. */
export const steps = ['resolve', 'discover', 'read', 'parse', 'lint', 'suppress', 'baseline', 'report'] as const
export type Step = (typeof steps)[number]

/** Where the time of a run went, in milliseconds. */
export interface Times {
  readonly steps: ReadonlyMap<Step, number>
  /** Part of `lint`: what each rule took. Work that rules share counts for the one that asked first. */
  readonly rules: ReadonlyMap<string, number>
}

/** Measures a run. What is not measured costs nothing: a run without a stopwatch has `noStopwatch`. */
export interface Stopwatch {
  /** Does some work of a step; a promise is timed to its end. */
  time<T>(step: Step, work: () => T): T
  /** For the rules; absent where nobody measures. */
  readonly meter?: Meter
}

export const noStopwatch: Stopwatch = { time: (_step, work) => work() }

/** @param now Milliseconds from any start. */
export const startStopwatch = (now: () => number): Stopwatch & { readonly times: () => Times } => {
  const spent = new Map<Step, number>()
  const rules = new Map<string, number>()
  return {
    time(step, work) {
      const start = now()
      const stop = (): void => void spent.set(step, (spent.get(step) ?? 0) + now() - start)
      const result = work()
      if (!(result instanceof Promise)) {
        stop()
        return result
      }
      // The same promise, with its own type.
      return result.finally(stop) as typeof result
    },
    meter: { now, spend: (rule, milliseconds) => void rules.set(rule, (rules.get(rule) ?? 0) + milliseconds) },
    times: () => ({ steps: spent, rules }),
  }
}
