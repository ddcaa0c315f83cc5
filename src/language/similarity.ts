import { collapsed } from './white-space.ts'

/** A text as it is compared: one Unicode form, no difference of case or white space. */
export const comparable = (text: string): string => collapsed(text.normalize('NFC')).toLowerCase()

/** How alike two texts are, from 0 to 1: the share of three-letter sequences they have in common (Sørensen-Dice). */
export const similarity = (one: string, other: string): number => {
  if (one === other) return 1
  const total = Math.max(0, one.length - 2) + Math.max(0, other.length - 2)
  if (total === 0) return 0
  const left = new Map<string, number>()
  for (const part of trigrams(one)) left.set(part, (left.get(part) ?? 0) + 1)
  let common = 0
  for (const part of trigrams(other)) {
    const count = left.get(part) ?? 0
    if (count > 0) {
      left.set(part, count - 1)
      common += 1
    }
  }
  return (2 * common) / total
}

/** Whether two texts are at least that alike; lengths that exclude it are seen at once. */
export const isSimilar = (one: string, other: string, threshold: number): boolean => {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  return (2 * shorter) / (one.length + other.length) >= threshold && similarity(one, other) >= threshold
}

function* trigrams(text: string): Generator<string> {
  for (let at = 0; at + 3 <= text.length; at += 1) yield text.slice(at, at + 3)
}
