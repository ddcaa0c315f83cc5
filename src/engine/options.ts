import type { Texts } from '../texts.ts'

/** JSON as plain data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One option of a rule: type, default, help line, JSON Schema and check in one value. */
export interface Option<T> {
  readonly default: T
  readonly help: Texts
  readonly schema: { readonly [key: string]: Json }
  /** What is wrong with a value, as the end of a sentence (“must be a whole number”), or undefined if it is fine. */
  check(value: unknown): Texts | undefined
}

export type OptionSpec = Readonly<Record<string, Option<unknown>>>
/** The values that a rule's options resolve to. */
export type OptionValues<Spec> = { readonly [Key in keyof Spec]: Spec[Key] extends Option<infer T> ? T : never }

interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
}

const boundsText = ({ minimum, maximum }: Bounds): Texts => {
  if (minimum !== undefined && maximum !== undefined)
    return { en: ` from ${minimum} to ${maximum}`, ko: `${minimum} 이상 ${maximum} 이하의 ` }
  if (minimum !== undefined) return { en: ` of at least ${minimum}`, ko: `${minimum} 이상의 ` }
  if (maximum !== undefined) return { en: ` of at most ${maximum}`, ko: `${maximum} 이하의 ` }
  return { en: '', ko: '' }
}

const mustBe = (en: string, ko: string, bounds: Bounds = {}): Texts => {
  const limits = boundsText(bounds)
  return { en: `must be ${en}${limits.en}`, ko: `${limits.ko}${ko} 합니다` }
}

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
      : mustBe('a whole number', '정수여야', bounds),
})

/** Any finite number. */
export const number = (initial: number, help: Texts, bounds: Bounds = {}): Option<number> => ({
  default: initial,
  help,
  schema: { type: 'number', ...bounds },
  check: (value) =>
    typeof value === 'number' && Number.isFinite(value) && isWithin(value, bounds)
      ? undefined
      : mustBe('a number', '숫자여야', bounds),
})

/** On or off. */
export const flag = (initial: boolean, help: Texts): Option<boolean> => ({
  default: initial,
  help,
  schema: { type: 'boolean' },
  check: (value) => (typeof value === 'boolean' ? undefined : mustBe('true or false', 'true 또는 false여야')),
})

/** A line of text. */
export const text = (initial: string, help: Texts): Option<string> => ({
  default: initial,
  help,
  schema: { type: 'string' },
  check: (value) => (typeof value === 'string' ? undefined : mustBe('text', '문자열이어야')),
})

/** A list of texts; a list in the configuration replaces the default. */
export const list = (initial: readonly string[], help: Texts): Option<readonly string[]> => ({
  default: initial,
  help,
  schema: { type: 'array', items: { type: 'string' } },
  check: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? undefined
      : mustBe('a list of texts', '문자열 목록이어야'),
})

/** One of a few names. */
export const oneOf = <const Name extends string>(names: readonly Name[], initial: Name, help: Texts): Option<Name> => ({
  default: initial,
  help,
  schema: { enum: [...names] },
  check: (value) =>
    names.includes(value as Name)
      ? undefined
      : { en: `must be one of ${names.join(', ')}`, ko: `다음 중 하나여야 합니다: ${names.join(', ')}` },
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
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return mustBe('a map', '키와 값의 묶음이어야')
    for (const [key, item] of Object.entries(value)) {
      const wrong = each.check(item)
      if (wrong) return { en: `: “${key}” ${wrong.en}`, ko: `“${key}” 값은 ${wrong.ko}` }
    }
    return undefined
  },
})
