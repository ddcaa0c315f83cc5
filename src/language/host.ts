import { latinLanguageOf } from './latin.ts'
import { letters, mainScript, type Script, type ScriptTally } from './scripts.ts'

/** Scripts that a language is written in, where that is not the Latin script alone. */
const scriptsByLanguage: ReadonlyMap<string, readonly Script[]> = new Map<string, readonly Script[]>([
  ['ko', ['Hang', 'Hani']],
  ['ja', ['Hira', 'Kana', 'Hani']],
  ['zh', ['Hani', 'Bopo']],
  ['yue', ['Hani', 'Bopo']],
  ['ru', ['Cyrl']],
  ['uk', ['Cyrl']],
  ['be', ['Cyrl']],
  ['bg', ['Cyrl']],
  ['mk', ['Cyrl']],
  ['kk', ['Cyrl']],
  ['ky', ['Cyrl']],
  ['tg', ['Cyrl', 'Arab']],
  ['mn', ['Cyrl', 'Mong']],
  ['sr', ['Cyrl', 'Latn']],
  ['el', ['Grek']],
  ['ar', ['Arab']],
  ['fa', ['Arab']],
  ['ur', ['Arab']],
  ['ps', ['Arab']],
  ['ckb', ['Arab']],
  ['ug', ['Arab']],
  ['he', ['Hebr']],
  ['yi', ['Hebr']],
  ['hi', ['Deva']],
  ['mr', ['Deva']],
  ['ne', ['Deva']],
  ['sa', ['Deva']],
  ['bn', ['Beng']],
  ['as', ['Beng']],
  ['pa', ['Guru', 'Arab']],
  ['gu', ['Gujr']],
  ['or', ['Orya']],
  ['ta', ['Taml']],
  ['te', ['Telu']],
  ['kn', ['Knda']],
  ['ml', ['Mlym']],
  ['si', ['Sinh']],
  ['th', ['Thai']],
  ['lo', ['Laoo']],
  ['bo', ['Tibt']],
  ['my', ['Mymr']],
  ['ka', ['Geor']],
  ['hy', ['Armn']],
  ['am', ['Ethi']],
  ['ti', ['Ethi']],
  ['km', ['Khmr']],
  ['dv', ['Thaa']],
  ['syr', ['Syrc']],
])

const latinOnly: readonly Script[] = ['Latn']

/** The scripts a language is written in; Latin for every language not known to use another. */
export const scriptsOf = (language: string): readonly Script[] => scriptsByLanguage.get(language) ?? latinOnly

/** Whether letters of a script are at home in a language. Nothing is foreign to an unknown or to a bilingual text. */
export const belongs = (script: Script, language: string): boolean =>
  script === 'Zyyy' || language === 'und' || language === 'mul' || scriptsOf(language).includes(script)

/** The most likely language of a text in a script, before its letters are looked at. */
const languageByScript: ReadonlyMap<Script, string> = new Map([
  ['Hang', 'ko'],
  ['Cyrl', 'ru'],
  ['Grek', 'el'],
  ['Arab', 'ar'],
  ['Hebr', 'he'],
  ['Deva', 'hi'],
  ['Beng', 'bn'],
  ['Guru', 'pa'],
  ['Gujr', 'gu'],
  ['Orya', 'or'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Sinh', 'si'],
  ['Thai', 'th'],
  ['Laoo', 'lo'],
  ['Tibt', 'bo'],
  ['Mymr', 'my'],
  ['Geor', 'ka'],
  ['Armn', 'hy'],
  ['Ethi', 'am'],
  ['Khmr', 'km'],
  ['Mong', 'mn'],
  ['Thaa', 'dv'],
  ['Syrc', 'syr'],
])

/** Letters that only one language of a script has, the first that occurs decides. */
const tellTales: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/[ґєїҐЄЇ]/, 'uk'],
    [/[ўЎ]/, 'be'],
    [/[ђћџЂЋЏ]/, 'sr'],
    [/[ќѓЌЃ]/, 'mk'],
    [/[әғқңұһӘҒҚҢҰҺ]/, 'kk'],
    [/[ыэёЫЭЁ]/, 'ru'],
    [/[өүӨҮ]/, 'mn'],
    [/ъ[^аеиоуюяАЕИОУЮЯ]/, 'bg'],
  ],
  ar: [
    [/[ٹڈڑےں]/, 'ur'],
    [/[ټډړښځ]/, 'ps'],
    [/[ڕڵێۆ]/, 'ckb'],
    [/[پچژگک]/, 'fa'],
  ],
}

