import type { Option, OptionSpec } from '../engine/options.ts'
import type { AnyRule } from '../engine/rule.ts'

/** What settling the configuration asks of every rule, whether it runs or not. */
export interface RuleFace extends Pick<AnyRule, 'presets' | 'score' | 'fixable' | 'covers' | 'group' | 'threshold'> {
  readonly defaults: Readonly<Record<string, unknown>>
}

/** A rule that is there in full once it is asked for more than its face: most runs ask most of them for nothing. */
export const ruleShell = (face: RuleFace, find: () => AnyRule): AnyRule => {
  let found: AnyRule | undefined
  const whole = (): AnyRule => (found ??= find())
  // Every field by name: all rules are of one shape to the engine, which reads them for every post.
  return {
    presets: face.presets,
    score: face.score,
    fixable: face.fixable,
    covers: face.covers,
    group: face.group,
    threshold: face.threshold,
    options: optionShells(face.defaults, () => whole().options ?? {}),
    get summary() {
      return whole().summary
    },
    get why() {
      return whole().why
    },
    get source() {
      return whole().source
    },
    get messages() {
      return whole().messages
    },
    get check() {
      return whole().check
    },
    get examples() {
      return whole().examples
    },
  }
}

const optionShells = (defaults: RuleFace['defaults'], load: () => OptionSpec): OptionSpec =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, initial]) => [
      name,
      optionShell(initial, () => load()[name] as Option<unknown>),
    ]),
  )

const optionShell = (initial: unknown, load: () => Option<unknown>): Option<unknown> => ({
  default: initial,
  get help() {
    return load().help
  },
  get schema() {
    return load().schema
  },
  check: (value) => load().check(value),
})
