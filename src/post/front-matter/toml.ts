import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { FrontEntry } from '../post.ts'
import type { Range } from '../range.ts'
import { keyChunks, lineAt, linesOf } from './lines.ts'
import { depthLimit, duplicates, lineEntry, problem, type Reading, tooDeep } from './reading.ts'

/** Reads a text as TOML; all offsets are the text's. */
export const readToml = (source: string): Reading => {
  // The parser knows LF and CRLF; a lone CR becomes an LF, which keeps every offset.
  const text = source.replace(/\r(?!\n)/g, '\n')
  if (isTooDeep(text)) return tooDeep(text)
  try {
    return { entries: frozen(readTable(parseTOML(text).body[0], text)), problems: [], broken: false }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return salvage(text, error)
  }
}

/** Bounds what the parser and we ourselves recurse over: brackets in each other, and dotted keys. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  let dots = 0
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string
    if (character === '\n') {
      quote = ''
      dots = 0
    } else if (quote !== '') {
      if (character === '\\' && quote === '"') at += 1
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    else if (character === '.') dots += 1
    else if (character === '=' || character === ',') dots = 0
    if (depth > depthLimit || dots > depthLimit) return true
  }
  return false
}

/** An entry while the tables that add to it are still being read. */
interface Draft extends Omit<FrontEntry, 'children'> {
  children: Draft[]
  /** Children by key, so that many tables stay linear. */
  readonly byKey: Map<string, Draft>
}

const readTable = (table: AST.TOMLTopLevelTable, text: string): Draft[] => {
  const root = draft({ key: '', path: '', keyRange: { start: 0, end: 0 }, type: 'map' }, { start: 0, end: 0 })
  for (const node of table.body) {
    if (node.type === 'TOMLKeyValue') {
      addValue(root, node, text)
      continue
    }
    const keys = node.resolvedKey.map(String)
    const range = rangeOf(node)
    let owner = root
    let bare = 0
    for (const key of keys) {
      const isIndex = owner.type === 'list'
      const name = isIndex ? undefined : node.key.keys[bare]
      if (!isIndex) bare += 1
      const isList = !isIndex && node.kind === 'array' && bare === node.key.keys.length
      owner = child(owner, key, name ? rangeOf(name) : range, isList ? 'list' : 'map', range)
    }
    for (const entry of node.body) addValue(owner, entry, text)
  }
  return root.children
}

const addValue = (owner: Draft, { key, value }: AST.TOMLKeyValue, text: string): void => {
  const names = key.keys
  let parent = owner
  for (const [index, name] of names.entries()) {
    const own = name.type === 'TOMLBare' ? name.name : name.value
    const range = textRange(name, text)
    if (index === names.length - 1) add(parent, toDraft(value, own, join(parent.path, own), range, text))
    else parent = child(parent, own, range, 'map', rangeOf(value))
  }
}

const toDraft = (node: AST.TOMLContentNode, key: string, path: string, keyRange: Range, text: string): Draft => {
  const shared = { key, path, keyRange }
  const range = rangeOf(node)
  if (node.type === 'TOMLArray') {
    const made = draft({ ...shared, type: 'list' }, range)
    for (const [index, item] of node.elements.entries()) {
      add(made, toDraft(item, String(index), join(path, String(index)), rangeOf(item), text))
    }
    return made
  }
  if (node.type === 'TOMLInlineTable') {
    const made = draft({ ...shared, type: 'map' }, range)
    for (const entry of node.body) addValue(made, entry, text)
    return made
  }
  if (node.kind === 'string') return draft({ ...shared, type: 'text', text: node.value }, textRange(node, text))
  const own = text.slice(range.start, range.end)
  if (node.kind === 'boolean') return draft({ ...shared, type: 'boolean', text: own }, range)
  const isNumber = node.kind === 'integer' || node.kind === 'float'
  return draft({ ...shared, type: isNumber ? 'number' : 'date', text: own }, range)
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

const draft = (
  entry: Pick<FrontEntry, 'key' | 'path' | 'keyRange' | 'type'> & { text?: string },
  valueRange: Range,
): Draft => ({
  text: '',
  ...entry,
  valueRange,
  children: [],
  byKey: new Map(),
})

const add = (owner: Draft, entry: Draft): void => {
  owner.children.push(entry)
  owner.byKey.set(entry.key, entry)
}

const child = (owner: Draft, key: string, keyRange: Range, type: 'map' | 'list', valueRange: Range): Draft => {
  const known = owner.byKey.get(key)
  if (known) return known
  const made = draft({ key, path: join(owner.path, key), keyRange, type }, valueRange)
  add(owner, made)
  return made
}

const frozen = (drafts: readonly Draft[]): FrontEntry[] =>
  drafts.map(({ byKey: _, children, ...entry }) => ({ ...entry, children: frozen(children) }))

const rangeOf = ({ range: [start, end] }: { readonly range: AST.Range }): Range => ({ start, end })

/** The text of a key or string without its quotes, and without the line break that may follow three quotes. */
const textRange = (node: { readonly range: AST.Range }, text: string): Range => {
  const range = rangeOf(node)
  const quote = text[range.start]
  if (quote !== '"' && quote !== "'") return range
  const isMultiline = range.end - range.start >= 6 && text.startsWith(quote.repeat(3), range.start)
  const width = isMultiline ? 3 : 1
  const line = lineAt(text, range.start + width)
  const breaksAtOnce = isMultiline && line.end === line.start
  return { start: breaksAtOnce ? Math.min(line.next, range.end - width) : line.start, end: range.end - width }
}

/** The parser gives nothing after an error: the simple lines before the first table are taken as text. */
const salvage = (text: string, error: ParseError): Reading => {
  const start = Math.min(error.index, text.length)
  let broken: Range = { start, end: start }
  let topEnd = text.length
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    if (line.start <= start && start <= line.end) broken = { start, end: line.end }
    if (text[line.start] === '[') topEnd = Math.min(topEnd, line.start)
  }
  const entries = keyChunks(text, { start: 0, end: topEnd }, '=').map((line) => lineEntry(text, line))
  const twice = error.message.startsWith('Defining a key multiple times') ? duplicates(entries) : []
  const problems = twice.length > 0 ? twice : [problem('syntax', error.message, broken)]
  return { entries, problems, broken: true }
}
