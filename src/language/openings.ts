import { wordsIn } from './words.ts'

/** Words that many sentences open with; what comes after them decides. */
const weakOpenings: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the a an one two three four five six seven eight nine ten this that these those'.split(' ')),
  de: new Set('das dem den der des die ein eine einem einen einer eines dieser diese dieses'.split(' ')),
  es: new Set('el los la las un una unos unas este esta estos estas'.split(' ')),
  fr: new Set('le la les un une des ce cet cette ces'.split(' ')),
  it: new Set('il lo la i gli le un uno una questo questa questi queste'.split(' ')),
  pt: new Set('o a os as um uma uns umas este esta estes estas'.split(' ')),
  nl: new Set('de het een deze dit die dat'.split(' ')),
  gl: new Set('o a os as un unha uns unhas este esta estes estas'.split(' ')),
  ca: new Set('el la els les un una uns unes aquest aquesta'.split(' ')),
  ko: new Set(['이', '그', '저', '이런', '그런', '한', '두', '세', '각', '또', '더']),
}

/** The first part of a Japanese sentence, up to a particle or a comma; `なに` does not end before its second kana. */
const japaneseOpening =
  /^(?:\p{Script=Hiragana}{2}|[^はがをにでともへ、，])[^はがをにでともへ、，]{0,8}(?=[はがをにでともへ、，])/u

/** The word, or the first characters, that a sentence opens with, in lower case; '' where there is none. */
export const openingWord = (sentence: string, language: string): string => {
  const text = sentence.replace(/^[^\p{L}\p{N}\ue000\ufffc]+/u, '')
  if (/^[\ue000\ufffc]/.test(text)) return ''
  if (language === 'ja') {
    return japaneseOpening.exec(text)?.[0].trim() ?? ''
  }
  if (language === 'zh' || language === 'yue')
    return /^[我你他她它这那這][们們]?|^\p{Script=Han}{2}/u.exec(text)?.[0] ?? ''
  let opening = ''
  const words = [...wordsIn(text.slice(0, 200))]
  // “Perfect! Perfect!” is a cry, “Step 4: …” a list.
  if (words.length < 2 || /^\d+$/.test(words[1]!.text)) return ''
  for (const { text: word } of words) {
    const lower = word.toLowerCase()
    opening += (opening === '' ? '' : ' ') + lower
    if (!weakOpenings[language]?.has(lower)) return opening
  }
  return ''
}

/** The last word of a Korean sentence, the last word with its ending of a Japanese one. */
export const closingWord = (sentence: string, language: string): string => {
  const text = sentence.replace(/[^\p{L}\p{N}]+$/u, '').slice(-30)
  if (language === 'ko') return /[가-힣]+$/.exec(text)?.[0] ?? ''
  if (language !== 'ja') return ''
  return /[\p{Script=Han}\p{Script=Katakana}ー]{1,6}\p{Script=Hiragana}{1,8}$/u.exec(text)?.[0] ?? ''
}
