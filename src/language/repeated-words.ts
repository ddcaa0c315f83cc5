import type { Range } from '../post/range.ts'
import { latinLanguageOf } from './latin.ts'
import { isSpace } from './white-space.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/**
 * Words that may follow themselves, by language: forms that are two words at once (`had had`, `nous nous`,
 * `die die`), and words that are doubled for emphasis. A language without an entry doubles words as part of its
 * grammar (Vietnamese, Indonesian, Turkish, Hindi, ...): nothing is looked at there.
 */
const doubled: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'had that her you it do so very really many much more no yes ha haha hehe ho bye blah bla bling knock long far well now ' +
      'there again big never ever way super too please boo choo chop go hey hi hush la na night pom poor ta tut tsk tick wink ' +
      'yeah ok okay yada etc thank oh ooh ah aw wow hip come same quite beep bang buzz click drip ding dong woof quack meow test ' +
      'ping pong deep tom end can will might who what old new good',
  ),
  de: words('der die das sie ihr sehr ganz viel lange nein ja ha na so'),
  fr: words('nous vous très trop bien ha non oui si plus tout'),
  es: words('muy no sí si poco casi ya bien ja más que'),
  pt: words('muito não sim quase já bem mais logo que'),
  it: words('molto no sì si piano quasi via così ben mano poco'),
  ca: words('molt no sí si poc quasi gairebé ja'),
  nl: words('die dat ze haar je heel veel nee ja wel lang het'),
  sv: words('som att det mycket ja nej så den de'),
  da: words('som at det meget ja nej så den de der'),
  nb: words('som at det mye ja nei så den de der'),
  no: words('som at det mye ja nei så den de der'),
  fi: words('hyvin ei joo'),
  pl: words('bardzo nie tak się dużo'),
  cs: words('velmi ne ano se moc'),
  ru: words('очень да нет ну так вот едва чуть много долго как ещё еще больше'),
  uk: words('дуже так ні ну ось ледь багато довго як'),
  hu: words('nem igen nagyon már sok'),
  el: words('πολύ ναι όχι σιγά λίγο'),
  ko: words('하나하나'),
}

/** One syllable says little: only these never follow themselves. */
const koreanSyllables = words('및 등 것 때')
const koreanPairEnding = /[을를은는의]$/
/** Adverbs, stems and onomatopoeia are repeated at will: 천천히 천천히, 조금씩 조금씩, 돌고 돌고, 반짝반짝 반짝반짝. */
const koreanAdverb = /(?:히|씩|게|고|로|서|나|며|면|다|야|자|까|요|^[가-힣]{2}[이도])$/
const koreanPredicate = /(?:니다|습니까|세요|어요|아요|했다|한다|된다)$/

const isKoreanSlip = (word: string): boolean => {
  if (!/^[가-힣]+$/.test(word)) return false
  if (word.length === 1) return koreanSyllables.has(word)
  if (word.length === 2) return koreanPairEnding.test(word)
  const half = word.length / 2
  if (Number.isInteger(half) && word.slice(0, half) === word.slice(half)) return false
  return koreanPredicate.test(word) || !koreanAdverb.test(word)
}

/** `What it is is simple`: a clause that ends in the word, and one that begins with it. */
const opensClause = /\b(?:what|who|where|how|why|all|that|there|it|this|he|she|one)\b[^.!?]*$/i

