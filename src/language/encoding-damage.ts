import type { TextUnit } from '../post/post.ts'
import { mojibakeIn, signOfControl } from './mojibake.ts'
import { scriptOf } from './scripts.ts'

/** A stretch of text that a wrong conversion has damaged. */
export interface Damage {
  readonly kind: 'misread' | 'lost' | 'escaped' | 'decomposed' | 'jamo'
  readonly start: number
  readonly end: number
  readonly text: string
  /** What it was, where that can be proved. */
  readonly original?: string
}

/** Whatever damage looks like begins with one of these. */
const suspicious =
  /[\ufffd\u0080-\u0084\u0086-\u009f\u0300-\u036f\u1100-\u11ff\u3099\u309a]|[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u017e\u02c6-\u02dc\u2013-\u2122]|&amp;/

/** Whether a source is worth a closer look; nearly none is. */
export const mayBeDamaged = (source: string): boolean => suspicious.test(source)

const isLetter = (text: string, at: number): boolean => scriptOf(text.charCodeAt(at) || 0x20) !== 'Zyyy'

/** U+FFFD beside a letter stands for one that is lost; alone it is what a text about encodings speaks of. */
const lostIn = ({ text }: TextUnit): Damage[] =>
  [...text.matchAll(/\ufffd+/g)].flatMap(({ 0: found, index }) => {
    const end = index + found.length
    const isDamage = found.length > 1 || isLetter(text, index - 1) || isLetter(text, end)
    return isDamage ? [{ kind: 'lost' as const, start: index, end, text: found }] : []
  })

const misreadIn = ({ text }: TextUnit): Damage[] => {
  const found = mojibakeIn(text).map((mojibake): Damage => ({ kind: 'misread', ...mojibake }))
  let next = 0
  const strays = [...text.matchAll(/[\u0080-\u0084\u0086-\u009f]/g)].flatMap(({ 0: control, index }) => {
    while (next < found.length && found[next]!.end <= index) next++
    const isPart = next < found.length && found[next]!.start <= index
    return isPart ? [] : [strayControl(control, index)]
  })
  return [...found, ...strays]
}

const strayControl = (control: string, start: number): Damage => {
  const original = signOfControl(control)
  const damage = { kind: 'misread' as const, start, end: start + 1, text: control }
  return original === control ? damage : { ...damage, original }
}

/** References that people mean when they stand in prose; `&lt;` and the like may be what a text is about. */
const escapedReference =
  /&(?:nbsp|quot|apos|amp|hellip|middot|bull|ldquo|rdquo|lsquo|rsquo|laquo|raquo|ndash|mdash|times|copy|#39|#0?34|#x27|#x22|#160|#8[12]\d\d);/g

/** Character references that were escaped once more, so that readers see them. Front matter is not markup. */
const escapedIn = ({ text, kind }: TextUnit): Damage[] =>
  kind === 'title' || kind === 'summary'
    ? []
    : [...text.matchAll(escapedReference)].map(({ 0: found, index }) => ({
        kind: 'escaped' as const,
        start: index,
        end: index + found.length,
        text: found,
        original: found,
      }))

const decomposed =
  /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]|[A-Za-zÀ-ɏ\u0370-\u04ffぁ-ヿ][\u0300-\u036f\u3099\u309a]+/gu

const decomposedIn = ({ text }: TextUnit): Damage[] =>
  [...text.matchAll(decomposed)].flatMap(({ 0: found, index }) => {
    const original = found.normalize('NFC')
    const isShorter = original.length < found.length
    return isShorter
      ? [{ kind: 'decomposed' as const, start: index, end: index + found.length, text: found, original }]
      : []
  })

/** Parts of a syllable that no longer make one, beside a whole one. */
const jamoIn = ({ text }: TextUnit): Damage[] =>
  [...text.matchAll(/(?<=[가-힣])[\u1100-\u1112\u1161-\u1175](?![\u1100-\u11ff])/g)].map(({ 0: found, index }) => ({
    kind: 'jamo' as const,
    start: index,
    end: index + 1,
    text: found,
  }))

/** Neighbours of one kind are one place, with one original. */
const joined = (damages: readonly Damage[]): Damage[] => {
  const result: Damage[] = []
  for (const damage of damages) {
    const last = result.at(-1)
    if (last?.kind === 'decomposed' && damage.kind === 'decomposed' && last.end === damage.start) {
      const original = `${last.original}${damage.original}`
      result[result.length - 1] = { ...last, end: damage.end, text: last.text + damage.text, original }
    } else result.push(damage)
  }
  return result
}

/** The damage in a unit, in no particular order. Linear. */
export const damageIn = (unit: TextUnit): Damage[] => {
  const { text } = unit
  if (!/[^\0-\x7f]|&/.test(text)) return []
  return [
    ...misreadIn(unit),
    ...(text.includes('\ufffd') ? lostIn(unit) : []),
    ...(text.includes('&') ? escapedIn(unit) : []),
    ...joined(decomposedIn(unit)),
    ...jamoIn(unit),
  ]
}