/** Below this many letters a script does not make a text its own against a larger share of Latin letters. */
const fewLetters = 20

/** Text of a Chinese character culture: Hangul, kana and Han are one choice, decided by how much there is of each. */
const eastAsianLanguage = (counts: ScriptTally): string => {
  const han = letters(counts, ['Hani', 'Bopo'])
  const kana = letters(counts, ['Hira', 'Kana'])
  const hangul = letters(counts, ['Hang'])
  if (hangul >= kana && hangul * 2 >= han) return 'ko'
  return kana > han * 0.15 ? 'ja' : 'zh'
}

const languageOfScript = (counts: ScriptTally, script: Script, hints: HostHints): string => {
  if (script === 'Hang' || script === 'Hani' || script === 'Hira' || script === 'Kana' || script === 'Bopo') {
    return eastAsianLanguage(counts)
  }
  const likely = languageByScript.get(script) ?? 'und'
  const telling = tellTales[likely]
  if (!telling) return likely
  const sample = hints.sample?.() ?? ''
  return telling.find(([letter]) => letter.test(sample))?.[1] ?? likely
}

const eastAsian: readonly Script[] = ['Hang', 'Hani', 'Hira', 'Kana', 'Bopo']

/** The script, other than Latin, that a text is mainly written in, with its letters; East Asian scripts count together. */
const mainForeignScript = (counts: ScriptTally): { script: Script; count: number } => {
  const others = new Map(counts)
  others.delete('Latn')
  const together = letters(others, eastAsian)
  for (const script of eastAsian) others.delete(script)
  const script = mainScript(others)
  const count = others.get(script) ?? 0
  return together && together >= count ? { script: 'Hani', count: together } : { script, count }
}

/** The first part of a language tag in lower case: `ko` of `ko-KR` and `ko_KR`. */
export const primarySubtag = (tag: string): string => tag.trim().toLowerCase().split(/[-_]/, 1)[0]!

/**
 * Whether a declared language can be true: themes ship `lang="en"` and nobody changes it. Only letters that are plainly
 * of another script refute it; between languages of one script the declaration is believed.
 */
const isPlausible = (language: string, counts: ScriptTally): boolean => {
  const all = letters(counts)
  return all < fewLetters || letters(counts, scriptsOf(language)) * 6 >= all
}

export interface HostHints {
  /** A language tag that configuration, front matter or markup names. */
  readonly declared?: string
  /** Some of the text; tells languages apart that share a script, and is only asked for where some do. */
  readonly sample?: () => string
}

/** The primary language subtag of a text (`ko`, `en`, ...); `und` when nothing tells. */
export const languageOf = (counts: ScriptTally, hints: HostHints = {}): string => {
  const named = primarySubtag(hints.declared ?? '')
  if (/^[a-z]{2,3}$/.test(named) && named !== 'und' && isPlausible(named, counts)) return named
  const latin = counts.get('Latn') ?? 0
  const { script, count } = mainForeignScript(counts)
  // A syllable or a word sign says as much as several letters of an alphabet.
  const weight = eastAsian.includes(script) ? 4 : 2
  if (count && (count * weight >= latin || (count >= fewLetters && count * 6 >= latin))) {
    return languageOfScript(counts, script, hints)
  }
  return latin ? latinLanguageOf(hints.sample?.() ?? '') : 'und'
}

/**
 * Whether two languages share a text so that neither is its host: each has a quarter of all letters or more.
 * Takes the letters of units added up by their own language; a post full of English terms is not bilingual.
 */
export const isBilingual = (lettersByLanguage: ReadonlyMap<string, number>): boolean => {
  let all = 0
  for (const count of lettersByLanguage.values()) all += count
  let large = 0
  for (const [language, count] of lettersByLanguage) if (language !== 'und' && count * 4 >= all && count > 0) large++
  return large >= 2
}
