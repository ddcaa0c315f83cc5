import type { Element, Root, RootContent } from 'hast'
import { perPart } from '../../memo.ts'
import { codeLike, isBlank, isPhrasing, replaced } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { isOpaque, isSilent } from '../../post/prose.ts'
import { opaque } from '../../post/template.ts'

/** What stands in one line: text, a thing that shows something, or a break to the next line. */
export type Token =
  | { readonly kind: 'text'; readonly node: RootContent; readonly text: string }
  | { readonly kind: 'thing'; readonly node: RootContent }
  | { readonly kind: 'break'; readonly node: Element }

/** A stretch of inline content between blocks, with the inline elements taken apart. */
export interface Stretch {
  readonly tokens: readonly Token[]
  /** The block around it. */
  readonly container: Root | Element
  readonly parents: readonly (Root | Element)[]
  /** The container's own children that make it up. */
  readonly nodes: readonly RootContent[]
  /** Whether blocks stand beside it in its container. */
  readonly hasBlockBefore: boolean
  readonly hasBlockAfter: boolean
}

/** Every stretch of inline content of a post, in document order; none inside code. */
export const stretchesOf = perPart((post: Post): readonly Stretch[] => {
  const found: Stretch[] = []
  collect(post.content, [], found)
  return found
})

function collect(container: Root | Element, parents: readonly (Root | Element)[], found: Stretch[]): void {
  const { children } = container
  const inner = [...parents, container]
  let from = 0
  let hasBlockBefore = false
  for (let at = 0; at <= children.length; at++) {
    const child = children[at]
    if (child && (child.type !== 'element' || isPhrasing(child))) continue
    const tokens: Token[] = []
    for (let index = from; index < at; index++) addTokens(children[index] as RootContent, tokens)
    if (tokens.length > 0) {
      const nodes = children.slice(from, at) as RootContent[]
      found.push({ tokens, container, parents: inner, nodes, hasBlockBefore, hasBlockAfter: child !== undefined })
    }
    if (child?.type === 'element' && !codeLike.has(child.tagName) && !isOpaque(child)) collect(child, inner, found)
    from = at + 1
    hasBlockBefore = true
  }
}

function addTokens(node: RootContent, tokens: Token[]): void {
  if (node.type === 'text') {
    const text = node.value
    if (!isBlank(text) || text.includes(opaque)) tokens.push({ kind: 'text', node, text })
  } else if (node.type === 'element') {
    if (node.tagName === 'br') tokens.push({ kind: 'break', node })
    else if (replaced.has(node.tagName) || isOpaque(node)) tokens.push({ kind: 'thing', node })
    else if (!isSilent(node)) for (const child of node.children) addTokens(child, tokens)
  }
}
