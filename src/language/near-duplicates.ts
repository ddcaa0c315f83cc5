import { similarity } from './similarity.ts'

/** Two texts are compared as a whole only where they share one of these many rare stretches. */
const samples = 4
const sampleLength = 12
const mostCandidates = 6

const hashAt = (text: string, at: number): number => {
  let hash = 0x811c9dc5
  for (let index = at; index < at + sampleLength; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** A few stretches of a text, chosen alike in texts that are alike. */
const samplesOf = (text: string): readonly string[] => {
  const found: { hash: number; part: string }[] = []
  for (let at = 0; at + sampleLength <= text.length; at += 1) {
    // Only at the start of a word or, where there are no spaces, everywhere.
    if (at > 0 && text[at - 1] !== ' ' && text.charCodeAt(at) < 0x2e80) continue
    const hash = hashAt(text, at)
    if (found.length === samples && hash >= found[samples - 1]!.hash) continue
    const part = text.slice(at, at + sampleLength)
    if (found.some((other) => other.part === part)) continue
    found.push({ hash, part })
    found.sort((a, b) => a.hash - b.hash)
    found.length = Math.min(found.length, samples)
  }
  return found.map(({ part }) => part)
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

/** The lengths of texts that others come near to in length; all other texts are like none. */
const closeLengths = (texts: readonly string[], threshold: number): ReadonlySet<number> => {
  const lengths = texts.map(({ length }) => length).sort((a, b) => a - b)
  const close = new Set<number>()
  for (const [index, length] of lengths.entries()) {
    const before = lengths[index - 1]
    if (before !== undefined && isClose(before, length, threshold)) close.add(before).add(length)
  }
  return close
}

/** Pairs of texts, given in order, that are nearly the same; each later text with the first like it. Near-linear. */
export const nearDuplicates = (texts: readonly string[], threshold: number): readonly (readonly [number, number])[] => {
  const bySample = new Map<string, number[]>()
  const pairs: [number, number][] = []
  const close = closeLengths(texts, threshold)
  for (const [index, text] of texts.entries()) {
    if (!close.has(text.length)) continue
    const candidates = new Set<number>()
    for (const part of samplesOf(text.toLowerCase())) {
      const known = bySample.get(part)
      if (known) {
        for (const candidate of known) if (candidates.size < mostCandidates) candidates.add(candidate)
        if (known.length < mostCandidates) known.push(index)
      } else bySample.set(part, [index])
    }
    for (const candidate of candidates) {
      const other = texts[candidate]!
      if (!isClose(text.length, other.length, threshold)) continue
      if (similarity(other.toLowerCase(), text.toLowerCase()) < threshold) continue
      pairs.push([candidate, index])
      break
    }
  }
  return pairs
}
