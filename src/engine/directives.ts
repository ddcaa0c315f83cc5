import { nearest } from '../nearest.ts'
import type { FrontEntry, Post } from '../post/post.ts'
import { byPlace, contains, type Range } from '../post/range.ts'
import { rawComments, treeComments } from './comments.ts'
import type { Directive, NamedRule } from './finding.ts'
import { frameAt, lineAt, lineEnd } from './lines.ts'
import { rangeIndex } from './offsets.ts'
import { reach, type Written } from './reach.ts'

/** Most directives of a post, and most ids in all of them; what is beyond is not read, and so suppresses nothing. */
const mostDirectives = 1000
const mostIds = 1000
const mark = 'postlint-'
const kinds: readonly Written['kind'][] = ['disable', 'disable-line', 'disable-next-line', 'enable']

/** What opens a comment, in HTML and in the generators' template languages. */
const opener = /^(?:<!--|\{%-?\s*comment\s*-?%\}|\{%-?\s*#|\{#-?|\{\{-?\s*\/\*|#+)?\s*/
const closers = ['-->', '*/', '#}', '%}', '{%']

/** Whether the post can hold directives at all: nearly all posts are done with here. */
const mentionsDirective = ({ source }: Post): boolean => source.includes('postlint')

/** The ids in a stretch of the source, up to ` -- `, and the reason behind it. */
const readIds = (source: string, { start, end }: Range, lines: readonly number[]) => {
  const rules: NamedRule[] = []
  const text = source.slice(start, end)
  for (const { 0: id, index } of text.matchAll(/[^\s,]+/g)) {
    if (id.startsWith('--')) return { rules, reason: text.slice(index + 2).trim() }
    const from = start + index
    rules.push({ id, start: from, end: from + id.length, frame: frameAt(source, lines, from) })
    if (rules.length === mostIds) break
  }
  return { rules }
}

const readComment = (source: string, at: Range, lines: readonly number[]): Written | undefined => {
  const text = source.slice(at.start, at.end)
  const from = opener.exec(text)?.[0].length ?? 0
  if (!text.startsWith(mark, from)) return undefined
  const word = /^[a-z]+(?:-[a-z]+)*/i.exec(text.slice(from + mark.length, from + mark.length + 40))?.[0] ?? ''
  if (word === '') return undefined
  const kind = kinds.find((known) => known === word)
  const frame = frameAt(source, lines, at.start)
  if (!kind) {
    const near = nearest(word, kinds)
    const start = at.start + from
    const named = { id: mark + word, start, end: start + mark.length + word.length, frame }
    return { kind: 'unknown', rules: [], at, frame, word: near ? { ...named, nearest: mark + near } : named }
  }
  const afterWord = from + mark.length + word.length
  const ends = closers.map((closer) => text.indexOf(closer, afterWord)).filter((index) => index >= 0)
  const end = Math.min(text.length, ...ends)
  return { kind, at, frame, ...readIds(source, { start: at.start + afterWord, end: at.start + end }, lines) }
}

/** `# postlint-disable-line …` comments of YAML and TOML front matter. */
const frontComments = ({ front, source }: Post, lines: readonly number[]): Range[] => {
  const values: Range[] = []
  const gather = (entries: readonly FrontEntry[]): void => {
    for (const entry of entries) {
      if (entry.children.length > 0) gather(entry.children)
      else values.push(entry.valueRange)
    }
  }
  gather(front.entries)

  const comments: Range[] = []
  for (
    let index = source.indexOf(mark, front.inner.start);
    index >= 0 && index < front.inner.end && comments.length < mostDirectives;
    index = source.indexOf(mark, index + 1)
  ) {
    const lineStart = lines[lineAt(lines, index)] ?? 0
    const before = source.slice(lineStart, index).trimEnd()
    if (!before.endsWith('#')) continue
    const comment = { start: lineStart + before.length - 1, end: lineEnd(source, lines, lineAt(lines, index)) }
    if (!values.some((value) => contains(value, comment))) comments.push(comment)
  }
  return comments
}

/** What stands under `disable`: a list, or a single id. */
const itemsOf = (disable: FrontEntry): readonly FrontEntry[] => (disable.type === 'list' ? disable.children : [disable])

/** The front-matter key `postlint: { disable: [...] }`. */
const frontKey = ({ front, source }: Post, lines: readonly number[]): Directive[] => {
  const key = front.get('postlint')
  const disable = key?.children.find((child) => child.key === 'disable')
  if (!key || !disable) return []
  const rules = itemsOf(disable)
    .filter((item) => item.type === 'text')
    .slice(0, mostIds)
    .flatMap((item) => readIds(source, item.valueRange, lines).rules)
  if (rules.length === 0) return []
  const at = { start: key.keyRange.start, end: disable.valueRange.end }
  const effect = { start: 0, end: source.length + 1 }
  return [{ kind: 'front-matter', rules, at, frame: frameAt(source, lines, at.start), effect }]
}

/** Keys beside `disable` under the front-matter key `postlint`. */
const unknownKeys = ({ front, source }: Post, lines: readonly number[]): Directive[] =>
  (front.get('postlint')?.type === 'map' ? (front.get('postlint')?.children ?? []) : [])
    .filter(({ key }) => key !== 'disable')
    .slice(0, mostDirectives)
    .map(({ key, keyRange }) => {
      const frame = frameAt(source, lines, keyRange.start)
      const near = nearest(key, ['disable'])
      const word = { id: key, ...keyRange, frame, ...(near && { nearest: near }) }
      const effect = { start: keyRange.end, end: keyRange.end }
      return { kind: 'unknown', rules: [], at: keyRange, frame, effect, word }
    })

/** What stands under the front-matter key `postlint` where a map or the ids of rules are expected. */
const malformedValues = ({ front, source }: Post, lines: readonly number[]): Directive[] => {
  const key = front.get('postlint')
  const disable = key?.children.find((child) => child.key === 'disable')
  const values = key?.type !== 'map' ? [key] : disable ? itemsOf(disable).filter(({ type }) => type !== 'text') : []
  return values
    .filter((value) => value !== undefined)
    .filter(({ type }) => type !== 'null')
    .slice(0, mostDirectives)
    .map(({ valueRange }) => {
      const effect = { start: valueRange.end, end: valueRange.end }
      return { kind: 'malformed', rules: [], at: valueRange, frame: frameAt(source, lines, valueRange.start), effect }
    })
}

/** Comments in the body: those of its markup, and those that only the template engine sees. */
const bodyComments = (post: Post): Range[] => {
  const { comments, code } = post.textOnly ? rawComments(post) : treeComments(post)
  const isInCode = rangeIndex(code)
  return [...comments, ...post.masks.filter(({ kind, start }) => kind === 'comment' && !isInCode(start))]
}

/** All directives of a post, in order. */
export const readDirectives = (post: Post, lines: readonly number[]): Directive[] => {
  if (!mentionsDirective(post)) return []
  const { source } = post
  const candidates = [...frontComments(post, lines), ...bodyComments(post)]
  let ids = 0
  const written = candidates
    .sort(byPlace)
    .flatMap(({ start, end }) => readComment(source, { start, end }, lines) ?? [])
    .filter(({ rules }, index) => {
      ids += rules.length
      return index < mostDirectives && ids <= mostIds
    })
  return [
    ...frontKey(post, lines),
    ...unknownKeys(post, lines),
    ...malformedValues(post, lines),
    ...reach(written, source, lines),
  ]
}
