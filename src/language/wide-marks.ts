import type { Range } from '../post/range.ts'

/** A punctuation mark of the wrong width for its language. */
export interface WrongWidth extends Range {
  readonly mark: string
  /** What belongs there; it takes the place of the whole range, a space after the mark included. */
  readonly right: string
  /** Whether nothing but the width differs. */
  readonly isSameMark: boolean
}

const narrowed = new Map([
  ['，', ','],
  ['．', '.'],
  ['！', '!'],
  ['？', '?'],
  ['：', ':'],
  ['；', ';'],
  ['（', '('],
  ['）', ')'],
  ['。', '.'],
  ['、', ','],
])
/** Marks of other writing systems, not only wider ones. */
const foreign = new Set('。、')
/** A space follows these in Korean. */
const spaced = new Set(',.!?:;')

const isHan = (character: string): boolean => /[\u3005\u3040-\u30ff\u3400-\u9fff]/.test(character)
const isText = (character: string): boolean => /[\p{L}\p{N}%"'”’)」』\]]/u.test(character)

/** Full-width marks in Korean text; not between Han or kana, which bring their own. */
const inKorean = (text: string): WrongWidth[] => {
  const found: WrongWidth[] = []
  for (const { 0: mark, index: start } of text.matchAll(/[，．！？：；（）。、]/g)) {
    const end = start + 1
    const before = text.charAt(start - 1)
    const after = text.charAt(end)
    const neighbour = mark === '（' ? after : before
    if (!isText(neighbour) || isHan(before) || isHan(after)) continue
    const narrow = narrowed.get(mark)!
    const needsSpace =
      spaced.has(narrow) && /[\p{L}\p{N}“‘「(]/u.test(after) && !(/\d/.test(before) && /\d/.test(after))
    found.push({ start, end, mark, right: needsSpace ? `${narrow} ` : narrow, isSameMark: !foreign.has(mark) })
  }
  return found
}

const widened: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  ja: new Map([
    [',', '、'],
    ['.', '。'],
  ]),
  zh: new Map([
    [',', '，'],
    ['.', '。'],
  ]),
}

/** Between two characters a full stop may part a name or the ending of a file: sentences are longer, or end in kana. */
const endsSentence = (text: string, stop: number, language: string): boolean =>
  language === 'ja'
    ? /[\u3040-\u309f]/.test(text.charAt(stop - 1))
    : /^[\u3400-\u9fff]{5}\.[\u3400-\u9fff]{5}$/.test(text.slice(Math.max(0, stop - 5), stop + 6))

/** Commas and full stops of Latin text right after Han or kana; not in file names, numbers and ellipses. */
const inHan = (text: string, language: string, marks: ReadonlyMap<string, string>): WrongWidth[] => {
  const found: WrongWidth[] = []
  for (const { 0: mark, index: start } of text.matchAll(/[,.]/g)) {
    const before = text.charAt(start - 1)
    const after = text.charAt(start + 1)
    if (!isHan(before) || !(after === '' || /\s/.test(after) || isHan(after) || /["'”’）)」』]/.test(after))) continue
    if (mark === '.' && isHan(after) && !endsSentence(text, start, language)) continue
    const end = after === ' ' ? start + 2 : start + 1
    found.push({ start, end, mark, right: marks.get(mark)!, isSameMark: false })
  }
  return found
}

/** The marks of a text that have the wrong width for its language. Linear. */
export const wrongWidthsIn = (text: string, language: string): WrongWidth[] => {
  // What has no Hangul at all is another language's, quoted in a Korean post.
  if (language === 'ko') return /[가-힣]/.test(text) ? inKorean(text) : []
  const marks = widened[language]
  return marks ? inHan(text, language, marks) : []
}
