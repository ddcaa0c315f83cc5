import type { FrontEntry } from '../post.ts'
import type { Range } from '../range.ts'
import { type Line, lineAt, trimmed } from './lines.ts'
import { duplicates, looksLikeDate, type Reading } from './reading.ts'

/**
 * Reads YAML as nearly every post writes it: keys at the margin, each with a scalar on its line, a list of such scalars
 * or a block of text, and comments between. The library takes longer for that than it takes to parse half a body.
 * All offsets are the source's.
 * @returns undefined for all other YAML, and for what might be other: that is left to the library.
 */
export const readPlainYaml = (source: string, { start, end }: Range): Reading | undefined => {
  if (oddSpace.test(source.slice(start, end))) return undefined
  const entries: FrontEntry[] = []
  for (let at = start; at < end; ) {
    const line = lineAt(source, at)
    at = line.next
    if (line.start === line.end || source[line.start] === '#') continue
    keyShape.lastIndex = line.start
    if (!keyShape.test(source)) return undefined
    const keyRange = { start: line.start, end: keyShape.lastIndex }
    const key = source.slice(keyRange.start, keyRange.end)
    const colon = source.indexOf(':', keyRange.end)
    const written = trimmed(source, { start: colon + 1, end: line.end })
    const below = linesBelow(source, { start: at, end })
    const value = readValue(source, written, below, key)
    if (!value) return undefined
    entries.push(entryOf(key, key, keyRange, value))
    at = below.at(-1)?.next ?? at
  }
  return { entries, problems: duplicates(entries), broken: false }
}

/** White space that is more than an indentation, a gap or an empty line: YAML has rules of its own for it. */
const oddSpace = /[\t\v\f]|^ +$/m

/** A key of one word that is not null, before a colon with a space or nothing behind it. */
const keyShape = /(?!(?:null|Null|NULL)[ :])[A-Za-z_][\w.-]{0,79}(?= *:(?:[ \r\n]|$))/y

type Value = Pick<FrontEntry, 'type' | 'text' | 'valueRange' | 'children'>

/** Not spread: entries are of one shape, whatever they hold. */
const entryOf = (key: string, path: string, keyRange: Range, value: Value): FrontEntry => ({
  key,
  path,
  keyRange,
  type: value.type,
  text: value.text,
  valueRange: value.valueRange,
  children: value.children,
})

/** @param written What stands behind the key. @param below The lines that belong to it. */
const readValue = (source: string, written: Range, below: readonly Line[], path: string): Value | undefined => {
  const text = source.slice(written.start, written.end)
  if (below.length === 0)
    return text.startsWith('[') ? readFlowList(source, written, path) : readScalar(source, written)
  if (text === '') return readBlockList(source, below, path)
  return /^[>|]-?$/.test(text) ? readBlockText(source, below, text.startsWith('>') ? ' ' : '\n') : undefined
}

const noLines: readonly Line[] = []

/** The lines directly below a key that are as far in as the first of them, without their indentation. */
const linesBelow = (source: string, { start, end }: Range): readonly Line[] => {
  const first = source[start]
  if (first !== ' ' && first !== '-') return noLines
  const lines: Line[] = []
  const indent = spacesAt(source, start)
  for (let at = start; at < end && spacesAt(source, at) === indent; ) {
    // At the margin only items belong to the key above.
    if (indent === 0 && !source.startsWith('- ', at)) break
    const line = lineAt(source, at)
    lines.push({ start: at + indent, end: line.end, next: line.next })
    at = line.next
  }
  return lines
}

const spacesAt = (source: string, from: number): number => {
  let at = from
  while (source[at] === ' ') at += 1
  return at - from
}

const readScalar = (source: string, range: Range): Value | undefined => {
  const text = source.slice(range.start, range.end)
  const quote = text[0]
  if (quote !== '"' && quote !== "'") {
    return special.test(text) ? undefined : plainValue(text, range)
  }
  if (text.length === 1 || text.indexOf(quote, 1) < text.length - 1 || text.includes('\\')) return undefined
  const valueRange = { start: range.start + 1, end: range.end - 1 }
  return { type: 'text', text: text.slice(1, -1), valueRange, children: [] }
}

/** What means something at the start of a plain scalar, or ends it. */
const special = /^[-?:,[\]{}#&*!|>%@`]|: | #|:$/

const plainValue = (written: string, valueRange: Range): Value => {
  const type = typeOf(written)
  const text = type === 'null' ? '' : type === 'boolean' ? written.toLowerCase() : written
  return { type, text, valueRange, children: [] }
}

/** What is not text, in the order of YAML 1.2.2's core schema (https://yaml.org/spec/1.2.2/#1032-tag-resolution). */
const tests: readonly { readonly test: RegExp; readonly type: FrontEntry['type'] }[] = [
  { test: /^(?:null|Null|NULL|~|)$/, type: 'null' },
  { test: /^(?:true|True|TRUE|false|False|FALSE)$/, type: 'boolean' },
  { test: /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/, type: 'number' },
  { test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, type: 'number' },
  { test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, type: 'number' },
]

/** How everything starts that is not text. Nearly all values are text, and one look at their first character tells. */
const mayBeOther = /^(?:$|[-+.~\dntfNTF])/

const typeOf = (text: string): FrontEntry['type'] =>
  !mayBeOther.test(text)
    ? 'text'
    : (tests.find(({ test }) => test.test(text))?.type ?? (looksLikeDate(text) ? 'date' : 'text'))

/** A list on one line: `[a, 'b']`. */
const readFlowList = (source: string, range: Range, path: string): Value | undefined => {
  const inner = { start: range.start + 1, end: range.end - 1 }
  const text = source.slice(inner.start, inner.end)
  if (source[inner.end] !== ']' || /[[\]{}]/.test(text)) return undefined
  const items: Range[] = []
  let start = inner.start
  for (const piece of /^ *$/.test(text) ? [] : text.split(',')) {
    items.push({ start, end: start + piece.length })
    start += piece.length + 1
  }
  return listOf(source, items, range, path)
}

/** A list below its key, one item a line. */
const readBlockList = (source: string, lines: readonly Line[], path: string): Value | undefined => {
  const items = lines.map(({ start, end }) => ({ start: start + 1, end }))
  if (!lines.every(({ start }) => source.startsWith('- ', start))) return undefined
  return listOf(source, items, trimmed(source, around(lines)), path)
}

const listOf = (source: string, items: readonly Range[], valueRange: Range, path: string): Value | undefined => {
  const children: FrontEntry[] = []
  for (const item of items) {
    const range = trimmed(source, item)
    const value = range.start < range.end ? readScalar(source, range) : undefined
    if (!value) return undefined
    const key = String(children.length)
    children.push(entryOf(key, `${path}.${key}`, value.valueRange, value))
  }
  return { type: 'list', text: '', valueRange, children }
}

/** A block of text below its key, its lines folded into one or kept. */
const readBlockText = (source: string, lines: readonly Line[], joint: string): Value | undefined => {
  const text = lines.map(({ start, end }) => source.slice(start, end)).join(joint)
  const valueRange = around(lines)
  if (text !== text.trim() || source[valueRange.start - 1] !== ' ') return undefined
  return { type: 'text', text, valueRange, children: [] }
}

/** From the first of some lines to the last. */
const around = (lines: readonly Line[]): Range => ({ start: lines[0]!.start, end: lines.at(-1)!.end })
