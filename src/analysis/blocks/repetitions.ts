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

/** No text holds it: parsers put U+FFFD in its place. */
const parting = '\0'

/** Texts as they are compared: all in one go, as each step takes V8 longer to begin than to do. */
const plainTexts = (texts: readonly string[]): readonly string[] => {
  const plainOnes = plain(texts.join(parting)).split(parting)
  return plainOnes.length === texts.length ? plainOnes.map((text) => text.trim()) : texts.map(plain)
}
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

/** A text that can come again, with the number of headings before it. */
interface Placed {
  readonly unit: TextUnit
  /** As it is compared. */
  readonly text: string
  /** Number of units before it. */
  readonly index: number
  readonly section: number
}

const placedTexts = (units: readonly TextUnit[]): readonly Placed[] => {
  const texts = plainTexts(units.map(({ text }) => text))
  const placed: Placed[] = []
  let section = 0
  units.forEach((unit, index) => {
    if (unit.kind === 'heading') section += 1
    else if (unit.kind === 'paragraph' || unit.kind === 'item')
      placed.push({ unit, text: texts[index]!, index, section })
  })
  return placed
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
const isSlip = ({ unit, text, section }: Placed, earlier: Placed, isManual: boolean): boolean => {
  if (unit.kind === 'item' || earlier.unit.kind === 'item') return unit.parents[1] === earlier.unit.parents[1]
  return section === earlier.section || (!isManual && weightOf(text) >= formula)
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

/** The texts of at least some length that stand in a post twice. */
const withTwins = (placed: readonly Placed[], minChars: number): readonly Placed[] => {
  const [once, twice] = [new Set<string>(), new Set<string>()]
  for (const { text } of placed) if (text.length >= minChars) (once.has(text) ? twice : once).add(text)
  return twice.size === 0 ? [] : placed.filter(({ text }) => twice.has(text))
}

/** Texts that are equal in all that must be, the first of each before those that come again. */
const equalTexts = (post: Post, placed: readonly Placed[], minChars: number): readonly (readonly Placed[])[] => {
  const byKey = new Map<string, Placed[]>()
  for (const one of withTwins(placed, minChars)) {
    if (!isComparable(post, one.unit)) continue
    const key = keyOf(post, one.unit, one.text)
    const known = byKey.get(key)
    if (known) known.push(one)
    else byKey.set(key, [one])
  }
  return [...byKey.values()].filter(({ length }) => length > 1)
}

/** Which of equal texts are one too many. */
const slipsIn = (groups: readonly (readonly Placed[])[], isManual: boolean): readonly Slip[] =>
  withoutParallels(
    groups.flatMap(([first, ...others]) => {
      const copies = others.filter((copy) => isSlip(copy, first!, isManual))
      return isRefrain(copies) ? [] : copies.map((copy) => ({ copy, first: first! }))
    }),
  )

/** Paragraphs and items that stand in a post twice, in order of kind and place. */
export function repetitionsOf(post: Post, { minChars, threshold }: RepetitionLimits): readonly Repetition[] {
  const placed = placedTexts(post.units)
  const groups = equalTexts(post, placed, minChars)
  const slips = groups.length > 0 ? slipsIn(groups, isReference(post.units)) : []
  const found = slips.map(({ copy, first }) => ({ unit: copy.unit, earlier: first.unit, isExact: true }))
  if (threshold === 1) return found
  const again = new Set(groups.flatMap(([, ...others]) => others))
  const long = placed.filter((one) => one.unit.text.length >= longText && !again.has(one))
  const pairs = long.length > 1 ? alike(post, long, { minChars, threshold }) : []
  return pairs.length === 0 || isReference(post.units) ? found : [...found, ...pairs]
}

function alike(
  post: Post,
  placed: readonly Placed[],
  { minChars, threshold }: RepetitionLimits,
): readonly Repetition[] {
  const texts = placed.map(({ text }) => text)
  const isWanted = (index: number): boolean =>
    texts[index]!.length >= minChars && !isThing(texts[index]!) && isComparable(post, placed[index]!.unit)
  const pairs = nearDuplicates(texts, threshold, isWanted).filter(([a, b]) => !differsOnPurpose(texts[a]!, texts[b]!))
  if (pairs.length >= parallel) return []
  return pairs.map(([a, b]) => ({ unit: placed[b]!.unit, earlier: placed[a]!.unit, isExact: false }))
}
