/** Checks of the shape of data that was read from a file, which anybody may have written. */
export type Check = (value: unknown) => boolean

export const isText = (value: unknown): value is string => typeof value === 'string'
/** An offset, a count, a line. */
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

export const isOneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

export const isArrayOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => check(item))

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isRecordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every((item) => check(item))

/** Every key of the type has its check; what else there is nobody looks at. */
export const isObjectOf = <T extends object>(
  checks: { readonly [K in keyof T]-?: Check },
): ((value: unknown) => value is T) => {
  const all = Object.entries<Check>(checks)
  return (value): value is T => {
    if (!isObject(value)) return false
    const values: Readonly<Record<string, unknown>> = { ...value }
    return all.every(([key, check]) => check(Object.hasOwn(values, key) ? values[key] : undefined))
  }
}
