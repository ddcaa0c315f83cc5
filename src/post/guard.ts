import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import type { Problem } from './post.ts'
import type { Range } from './range.ts'

/**
 * Bounds before recursion. The tree builder behind rehype-parse overflows the stack at about 1,700 nested elements
 * (and an overflow inside a regular expression aborts the whole process), so nesting is measured before it runs.
 */

/** Blink and WebKit stop nesting here too. */
export const depthBudget = 512
const nodeBudget = (size: number): number => Math.max(100_000, size)

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound'.split(' '),
)
const formattingElements = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** Elements for which the parser adds parents that are not in the source (`tbody`, `tr`, `colgroup`). */
const impliedDepth = new Map([
  ['table', 2],
  ['tr', 1],
  ['td', 2],
  ['th', 2],
])
/** Elements whose content is not markup. */
const rawTextElements = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))
const tagPattern = /<!--|<(\/?)([A-Za-z][^\s/>]*)/g

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
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  let nodes = 0
  let formatting = 0
  let problems: Problem[] | undefined
  let pieces: string[] | undefined
  let copied = 0

  tagPattern.lastIndex = range.start
  for (let match = tagPattern.exec(html); match && match.index < range.end; match = tagPattern.exec(html)) {
    const written = match[2]
    if (written === undefined) {
      if (!skipPast(html, /-->/g, match.index + 4)) break
      continue
    }
    // What looks like a tag inside an attribute's value is none.
    tagPattern.lastIndex = endOfTag(html, tagPattern.lastIndex, range.end)
    if (written.includes('.') || written.includes('#')) {
      // As CSS selectors these names would become classes and ids, or crash (`<template#>`).
      const start = match.index + 1 + match[1]!.length
      problems ??= []
      pieces ??= []
      problems.push({ kind: 'tag-name', name: written, range: { start, end: start + written.length } })
      pieces.push(html.slice(copied, start), written.replace(/[.#]/g, '-'))
      copied = start + written.length
    }
    const name = written.toLowerCase()
    const weight = 1 + (impliedDepth.get(name) ?? 0)
    const isFormatting = formattingElements.has(name)
    // Open formatting elements may be built anew after every tag.
    nodes += weight + formatting
    const count = open.get(name) ?? 0
    if (match[1]) {
      if (count > 0) {
        open.set(name, count - 1)
        depth -= weight
        if (isFormatting) formatting--
      }
    } else if (rawTextElements.has(name)) {
      if (!skipPast(html, new RegExp(`(?=</${name})`, 'gi'), tagPattern.lastIndex)) break
    } else if (!voidElements.has(name)) {
      open.set(name, count + 1)
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

/** Offset after the `>` that ends the tag whose name ends at `from`; quoted values may hold more of them. */
function endOfTag(html: string, from: number, limit: number): number {
  let isBeforeValue = false
  for (let at = from; at < limit; at++) {
    const character = html[at]!
    if (character === '>') return at + 1
    if (character === '=') isBeforeValue = true
    else if (isBeforeValue && (character === '"' || character === "'")) {
      const close = html.indexOf(character, at + 1)
      if (close < 0) return limit
      at = close
      isBeforeValue = false
    } else if (character > ' ') isBeforeValue = false
  }
  return limit
}

/** Moves the scan past the next match of a pattern; false if there is none. */
function skipPast(html: string, pattern: RegExp, from: number): boolean {
  pattern.lastIndex = from
  const match = pattern.exec(html)
  if (match) tagPattern.lastIndex = match.index + match[0].length
  return match !== null
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
