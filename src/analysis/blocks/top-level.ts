import type { Element, RootContent } from 'hast'
import { perPart } from '../../memo.ts'
import { isPhrasing, isVisible } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** A block of the post's content, or a run of text and inline elements that stands in no block. */
export type TopLevel =
  | { readonly kind: 'block'; readonly element: Element; readonly range: Range | undefined }
  | { readonly kind: 'run'; readonly nodes: readonly RootContent[]; readonly range: Range | undefined }

/** The visible parts of a post's content, in document order. */
export const topLevelOf = perPart((post: Post): readonly TopLevel[] => {
  const parts: TopLevel[] = []
  let run: RootContent[] = []
  const close = (): void => {
    if (run.length === 0) return
    const nodes = withoutEnd(run)
    parts.push({ kind: 'run', nodes, range: rangeOf(post, nodes) })
    run = []
  }
  for (const node of post.content.children) {
    if (node.type !== 'element' || isPhrasing(node)) {
      // What stands between most blocks is a line break and nothing else.
      if (run.length > 0 || isVisible(node)) run.push(node)
      continue
    }
    close()
    if (isVisible(node)) parts.push({ kind: 'block', element: node, range: post.range(node) })
  }
  close()
  return parts
})

/** Without what shows nothing at its end; the first node shows something. */
const withoutEnd = (nodes: readonly RootContent[]): readonly RootContent[] =>
  nodes.slice(0, nodes.findLastIndex(isVisible) + 1)

/** From the first visible character of a run to its last. */
function rangeOf(post: Post, nodes: readonly RootContent[]): Range | undefined {
  const first = post.range(nodes[0]!)
  const last = post.range(nodes.at(-1)!)
  if (!first || !last || first.start > last.end) return undefined
  let { start } = first
  let { end } = last
  while (start < end && /\s/.test(post.source[start]!)) start++
  while (start < end && /\s/.test(post.source[end - 1]!)) end--
  return { start, end }
}
