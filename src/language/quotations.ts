import type { Range } from '../post/range.ts'

/** How the marks of a quotation look: typewriter marks, or those of typesetters. */
export type QuoteStyle = 'straight' | 'curly' | 'corner' | 'angle'

/** A quotation with its marks. */
export interface Quotation extends Range {
  readonly style: QuoteStyle
  readonly open: string
  readonly close: string
  /** How many quotations it lies in. */
  readonly depth: number
}

export interface Quotations {
  readonly pairs: readonly Quotation[]
  /** Marks of typesetters without their counterpart. */
  readonly unpaired: readonly Range[]
}

const styles = new Map<string, QuoteStyle>([
  ['"', 'straight'],
  ["'", 'straight'],
  ['“', 'curly'],
  ['‘', 'curly'],
  ['„', 'curly'],
  ['‚', 'curly'],
  ['「', 'corner'],
  ['『', 'corner'],
  ['«', 'angle'],
])
const closers = new Map<string, string>([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
])
const lowOpeners = new Map<string, readonly string[]>([
  ['„', ['“', '”']],
  ['‚', ['‘', '’']],
])
const allClosers = new Set(closers.values())

/** Quotations longer than this are taken for two marks that have nothing to do with each other. */
const longest = 600
const deepest = 8

const isSpace = (character: string | undefined): boolean => character === undefined || /[\s\u00a0]/.test(character)

/** Where a straight mark can open: after a space, a bracket, a dash, another mark, or a mark of East Asia. */
const opensAfter = (text: string, at: number): boolean => {
  const before = text[at - 1]
  return isSpace(before) || /[([{<“‘「『（【《〈—–"'*_。，、：；！？…·|/\ue000\ufffc]/.test(before!)
}

/** In East Asian text quotations follow a letter at once: `他说"好"`. */
const isEastAsian = (character: string | undefined): boolean =>
  character !== undefined && /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(character)

const canOpen = (text: string, at: number): boolean => {
  const after = text[at + 1]
  if (isSpace(after) || /[.,;:!?)\]}]/.test(after!)) return false
  if (text[at] === "'" && /\d/.test(after!)) return false
  return opensAfter(text, at) || (text[at] === '"' && isEastAsian(text[at - 1]))
}

const canClose = (text: string, at: number): boolean => {
  const before = text[at - 1]
  const after = text[at + 1] ?? ' '
  return (
    !isSpace(before) &&
    (text[at] === '"'
      ? !/[A-Za-z\d]/.test(after) || isEastAsian(before)
      : !/[\p{L}\d]/u.test(after) || isEastAsian(after))
  )
}

/** An apostrophe: between letters, before a year, after a plural. */
const isApostrophe = (text: string, at: number): boolean => {
  const before = text[at - 1] ?? ' '
  return /[\p{L}\p{N}]/u.test(before) && !isEastAsian(before)
}

interface Open {
  readonly mark: string
  readonly at: number
}

const closes = (open: string, mark: string): boolean =>
  open === mark || closers.get(open) === mark || lowOpeners.get(open)?.includes(mark) === true

/** Finds the quotations of a text. Linear: what is open is at most a few marks. */
export const quotationsOf = (text: string): Quotations => {
  const pairs: Quotation[] = []
  const unpaired: Range[] = []
  let stack: Open[] = []
  const lose = (opens: readonly Open[]): void => {
    for (const { mark, at } of opens) {
      if (closers.has(mark) && mark !== '‘') unpaired.push({ start: at, end: at + 1 })
    }
  }
  for (const { 0: mark, index: at } of text.matchAll(/["'“”‘’„‚「」『』«»]/g)) {
    const depth = stack.findLastIndex((open) => closes(open.mark, mark) && at - open.at <= longest)
    const isStraight = mark === '"' || mark === "'"
    const isClosing = isStraight
      ? depth >= 0 && canClose(text, at)
      : depth >= 0 && (allClosers.has(mark) || mark === '“' || mark === '‘')
    if (isClosing) {
      const open = stack[depth]!
      lose(stack.slice(depth + 1))
      stack = stack.slice(0, depth)
      const style = styles.get(open.mark)!
      pairs.push({ start: open.at, end: at + 1, style, open: open.mark, close: mark, depth })
    } else if (isStraight ? canOpen(text, at) : styles.has(mark)) {
      if (stack.length === deepest) lose([stack.shift()!])
      stack.push({ mark, at })
    } else if (!isStraight && mark !== '’' && !(mark === '”' && opensAfter(text, at))) {
      unpaired.push({ start: at, end: at + 1 })
    } else if (mark === '’' && !isApostrophe(text, at) && isEastAsian(text[at - 1])) {
      unpaired.push({ start: at, end: at + 1 })
    }
  }
  lose(stack)
  const byStart = (a: Range, b: Range): number => a.start - b.start
  return { pairs: pairs.sort(byStart), unpaired: unpaired.sort(byStart) }
}
