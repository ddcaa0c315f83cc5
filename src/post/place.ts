import type { Element, Nodes, Root } from 'hast'
import { endOf, endsName, equals, greater, isLetter, isSpace, less, slash } from './characters.ts'
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
  if (text.charCodeAt(start) !== less || !isLetter(text.charCodeAt(start + 1))) return undefined
  const attributes: WrittenAttribute[] = []
  let at = endOf(text, start + 2, endsName)
  for (;;) {
    at = endOf(text, at, startsAttribute)
    if (at >= text.length) return undefined
    if (text.charCodeAt(at) === greater) return { start, end: at + 1, attributes }
    const from = at
    // A leading `=` belongs to the name, as the HTML parser reads it.
    at = endOf(text, at + 1, endsAttributeName)
    const name = text.slice(from, at).toLowerCase()
    let end = at
    at = endOf(text, at, isNoSpace)
    if (text.charCodeAt(at) !== equals) {
      attributes.push({ name, start: from, end })
      at = end
      continue
    }
    at = endOf(text, at + 1, isNoSpace)
    const quote = text[at]
    let value: Range
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1)
      if (close < 0) return undefined
      value = { start: at + 1, end: close }
      end = close + 1
    } else {
      end = endOf(text, at, endsBareValue)
      value = { start: at, end }
    }
    attributes.push({ name, start: from, end, value })
    at = end
  }
}

const isNoSpace = (code: number): boolean => !isSpace(code)
const startsAttribute = (code: number): boolean => code !== slash && !isSpace(code)
const endsAttributeName = (code: number): boolean => code === equals || endsName(code)
const endsBareValue = (code: number): boolean => code === greater || isSpace(code)

/** Whether the opening tag of an element stands at an offset. */
const opensAt = (text: string, at: number, tagName: string): boolean => {
  const start = at + 1
  const end = start + tagName.length
  if (text.charCodeAt(at) !== less || (end < text.length && !endsName(text.charCodeAt(end)))) return false
  return text.startsWith(tagName, start) || text.slice(start, end).toLowerCase() === tagName.toLowerCase()
}

/** @param text The masked source. */
export function placesIn(text: string, body: Range): Places {
  const tags = new Map<Element, { readonly tag: WrittenTag | undefined }>()

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
    const tag = at !== undefined && opensAt(text, at, node.tagName) ? readTag(text, at) : undefined
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
