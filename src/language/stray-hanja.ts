import type { TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { enclosuresOf } from './enclosures.ts'
import { scriptRuns } from './scripts.ts'
import { isQuotation, setApart } from './setting.ts'
import { hostLetters, tallyOf } from './unit-scripts.ts'

/** Chinese characters that do not belong into the Korean word that they stand in. */
export interface StrayHanja extends Range {
  readonly unit: TextUnit
  readonly text: string
  /** One character at the end of a word may be a headline's abbreviation. */
  readonly isLikelyMeant: boolean
}

/** Single characters that Korean newspapers put for a country, a party, a person or a sign, in headlines above all. */
const newspaperHanja = new Set(
  '韓美中日北南東西英佛獨伊露蘇印臺越泰濠加歐亞阿女男故前現新舊與野靑青黨政國檢警軍法憲院會銀金銅株外內大小多少上下左右高低' +
    '首都市道區郡洞邑面里人氏父母子弟兄妻夫王帝史者必兵證發反親非無有初再最超準對比約額圓元弗號線車機山江海島港橋門寺宮城' +
    '一二三四五六七八九十百千萬億兆甲乙丙丁年月日時分火水木土春夏秋冬死生病老心愛情美樂福壽富貧强弱善惡眞假主客本末尹李朴崔鄭姜趙張林吳' +
    '徐申權黃安宋柳洪全高文梁孫白許劉盧河朱',
)

/**
 * Whether Korean uses a character at all: whether it is one of the 4,888 hanja of KS X 1001. Simplified Chinese and
 * Japanese forms are not.
 */
const isKorean = (() => {
  let hanja: ReadonlySet<string> | undefined
  const read = (): ReadonlySet<string> => {
    const bytes: number[] = []
    for (let lead = 0xca; lead <= 0xfd; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail)
    return new Set(new TextDecoder('euc-kr').decode(new Uint8Array(bytes)).normalize('NFKC'))
  }
  return (character: string): boolean => {
    hanja ??= read()
    return hanja.has(character)
  }
})()

const isHangul = (character: string | undefined): boolean => character !== undefined && /[가-힣]/.test(character)

/** One character may stand for a word, also before a particle; more of them, glued to Hangul, are a word left over. */
const isMixed = (text: string, { start, end }: Range, hanja: string): boolean => {
  const isGluedBefore = isHangul(text[start - 1])
  const isGluedAfter = isHangul(text[end])
  if ([...hanja].some((character) => !isKorean(character))) return true
  if ([...hanja].every((character) => newspaperHanja.has(character))) return false
  return isGluedBefore || (isGluedAfter && [...hanja].length > 1)
}

/** The same characters in brackets somewhere: `연연(娟娟)` is a name, and may then be written so. */
const glossesOf = (units: readonly TextUnit[]): ReadonlySet<string> => {
  const glosses = new Set<string>()
  for (const { text } of units) {
    const runs = scriptRuns(text).filter(({ script }) => script === 'Hani')
    for (const [index, enclosure] of enclosuresOf(text, runs).entries()) {
      if (enclosure) glosses.add(text.slice(runs[index]!.start, runs[index]!.end))
    }
  }
  return glosses
}

/** Text that uses this much Hanja does so on purpose. */
const shareCap = 0.05

/** The stray Hanja of Korean units. */
export const strayHanja = (units: readonly TextUnit[]): StrayHanja[] => {
  const candidates = units.filter((unit) => {
    const hanja = unit.language === 'ko' ? (tallyOf(unit).get('Hani') ?? 0) : 0
    return hanja > 0 && hanja < Math.max(8, hostLetters(unit) * shareCap * 2) && !isQuotation(unit)
  })
  const hits = candidates.flatMap(findIn)
  if (hits.length === 0) return hits
  const glosses = glossesOf(candidates)
  return hits.filter(({ text }) => !glosses.has(text))
}

const findIn = (unit: TextUnit): StrayHanja[] => {
  const { text } = unit
  const runs = scriptRuns(text)
  const isBesideKana = (index: number): boolean =>
    [runs[index - 1], runs[index + 1]].some((run) => run && /Hira|Kana|Bopo/.test(run.script))
  const hanja = runs.filter(({ script }, index) => script === 'Hani' && !isBesideKana(index))
  const apart = setApart(unit, hanja)
  return hanja.flatMap(({ start, end }, index) => {
    const word = text.slice(start, end)
    if (apart[index] || !isMixed(text, { start, end }, word.normalize('NFKC'))) return []
    const isLikelyMeant = [...word].length === 1 && isKorean(word.normalize('NFKC')) && !isHangul(text[end])
    return [{ unit, start, end, text: word, isLikelyMeant }]
  })
}
