/** How a word ends when it is read aloud in Korean. For 으로/로 the consonant ㄹ (`rieul`) counts as a vowel. */
export type Sound = 'vowel' | 'consonant' | 'rieul'

/** Digits by name: 영 일 이 삼 사 오 육 칠 팔 구. A final zero is 영, 십, 백, 천 or 만: consonants all. */
export const digitSounds = new Map<string, Sound>([
  ['0', 'consonant'],
  ['1', 'rieul'],
  ['3', 'consonant'],
  ['6', 'consonant'],
  ['7', 'rieul'],
  ['8', 'rieul'],
])

/** Letters by name: 엘, 알, 엠, 엔; the names of all others end in a vowel. */
export const letterSounds = new Map<string, Sound>([
  ['L', 'rieul'],
  ['R', 'rieul'],
  ['M', 'consonant'],
  ['N', 'consonant'],
])

/** Endings of words in Latin letters as Korean reads them, the first that fits; undefined where readings differ. */
const endingSounds: readonly (readonly [RegExp, Sound | undefined])[] = [
  [/le?$/, 'rieul'],
  [/(?:[mn]e?|ng)$/, 'consonant'],
  [/[aeiou](?:[bckpt]|ck|[kp]e)$/, undefined],
  [/[a-z]$/, 'vowel'],
]

const latinSound = (word: string): Sound | undefined => {
  const upper = word.toUpperCase()
  if (word.length === 1 || word === upper) return letterSounds.get(upper.slice(-1)) ?? 'vowel'
  const lower = word.toLowerCase()
  return endingSounds.find(([ending]) => ending.test(lower))?.[1]
}

export const hangulSound = (syllable: string): Sound => {
  const final = (syllable.charCodeAt(0) - 0xac00) % 28
  return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant'
}

/** The sound a text ends with, leaving out closing marks; undefined when it cannot be told. */
export const lastSound = (text: string): Sound | undefined => {
  const [last = ''] = /[\p{L}\p{N}%][^\p{L}\p{N}%]*$/u.exec(text.slice(-40)) ?? []
  const letter = last.slice(0, 1)
  if (/[가-힣]/.test(letter)) return hangulSound(letter)
  if (/[0-9]/.test(letter)) return digitSounds.get(letter) ?? 'vowel'
  if (letter === '%') return 'vowel'
  const [word] = /[A-Za-z]+$/.exec(text.slice(-40, text.length - last.length + 1)) ?? []
  return word === undefined ? undefined : latinSound(word)
}
