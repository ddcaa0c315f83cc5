import { differsOnPurpose, nearDuplicates } from '../../language/near-duplicates.ts'
import { collapsed } from '../../language/white-space.ts'
import { attributeOf, classesOf } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import { linksOf } from '../links/links.ts'

/** A text that says again what an earlier one says. */
export interface Repetition {
  readonly unit: TextUnit
  readonly earlier: TextUnit
  readonly isExact: boolean
}

export interface RepetitionLimits {
  /** Shorter texts may stand twice. */
  readonly minChars: number
  /** Similarity from which long texts are nearly the same; 1 for equal ones only. */
  readonly threshold: number
}

/** Below this, texts that are nearly the same are often meant to be: “Sets the width of …”, “Sets the height of …”. */
const longText = 200
/** Below this weight, sentences come again in other sections of a manual. */
const formula = 150
/** A post with so many nearly equal pairs has parallel sections. */
const parallel = 3

/** Notes, quotations, steps and cells of a reference say the same again where it applies again. */
const besideText = new Set(['blockquote', 'aside', 'dd', 'dt', 'td', 'th', 'figure', 'details', 'ol', 'nav'])
const boxClass = /note|warn|tip|info|alert|callout|admonition|message|notice|caution|hint|tab|card/i
const noteStart = /^\W*(?:note|warning|tip|caution|주의|참고|알림|노트|注|备注|メモ|примечание|nota)(?!\p{L})/iu
const codeLike = /[{};](?:\n|$)|[=-]>|::|\(\)|\\u[\da-f]{4}/i

/** Lines of a song or of a program's output, each shorter than this. */
const verseLines = 3
const verseWidth = 50

/** Song texts and columns made with spaces repeat themselves by nature. */
const isVerse = (text: string): boolean => {
  const lines = text.trim().split('\n')
  return /(?:\u00a0 ?){3}/.test(text) || (lines.length >= verseLines && weightOf(text) < lines.length * verseWidth)
}

const plain = (text: string): string => collapsed(text.normalize('NFC'))
const isThing = (text: string): boolean => /[\ue000\ufffc]/.test(text)

const emphasis = new Set(['b', 'strong', 'em', 'i'])

/** A speaker, a parameter, a remark in italics: what follows is said of the thing at hand. */
const opensWithLabel = ({ runs, text }: TextUnit): boolean => {
  const printed = runs.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
  const isEmphasized = [printed[0], printed.at(-1)].some((run) =>
    run?.inline.some(({ tagName }) => emphasis.has(tagName)),
  )
  return isEmphasized && (text.length < longText || /^\s*[^\s:：.]{1,20}[:：]\s/.test(text))
}

const leading =
  /[:：]\s*$|(?<![a-z])(?:below|following|as follows)(?![a-z])|아래|다음|次の|以下|下の|下面|如下|下列|ниже|следующ/i

/** Where a text only links somewhere, or leads to what follows, it may stand twice. */
const isPointer = (unit: TextUnit): boolean => {
  const linked = linksOf(unit).reduce((sum, { start, end }) => sum + end - start, 0)
  return linked * 2 > unit.text.trim().length || (unit.text.length < longText && leading.test(unit.text))
}

/** A tag of a template around a text makes a box of it. */
const isBoxed = ({ source }: Post, { extent }: TextUnit): boolean =>
  /[%>}]\}\s*$/.test(source.slice(Math.max(0, extent.start - 20), extent.start))

const isComparable = (post: Post, unit: TextUnit): boolean => {
  const { text, parents, language } = unit
  if (!/\p{L}/u.test(text)) return false
  // Texts in another language are examples, shown as often as something is said about them.
  if (post.language !== 'mul' && language !== post.language) return false
  if (
    noteStart.test(text.slice(0, 40)) ||
    codeLike.test(text) ||
    isVerse(text) ||
    isPointer(unit) ||
    opensWithLabel(unit)
  )
    return false
  if (isBoxed(post, unit)) return false
  return !parents.some((node) => besideText.has(node.tagName) || classesOf(node).some((name) => boxClass.test(name)))
}

/** What must be equal: the words, where the links lead, and how code and pictures among the words are written. */
const keyOf = (post: Post, unit: TextUnit, text: string): string => {
  const targets = linksOf(unit).map(({ element }) => attributeOf(element, 'href'))
  const written = isThing(unit.text) ? post.source.slice(unit.extent.start, unit.extent.end).replace(/\s+/g, ' ') : ''
  return [text, ...targets, written].join('\n')
}

/** A text with the number of headings before it. */
interface Placed {
  readonly unit: TextUnit
  /** Number of units before it. */
  readonly index: number
  readonly section: number
}

const placedUnits = (units: readonly TextUnit[]): readonly Placed[] => {
  let section = 0
  return units.map((unit, index) => {
    if (unit.kind === 'heading') section += 1
    return { unit, index, section }
  })
}

