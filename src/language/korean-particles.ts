import type { Range } from '../post/range.ts'
import { digitSounds, hangulSound, letterSounds, type Sound } from './last-sound.ts'

/** A particle that does not go with the sound before it. */
export interface WrongParticle extends Range {
  /** The word without its particle. */
  readonly word: string
  readonly written: string
  readonly right: string
  /** Where the particle starts. */
  readonly at: number
  /** Hangul says itself how it ends; digits and letters are read in one way at least. */
  readonly isCertain: boolean
}

/** Pairs of particles: the form after a consonant, the form after a vowel. */
const pairs: readonly (readonly [string, string])[] = [
  ['을', '를'],
  ['은', '는'],
  ['이', '가'],
  ['과', '와'],
]

const isOpen = (sound: Sound): boolean => sound === 'vowel'

/** The particle that goes with a sound, of the pair that one is from. */
const fitting = (particle: string, sound: Sound): string => {
  if (particle === '으로' || particle === '로') return sound === 'consonant' ? '으로' : '로'
  const pair = pairs.find((both) => both.includes(particle))!
  return pair[isOpen(sound) ? 1 : 0]
}

/** Family names: three syllables that begin with one may be a name (`김지은`). */
const familyNames = new Set(
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국',
)
/** Syllables before which 을 ends a noun (가을, 마을, 노을, 고을) or a verb (지을, 이을, 부을, 나을, 그을, 저을). */
const beforeEul = new Set('가마노고지이부나그저어우주두')
/** The only verbs in ㄴ that take 는: 안는, 신는. */
const verbsInN = new Set('안신')

const finalOf = (syllable: string): number => (syllable.charCodeAt(0) - 0xac00) % 28
const [finalN, finalL, finalNG] = [4, 8, 21]

/** Forms that no word but one with the wrong particle has; what a noun or a verb may end in is left alone. */
const isWrong = (stem: string, particle: string): boolean => {
  const last = stem.slice(-1)
  const final = finalOf(last)
  const hasFinal = final > 0
  if (particle === '를') return hasFinal
  if (particle === '와') return hasFinal && stem.length >= 2
  if (particle === '으로') return (!hasFinal || final === finalL) && stem.length >= 2
  if (particle === '는') {
    if (stem.length < 2) return false
    return final === finalNG || final === finalL || (final === finalN && !verbsInN.has(last))
  }
  if (particle === '을') return !hasFinal && stem.length >= 2 && !beforeEul.has(last)
  if (particle === '은')
    return (
      !hasFinal &&
      (stem.length >= 3 || (stem.length === 2 && !familyNames.has(stem[0]!))) &&
      !/[지나이부그저어]$/.test(stem)
    )
  return false
}

const hangulWord = /(?<![가-힣\p{L}\p{N}])([가-힣]{2,})(?![가-힣\p{L}\p{N}])/gu
const endings = ['으로', '를', '을', '는', '은', '와']

/** Constituencies are called 갑, 을, 병: 김해을 당원. */
const afterConstituency = /^ (?:지역|선거구|당원|후보|국회|당협|의원|출마|당선)/

const afterHangul = (text: string): WrongParticle[] => {
  const found: WrongParticle[] = []
  for (const { 0: whole, index: start } of text.matchAll(hangulWord)) {
    const particle = endings.find((ending) => whole.endsWith(ending))
    const word = particle && whole.slice(0, -particle.length)
    if (!particle || !word || !isWrong(word, particle)) continue
    const right = fitting(particle, hangulSound(word.slice(-1)))
    const end = start + whole.length
    if (particle === '을' && afterConstituency.test(text.slice(end, end + 5))) continue
    found.push({ start, end, at: end - particle.length, word, written: particle, right, isCertain: true })
  }
  return found
}

/** `3를`, `PPT을`: numbers and abbreviations without a vowel, which are spelt out. */
const spelt = /(?<![\p{L}\p{N}._\-/#@])(\d{1,15}|[A-Z]{2,6})(을|를|는|은|이|가|와)(?![가-힣\p{L}\p{N}])/gu

/** What may stand before a number that is nothing but a number: nothing, a mark, a particle. */
const standsAlone = /(?:^|[.,(“"'‘=+]|[은는이가을를의에서와과로도]\s)\s*$/

const readingOf = (word: string, readings: ReadonlyMap<string, string>): Sound | undefined => {
  const own = readings.get(word)
  if (own) return hangulSound(own.slice(-1))
  const last = word.slice(-1)
  if (/\d/.test(last)) return word === '0' ? undefined : (digitSounds.get(last) ?? 'vowel')
  return /[AEIOU]/.test(word) ? undefined : (letterSounds.get(last) ?? 'vowel')
}

const afterSpelling = (text: string, readings: ReadonlyMap<string, string>): WrongParticle[] => {
  const found: WrongParticle[] = []
  for (const match of text.matchAll(spelt)) {
    const [whole, word = '', written = ''] = match
    const start = match.index
    const isNumber = /\d/.test(word)
    // A number right after a name is read as the name is: 퀘스트 3를 (쓰리). 이 may be a verb (`3이다`).
    if (isNumber && (/[이가은는]/.test(written) || !standsAlone.test(text.slice(Math.max(0, start - 4), start))))
      continue
    const sound = readingOf(word, readings)
    const right = sound && fitting(written, sound)
    if (!right || right === written) continue
    const end = start + whole.length
    found.push({ start, end, at: end - written.length, word, written, right, isCertain: false })
  }
  return found
}

const both =
  /(?<=[가-힣]|[A-Za-z0-9])(?:을\(를\)|를\(을\)|은\(는\)|는\(은\)|이\(가\)|가\(이\)|와\(과\)|과\(와\)|\(으\)로|\(을\)를|\(은\)는|\(이\)가)(?![가-힣])/g

/** `파일을(를)`: both particles, as programs write them that do not know the word. */
const undecided = (text: string): WrongParticle[] =>
  [...text.matchAll(both)].flatMap(({ 0: written, index: at }) => {
    const word = /[가-힣A-Za-z0-9]{1,30}$/.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ''
    const last = word.slice(-1)
    const one = written.replace(/[()]/g, '')
    const right = /[가-힣]/.test(last) ? fitting(one === '으로' ? one : one.slice(0, 1), hangulSound(last)) : ''
    return [{ start: at - word.length, end: at + written.length, at, word, written, right, isCertain: false }]
  })

/** The particles of a Korean text that do not go with their word. */
export const wrongParticlesIn = (text: string, readings: ReadonlyMap<string, string>): WrongParticle[] =>
  [...afterHangul(text), ...afterSpelling(text, readings), ...undecided(text)].sort((a, b) => a.start - b.start)
