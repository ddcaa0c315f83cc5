import type { Severity } from '../engine/finding.ts'
import type { Option } from '../engine/options.ts'
import type { RuleEntry } from '../engine/rule.ts'
import { didYouMean } from '../nearest.ts'
import { UserError } from '../user-error.ts'
import { severities } from './presets.ts'
import type { KeyPath, SourcePlace } from './source.ts'

/** Finds the place of a mistake, from the rule's own entry on. */
export type PlaceInRule = (path: KeyPath, part?: 'key' | 'value') => SourcePlace

/** A rule's setting as it is written: a severity, or a list of a severity and options. */
export const readChoice = (
  id: string,
  written: unknown,
  registry: ReadonlyMap<string, RuleEntry>,
  place: PlaceInRule,
): { readonly severity: Severity | 'off'; readonly options: Readonly<Record<string, unknown>> } => {
  const entry = registry.get(id)
  if (!entry) throw unknownRule(id, registry, place([], 'key'))
  const isList = Array.isArray(written)
  const [severity, options = {}, ...more] = isList ? (written as unknown[]) : [written]
  if (!severities.includes(severity as Severity) || more.length > 0) {
    const hint = typeof severity === 'string' ? didYouMean(severity, severities) : undefined
    throw new UserError(
      {
        en: `“${id}” must be off, info, warn or error, or a list of one of these and options`,
        ko: `“${id}”의 값은 off, info, warn, error 가운데 하나이거나 [심각도, 옵션] 목록이어야 합니다`,
      },
      { ...place(isList ? [0] : []), hint },
    )
  }
  checkOptions(entry, options, place)
  return { severity: severity as Severity | 'off', options: options as Readonly<Record<string, unknown>> }
}

const unknownRule = (id: string, registry: ReadonlyMap<string, RuleEntry>, place: SourcePlace): UserError => {
  const plugin = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : undefined
  const isPluginThere = plugin === undefined || [...registry.keys()].some((known) => known.startsWith(`${plugin}/`))
  return new UserError(
    { en: `Unknown rule “${id}”`, ko: `알 수 없는 규칙: “${id}”` },
    {
      ...place,
      hint: isPluginThere
        ? didYouMean(id, registry.keys())
        : { en: `Is its plugin named in “plugins”?`, ko: '“plugins”에 해당 플러그인이 있는지 확인해야 합니다.' },
    },
  )
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checkOptions = ({ id, rule }: RuleEntry, options: unknown, place: PlaceInRule): void => {
  if (!isMap(options))
    throw new UserError(
      { en: `The options of “${id}” must be a map`, ko: `“${id}”의 옵션은 키와 값의 묶음이어야 합니다` },
      place([1]),
    )
  const known = new Map(Object.entries<Option<unknown>>(rule.options ?? {}))
  for (const [key, value] of Object.entries(options)) {
    const option = known.get(key)
    if (!option)
      throw new UserError(
        known.size > 0
          ? { en: `“${id}” has no option “${key}”`, ko: `“${id}”에 “${key}” 옵션이 없습니다` }
          : { en: `“${id}” has no options`, ko: `“${id}”에는 옵션이 없습니다` },
        { ...place([1, key], 'key'), hint: didYouMean(key, known.keys()) },
      )
    const wrong = option.check(value)
    if (wrong === undefined) continue
    // A check may go on from the option's name with a colon, to speak of one of its items.
    const sentence = wrong.en.startsWith(':') ? `“${key}”${wrong.en}` : `“${key}” ${wrong.en}`
    throw new UserError(
      { en: `Option ${sentence} (rule “${id}”)`, ko: `“${id}” 규칙의 “${key}” 옵션: ${wrong.ko}` },
      place([1, key]),
    )
  }
}

/** Reads `id: severity` or `id: [severity, { options }]` of the command line. */
export const readRuleFlag = async (flag: string): Promise<readonly [id: string, written: unknown]> => {
  const colon = flag.indexOf(':')
  const id = flag.slice(0, colon).trim()
  const rest = flag.slice(colon + 1).trim()
  if (colon < 1 || rest === '')
    throw new UserError({
      en: `--rule “${flag}” must look like 'image-alt: error'`,
      ko: `--rule “${flag}”: 'image-alt: error'처럼 써야 합니다`,
    })
  if (/^\w+$/.test(rest)) return [id, rest]
  const { readData } = await import('./data-source.ts')
  return [id, readData(rest, '--rule', '').value]
}
