import { type Document, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml'
import { readYaml as composeYaml } from '../../yaml.ts'
import type { FrontEntry } from '../post.ts'
import type { Range } from '../range.ts'
import { type KeyLine, keyChunks, lineAt, trimmed } from './lines.ts'
import {
  depthLimit,
  duplicates,
  type FrontProblem,
  lineEntry,
  looksLikeDate,
  moved,
  problem,
  type Reading,
  tooDeep,
} from './reading.ts'

/** Entries are read one by one after an error; where that is too much, they are taken as plain lines. */
const rereadLimit = { entries: 500, errors: 100 }

/** Reads a text as YAML; all offsets are the text's. */
export const readYaml = (source: string): Reading => {
  // The library knows LF and CRLF; a lone CR becomes an LF, which keeps every offset.
  const text = source.replace(/\r(?!\n)/g, '\n')
  const document = compose(text)
  if (!document) return tooDeep(text)
  const reading = document.errors.length > 0 ? readPiecewise(text, document) : readDocument(text, document)
  return { ...reading, problems: [...reading.problems, ...duplicates(reading.entries)] }
}

const compose = (text: string): Document.Parsed | undefined =>
  composeYaml(text, depthLimit) as Document.Parsed | undefined

const readDocument = (text: string, { contents }: Document.Parsed, anchors = new Map<string, Scalar>()): Reading => {
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { entries: [], problems: [], broken: false }
  }
  if (!isMap(contents)) {
    const { start } = trimmed(text, { start: 0, end: text.length })
    return { entries: [], problems: [problem('not-a-map', '', { start, end: lineAt(text, start).end })], broken: true }
  }
  const problems: FrontProblem[] = []
  const entries = mapEntries(contents, '', { text, problems, anchors })
  return { entries, problems, broken: false }
}

interface Context {
  readonly text: string
  readonly problems: FrontProblem[]
  /** Scalars by their anchor. */
  readonly anchors: Map<string, Scalar>
}

const mapEntries = (map: YAMLMap, path: string, context: Context): FrontEntry[] => {
  const entries: FrontEntry[] = []
  for (const { key, value } of map.items) {
    if (!isScalar(key) || key.value === null) {
      context.problems.push(
        problem('complex-key', '', rangeOf(key, context.text) ?? rangeOf(map, context.text) ?? at(0)),
      )
      continue
    }
    const keyRange = scalarRange(key, context.text)
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '')
    entries.push(toEntry(value, { key: name, keyRange, path: path === '' ? name : `${path}.${name}` }, context))
  }
  return entries
}

const toEntry = (
  node: unknown,
  name: Pick<FrontEntry, 'key' | 'path'> & { keyRange?: Range },
  context: Context,
): FrontEntry => {
  const range = rangeOf(node, context.text) ?? at(name.keyRange?.end ?? 0)
  const shared = { key: name.key, path: name.path, keyRange: name.keyRange ?? range, valueRange: range }
  if (isScalar(node)) {
    if (node.anchor) context.anchors.set(node.anchor, node)
    const own = scalarRange(node, context.text)
    return { ...shared, keyRange: name.keyRange ?? own, valueRange: own, children: [], ...scalarValue(node) }
  }
  if (isMap(node) && context.text.startsWith('{{', range.start)) {
    const text = context.text.slice(range.start, range.end)
    context.problems.push(problem('template', text, range))
    return { ...shared, type: 'text', text, children: [] }
  }
  if (isMap(node)) return { ...shared, type: 'map', text: '', children: mapEntries(node, name.path, context) }
  if (isSeq(node)) {
    const children = node.items.map((item, index) =>
      toEntry(item, { key: String(index), path: `${name.path}.${index}` }, context),
    )
    return { ...shared, type: 'list', text: '', children }
  }
  if (isAlias(node)) {
    // An alias of a scalar is that scalar; one of a list or map could multiply without end, and is not followed.
    const target = context.anchors.get(node.source)
    if (target) return { ...shared, children: [], ...scalarValue(target) }
    context.problems.push(problem('alias', `*${node.source}`, range))
  }
  return { ...shared, type: 'null', text: '', children: [] }
}

