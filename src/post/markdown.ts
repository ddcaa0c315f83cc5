import type { Element, Root } from 'hast'
import type { Code, Html, Root as MarkdownRoot, Nodes, Parents } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { guardHtml } from './guard.ts'
import type { Markup, Problem } from './post.ts'
import type { Range } from './range.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze()
const withRaw = unified().use(rehypeRaw).freeze()

export interface ParsedMarkdown {
  readonly tree: Root
  readonly problems: readonly Problem[]
  readonly isTooMuch: boolean
  readonly markup: Markup
}

/**
 * Parses Markdown (GFM with raw HTML) to hast whose positions are offsets into `text`.
 * @param isKramdown HTML that is indented after a blank line is HTML there, not code.
 */
export function parseMarkdown(text: string, body: Range, isKramdown: boolean): ParsedMarkdown {
  const markdown = parser.parse(text)
  restorePositions(markdown, text)
  if (isKramdown) readIndentedHtml(markdown, text)
  const { problems, isTooMuch } = guardRaw(markdown, body)
  if (isTooMuch) return { tree: { type: 'root', children: [] }, problems, isTooMuch, markup: { raw: [], made: [] } }
  const hasRaw = splitRaw(markdown, text)
  const markup = hasRaw ? markupOf(markdown) : { raw: [], made: [] }
  unwrapDoubleLinks(markdown)
  let tree = toHast.runSync(markdown)
  dropGenerated(tree)
  if (hasRaw) tree = withRaw.runSync(tree) as Root
  return { tree, problems, isTooMuch, markup }
}

const madeBlocks = new Map<Nodes['type'], string>([
  ['paragraph', 'p'],
  ['heading', 'h2'],
  ['blockquote', 'blockquote'],
  ['list', 'ul'],
  ['listItem', 'li'],
  ['tableCell', 'td'],
  ['code', 'pre'],
])

/** Where raw HTML stands, and the blocks around it. */
function markupOf(markdown: MarkdownRoot): Markup {
  const raw: Range[] = []
  const made: (Range & { tagName: string })[] = []
  /** Items whose text gets no paragraph. */
  const tight = new Set<Nodes>()
  visit(markdown, (node, _index, parent) => {
    const tagName = madeBlocks.get(node.type)
    if (!node.position || (node.type === 'paragraph' && parent?.type === 'listItem' && tight.has(parent))) return
    if (node.type === 'list' && !node.spread && !node.children.some(({ spread }) => spread)) {
      for (const item of node.children) tight.add(item)
    }
    const { start, end } = offsetOf(node)
    if (node.type === 'html') raw.push({ start, end })
    else if (tagName) made.push({ start, end, tagName })
  })
  return { raw, made }
}

const offsetOf = (node: Nodes): Range => ({
  start: node.position!.start.offset!,
  end: node.position!.end.offset!,
})

/** GFM's search for bare addresses cuts texts into pieces without positions; they follow one another in the source. */
function restorePositions(parent: Nodes, text: string): void {
  if (!('children' in parent)) return
  let at = parent.position?.start.offset ?? 0
  for (const child of parent.children) {
    const own = child.position
    if (!own) {
      const words = child.type === 'text' ? child.value : plainText(child)
      if (words === undefined || !text.startsWith(words, at)) return
      child.position = pointsAt(at, at + words.length)
    }
    restorePositions(child, text)
    at = child.position!.end.offset!
  }
}

const plainText = (node: Nodes): string | undefined =>
  node.type === 'link' && node.children.length === 1 && node.children[0]!.type === 'text'
    ? node.children[0]!.value
    : undefined

/** Turns indented code into HTML while a raw element is open, as kramdown reads it. */
function readIndentedHtml(tree: MarkdownRoot, text: string): void {
  let open = 0
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'html') open += balance(node.value)
    if (node.type !== 'code' || open <= 0 || !isIndentedTag(node, text)) continue
    const { start, end } = offsetOf(node)
    const html: Html = { type: 'html', value: text.slice(start, end), position: node.position! }
    open += balance(html.value)
    tree.children[index] = html
  }
}

const isIndentedTag = (node: Code, text: string): boolean => {
  const { start, end } = offsetOf(node)
  return /^\s*<\/?[A-Za-z]/.test(text.slice(start, Math.min(end, start + 200)))
}

