import { checkExamples } from './engine/examples.ts'
import { type AnyRule, registryOf } from './engine/rule.ts'
import { checkTexts } from './engine/texts.ts'
import { parsePost } from './post/parse.ts'
import { loadParts } from './post/parts.ts'

export { checkExamples, parseMarks } from './engine/examples.ts'

/** As much of a plugin as its rules' tests need. */
export interface TestedPlugin {
  readonly rules: Readonly<Record<string, AnyRule>>
}

/** A test runner's `test` or `it`. */
export type RegisterTest = (name: string, run: () => void) => void

await loadParts()

/**
 * Runs the examples of all rules of a plugin, in any test runner: `testRules(plugin, test)` registers a test for each
 * rule with the runner's `test`; `testRules(plugin)` checks all at once.
 *
 * @throws Error that lists everything that does not hold (inside the tests, where there are any)
 */
export const testRules = ({ rules }: TestedPlugin, test: RegisterTest = (_, run) => run()): void => {
  const entries = Object.entries(rules).map(([id, rule]) => ({ id, family: 'plugin', rule }))
  const registry = registryOf(entries)
  for (const entry of entries) {
    test(entry.id, () => {
      const failures = [...checkTexts(entry), ...checkExamples(entry, parsePost, registry)]
      if (failures.length > 0) throw new Error([`${entry.id}:`, ...failures].join('\n  - '))
    })
  }
}
