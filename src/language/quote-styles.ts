import type { Post, TextUnit } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { belongs } from './host.ts'
import { type Quotation, quotationsOf } from './quotations.ts'

/** A quotation of a post. */
export interface QuotationInUnit extends Quotation {
  readonly unit: TextUnit
}

/** The quotations of a post, as far as they are prose, and the marks that lack their counterpart. */
export interface QuoteReading {
  readonly found: readonly QuotationInUnit[]
  readonly unpaired: readonly { readonly unit: TextUnit; readonly mark: Range }[]
}

/** `"true"`, `'/etc/hosts'`: a value or a name of programs, quoted as it is typed. */
const isCode = (text: string, language: string): boolean =>
  /[_=<>{}\\/$#@`|\ue000\ufffc]|[a-z]\.[a-z]|\(\)|[a-z][A-Z]|\w:\w/.test(text) ||
  /^[\W\d]*$/u.test(text.replace(/\p{L}/gu, 'a')) ||
  (/^[ -~]*$/.test(text) && !belongs('Latn', language))

/** Languages in which a mark without its counterpart is surely a slip; others open and close with the same marks. */
const pairing = new Set(['ko', 'zh', 'ja', 'en'])

export const readQuotes = (post: Post): QuoteReading => {
  const found: QuotationInUnit[] = []
  const unpaired: { unit: TextUnit; mark: Range }[] = []
  for (const [index, unit] of post.units.entries()) {
    if (unit.kind === 'alt') continue
    const { pairs, unpaired: alone } = quotationsOf(unit.text)
    for (const pair of pairs) {
      const inner = unit.text.slice(pair.start + 1, pair.end - 1)
      if (inner.trim() !== '' && !(pair.style === 'straight' && isCode(inner, unit.language)))
        found.push({ ...pair, unit })
    }
    if (!pairing.has(unit.language)) continue
    const next = post.units[index + 1]?.text.trimStart()
    for (const mark of alone) {
      const character = unit.text.slice(mark.start, mark.end)
      // Angle marks are arrows more often; each paragraph of a long quotation opens it anew.
      if (/[«»]/.test(character) || (next?.startsWith(character) && /[“「『]/.test(character))) continue
      unpaired.push({ unit, mark })
    }
  }
  return { found, unpaired }
}

/** The rarer of two ways of writing; where they are even, the first. */
export const rarer = (
  ones: readonly QuotationInUnit[],
  others: readonly QuotationInUnit[],
): readonly QuotationInUnit[] => (ones.length <= others.length ? ones : others)

const isSingle = (mark: string): boolean => /['‘‚『]/.test(mark)

/** The marks that quotations like one, double or single, have where they are written in the usual way. */
export const marksLike = (
  { open }: Quotation,
  usual: readonly Quotation[],
  style: 'straight' | 'curly',
): readonly [string, string] | undefined => {
  const single = isSingle(open)
  const model = usual.find((other) => isSingle(other.open) === single)
  if (model) return [model.open, model.close]
  if (style === 'straight') return single ? ["'", "'"] : ['"', '"']
  // Other marks than these come with other marks inside.
  if (usual.some((other) => other.style !== 'curly' || /[„‚]/.test(other.open))) return undefined
  return single ? ['‘', '’'] : ['“', '”']
}
