import type { Element, Nodes, Root } from 'hast'
import type { Part, Post } from './post.ts'
import type { Range } from './range.ts'

/** Where nodes, tags and attributes stand in the source. */
export type Places = Pick<Post, 'range' | 'place' | 'isWritten'>

export interface WrittenAttribute extends Range {
  /** As written, in lower case. */
  readonly name: string
  /** Without quotes; undefined for an attribute without value. */
  readonly value?: Range
}

export interface WrittenTag extends Range {
  readonly attributes: readonly WrittenAttribute[]
}

/**
 * Reads an opening tag off the source: where it ends and where each attribute stands. Works on masked text, in which
 * templates hold no quotes and no angle brackets.
 */
export function readTag(text: string, start: number): WrittenTag | undefined {
  const name = /^<[A-Za-z][^\s/>]*/.exec(text.slice(start, start + 100))
  if (!name) return undefined
  const attributes: WrittenAttribute[] = []
  let at = start + name[0].length
  for (;;) {
    while (at < text.length && (isSpace(text[at]!) || text[at] === '/')) at++
    if (at >= text.length) return undefined
    if (text[at] === '>') return { start, end: at + 1, attributes }
    const from = at
    // A leading `=` belongs to the name, as the HTML parser reads it.
    at++
    while (at < text.length && !isSpace(text[at]!) && text[at] !== '/' && text[at] !== '>' && text[at] !== '=') at++
    const attributeName = text.slice(from, at).toLowerCase()
    let end = at
    while (at < text.length && isSpace(text[at]!)) at++
    if (text[at] !== '=') {
      attributes.push({ name: attributeName, start: from, end })
      at = end
      continue
    }
    at++
    while (at < text.length && isSpace(text[at]!)) at++
    const quote = text[at]
    let value: Range
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1)
      if (close < 0) return undefined
      value = { start: at + 1, end: close }
      end = close + 1
    } else {
      const valueStart = at
      while (at < text.length && !isSpace(text[at]!) && text[at] !== '>') at++
      value = { start: valueStart, end: at }
      end = at
    }
    attributes.push({ name: attributeName, start: from, end, value })
    at = end
  }
}

const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f'

/** @param text The masked source. */
export function placesIn(text: string, body: Range): Places {
  const tags = new WeakMap<Element, { readonly tag: WrittenTag | undefined }>()

  const extent = (node: Nodes): Range | undefined => {
    const start = node.position?.start?.offset
    const end = node.position?.end?.offset
    if (start === undefined || end === undefined || start > text.length) return undefined
    return { start, end: Math.max(start, Math.min(end, text.length)) }
  }

  const tagOf = (node: Element): WrittenTag | undefined => {
    const known = tags.get(node)
    if (known) return known.tag
    const at = extent(node)?.start
    const isOwn =
      at !== undefined &&
      text[at] === '<' &&
      text.slice(at + 1, at + 1 + node.tagName.length).toLowerCase() === node.tagName.toLowerCase() &&
      /[\s/>]/.test(text[at + 1 + node.tagName.length] ?? ' ')
    const tag = isOwn ? readTag(text, at) : undefined
    tags.set(node, { tag })
    return tag
  }

  const range = (node: Nodes, part?: Part): Range | undefined => {
    if (part === undefined) return node.type === 'root' ? body : extent(node)
    if (node.type !== 'element') return undefined
    const tag = tagOf(node)
    if (part === 'tag') return tag && { start: tag.start, end: tag.end }
    if ('attribute' in part) {
      const found = tag?.attributes.find(({ name }) => name === part.attribute)
      return found && { start: found.start, end: found.end }
    }
    if (tag) return tag.attributes.find(({ name }) => name === part.value)?.value
    const at = extent(node)
    return at && markdownValue(text, at, node, part.value)
  }

  return {
    range,
    place(node, parents = []) {
      const own = range(node)
      if (own) return own
      for (let index = parents.length - 1; index >= 0; index--) {
        const outer = range(parents[index] as Element | Root)
        if (outer) return outer
      }
      return { start: body.start, end: body.start }
    },
    isWritten(node) {
      if (node.type === 'element') return tagOf(node) !== undefined
      return extent(node) !== undefined
    },
  }
}

/**
 * The value that Markdown syntax gave an attribute: in `![alt](url "title")`, `[text](url)`, `<url>` and bare URLs.
 * Only where it stands in the slice as such, without escapes.
 */
function markdownValue(text: string, slice: Range, node: Element, name: string): Range | undefined {
  const property = node.properties[name]
  if (typeof property !== 'string' || property === '') return undefined
  const written = text.slice(slice.start, slice.end)
  const isImage = node.tagName === 'img'
  if (name === 'alt') return isImage && written.startsWith(`![${property}]`) ? inSlice(slice, 2, property) : undefined
  const isUrl = name === (isImage ? 'src' : 'href')
  if (!isUrl && name !== 'title') return undefined
  if (!written.endsWith(')') || !written.includes('](')) return isUrl ? bareUrl(written, slice, property) : undefined
  // The target is the last `](` of the slice: link texts may hold images with targets of their own.
  const target = written.lastIndexOf('](') + 2
  if (isUrl) return writtenUrl(written, target, slice)
  const at = written.lastIndexOf(property, written.length - 2)
  return at < target ? undefined : inSlice(slice, at, property)
}

const inSlice = (slice: Range, at: number, value: string): Range => ({
  start: slice.start + at,
  end: slice.start + at + value.length,
})

/** The link target as written; its decoded, percent-encoded form may differ. */
function writtenUrl(written: string, target: number, slice: Range): Range {
  let at = target
  while (/\s/.test(written[at]!)) at++
  const isBracketed = written[at] === '<'
  if (isBracketed) at++
  let end = at
  while (end < written.length - 1 && !(isBracketed ? written[end] === '>' : /\s/.test(written[end]!))) end++
  return { start: slice.start + at, end: slice.start + end }
}

function bareUrl(written: string, slice: Range, url: string): Range | undefined {
  const at = written.startsWith('<') ? 1 : 0
  if (written.startsWith(url, at)) return inSlice(slice, at, url)
  const withoutScheme = url.replace(/^(?:https?:\/\/|mailto:)/, '')
  return written.startsWith(withoutScheme, at) ? inSlice(slice, at, withoutScheme) : undefined
}
