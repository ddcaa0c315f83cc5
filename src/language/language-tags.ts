import {
  extendedLanguages,
  grandfathered,
  longCodes,
  regions,
  scripts,
  threeLetterLanguages,
  twoLetterLanguages,
  variants,
} from './data/language-tags.generated.ts'

/** What is wrong with a language tag. */
export interface TagProblem {
  /**
   * `form` is no tag at all; `country` a country's code in the place of the language; `long` a code of three letters
   * where the registry has one of two; `old` a tag that the registry has withdrawn; else the kind of subtag that is not
   * registered.
   */
  readonly kind: 'form' | 'country' | 'long' | 'old' | 'language' | 'script' | 'region' | 'variant'
  /** The part that is wrong. */
  readonly part: string
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(' ').map((pair) => pair.split(':') as [string, string]))

/** Codes and names that people write for a language: those of its country, or what English calls it. */
const mistaken = pairs(
  'kr:ko jp:ja cn:zh ua:uk gr:el cz:cs dk:da vn:vi us:en gb:en hk:zh-HK rs:sr ' +
    'korean:ko japanese:ja chinese:zh english:en german:de deutsch:de french:fr spanish:es russian:ru dutch:nl ' +
    'italian:it portuguese:pt vietnamese:vi thai:th arabic:ar hebrew:he hindi:hi turkish:tr polish:pl ukrainian:uk ' +
    'swedish:sv danish:da finnish:fi norwegian:no czech:cs greek:el hungarian:hu indonesian:id zh-chs:zh-Hans ' +
    'zh-cht:zh-Hant',
)

interface Tables {
  readonly twoLetters: ReadonlySet<string>
  readonly long: ReadonlyMap<string, string>
  readonly extended: ReadonlyMap<string, ReadonlySet<string>>
  readonly scripts: ReadonlySet<string>
  readonly regions: ReadonlySet<string>
  readonly variants: ReadonlySet<string>
  readonly grandfathered: ReadonlyMap<string, string>
}

let unpacked: Tables | undefined
/** Unpacked when the first tag is looked at: most posts have none. */
const tables = (): Tables => {
  unpacked ??= {
    twoLetters: words(twoLetterLanguages),
    long: pairs(longCodes),
    extended: new Map([...pairs(extendedLanguages)].map(([prefix, list]) => [prefix, new Set(list.split(','))])),
    scripts: words(scripts),
    regions: words(regions),
    variants: words(variants),
    grandfathered: pairs(grandfathered),
  }
  return unpacked
}

const letter = (code: string, at: number): number => code.charCodeAt(at) - 0x61

const isThreeLetterLanguage = (code: string): boolean => {
  const index = (letter(code, 0) * 26 + letter(code, 1)) * 26 + letter(code, 2)
  return ((Number.parseInt(threeLetterLanguages[index >> 2] ?? '0', 16) >> (index & 3)) & 1) === 1
}

const isLanguage = (code: string): boolean =>
  /^[a-z]{2}$/.test(code) ? tables().twoLetters.has(code) : /^[a-z]{3}$/.test(code) && isThreeLetterLanguage(code)

const isScript = (code: string): boolean => tables().scripts.has(code) || (code >= 'qaaa' && code <= 'qabx')

const isRegion = (code: string): boolean => tables().regions.has(code) || /^(?:q[m-z]|x[a-z])$/.test(code)

