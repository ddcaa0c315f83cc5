import type { Texts } from '../engine/rule.ts'
import { globError, globProblem } from '../files/glob.ts'
import { didYouMean } from '../nearest.ts'
import { selectorPattern } from '../post/page.ts'
import type { Locale } from '../report/formatter.ts'
import { UserError } from '../user-error.ts'
import type { PostValues, ValueName } from './settle.ts'
import type { ConfigSource, KeyPath } from './source.ts'

/** What a configuration may say of some or all posts. */
export interface ConfigPart {
  readonly extends?: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
  readonly values: PostValues
}

export interface ConfigOverride extends ConfigPart {
  readonly files: readonly string[]
}

/** A configuration whose shape is right; rules and presets are looked up later, when the plugins are there. */
export interface Config extends ConfigPart {
  readonly files?: readonly string[]
  readonly ignore: readonly string[]
  readonly plugins: readonly string[]
  readonly overrides: readonly ConfigOverride[]
  readonly locale?: Locale
}

type Check = (value: unknown) => Texts | undefined

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [value as string])

const unless =
  (isFine: (value: unknown) => boolean, en: string, ko: string): Check =>
  (value) =>
    isFine(value) ? undefined : { en, ko }
const texts = unless(
  (value) => asList(value).every(isText),
  'must be a text or a list of texts',
  '문자열 또는 문자열 목록이어야 합니다',
)
const map = unless(isMap, 'must be a map', '키와 값의 묶음이어야 합니다')
const oneOf = (...names: string[]): Check =>
  unless(
    (value) => names.includes(value as string),
    `must be one of ${names.join(', ')}`,
    `다음 가운데 하나여야 합니다: ${names.join(', ')}`,
  )

const simpleSelector = new RegExp(selectorPattern)

const valueChecks: Readonly<Record<ValueName, Check>> = {
  language: unless(
    (value) => isText(value) && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(value),
    'must be a language tag such as ko or pt-BR',
    'ko, pt-BR 같은 언어 태그여야 합니다',
  ),
  generator: oneOf('jekyll', 'hugo', 'hexo', 'astro', 'eleventy', 'any'),
  format: oneOf('html', 'markdown'),
  content: unless(
    (value) => isText(value) && simpleSelector.test(value),
    'must be one simple selector, such as article, .post, #main or div.post[itemprop=articleBody]',
    'article, .post, #main, div.post[itemprop=articleBody] 같은 단순 선택자 하나여야 합니다',
  ),
  encoding: unless(isText, 'must be the name of an encoding', '인코딩 이름이어야 합니다'),
  site: unless(
    (value) => isMap(value) && Object.keys(value).every((key) => key === 'url') && isWebAddress(value.url),
    'must be a map with “url”, an http or https address',
    'http 또는 https 주소인 “url”을 담은 묶음이어야 합니다',
  ),
}
const isWebAddress = (value: unknown): boolean =>
  value === undefined || (isText(value) && /^https?:\/\//.test(value) && URL.canParse(value))

const partChecks = { extends: texts, rules: map, ...valueChecks }
const overrideChecks = { ...partChecks, files: texts }
const list = unless(Array.isArray, 'must be a list', '목록이어야 합니다')
const configChecks = {
  ...partChecks,
  $schema: unless(isText, 'must be a text', '문자열이어야 합니다'),
  files: texts,
  ignore: texts,
  plugins: texts,
  overrides: list,
  locale: oneOf('en', 'ko'),
}

/** Keys of a configuration, for suggestions and for the schema. */
export const configKeys: readonly string[] = Object.keys(configChecks)

const checkKeys = (value: unknown, checks: Record<string, Check>, source: ConfigSource, path: KeyPath): void => {
  if (!isMap(value))
    throw new UserError(
      path.length === 0
        ? { en: 'A configuration must be a map of keys', ko: '설정은 키와 값의 묶음이어야 합니다' }
        : { en: 'An override must be a map of keys', ko: '오버라이드는 키와 값의 묶음이어야 합니다' },
      source.place(path),
    )
  const known = new Map(Object.entries(checks))
  for (const [key, item] of Object.entries(value)) {
    const check = known.get(key)
    if (!check) throw unknownKey(key, known, source, path)
    // A key with everything under it commented out is as good as none.
    const wrong = isAbsent(item) ? undefined : check(item)
    if (wrong)
      throw new UserError({ en: `“${key}” ${wrong.en}`, ko: `“${key}”: ${wrong.ko}` }, source.place([...path, key]))
  }
}

const unknownKey = (key: string, known: ReadonlyMap<string, Check>, source: ConfigSource, path: KeyPath): UserError => {
  const isMisplaced = path.length > 0 && configKeys.includes(key)
  return new UserError(
    isMisplaced
      ? { en: `“${key}” is not allowed in an override`, ko: `“${key}”은(는) 오버라이드에 쓸 수 없습니다` }
      : { en: `Unknown key “${key}”`, ko: `알 수 없는 키: “${key}”` },
    { ...source.place([...path, key], 'key'), hint: isMisplaced ? undefined : didYouMean(key, known.keys()) },
  )
}

const checkGlobs = (patterns: readonly string[], source: ConfigSource, path: KeyPath): void => {
  for (const [index, pattern] of patterns.entries()) {
    const problem = globProblem(pattern)
    if (problem) throw globError(pattern, problem, source.place([...path, index]))
  }
}

const listOf = (value: unknown): readonly string[] | undefined => (isAbsent(value) ? undefined : asList(value))

const valueNames = Object.keys(valueChecks) as ValueName[]

const partOf = (value: Record<string, unknown>): ConfigPart => ({
  extends: listOf(value.extends),
  rules: (value.rules ?? {}) as Record<string, unknown>,
  values: Object.fromEntries(valueNames.filter((name) => !isAbsent(value[name])).map((name) => [name, value[name]])),
})

/** Checks the shape of a configuration and gives it its type. @throws UserError at the first mistake. */
export const checkConfig = (source: ConfigSource): Config => {
  checkKeys(source.value, configChecks, source, [])
  const value = source.value as Record<string, unknown>
  const overrides = ((value.overrides ?? []) as unknown[]).map((override, index) => {
    const path = ['overrides', index]
    checkKeys(override, overrideChecks, source, path)
    const part = override as Record<string, unknown>
    const files = listOf(part.files)
    if (!files)
      throw new UserError(
        { en: 'An override must name its “files”', ko: '오버라이드에는 “files”가 있어야 합니다' },
        source.place(path),
      )
    checkGlobs(files, source, [...path, 'files'])
    return { ...partOf(part), files }
  })
  const files = listOf(value.files)
  checkGlobs(files ?? [], source, ['files'])
  return {
    ...partOf(value),
    files,
    ignore: listOf(value.ignore) ?? [],
    plugins: listOf(value.plugins) ?? [],
    overrides,
    locale: (value.locale ?? undefined) as Locale | undefined,
  }
}
