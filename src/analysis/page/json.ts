import type { Range } from '../../post/range.ts'

/** A JSON value with its place in the source. */
export type JsonNode = Range &
  (
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number' | 'word'; readonly value: string }
  )

export interface JsonMember {
  readonly key: string
  readonly keyRange: Range
  readonly value: JsonNode
}

/** Where reading stopped, and what usually makes it stop there. */
export interface JsonFault extends Range {
  readonly kind: 'comma' | 'missing-comma' | 'quotes' | 'line-break' | 'comment' | 'entity' | 'end' | 'other'
}

/** Deeper values are not read. */
const deepest = 64

class Fault extends Error {
  readonly fault: JsonFault
  constructor(kind: JsonFault['kind'], start: number, end: number) {
    super(kind)
    this.fault = { kind, start, end }
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordPattern = /true|false|null/y
const plainText = /[^"\\\u0000-\u001f]+/y
const escapePattern = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y

/** Reads one JSON text, strictly, and says where it ends being one. */
export const readJson = (source: string, range: Range): { readonly node: JsonNode } | { readonly fault: JsonFault } => {
  let at = range.start

  const fail = (kind: JsonFault['kind'] = 'other', from = at, to = from + 1): never => {
    const start = Math.min(from, Math.max(range.start, range.end - 1))
    throw new Fault(kind, start, Math.max(start, Math.min(to, range.end)))
  }
  const skipSpace = (): void => {
    while (at < range.end && /[ \t\r\n]/.test(source[at]!)) at++
  }
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found === undefined || at + found.length > range.end) return undefined
    at += found.length
    return found
  }
  /** What stands where a value, a key or a comma should be. */
  const failHere = (): never => {
    if (at >= range.end) return fail('end')
    const rest = source.slice(at, at + 10)
    if (/^\/[/*]/.test(rest)) return fail('comment', at, at + 2)
    const entity = /^&(?:[a-z]{2,6}|#\d{1,5});/i.exec(rest)?.[0]
    if (entity) return fail('entity', at, at + entity.length)
    return /^['“”‘’]/.test(rest) ? fail('quotes') : fail()
  }

  const readText = (): { value: string; start: number; end: number } => {
    const start = at
    at++
    for (;;) {
      if (at >= range.end) return fail('end', start, start + 1)
      if (source[at] === '"') break
      if (take(plainText) !== undefined || take(escapePattern) !== undefined) continue
      if (source[at] === '\n' || source[at] === '\r') return fail('line-break', start, at)
      return fail('other', at, at + 1)
    }
    at++
    return { value: JSON.parse(source.slice(start, at)) as string, start, end: at }
  }

  const readValue = (depth: number): JsonNode => {
    skipSpace()
    const start = at
    const first = source[at]
    if (at >= range.end) return fail('end')
    if (depth > deepest) return fail()
    if (first === '"') return { kind: 'text', ...readText() }
    if (first === '{') return readObject(depth)
    if (first === '[') return readArray(depth)
    const word = take(wordPattern)
    if (word) return { kind: 'word', value: word, start, end: at }
    const number = take(numberPattern)
    return number ? { kind: 'number', value: number, start, end: at } : failHere()
  }

  /** After a value: goes on behind a comma, or stops before the closing bracket. */
  const goesOn = (close: string): boolean => {
    skipSpace()
    if (source[at] === close) return false
    if (source[at] !== ',') return /["{[\d]/.test(source[at] ?? '') ? fail('missing-comma') : failHere()
    const comma = at
    at++
    skipSpace()
    return source[at] === close || source[at] === ',' ? fail('comma', comma, comma + 1) : true
  }

  const readObject = (depth: number): JsonNode => {
    const start = at
    const members: JsonMember[] = []
    at++
    skipSpace()
    if (source[at] !== '}') {
      do {
        skipSpace()
        if (source[at] !== '"') return failHere()
        const { value: key, ...keyRange } = readText()
        skipSpace()
        if (source[at] !== ':') return failHere()
        at++
        members.push({ key, keyRange, value: readValue(depth + 1) })
      } while (goesOn('}'))
    }
    at++
    return { kind: 'object', members, start, end: at }
  }

  const readArray = (depth: number): JsonNode => {
    const start = at
    const items: JsonNode[] = []
    at++
    skipSpace()
    if (source[at] !== ']') {
      do items.push(readValue(depth + 1))
      while (goesOn(']'))
    }
    at++
    return { kind: 'array', items, start, end: at }
  }

  try {
    const node = readValue(0)
    skipSpace()
    return at < range.end ? failHere() : { node }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault }
    throw error
  }
}

/** A member of an object by its key. */
export const memberOf = (node: JsonNode, key: string): JsonNode | undefined =>
  node.kind === 'object' ? node.members.findLast((member) => member.key === key)?.value : undefined

/** A text, or the texts of a list. */
export const textsOf = (node: JsonNode | undefined): readonly string[] => {
  if (node?.kind === 'text') return [node.value]
  return node?.kind === 'array' ? node.items.flatMap(textsOf) : []
}