const scalarValue = (node: Scalar): Pick<FrontEntry, 'type' | 'text'> => {
  const { value, source = '' } = node
  if (value === null) return { type: 'null', text: '' }
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) }
  if (typeof value === 'number' || typeof value === 'bigint') return { type: 'number', text: source }
  const text = String(value)
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
    return { type: 'text', text: withoutOuterBreaks(text) }
  return { type: node.type === 'PLAIN' && looksLikeDate(text) ? 'date' : 'text', text }
}

/** The scalar's own text: no quotes, no block indicator, no indentation before the first and no break after the last line. */
const scalarRange = (node: Scalar, text: string): Range => {
  const range = rangeOf(node, text) ?? at(0)
  switch (node.type) {
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE': {
      const quote = text[range.start]
      const isClosed = range.end - range.start > 1 && text[range.end - 1] === quote
      return { start: range.start + 1, end: isClosed ? range.end - 1 : range.end }
    }
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return blockTextRange(text, range, withoutOuterBreaks(String(node.value)))
    default:
      return range
  }
}

const blockTextRange = (text: string, range: Range, value: string): Range => {
  const header = lineAt(text, range.start)
  if (value.trim() === '') return at(Math.min(header.end, range.end))
  const body = trimmed(text, { start: header.next, end: range.end })
  const leading = value.length - value.trimStart().length
  const trailing = value.length - value.trimEnd().length
  return { start: body.start - leading, end: body.end + trailing }
}

const withoutOuterBreaks = (text: string): string => {
  let start = 0
  let end = text.length
  while (text[start] === '\n') start += 1
  while (end > start && text[end - 1] === '\n') end -= 1
  return text.slice(start, end)
}

const at = (offset: number): Range => ({ start: offset, end: offset })

const rangeOf = (node: unknown, text: string): Range | undefined => {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined
  if (!range) return undefined
  const [start, end] = range
  // A collection's end lies behind the line break of its last item.
  return isScalar(node) ? { start, end } : { start, end: Math.max(start, trimmed(text, { start, end }).end) }
}

/** After an error each top-level entry is read on its own; one that cannot be read is taken as the text of its line. */
const readPiecewise = (text: string, document: Document.Parsed): Reading => {
  const entries: FrontEntry[] = []
  const problems: FrontProblem[] = []
  const anchors = new Map<string, Scalar>()
  const isWorthIt = document.errors.length <= rereadLimit.errors
  for (const [index, line] of keyChunks(text, { start: 0, end: text.length }, ':').entries()) {
    const piece = text.slice(line.chunk.start, line.chunk.end)
    const own = isWorthIt && index < rereadLimit.entries ? compose(piece) : undefined
    const [error] = own?.errors ?? []
    if (own && !error) {
      const reading = moved(readDocument(piece, own, anchors), line.chunk.start)
      for (const entry of reading.entries) entries.push(entry)
      for (const found of reading.problems) problems.push(found)
    } else {
      entries.push(lineEntry(text, line))
      if (error) problems.push(errorProblem(text, line.chunk.start, error, line))
    }
  }
  const [error] = document.errors
  if (problems.length === 0 && error) problems.push(errorProblem(text, 0, error))
  return { entries, problems, broken: true }
}

type ParseError = Document.Parsed['errors'][number]

const errorProblem = (text: string, base: number, error: ParseError, line?: KeyLine): FrontProblem => {
  const start = Math.min(base + error.pos[0], text.length)
  const end = Math.min(Math.max(base + error.pos[1], start), text.length)
  if (error.code === 'TAB_AS_INDENT') return problem('tab', '', { start, end })
  if (line && line.value.start < line.value.end) {
    const value = text.slice(line.value.start, line.value.end)
    if (value.startsWith('{{') || value.startsWith('{%')) return problem('template', value, line.value)
    // What is wrong with a value is often seen only behind it; the writer looks for its line.
    if (start <= line.next || '[{"\''.includes(value[0] as string)) return problem('syntax', error.message, line.value)
  }
  return problem('syntax', error.message, { start, end: Math.max(start, Math.min(end, lineAt(text, start).end)) })
}