/** Parts of a tag after the language, in the order that BCP 47 asks for; each takes what fits. */
const problemAfter = (
  language: string,
  parts: readonly string[],
  written: readonly string[],
): TagProblem | undefined => {
  let at = 0
  const next = (form: RegExp): boolean => at < parts.length && form.test(parts[at]!)
  const wrong = (kind: TagProblem['kind']): TagProblem => ({ kind, part: written[at]! })
  if (next(/^[a-z]{3}$/)) {
    if (!tables().extended.get(language)?.has(parts[at]!)) return wrong('language')
    at++
  }
  if (next(/^[a-z]{4}$/)) {
    if (!isScript(parts[at]!)) return wrong('script')
    at++
  }
  if (next(/^(?:[a-z]{2}|\d{3})$/)) {
    if (!isRegion(parts[at]!)) return wrong('region')
    at++
  }
  const seen = new Set<string>()
  while (next(/^(?:[a-z\d]{5,8}|\d[a-z\d]{3})$/)) {
    if (!tables().variants.has(parts[at]!) || seen.has(parts[at]!)) return wrong('variant')
    seen.add(parts[at]!)
    at++
  }
  while (next(/^[a-wyz\d]$/)) {
    at++
    if (!next(/^[a-z\d]{2,8}$/)) return { kind: 'form', part: written[at - 1]! }
    while (next(/^[a-z\d]{2,8}$/)) at++
  }
  if (next(/^x$/) && at + 1 < parts.length) at = parts.length
  return at < parts.length ? wrong('form') : undefined
}

/** What makes a text no valid language tag by IANA's registry of subtags; undefined when nothing does. */
export const tagProblem = (tag: string): TagProblem | undefined => {
  const lower = tag.toLowerCase()
  const better = tables().grandfathered.get(lower)
  if (better !== undefined) return better === '' ? undefined : { kind: 'old', part: tag }
  const written = tag.split('-')
  const parts = lower.split('-')
  const language = parts[0]!
  if (parts.some((part) => !/^[a-z\d]{1,8}$/.test(part))) return { kind: 'form', part: tag }
  if (language === 'x') return parts.length > 1 ? undefined : { kind: 'form', part: tag }
  // `kr` is registered, for Kanuri: but nobody who writes it means that.
  if (mistaken.has(language) && language.length === 2) return { kind: 'country', part: written[0]! }
  if (tables().long.has(language)) return { kind: 'long', part: written[0]! }
  if (!isLanguage(language)) return { kind: 'language', part: written[0]! }
  return problemAfter(language, parts.slice(1), written.slice(1))
}

/** A tag as it is usually written: `zh-Hant-TW`. */
const inUsualCase = (parts: readonly string[]): string => {
  const extension = parts.findIndex((part) => part.length === 1)
  return parts
    .map((part, index) => {
      if (index === 0 || (extension >= 0 && index > extension)) return part
      if (/^[a-z]{2}$/.test(part)) return part.toUpperCase()
      return /^[a-z]{4}$/.test(part) ? part[0]!.toUpperCase() + part.slice(1) : part
    })
    .join('-')
}

/** The valid tag that a wrong one most likely stands for. */
export const likelyTag = (tag: string): string | undefined => {
  const lower = tag
    .trim()
    .toLowerCase()
    .replace(/[_\s–—]+/g, '-')
    .replace(/(?:\.|@).*$/, '')
    .replace(/^-+|-+$/g, '')
  const whole = mistaken.get(lower) ?? tables().grandfathered.get(lower)
  if (whole) return whole
  const [first = '', ...rest] = lower.split('-')
  const language = mistaken.get(first) ?? tables().long.get(first) ?? first
  // `ko-KO` says the language twice; `en-UK` means another code.
  const regionless = rest
    .filter((part) => part !== first || isRegion(part))
    .map((part) => (part === 'uk' ? 'gb' : part))
  const found = inUsualCase([...language.toLowerCase().split('-'), ...regionless])
  return tagProblem(found) ? undefined : found
}

/** The language that a folder or an ending names on multilingual sites: `ko/…`, `post.ko.md`, `zh-Hans/…`. */
export const languageInPath = (path: string): string | undefined => {
  const folders = path.split('/')
  const endings = folders.pop()?.split('.').slice(0, -1) ?? []
  return [...folders, ...endings].find(
    (part) => /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(part) && likelyTag(part) !== undefined,
  )
}
