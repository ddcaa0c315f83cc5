import type { Range } from '../post/range.ts'
import { spacesWords, wordsIn } from './words.ts'

const koreanParticle =
  /(?:으로부터|에서부터|이라는|에서는|에게서|으로는|으로서|으로써|까지는|부터는|에서|에게|으로|이라|라는|까지|부터|처럼|보다|에는|에도|와는|과는|이나|들은|들이|들을|들의|은|는|이|가|을|를|의|에|와|과|도|만|로|들|나)$/

/** A word as it is compared: lower case, without the particles of Korean or the plural of English. */
export const stemOf = (word: string, language: string): string => {
  const lower = word.toLowerCase()
  if (language === 'ko') {
    const bare = lower.replace(koreanParticle, '')
    return bare.length >= 2 || /^[\da-z]/.test(bare) ? bare : lower
  }
  return language === 'en' && lower.length > 3 ? lower.replace(/(?:['’]s|(?<!s)s)$/, '') : lower
}

/** How often a phrase occurs in a text, its words in order; in languages without spaces as characters in a row. */
export const occurrences = (text: string, phrase: string, language: string): number => {
  if (!spacesWords(language)) {
    const plain = text.toLowerCase().replace(/\s+/g, '')
    const wanted = phrase.toLowerCase().replace(/\s+/g, '')
    return wanted === '' ? 0 : plain.split(wanted).length - 1
  }
  const wanted = [...wordsIn(phrase)].map(({ text: word }) => stemOf(word, language))
  if (wanted.length === 0) return 0
  let count = 0
  let matched = 0
  for (const { text: word } of wordsIn(text)) {
    const stem = stemOf(word, language)
    matched = stem === wanted[matched] ? matched + 1 : stem === wanted[0] ? 1 : 0
    if (matched < wanted.length) continue
    count += 1
    matched = 0
  }
  return count
}

/** The first word of a text with a stem. */
export const firstWithStem = (text: string, stem: string, language: string): Range | undefined => {
  for (const { text: word, start, end } of wordsIn(text)) if (stemOf(word, language) === stem) return { start, end }
  return undefined
}

/** Words of grammar and of no subject; what is left can be overused. */
const ordinary: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `a about after again all also always am an and another any are aren't around as at away back be because been before
     being below best better between both but by call came can can't could couldn't day did didn't different do doe does doesn't don't done down
     each either end enough even ever every few find first for found from get give go going good got had has hasn't have
     haven't having he her here him himself his how however i i'd i'll i'm i've if in instead into is isn't it it's its
     itself just keep kind know last least less let like little long look lot made make making many may maybe me might more
     most much must my myself need never new next no not nothing now of off often old on once one only or other our out
     over own part people place point put rather really right said same say see seem set she should show since small so
     some something still such take tell than that that's the their them then there these they thing think this those
     though three through time to together too try two under until up upon us use used using very via want was wasn't way
     we we'll we're we've well went were weren't what when where whether which while who why will with within without
     won't work would wouldn't year yes yet you you'll you're you've your thi ha wa i hi u it doe yes`.split(/\s+/),
  ),
  ko: new Set(
    `있다 있습니다 있는 있어요 있었습니다 있으며 있고 있어 있을 없다 없습니다 없는 합니다 하는 하고 하며 한다 하지 해서 했다 했습니다 하여 할 수 것 것입니다 것이다 것은 것이 것을 되는
     됩니다 된다 되었습니다 됐다 위해 위한 통해 대한 대해 관련 따라 따른 그리고 하지만 그러나 또한 특히 이러한 이런 그런 우리 저희 때문 때 경우 정도 가장 매우 더욱 다양 다양한 많은 여러 모든
     다른 같은 이후 이번 지난 오늘 있도록 않습니다 않는 않고 아니라 입니다 이다 이며 이고 바로 함께 다시 지금 현재 아래 위 다음 먼저 그래서 만약 만들 사용 사용하 필요 필요한 가능 가능한 중 등 및 약 더 잘 못 안`.split(
      /\s+/,
    ),
  ),
}

/** A content word with the number of its occurrences. */
export interface Frequent {
  readonly word: string
  readonly count: number
}

/** The content word that occurs most often in some texts; undefined in languages whose grammar words are unknown. */
export const mostFrequent = (texts: Iterable<string>, language: string): Frequent | undefined => {
  const ignored = ordinary[language]
  if (!ignored) return undefined
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const { text: word } of wordsIn(text)) {
      const stem = stemOf(word, language)
      if (stem.length < (language === 'ko' ? 2 : 4) || ignored.has(stem) || ignored.has(word.toLowerCase())) continue
      if (/\d/.test(stem) || (language === 'ko' && /(?:니다|하다|되다|[다요며고])$/.test(stem))) continue
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  let best: Frequent | undefined
  for (const [word, count] of counts) if (!best || count > best.count) best = { word, count }
  return best
}
