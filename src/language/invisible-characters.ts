import { type Script, scriptOf } from './scripts.ts'

/** A character that prints nothing, or a run of them, where it has no business. */
export interface InvisibleCharacter {
  readonly start: number
  readonly end: number
  readonly name: string
  /** What mends the text: '' deletes; absent where only a person can say. */
  readonly replacement?: string
}

/** What is looked at: control, format, filler and private characters, and runs of no-break spaces. */
const suspicious =
  /\u00a0{2,}|[\u0001-\u0008\u000b\u000e-\u001f\u007f\u0085\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u2800\u3164\ufeff\uffa0\ue000-\uf8fe]|[\u{e0000}-\u{e01ef}]+/gu

/** The same, roughly. V8 is many times slower with classes of more than 16 ranges. */
const candidate =
  /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\udb40\ue000-\uf8fe\ufeff]/

/** A quick look at a whole source: most hold nothing of the kind. */
export const mayHoldInvisible = (source: string): boolean =>
  candidate.test(source) || source.includes('\u00a0\u00a0') || source.includes('\uffa0')

const names: ReadonlyMap<number, string> = new Map([
  [0x85, 'next line'],
  [0xad, 'soft hyphen'],
  [0x61c, 'Arabic letter mark'],
  [0x115f, 'Hangul filler'],
  [0x1160, 'Hangul filler'],
  [0x180e, 'Mongolian vowel separator'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2800, 'blank Braille pattern'],
  [0x3164, 'Hangul filler'],
  [0xfeff, 'byte order mark'],
  [0xffa0, 'Hangul filler'],
])

const nameOf = (code: number): string => {
  const sign = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const known = names.get(code)
  if (known) return `${sign} ${known}`
  if (code < 0x20 || code === 0x7f) return `${sign} control character`
  if (code >= 0xe000 && code < 0xf900) return `${sign} private character`
  return code >= 0xe0000 ? `${sign} tag or variation selector` : `${sign} invisible character`
}

/** Scripts that never need a joiner; elsewhere it shapes letters (Persian, Hindi, Sinhala) or joins emoji. */
const unjoined: ReadonlySet<Script> = new Set(['Latn', 'Hang', 'Hani', 'Hira', 'Kana', 'Cyrl', 'Grek'])
/** Scripts without spaces, in which an invisible one shows where a line may end. */
const unspaced: ReadonlySet<Script> = new Set(['Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt'])

const before = (text: string, at: number): number | undefined => {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.codePointAt(at - 2) : Number.isNaN(low) ? undefined : low
}

const isPicture = (code: number | undefined): boolean =>
  code !== undefined &&
  (code === 0xfe0f || /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(String.fromCodePoint(code)))

/** Direction marks mean something only where there is text that runs from right to left. */
const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)

const isMeant = (text: string, start: number, end: number, isBidirectional: () => boolean): boolean => {
  const code = text.codePointAt(start)!
  const previous = before(text, start)
  const next = text.codePointAt(end)
  const scripts = [previous, next].map((neighbour) => scriptOf(neighbour ?? 0x20))
  switch (true) {
    case code === 0x200c || code === 0x200d:
      return (
        isPicture(previous) ||
        scripts.some((script) => script !== 'Zyyy' && !unjoined.has(script)) ||
        // Persian keyboards leave one behind a foreign name or a mark as well.
        isBidirectional()
      )
    case code === 0x200b:
      // Markdown needs one where emphasis ends inside a word.
      return scripts.some((script) => unspaced.has(script)) || /[*_~`]/.test(`${text[start - 1]}${text[end]}`)
    case code === 0x200e || code === 0x200f || code === 0x61c || (code >= 0x2066 && code <= 0x2069):
    case code >= 0x202a && code <= 0x202c:
      return isBidirectional()
    case code === 0x115f || code === 0x1160:
      return scripts.includes('Hang')
    case code === 0x180e:
      return scripts.includes('Mong')
    case code >= 0xe0100:
      return scripts[0] === 'Hani'
    case code >= 0xe0000:
      return previous === 0x1f3f4
    default:
      return false
  }
}

/** What deletes a character without harm: nothing, or a space where words would run together. */
const replacementOf = (text: string, start: number, end: number): string | undefined => {
  const code = text.codePointAt(start)!
  if (code === 0x85 || code === 0x2028 || code === 0x2029) {
    return /\s/.test(text[start - 1] ?? ' ') || /\s/.test(text[end] ?? ' ') ? '' : ' '
  }
  const isHarmless =
    code < 0x20 ||
    code === 0x7f ||
    code === 0x200b ||
    code === 0x200c ||
    code === 0x200d ||
    code === 0xfeff ||
    (code >= 0x2060 && code <= 0x2064) ||
    code >= 0xe0000
  // At the start of a line it may keep Markdown from reading what follows as code or a list.
  const isLineStart = start === 0 || /[\r\n]/.test(text[start - 1]!)
  return isHarmless && !(isLineStart && /[\s#>*+\-\d]/.test(text[end] ?? ' ')) ? '' : undefined
}

/** The invisible characters in a stretch of a text. Linear. */
export const invisibleCharacters = (text: string, from: number, to: number): InvisibleCharacter[] => {
  const found: InvisibleCharacter[] = []
  let bidirectional: boolean | undefined
  const isBidirectional = (): boolean => {
    bidirectional ??= hasRightToLeft(text)
    return bidirectional
  }
  for (const match of text.slice(from, to).matchAll(suspicious)) {
    const start = from + match.index
    const end = start + match[0].length
    if (isMeant(text, start, end, isBidirectional)) continue
    const name = match[0].startsWith('\u00a0') ? 'U+00A0 no-break space' : nameOf(text.codePointAt(start)!)
    found.push({ start, end, name, replacement: replacementOf(text, start, end) })
  }
  return found
}