/** Opening minus closing tags of block elements, which is how deep a run of HTML leaves kramdown. */
function balance(html: string): number {
  let depth = 0
  for (const tag of html.matchAll(
    /<(\/?)(?:div|table|thead|tbody|tr|ul|ol|dl|section|article|figure|details|center|nav|aside)(?=[\s>])/gi,
  )) {
    depth += tag[1] ? -1 : 1
  }
  return depth
}

/** All raw HTML of a post counts as one text for the budgets, because it becomes one tree. */
function guardRaw(tree: MarkdownRoot, body: Range): Omit<ParsedMarkdown, 'tree' | 'markup'> {
  const raw: Html[] = []
  visit(tree, 'html', (node) => {
    raw.push(node)
  })
  if (raw.length === 0) return { problems: [], isTooMuch: false }
  const problems: Problem[] = []
  for (const node of raw) {
    if (!/<\/?[A-Za-z][^\s/>]*[.#]/.test(node.value)) continue
    const { start } = offsetOf(node)
    const guarded = guardHtml(node.value, { start: 0, end: node.value.length })
    for (const problem of guarded.problems) {
      if (problem.kind !== 'tag-name') continue
      problems.push({ ...problem, range: { start: problem.range.start + start, end: problem.range.end + start } })
    }
    node.value = guarded.text
  }
  const all = raw.map(({ value }) => value).join('')
  const { isTooMuch, problems: found } = guardHtml(all, { start: 0, end: all.length })
  for (const problem of found) {
    if (problem.kind === 'budget') problems.push({ ...problem, range: { start: body.start, end: body.start } })
  }
  return { problems, isTooMuch }
}

/**
 * An `html` node whose value is not its source slice (container prefixes were stripped) becomes one node a line, each
 * with the offset of its own line: positions inside raw HTML are counted from its start.
 */
function splitRaw(tree: MarkdownRoot, text: string): boolean {
  let hasRaw = false
  visit(tree, 'html', (node, index, parent) => {
    hasRaw = true
    const { start, end } = offsetOf(node)
    // Same length: only masks of odd tag names differ.
    if (!parent || index === undefined || node.value.length === end - start) return
    const lines = rawLines(node, text)
    if (!lines) return
    ;(parent as Parents).children.splice(index, 1, ...lines)
    return index + lines.length
  })
  return hasRaw
}

function rawLines(node: Html, text: string): Html[] | undefined {
  const { start, end } = offsetOf(node)
  const lines: Html[] = []
  let at = start
  for (const line of node.value.split(/(?<=\n)/)) {
    const content = line.replace(/\r?\n$/, '')
    const found = text.indexOf(content, at)
    if (found < 0 || found > end) return undefined
    lines.push({ type: 'html', value: line, position: pointsAt(found, found + content.length) })
    at = found + content.length
  }
  return lines
}

/** Only offsets are read; lines and columns are worked out when reporting. */
const pointsAt = (start: number, end: number): NonNullable<Html['position']> => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
})

/** What remark-rehype adds by itself is nobody's writing: white space, footnote links and heading, `align`, task boxes. */
function dropGenerated(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'text' && !node.position && !node.value.trim()) {
      parent.children.splice(index, 1)
      return index
    }
    if (node.type !== 'element') return
    if (isGenerated(node)) {
      parent.children.splice(index, 1)
      // The back link of a footnote comes with a space of its own.
      const before = parent.children[index - 1]
      if (node.tagName === 'a' && before?.type === 'text') before.value = before.value.replace(/ $/, '')
      return index
    }
    if (node.tagName === 'td' || node.tagName === 'th') delete node.properties.align
    return
  })
}

function isGenerated({ tagName, properties, children, position }: Element): boolean {
  if (tagName === 'a') return properties.dataFootnoteBackref !== undefined
  if (tagName === 'h2') return properties.id === 'footnote-label'
  if (tagName === 'input') return !position
  const first = children[0]
  return tagName === 'sup' && first?.type === 'element' && first.properties.dataFootnoteRef !== undefined
}

/** GFM turns a URL that is already the text of a raw `<a>` into a second link. */
function unwrapDoubleLinks(tree: MarkdownRoot): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some((child) => child.type === 'html')) return
    let isInRawLink = false
    const kept: Nodes[] = []
    for (const child of node.children) {
      if (child.type === 'html' && /^<\/?a[\s>]/i.test(child.value)) isInRawLink = child.value[1] !== '/'
      for (const one of child.type === 'link' && isInRawLink ? child.children : [child]) kept.push(one)
    }
    node.children = kept as typeof node.children
  })
}
