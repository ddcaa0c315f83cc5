import { collapsed } from './white-space.ts'

/** A text as it is compared: one Unicode form, no difference of case or white space. */
export const comparable = (text: string): string => collapsed(text.normalize('NFC')).toLowerCase()

/** How alike two texts are, from 0 to 1: the share of three-letter sequences they have in common (Sørensen-Dice). */
export const similarity = (one: string, other: string): number => {
  if (one === other) return 1
  const total = Math.max(0, one.length - 2) + Math.max(0, other.length - 2)
  if (total === 0) return 0
  const [left, right] = [trigramsOf(one), trigramsOf(other)]
  let common = 0
  for (let at = 0, next = 0; at < left.length && next < right.length; ) {
    const [here, there] = [left[at]!, right[next]!]
    if (here === there) common += 1
    if (here <= there) at += 1
    if (there <= here) next += 1
  }
  return (2 * common) / total
}

/** Whether two texts are at least that alike; lengths that exclude it are seen at once. */
export const isSimilar = (one: string, other: string, threshold: number): boolean => {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  return (2 * shorter) / (one.length + other.length) >= threshold && similarity(one, other) >= threshold
}

/** The three-letter sequences of a text, each as a number, in ascending order: cheaper to compare than pieces of text. */
const trigramsOf = (text: string): Float64Array => {
  const trigrams = new Float64Array(Math.max(0, text.length - 2))
  for (let at = 0; at < trigrams.length; at += 1) {
    trigrams[at] = (text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2)
  }
  return trigrams.sort()
}
