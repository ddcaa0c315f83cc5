import { codeLike, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { contains, type Range } from '../../post/range.ts'

/** A line break, as the source has it. */
export interface LineBreak extends Range {
  readonly text: string
}

/** Front matter has its own writers: what counts is how the lines of the body end. */
export const lineBreaksOf = ({ source, body }: Post): readonly LineBreak[] => {
  const found: LineBreak[] = []
  for (const { 0: text, index } of source.slice(body.start).matchAll(/\r\n|\r|\n/g)) {
    const start = body.start + index
    found.push({ start, end: start + text.length, text })
  }
  return found
}

/** What stands in the source as it is to be shown: code. */
const codeRanges = (post: Post): readonly Range[] => {
  const found: Range[] = []
  const visit = (node: Post['content']): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue
      const range = codeLike.has(child.tagName) ? post.range(child) : undefined
      if (range) found.push(range)
      else visit(child)
    }
  }
  visit(post.tree)
  return found
}

/** A list marker with nothing behind it: to some Markdown processors only the space makes it one. */
const bareMarker = /^[ \t>]{0,100}(?:[*+-]|\d{1,9}[.)])$/
const longestMarker = 120

/** The spaces at the ends of lines that nobody meant: not in code, not Markdown's break of a line, not at the very end. */
export function* spacesAtLineEnds(post: Post, breaks: readonly LineBreak[]): Generator<Range> {
  const { source, body } = post
  const code = codeRanges(post)
  let next = 0
  let following = body.start
  const last = source.trimEnd().length
  for (const { start: end, end: behind } of breaks) {
    if (end > last) return
    const line = following
    following = behind
    let start = end
    while (start > body.start && (source[start - 1] === ' ' || source[start - 1] === '\t')) start--
    if (start === end || start <= body.start) continue
    // Two spaces break the line in Markdown.
    if (post.format === 'markdown' && end - start >= 2 && !/[\r\n]/.test(source[start - 1]!)) continue
    const isShort = post.format === 'markdown' && start - line < longestMarker
    if (isShort && bareMarker.test(source.slice(line, start))) continue
    const range = { start, end }
    while (next < code.length && code[next]!.end < end) next++
    if ((code[next] && contains(code[next]!, range)) || post.isMasked(range)) continue
    yield range
  }
}
