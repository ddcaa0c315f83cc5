/** What a line begins with that looks like the mark of a list item. */
export interface Marker {
  /** Lines of one list have the same kind. */
  readonly kind: string
  /** The place in the order; absent for bullets. */
  readonly number?: number
  /** Length of the mark and the white space after it. */
  readonly length: number
}

const bullets = /^([•·ㆍ・▪▫■□●○◦‣⁃▶►▷◆◇✓✔☑➤➜◾◽🔹🔸🔶🔷])\ufe0f?[ \t\u00a0\u3000]*(?=[^\s•·ㆍ・▪▫■□●○◦‣▶►▷◆◇])/u
const emoji = /^(\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)[ \t\u00a0]+(?=\S)/u
const hyphen = /^-[ \t\u00a0]+(?=[^\s\d-])/
const digits = /^(\(?)(\d{1,2})([.)])[ \t\u00a0]+(?=\S)/
const circled = /^([①-⑳])[ \t\u00a0\u3000]*(?=\S)/
const letters = /^([가나다라마바사아자차카타파하]|[a-h])([.)])[ \t\u00a0]+(?=\S)/
const korean = '가나다라마바사아자차카타파하'

/** The mark at the start of a line; undefined where there is none. */
export const markerOf = (line: string): Marker | undefined => {
  const bullet = bullets.exec(line)
  if (bullet) return { kind: bullet[1]!, length: bullet[0].length }
  const dash = hyphen.exec(line)
  if (dash) return { kind: '-', length: dash[0].length }
  const number = digits.exec(line)
  if (number) return { kind: `${number[1]}1${number[3]}`, number: Number(number[2]), length: number[0].length }
  const circle = circled.exec(line)
  if (circle) return { kind: '①', number: circle[1]!.charCodeAt(0) - 0x245f, length: circle[0].length }
  const letter = letters.exec(line)
  if (letter) {
    const isKorean = korean.includes(letter[1]!)
    const at = isKorean ? korean.indexOf(letter[1]!) : letter[1]!.charCodeAt(0) - 97
    return { kind: `${isKorean ? '가' : 'a'}${letter[2]}`, number: at + 1, length: letter[0].length }
  }
  const picture = emoji.exec(line)
  return picture ? { kind: picture[1]!, length: picture[0].length } : undefined
}

/** Whether a line goes on with the list that another began. */
export const follows = (marker: Marker, previous: Marker): boolean =>
  marker.kind === previous.kind && marker.number === (previous.number === undefined ? undefined : previous.number + 1)