const opensSentence = /(?:^|[.!?:…]['"’”)]*\s+)$/

const isSlip = (first: string, second: string, before: string, language: string): boolean => {
  const lower = second.toLowerCase()
  // Two capitals are a name, two capitals in a row an abbreviation; a capital in second place opens a sentence.
  if (second !== lower || (first !== lower && !(first.slice(1) === lower.slice(1) && opensSentence.test(before)))) {
    return false
  }
  if (language === 'ko' && /[가-힣]/.test(second)) return isKoreanSlip(second)
  const own = doubled[language === 'ko' ? 'en' : language]
  if (!own || own.has(lower)) return false
  if (lower === 'is' || lower === 'was') return !opensClause.test(before)
  return lower.length > 1 || (lower === 'a' && language === 'en' && first !== 'A')
}

export interface RepeatedWord extends Range {
  readonly word: string
  /** Where the second of the two starts. */
  readonly second: number
}

/** A word, with marks that may open before the first and close after the second of two. */
const openers = new Set([...'"\'“‘«(（「『'].map((mark) => mark.charCodeAt(0)))
/** Asked of every word: neither Latin letters nor East Asian ones are looked up. */
const isOpener = (code: number): boolean =>
  (code < 0x30 || (code >= 0xab && code <= 0x300e) || code >= 0xff08) && openers.has(code)
const isWord = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?$/u
const isClosing = /^[.,;:!?…)\]"'”’»）」』，。、！？]*$/

/** What stands before a repetition is looked at this far. */
const contextLength = 60

/** Where a word starts and ends, and where the same one starts again. */
interface Twin extends Range {
  readonly second: number
}

/** Words that follow themselves in a text, whatever the reason, with nothing but white space between. Linear. */
const twinsIn = (text: string): Twin[] => {
  const found: Twin[] = []
  let nextStart = 0
  let nextEnd = 0
  for (let at = 0; at < text.length; ) {
    const start = nextStart
    const end = nextEnd
    while (at < text.length && isSpace(text.charCodeAt(at))) at++
    const second = at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++
    nextStart = second
    while (isOpener(text.charCodeAt(nextStart))) nextStart++
    nextEnd = at
    // Words that differ in more than the case of their first letter are most, and seen by their second one.
    const length = end - start
    if (length === 0 || at - second < length || text.charCodeAt(second) < 0x30) continue
    if (length > 1 && text.charCodeAt(second + 1) !== text.charCodeAt(start + 1)) continue
    const word = text.slice(start, end)
    if (word.toLowerCase() !== text.slice(second, second + length).toLowerCase() || !isWord.test(word)) continue
    if (isClosing.test(text.slice(second + length, at))) found.push({ start, end, second })
  }
  return found
}

/**
 * What a slip looks like, roughly: words that differ in their first letter at most, or letters that never follow
 * themselves. Only the usual white space parts them: V8 is many times slower with classes of more than 16 ranges.
 */
const likeSlip =
  /(?:^|[\0- ])[!-/«‘“「-『（]*(?:([a및등것때])[\0- ]+\1|[^\0-/«‘“「-『（]([^\0- ]+)[\0- ]+[^\0- ]\2)(?=[\s.,;:!?…)\]"'”’»）」』，。、！？]|$)/
const rareSpace = /[^\S\0- ]/

/** Whether a text may hold repeated words: a quick look at all of a post. */
export const mayRepeatWords = (text: string): boolean =>
  likeSlip.test(text) ||
  Object.values(cjkPairs).some(({ pair }) => text.includes(pair)) ||
  (rareSpace.test(text) && twinsIn(text).length > 0)

/** Words that stand twice in a row in a text of a language by mistake. */
export const repeatedWordsOf = (text: string, language: string): RepeatedWord[] => {
  if (language !== 'ko' && !doubled[language]) return cjkSlips(text, language)
  return twinsIn(text).flatMap(({ start, end, second }) => {
    const stop = second + end - start
    const [first, word] = [text.slice(start, end), text.slice(second, stop)]
    const before = text.slice(Math.max(0, start - contextLength), start)
    if (isMeant(first, before, text.slice(stop, stop + contextLength))) return []
    const isFound = isSlip(first, word, before, language) && !isEnglishPair(word, text, language)
    return isFound ? [{ start, end: stop, second, word }] : []
  })
}

/** An English sentence in a post that is said to be in another language. */
const isEnglishPair = (word: string, text: string, language: string): boolean =>
  language !== 'en' && doubled.en!.has(word.toLowerCase()) && latinLanguageOf(text) === 'en'

/** Three in a row are meant (a chant, sample text), and so is a formula (`temp = a a = b`). */
const isMeant = (word: string, before: string, after: string): boolean => {
  const lower = word.toLowerCase()
  const isThird = before.trimEnd().toLowerCase().endsWith(lower) || after.trimStart().toLowerCase().startsWith(lower)
  return isThird || /[=+*|]\s*$/.test(before) || /^\s*[=+*|]/.test(after)
}

/** Particles that never stand twice where no space parts the words. */
const cjkPairs: Readonly<Record<string, { readonly pair: string; readonly pattern: RegExp }>> = {
  ja: { pair: 'をを', pattern: /をを/g },
  zh: { pair: '的的', pattern: /(?<![目有打的])的的(?![的确確士卡])/g },
}

const cjkSlips = (text: string, language: string): RepeatedWord[] => {
  const particle = cjkPairs[language]
  if (!particle || !text.includes(particle.pair)) return []
  return [...text.matchAll(particle.pattern)].map(({ 0: both, index: start }) => ({
    start,
    end: start + both.length,
    second: start + both.length / 2,
    word: both.slice(both.length / 2),
  }))
}
