import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { lineAt, lineEnd, lineStarts } from '../engine/lines.ts'
import { UserError } from '../user-error.ts'
import { readYaml } from '../yaml.ts'
import type { ConfigSource, KeyPath, SourcePlace } from './source.ts'

const deepest = 64
const mostNodes = 20_000
/** Keys that would reach into the prototypes of objects. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Turns an offset of a text into a place for people. */
const placer = (text: string, name: string): ((offset: number) => SourcePlace) => {
  const starts = lineStarts(text)
  return (offset) => {
    const line = lineAt(starts, offset)
    const start = starts[line]!
    return {
      file: name,
      line: line + 1,
      column: offset - start + 1,
      sourceLine: text.slice(start, lineEnd(text, starts, line)),
    }
  }
}

/** The parser speaks English only: its commonest complaints in Korean. */
const mistakes: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', '들여쓰기가 맞지 않습니다'],
  ['BLOCK_AS_IMPLICIT_KEY', '한 줄에 “키: 값”이 두 번 나옵니다'],
  ['MISSING_CHAR', '빠진 문자가 있습니다'],
  ['TAB_AS_INDENT', '탭으로 들여쓸 수 없습니다'],
  ['UNEXPECTED_TOKEN', '여기에 올 수 없는 내용입니다'],
])

const startOf = (node: unknown): number => (node as Node | null | undefined)?.range?.[0] ?? 0
const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

/** Builds plain values node by node: never by `toJS`, which some short documents keep busy for half a minute. */
const plainValue = (document: Document, refuse: (en: string, ko: string, node: unknown) => never): unknown => {
  let nodes = 0
  const convert = (node: unknown, depth: number): unknown => {
    if (++nodes > mostNodes) return refuse('too many values', '값이 너무 많습니다', node)
    if (depth > deepest) return refuse('nested too deeply', '너무 깊게 중첩되었습니다', node)
    if (isAlias(node)) return convert(node.resolve(document), depth + 1)
    if (isScalar(node)) return node.value
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1))
    if (!isMap(node)) return null
    const map: Record<string, unknown> = {}
    for (const pair of node.items) {
      if (!isScalar(pair.key)) return refuse('a key must be a plain word', '키는 단순한 단어여야 합니다', pair.key)
      const key = keyOf(pair)
      if (refusedKeys.has(key))
        return refuse(`the key “${key}” is not allowed`, `“${key}” 키는 쓸 수 없습니다`, pair.key)
      if (Object.hasOwn(map, key))
        return refuse(`the key “${key}” occurs twice`, `“${key}” 키가 두 번 나옵니다`, pair.key)
      map[key] = convert(pair.value, depth + 1)
    }
    return map
  }
  return convert(document.contents, 0)
}

/** The node that a path leads to, or the innermost one on the way. */
const nodeAt = (document: Document, path: KeyPath, part: 'key' | 'value'): unknown => {
  let node: unknown = document.contents
  let found = node
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === step)
      if (!pair) break
      node = pair.value
      const isLast = index === path.length - 1
      found = (isLast && part === 'key') || !node ? pair.key : node
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      found = node ?? found
    } else break
  }
  return found
}

/** Reads YAML or JSON; `within` is the key that holds the configuration in a file with other things in it. */
export const readData = (text: string, name: string, file: string, within?: string): ConfigSource => {
  const at = placer(text, name)
  const refuse = (en: string, ko: string, offset: number): never => {
    throw new UserError(
      { en: `Cannot read the configuration: ${en}`, ko: `설정을 읽을 수 없습니다: ${ko}` },
      at(offset),
    )
  }
  const document = readYaml(text)
  if (!document) return refuse('nested too deeply', '너무 깊게 중첩되었습니다', 0)
  const mistake = document.errors[0]
  if (mistake) return refuse(mistake.message, mistakes.get(mistake.code) ?? 'YAML 문법에 맞지 않습니다', mistake.pos[0])
  if (within !== undefined) document.contents = (document.get(within, true) as Node | undefined) ?? null
  return {
    name,
    file,
    value: plainValue(document, (en, ko, node) => refuse(en, ko, startOf(node))) ?? {},
    place: (path, part = 'value') => at(startOf(nodeAt(document, path, part))),
  }
}
