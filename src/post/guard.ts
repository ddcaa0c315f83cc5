import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import { doubleQuote, endOf, endsName, equals, greater, isLetter, singleQuote, slash, space } from './characters.ts'
import type { Problem } from './post.ts'
import type { Range } from './range.ts'

/**
 * Bounds before recursion. The tree builder behind rehype-parse overflows the stack at about 1,700 nested elements
 * (and an overflow inside a regular expression aborts the whole process), so nesting is measured before it runs.
 */

/** Blink and WebKit stop nesting here too. */
export const depthBudget = 512
const nodeBudget = (size: number): number => Math.max(100_000, size)

const names = (list: string): string[] => list.split(' ')
const voidElements = new Set(
  names('area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound'),
)
const formattingElements = new Set(names('a b big code em font i nobr s small strike strong tt u'))
/** Elements for which the parser adds parents that are not in the source (`tbody`, `tr`, `colgroup`). */
const impliedDepth = new Map([
  ['table', 2],
  ['tr', 1],
  ['td', 2],
  ['th', 2],
])
/** So many elements stay within the depth budget whatever they are: each has two implied parents at most. */
const fewOpened = Math.floor(depthBudget / 3)
/** So many tags stay within the node budget, even if each builds anew every element that was ever opened. */
const fewTags = Math.floor(nodeBudget(0) / (3 + fewOpened))
/** Elements whose content is not markup, and what ends it. */
const rawTextEnds = new Map(
  names('script style textarea title xmp iframe noembed noframes').map((name) => [name, new RegExp(`</${name}`, 'gi')]),
)

export interface GuardedHtml {
  /** The markup, with tag names that the tree builder cannot take neutralised at the same length. */
  readonly text: string
  readonly problems: readonly Problem[]
  /** Over budget: must not be parsed. */
  readonly isTooMuch: boolean
}

/**
 * Looks over raw HTML before it is parsed: one linear scan that bounds depth and node count from above, and only
 * where that bound exceeds the budget an exact measurement by parse5, which is iterative and stopped at the budget.
 */
export function guardHtml(html: string, range: Range): GuardedHtml {
  if (isHarmless(html, range)) return { text: html, problems: [], isTooMuch: false }
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  let nodes = 0
  let formatting = 0
  let problems: Problem[] | undefined
  let pieces: string[] | undefined
  let copied = 0

  let next = range.start
  for (let at = html.indexOf('<', next); at >= 0 && at < range.end; at = html.indexOf('<', next)) {
    const isEndTag = html.charCodeAt(at + 1) === slash
    const start = isEndTag ? at + 2 : at + 1
    if (!isLetter(html.charCodeAt(start))) {
      next = html.startsWith('<!--', at) ? after(html, '-->', at + 4) : start
      continue
    }
    const end = endOf(html, start + 1, endsName)
    // What looks like a tag inside an attribute's value is none.
    next = endOfTag(html, end, range.end)
    const written = html.slice(start, end)
    if (written.includes('.') || written.includes('#')) {
      // As CSS selectors these names would become classes and ids, or crash (`<template#>`).
      problems ??= []
      pieces ??= []
      problems.push({ kind: 'tag-name', name: written, range: { start, end } })
      pieces.push(html.slice(copied, start), written.replace(/[.#]/g, '-'))
      copied = end
    }
    const name = written.toLowerCase()
    const weight = 1 + (impliedDepth.get(name) ?? 0)
    const isFormatting = formattingElements.has(name)
    // Open formatting elements may be built anew after every tag.
    nodes += weight + formatting
    if (isEndTag) {
      const count = open.get(name) ?? 0
      if (count > 0) {
        open.set(name, count - 1)
        depth -= weight
        if (isFormatting) formatting--
      }
    } else if (!voidElements.has(name)) {
      const rawTextEnd = rawTextEnds.get(name)
      if (rawTextEnd) {
        rawTextEnd.lastIndex = next
        next = rawTextEnd.exec(html)?.index ?? html.length
        continue
      }
      open.set(name, (open.get(name) ?? 0) + 1)
      depth += weight
      if (isFormatting) formatting++
      if (depth > deepest) deepest = depth
    }
  }

  const text = pieces ? pieces.join('') + html.slice(copied) : html
  const size = range.end - range.start
  const tripped =
    deepest > depthBudget || nodes > nodeBudget(size) ? measure(text.slice(range.start, range.end)) : undefined
  if (tripped) {
    const limit = tripped === 'depth' ? depthBudget : nodeBudget(size)
    problems = [...(problems ?? []), { kind: 'budget', budget: tripped, limit, range: firstLine(html, range) }]
  }
  return { text, problems: problems ?? [], isTooMuch: tripped !== undefined }
}

/** A tag name that the scan would change, or that holds another tag's start. */
const oddName = /<\/?[a-z][^\t\n\f\r />.#<]*[.#<]/gi

/** Whether there are so few tags that no nesting of them exceeds a budget: true of most posts, and quickly told. */
function isHarmless(html: string, { start, end }: Range): boolean {
  let opened = 0
  let tags = 0
  for (let at = html.indexOf('<', start); at >= 0 && at < end; at = html.indexOf('<', at + 1)) {
    if (html.charCodeAt(at + 1) !== slash) opened++
    if (++tags > fewTags || opened > fewOpened) return false
  }
  oddName.lastIndex = start
  return !oddName.test(html)
}

/** Offset after the `>` that ends the tag whose name ends at `from`; quoted values may hold more of them. */
function endOfTag(html: string, from: number, limit: number): number {
  let isBeforeValue = false
  for (let at = from; at < limit; at++) {
    const code = html.charCodeAt(at)
    if (code === greater) return at + 1
    if (code === equals) isBeforeValue = true
    else if (isBeforeValue && (code === doubleQuote || code === singleQuote)) {
      const close = html.indexOf(html[at]!, at + 1)
      if (close < 0) return limit
      at = close
      isBeforeValue = false
    } else if (code > space) isBeforeValue = false
  }
  return limit
}

/** Offset after the next `mark`, or the end of the text. */
const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

const tooMuch = Symbol('over budget')

/** Which budget the real tree exceeds, by a parse that stops as soon as it knows. */
function measure(html: string): 'depth' | 'nodes' | undefined {
  let depth = 0
  let nodes = 0
  let tripped: 'depth' | 'nodes' | undefined
  const stop = (budget: 'depth' | 'nodes'): never => {
    tripped = budget
    throw tooMuch
  }
  try {
    parseFragment<DefaultTreeAdapterMap>(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(...parameters) {
          if (++nodes > nodeBudget(html.length)) stop('nodes')
          return defaultTreeAdapter.createElement(...parameters)
        },
        onItemPush() {
          if (++depth > depthBudget) stop('depth')
        },
        onItemPop() {
          depth--
        },
      },
    })
  } catch (error) {
    if (error !== tooMuch) throw error
  }
  return tripped
}

/** The first line of a range that is not blank: where a finding about the whole range points. */
export function firstLine(text: string, range: Range): Range {
  let start = range.start
  while (start < range.end && /\s/.test(text[start]!)) start++
  let end = start
  while (end < range.end && text[end] !== '\n' && text[end] !== '\r' && end - start < 200) end++
  return { start, end }
}
