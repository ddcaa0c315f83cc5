import type { Generator } from '../post.ts'
import type { Range } from '../range.ts'
import { keyLine, type Line, lineAt } from './lines.ts'

/** Where the front matter lies. */
export interface Block {
  readonly format: 'yaml' | 'toml' | 'json'
  readonly range: Range
  readonly open: Range
  readonly inner: Range
  /** No closing fence: the block ends where lines stop looking like front matter. */
  readonly unclosed?: true
  /** Something stands before it, so that the generator does not see it. */
  readonly notFirst?: true
}

/** Finds the front matter of a post, if it has any. */
export const findBlock = (source: string, generator: Generator): Block | undefined => {
  const start = skipBlank(source, 0)
  const block = blockAt(source, start) ?? openless(source, start, generator)
  if (block) return start === 0 || generator === 'hugo' ? block : late(source, block)
  const afterComments = skipComments(source, start)
  const behind = afterComments > start ? blockAt(source, afterComments) : undefined
  return behind && late(source, behind)
}

/** Behind other text a block counts only if it cannot be anything else. */
const late = (source: string, block: Block): Block | undefined =>
  !block.unclosed && (block.format !== 'yaml' || keyLine(source, lineAt(source, block.inner.start), ':'))
    ? { ...block, notFirst: true }
    : undefined

const blockAt = (source: string, start: number): Block | undefined => {
  if (source.startsWith('---', start)) return yamlBlock(source, lineAt(source, start))
  if (source.startsWith('+++', start)) return tomlBlock(source, lineAt(source, start))
  if (source.startsWith(';;;', start)) return fencedJson(source, lineAt(source, start))
  if (source.startsWith('{', start)) return bareJson(source, start)
  return undefined
}

const fence = (source: string, line: Line): string =>
  source.slice(line.start, Math.min(line.end, line.start + 64)).trimEnd()

/** The first line from `from` on that is one of the fences. */
const closing = (source: string, from: number, fences: readonly string[]): Line | undefined => {
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at)
    if (line.end - line.start >= 3 && fences.includes(fence(source, line))) return line
    at = line.next
  }
  return undefined
}

const between = (format: Block['format'], open: Line, mark: number, close: Line): Block => ({
  format,
  range: { start: open.start, end: close.next },
  open: { start: open.start, end: open.start + mark },
  inner: { start: open.next, end: close.start },
})

const yamlBlock = (source: string, open: Line): Block | undefined => {
  const mark = fence(source, open)
  if (!/^-{3,64}$/.test(mark)) return undefined
  const close = closing(source, open.next, mark === '---' ? ['---', '...'] : [mark])
  if (!close) return mark === '---' ? unclosedBlock(source, open, 'yaml') : undefined
  return isYaml(source, open, close) ? between('yaml', open, mark.length, close) : undefined
}

/** A post may begin with a thematic break: front matter starts with an entry, or has no blank line in it. */
const isYaml = (source: string, open: Line, close: Line): boolean => {
  let line = lineAt(source, open.next)
  while (line.start < close.start && isBlankOrComment(source, line)) line = lineAt(source, line.next)
  if (line.start >= close.start) return isBlankTo(source, open.next, close.start)
  const first = source[line.start] as string
  if (keyLine(source, line, ':') || '{?&!'.includes(first) || (first === '-' && source[line.start + 1] === ' '))
    return true
  for (let at = open.next; at < close.start; ) {
    const inside = lineAt(source, at)
    if (isBlankTo(source, inside.start, inside.end)) return false
    at = inside.next
  }
  return true
}

const tomlBlock = (source: string, open: Line): Block | undefined => {
  if (fence(source, open) !== '+++') return undefined
  const close = closing(source, open.next, ['+++'])
  return close ? between('toml', open, 3, close) : unclosedBlock(source, open, 'toml')
}

/** Without a closing fence the block lasts as long as its lines look like entries, so that the body is still read. */
const unclosedBlock = (source: string, open: Line, format: 'yaml' | 'toml'): Block | undefined => {
  const separator = format === 'yaml' ? ':' : '='
  if (!keyLine(source, lineAt(source, open.next), separator)) return undefined
  let end = open.next
  for (let at = open.next; at < source.length; ) {
    const line = lineAt(source, at)
    const first = source[line.start] as string
    const belongs = keyLine(source, line, separator) || (line.end > line.start && ' \t-#['.includes(first))
    if (!belongs) break
    end = line.next
    at = line.next
  }
  const open3 = { start: open.start, end: open.start + 3 }
  return { format, range: { start: open.start, end }, open: open3, inner: { start: open.next, end }, unclosed: true }
}

/** Hexo: JSON, usually without its braces, between `;;;` fences. */
const fencedJson = (source: string, open: Line): Block | undefined => {
  if (fence(source, open) !== ';;;') return undefined
  const close = closing(source, open.next, [';;;'])
  return close && between('json', open, 3, close)
}

/** Hexo: front matter that has only the closing fence. */
const openless = (source: string, start: number, generator: Generator): Block | undefined => {
  const isJson = source[start] === '"'
  if (!isJson && generator !== 'hexo') return undefined
  if (!keyLine(source, lineAt(source, start), ':')) return undefined
  const close = closing(source, start, isJson ? [';;;'] : ['---'])
  if (!close) return undefined
  const inner = { start, end: close.start }
  return { format: isJson ? 'json' : 'yaml', range: { start, end: close.next }, open: { start, end: start }, inner }
}

/** Hugo: a JSON object at the very start. `{{`, `{%` and `{:` are templates and kramdown. */
const bareJson = (source: string, start: number): Block | undefined => {
  const first = source[skipBlank(source, start + 1)]
  if (first !== '"' && first !== '}') return undefined
  let depth = 0
  let quoted = false
  for (let at = start; at < source.length; at += 1) {
    const character = source[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return jsonTo(source, start, at + 1)
    }
  }
  return { ...jsonTo(source, start, unclosedJsonEnd(source, start)), unclosed: true }
}

const jsonTo = (source: string, start: number, end: number): Block => {
  const { end: lineEnd, next } = lineAt(source, end)
  const inner = { start, end }
  const range = { start, end: isBlankTo(source, end, lineEnd) ? next : end }
  return { format: 'json', range, open: { start, end: start + 1 }, inner }
}

/** An object that is never closed ends before the first blank line. */
const unclosedJsonEnd = (source: string, start: number): number => {
  let at = start
  while (at < source.length) {
    const line = lineAt(source, at)
    if (isBlankTo(source, line.start, line.end)) break
    at = line.next
  }
  return at
}

const isBlankOrComment = (source: string, line: Line): boolean =>
  source[line.start] === '#' || isBlankTo(source, line.start, line.end)

const isBlankTo = (source: string, from: number, to: number): boolean => skipBlank(source, from, to) >= to

const skipBlank = (source: string, from: number, to = source.length): number => {
  let at = from
  while (at < to && ' \t\r\n\f\uFEFF'.includes(source[at] as string)) at += 1
  return at
}

const skipComments = (source: string, from: number): number => {
  let at = from
  while (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at)
    if (end < 0) return from
    at = skipBlank(source, end + 3)
  }
  return at
}