/** Most headings are names, of functions, packages or “Parameters”, or numbered like clauses: `3.2.1 Validation`. */
const isReference = (units: readonly TextUnit[]): boolean => {
  const headings = units.filter(({ kind }) => kind === 'heading')
  const names = headings.filter(({ text }) => /^\s*(?:[\w./$()[\]\ufffc-]+\s*$|\d+\.\d)/.test(text))
  return headings.length >= 6 && names.length * 2 >= headings.length
}

/** Letters of Chinese, Japanese and Korean say about twice as much. */
const weightOf = (text: string): number =>
  text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0)

/** An item repeats another of its own list; a text of another section must be long to be no formula. */
const isSlip = ({ unit, section }: Placed, earlier: Placed, isManual: boolean): boolean => {
  if (unit.kind === 'item' || earlier.unit.kind === 'item') return unit.parents[1] === earlier.unit.parents[1]
  return section === earlier.section || (!isManual && weightOf(plain(unit.text)) >= formula)
}

/** What opens or closes one section after the other is meant to come again. */
const isRefrain = (copies: readonly Placed[]): boolean =>
  copies.length > 1 && new Set(copies.map(({ section }) => section)).size === copies.length

interface Slip {
  readonly copy: Placed
  readonly first: Placed
}

/** Single texts that come again in many sections are how a manual is written; runs of texts were pasted twice. */
const withoutParallels = (slips: readonly Slip[]): readonly Slip[] => {
  const pasted = new Map(slips.map(({ copy, first }) => [copy.index, first.index]))
  const isRun = ({ copy, first }: Slip): boolean =>
    pasted.get(copy.index - 1) === first.index - 1 || pasted.get(copy.index + 1) === first.index + 1
  const isParallel = (slip: Slip): boolean => slip.copy.section !== slip.first.section && !isRun(slip)
  return slips.filter(isParallel).length >= parallel ? slips.filter((slip) => !isParallel(slip)) : slips
}

const isRepeatable = ({ kind }: TextUnit): boolean => kind === 'paragraph' || kind === 'item'

/** The beginning of a text's first word: texts that differ in it are not the same. */
const openingOf = (text: string): string => (/\S{1,24}/.exec(text)?.[0] ?? '').normalize('NFC').slice(0, 6)

/** Whether a text can come again: a cheap look that spares most texts of a post the comparison with all others. */
const mayComeAgain = (units: readonly TextUnit[]): ((unit: TextUnit) => boolean) => {
  const counts = new Map<string, number>()
  for (const { text } of units) {
    const opening = openingOf(text)
    counts.set(opening, (counts.get(opening) ?? 0) + 1)
  }
  const hasLong = units.filter(({ text }) => text.length >= longText).length > 1
  return ({ text }) => (hasLong && text.length >= longText) || counts.get(openingOf(text))! > 1
}

/** Paragraphs and items that stand in a post twice, in order of kind and place. */
export function repetitionsOf(post: Post, { minChars, threshold }: RepetitionLimits): readonly Repetition[] {
  const isManual = isReference(post.units)
  const isLikely = mayComeAgain(post.units.filter(isRepeatable))
  const firsts = new Map<string, { readonly first: Placed; readonly copies: Placed[] }>()
  for (const placed of placedUnits(post.units)) {
    if (!isRepeatable(placed.unit) || !isLikely(placed.unit)) continue
    const text = plain(placed.unit.text)
    if (text.length < minChars || !isComparable(post, placed.unit)) continue
    const key = keyOf(post, placed.unit, text)
    const known = firsts.get(key)
    if (!known) firsts.set(key, { first: placed, copies: [] })
    else if (isSlip(placed, known.first, isManual)) known.copies.push(placed)
  }
  const slips = withoutParallels(
    [...firsts.values()].flatMap(({ first, copies }) =>
      isRefrain(copies) ? [] : copies.map((copy) => ({ copy, first })),
    ),
  )
  const found = slips.map(({ copy, first }) => ({ unit: copy.unit, earlier: first.unit, isExact: true }))
  if (threshold === 1 || isManual) return found
  const long = [...firsts.values()].map(({ first }) => first.unit)
  return [...found, ...alike(long, threshold)]
}

function alike(units: readonly TextUnit[], threshold: number): readonly Repetition[] {
  const long = units.filter(({ text }) => text.length >= longText && !isThing(text))
  if (long.length < 2) return []
  const texts = long.map(({ text }) => plain(text))
  const pairs = nearDuplicates(texts, threshold).filter(([a, b]) => !differsOnPurpose(texts[a]!, texts[b]!))
  if (pairs.length >= parallel) return []
  return pairs.map(([a, b]) => ({ unit: long[b]!, earlier: long[a]!, isExact: false }))
}
