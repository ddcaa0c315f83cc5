import type { Texts } from '../texts.ts'

/** JSON as plain data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One option of a rule: type, default, help line, JSON Schema and check in one value. */
export interface Option<T> {
  readonly default: T
  readonly help: Texts
  readonly schema: { readonly [key: string]: Json }
  /** What is wrong with a value, as the end of a sentence ("must be a whole number"), or undefined if it is fine. */
  check(value: unknown): string | undefined
}

export type OptionSpec = Readonly<Record<string, Option<unknown>>>
/** The values that a rule's options resolve to. */
export type OptionValues<Spec> = { readonly [Key in keyof Spec]: Spec[Key] extends Option<infer T> ? T : never }

interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
}

const boundsText = ({ minimum, maximum }: Bounds): string =>
  minimum !== undefined && maximum !== undefined
    ? ` from ${minimum} to ${maximum}`
    : minimum !== undefined
      ? ` of at least ${minimum}`
      : maximum !== undefined
        ? ` of at most ${maximum}`
        : ''

const isWithin = (value: number, { minimum, maximum }: Bounds): boolean =>
  (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)

/** A whole number. */
export const int = (initial: number, help: Texts, bounds: Bounds = {}): Option<number> => ({
  default: initial,
  help,
  schema: { type: 'integer', ...bounds },
  check: (value) =>
    Number.isSafeInteger(value) && isWithin(value as number, bounds)
      ? undefined
      : `must be a whole number${boundsText(bounds)}`,
})

/** Any finite number. */
export const number = (initial: number, help: Texts, bounds: Bounds = {}): Option<number> => ({
  default: initial,
  help,
  schema: { type: 'number', ...bounds },
  check: (value) =>
    typeof value === 'number' && Number.isFinite(value) && isWithin(value, bounds)
      ? undefined
      : `must be a number${boundsText(bounds)}`,
})

/** On or off. */
export const flag = (initial: boolean, help: Texts): Option<boolean> => ({
  default: initial,
  help,
  schema: { type: 'boolean' },
  check: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
})

/** A line of text. */
export const text = (initial: string, help: Texts): Option<string> => ({
  default: initial,
  help,
  schema: { type: 'string' },
  check: (value) => (typeof value === 'string' ? undefined : 'must be text'),
})

/** A list of texts; a list in the configuration replaces the default. */
export const list = (initial: readonly string[], help: Texts): Option<readonly string[]> => ({
  default: initial,
  help,
  schema: { type: 'array', items: { type: 'string' } },
  check: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be a list of texts',
})

/** One of a few names. */
export const oneOf = <const Name extends string>(names: readonly Name[], initial: Name, help: Texts): Option<Name> => ({
  default: initial,
  help,
  schema: { enum: [...names] },
  check: (value) => (names.includes(value as Name) ? undefined : `must be one of ${names.join(', ')}`),
})

/** A small map from free keys (such as language codes) to values of one kind. */
export const record = <T>(
  initial: Readonly<Record<string, T>>,
  help: Texts,
  each: Pick<Option<T>, 'schema' | 'check'>,
): Option<Readonly<Record<string, T>>> => ({
  default: initial,
  help,
  schema: { type: 'object', additionalProperties: each.schema },
  check(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be a map'
    for (const [key, item] of Object.entries(value)) {
      const wrong = each.check(item)
      if (wrong) return `: “${key}” ${wrong}`
    }
    return undefined
  },
})
