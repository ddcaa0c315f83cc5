import { similarity } from './similarity.ts'

/** A text is held against so many before it, and compared as a whole with so many of these. */
const reach = 400
const mostCandidates = 6

/** Three-letter sequences are of so many kinds, for a first look. */
const kinds = 128

/** How many three-letter sequences a text holds, of each kind and in all. */
interface Sketch {
  readonly counts: Int32Array
  readonly all: number
}

const sketchOf = (text: string): Sketch => {
  const counts = new Int32Array(kinds)
  let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)]
  for (let at = 2; at < text.length; at += 1) {
    const third = text.charCodeAt(at)
    counts[Math.imul((first * 31 + second) * 31 + third, 0x9e3779b1) >>> 25]! += 1
    first = second
    second = third
  }
  return { counts, all: Math.max(0, text.length - 2) }
}

/**
 * How much further apart two texts could be and still be so similar, negative if they cannot be: what one has more of
 * than the other, they do not have in common.
 */
const spareOf = (one: Sketch, other: Sketch, threshold: number): number => {
  // One more than can be, so that rounding excludes nothing.
  let spare = (one.all + other.all) * (1 - threshold) + 1
  for (let kind = 0; kind < kinds && spare >= 0; kind += 1) spare -= Math.abs(one.counts[kind]! - other.counts[kind]!)
  return spare
}

/** What tells two otherwise equal texts apart on purpose: numbers, names, code, negations, opposites. */
const telling =
  /\d|[\p{Lu}\ue000\ufffc]|^(?:not?|never|none|without|un\w+|in\w+able|old|new|left|right|true|false|yes|before|after|first|second|last|next|previous|start|end|on|off|get|sets?|add|remove|read|write|min\w*|max\w*|안|못|없\S*|아니\S*|않\S*|нет?|без|不|没|無|无|未|非|な)$/u

const tokensOf = (text: string): readonly string[] =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{P}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  ) ?? []

/** Words that one text has more often than the other. */
const surplus = (one: readonly string[], other: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1)
  return one.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}

/** Whether the words that differ say something else, rather than the same once more. */
export const differsOnPurpose = (one: string, other: string): boolean => {
  const [a, b] = [tokensOf(one), tokensOf(other)]
  return [...surplus(a, b), ...surplus(b, a)].some((word) => telling.test(word))
}

const isClose = (one: number, other: number, threshold: number): boolean =>
  Math.min(one, other) * 2 >= (one + other) * threshold

/**
 * Pairs of texts, given in order, that are nearly the same; each later text with the first like it among the likeliest.
 * Near-linear.
 * @param isWanted Asked only of texts that may be in a pair, which are few.
 */
export const nearDuplicates = (
  texts: readonly string[],
  threshold: number,
  isWanted: (index: number) => boolean,
): readonly (readonly [number, number])[] => {
  const pairs: [number, number][] = []
  const sketches: Sketch[] = []
  const sketchAt = (index: number): Sketch => (sketches[index] ??= sketchOf(texts[index]!.toLowerCase()))
  const wanted: boolean[] = []
  const isWantedAt = (index: number): boolean => (wanted[index] ??= isWanted(index))

  /** The texts before one that it may be like, the likeliest first. */
  const likely = (index: number): readonly number[] => {
    const found: { readonly before: number; readonly spare: number }[] = []
    for (let before = Math.max(0, index - reach); before < index; before += 1) {
      if (!isClose(texts[index]!.length, texts[before]!.length, threshold)) continue
      const spare = spareOf(sketchAt(before), sketchAt(index), threshold)
      if (spare >= 0) found.push({ before, spare })
    }
    return found.sort((a, b) => b.spare - a.spare).map(({ before }) => before)
  }

  for (const [index, text] of texts.entries()) {
    const candidates = likely(index)
    if (candidates.length === 0 || !isWantedAt(index)) continue
    const nearest = candidates.filter(isWantedAt).slice(0, mostCandidates)
    const isLike = (before: number): boolean =>
      similarity(texts[before]!.toLowerCase(), text.toLowerCase()) >= threshold
    const first = nearest.sort((a, b) => a - b).find(isLike)
    if (first !== undefined) pairs.push([first, index])
  }
  return pairs
}
