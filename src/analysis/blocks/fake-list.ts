import type { Element, RootContent } from 'hast'
import { follows, type Marker, markerOf } from '../../language/list-markers.ts'
import { isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { extentOf, tagsOf } from './extent.ts'
import { stretchesOf, type Token } from './inline-lines.ts'

/** A line, or a paragraph, that begins like a list item. */
export interface FakeItem {
  readonly marker: Marker
  readonly text: string
  /** The whole line or paragraph. */
  readonly range: Range
  /** The source of its content, the mark included. */
  readonly inner: Range
}

/** Items that follow one another. */
export interface FakeList {
  readonly items: readonly FakeItem[]
  /** The paragraph that holds nothing but these lines; absent for lines among others. */
  readonly paragraph?: Element
  /** Whether each item is a paragraph of its own. */
  readonly isParagraphs: boolean
}

type Line = FakeItem | undefined

/** Runs of items, cut where one does not follow the other. */
const runs = (lines: readonly Line[]): FakeItem[][] => {
  const found: FakeItem[][] = []
  let last: FakeItem | undefined
  for (const line of lines) {
    if (line && last && follows(line.marker, last.marker)) found.at(-1)!.push(line)
    else if (line) found.push([line])
    last = line
  }
  return found
}

/** The lines of a stretch: its breaks part them, and in Markdown the line breaks of the source. */
const linesOf = (post: Post, tokens: readonly Token[]): Line[] => {
  const lines: Line[] = []
  let nodes: RootContent[] = []
  let text = ''
  const close = (): void => {
    const range = extentOf(post, nodes)
    const marker = range && markerOf(text.trimStart())
    if (nodes.length > 0) lines.push(marker && range ? { marker, text: text.trim(), range, inner: range } : undefined)
    nodes = []
    text = ''
  }
  for (const token of tokens) {
    if (token.kind === 'break') close()
    else {
      nodes.push(token.node)
      text += token.kind === 'text' ? token.text : '\ufffc'
    }
  }
  close()
  return lines
}

/** A Markdown paragraph's own lines, read off the source. */
const sourceLines = (post: Post, paragraph: Element): Line[] => {
  const range = post.range(paragraph)
  if (!range || post.range(paragraph, 'tag')) return []
  const lines: Line[] = []
  for (const { 0: line, index } of post.source.slice(range.start, range.end).matchAll(/[^\r\n]+/g)) {
    const start = range.start + index + (line.length - line.trimStart().length)
    const own = { start, end: range.start + index + line.trimEnd().length }
    const text = line.trim()
    const marker = markerOf(text)
    lines.push(marker ? { marker, text, range: own, inner: own } : undefined)
  }
  return lines
}

const apart = new Set([
  'address',
  'caption',
  'dt',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'nav',
  'summary',
  'td',
  'th',
])

/** What looks like a list in a post but is lines or paragraphs with marks of their own. */
export function fakeLists(post: Post, min: number): readonly FakeList[] {
  const found: FakeList[] = []
  let row: Line[] = []
  let lastParent: unknown
  const closeRow = (): void => {
    for (const items of runs(row)) if (items.length >= min) found.push({ items, isParagraphs: true })
    row = []
  }
  for (const stretch of stretchesOf(post)) {
    if (stretch.parents.some((around) => isElement(around) && apart.has(around.tagName))) continue
    const { container } = stretch
    const isMarkdown = isElement(container, 'p') && !post.range(container, 'tag')
    const lines = isMarkdown ? sourceLines(post, container) : linesOf(post, stretch.tokens)
    const isPlain = isElement(container, 'p') && lines.length === 1
    const parent = stretch.parents.at(-2)
    if (!isPlain || parent !== lastParent) closeRow()
    lastParent = parent
    if (isPlain) {
      const whole = post.range(container)
      const inner = tagsOf(post, container)?.inner
      row.push(lines[0] && whole ? { ...lines[0], range: whole, inner: inner ?? lines[0].inner } : undefined)
    } else {
      for (const items of runs(lines)) {
        const isAll = items.length === lines.length && isElement(container, 'p')
        if (items.length >= min) found.push({ items, isParagraphs: false, ...(isAll && { paragraph: container }) })
      }
    }
  }
  closeRow()
  return found
}
