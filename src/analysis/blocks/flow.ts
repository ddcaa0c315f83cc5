import type { Element, Root, RootContent } from 'hast'
import { perPart } from '../../memo.ts'
import {
  attributeOf,
  blocks,
  classesOf,
  elementsIn,
  invisible,
  isBlank,
  isElement,
  isPhrasing,
  replaced,
  textOf,
} from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { opaque } from '../../post/template.ts'
import { extentOf, masksIn } from './extent.ts'
import { levelOfHeading } from './outline.ts'

/**
 * `space` shows nothing (an empty paragraph, a lone `<br>`); `template` is what a generator fills in, so nobody knows
 * what it shows; `media` is pictures and frames without text; `block` is any other block.
 */
export type FlowKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'table'
  | 'rule'
  | 'quote'
  | 'code'
  | 'media'
  | 'space'
  | 'template'
  | 'block'

/** One thing after the other, as a reader meets them: blocks, and runs of text outside any block. */
export interface FlowPart {
  readonly kind: FlowKind
  /** The block; absent for a run of text. */
  readonly element?: Element
  readonly nodes: readonly RootContent[]
  /** From the root (or the post's element) down to its parent. */
  readonly parents: readonly (Root | Element)[]
  readonly range: Range | undefined
}

/** Blocks that only hold others, so that their content belongs to the flow. */
const wrappers = new Set(['article', 'body', 'center', 'div', 'header', 'hgroup', 'main', 'section'])
const kinds: ReadonlyMap<string, FlowKind> = new Map([
  ['ul', 'list'],
  ['ol', 'list'],
  ['table', 'table'],
  ['hr', 'rule'],
  ['blockquote', 'quote'],
  ['pre', 'code'],
  ['figure', 'media'],
])

/** The post as one row of parts, whatever divisions and sections are wrapped around them. */
export const flowOf = perPart((post: Post): readonly FlowPart[] => {
  const parts: FlowPart[] = []
  flow(post, post.content, [], parts)
  return parts
})

function flow(post: Post, node: Root | Element, outer: readonly (Root | Element)[], parts: FlowPart[]): void {
  const parents = [...outer, node]
  let run: RootContent[] = []
  const close = (): void => {
    if (run.length === 0) return
    addRun(post, run, parents, parts)
    run = []
  }
  for (const child of node.children) {
    if (isRunning(child)) {
      // What stands between most blocks is a line break and nothing else.
      if (run.length > 0 || child.type !== 'text' || !isBlank(child.value)) run.push(child)
    } else {
      close()
      if (child.type === 'element') addBlock(post, child, parents, parts)
    }
  }
  close()
}

/** Frames and pictures that stand beside paragraphs are parts of their own only when nothing but them is there. */
const isRunning = (node: RootContent): boolean => node.type !== 'element' || isPhrasing(node)

function addRun(post: Post, nodes: readonly RootContent[], parents: FlowPart['parents'], parts: FlowPart[]): void {
  const kind = kindOfText(post, nodes)
  const isBare = kind === 'space' && !nodes.some((node) => isElement(node, 'br'))
  if (!isBare) parts.push({ kind, nodes, parents, range: rangeOf(post, nodes) })
}

function addBlock(post: Post, element: Element, parents: FlowPart['parents'], parts: FlowPart[]): void {
  const { tagName } = element
  const isWrapper = (wrappers.has(tagName) || !blocks.has(tagName)) && !isFootnotes(element)
  const isHeading = levelOfHeading(post, element) !== undefined
  if (isWrapper && !isHeading && element.children.some((child) => !isRunning(child))) {
    flow(post, element, parents, parts)
    return
  }
  const kind = isHeading
    ? 'heading'
    : tagName === 'p' || isWrapper
      ? kindOfBlock(post, element)
      : (kinds.get(tagName) ?? 'block')
  parts.push({ kind, element, nodes: element.children, parents, range: post.range(element) })
}

const isFootnotes = (node: Element): boolean =>
  node.properties.dataFootnotes !== undefined || classesOf(node).includes('footnotes')

/** An empty element that something can be hooked to is not just space. */
const kindOfBlock = (post: Post, element: Element): FlowKind => {
  const kind = kindOfText(post, element.children)
  const isHook =
    element.tagName !== 'p' && (element.properties.className !== undefined || attributeOf(element, 'id') !== undefined)
  return kind === 'space' && isHook ? 'template' : kind
}

/** What inline content amounts to. */
function kindOfText(post: Post, nodes: readonly RootContent[]): FlowKind {
  if (nodes.some(showsText)) return 'paragraph'
  if (nodes.some(holdsThing)) return 'media'
  if (nodes.some((node) => textOf(node).includes(opaque)) && !isSilentMask(post, nodes)) return 'template'
  if (nodes.some((node) => node.type === 'comment' && isFilled(post, node))) return 'template'
  return nodes.some(hasHook) ? 'template' : 'space'
}

/** Whether a node holds text other than what a template prints. */
const showsText = (node: RootContent): boolean => {
  if (node.type === 'text') return !isBlank(node.value) && !isBlank(node.value.replaceAll(opaque, ''))
  return node.type === 'element' && !invisible.has(node.tagName) && node.children.some(showsText)
}

const holdsThing = (node: RootContent): boolean =>
  isElement(node) && (replaced.has(node.tagName) || node.children.some(holdsThing))

/** Scripts and elements that a site made up may show anything. */
const hasHook = (node: RootContent): boolean =>
  isElement(node) && (isMadeUp(node) || [...elementsIn(node)].some(isMadeUp))

const isMadeUp = ({ tagName }: Element): boolean =>
  tagName === 'script' || tagName === 'noscript' || tagName === 'template' || tagName === 'style' || /-/.test(tagName)

/** Whether a comment stands for a template that may print something. */
const isFilled = (post: Post, node: RootContent): boolean => {
  const range = post.range(node)
  return range !== undefined && masksIn(post, range).some((mask) => mayPrint(post, mask))
}

/** kramdown's attribute lists and comments print nothing; the content of loops and conditions is anybody's guess. */
const mayPrint = (post: Post, { kind, start }: { kind: string; start: number }): boolean =>
  kind !== 'comment' && !(kind === 'control' && post.source.startsWith('{:', start)) && !isAnchor(post, start)

const isAnchor = (post: Post, start: number): boolean => /^\{#[^\s]/.test(post.source.slice(start, start + 3))

const isSilentMask = (post: Post, nodes: readonly RootContent[]): boolean => {
  const range = rangeOf(post, nodes)
  return range !== undefined && !masksIn(post, range).some((mask) => mayPrint(post, mask))
}

const rangeOf = (post: Post, nodes: readonly RootContent[]): Range | undefined =>
  extentOf(
    post,
    nodes.filter((node) => node.type !== 'text' || !isBlank(node.value)),
  )

/** A part with its neighbours that show something. */
export interface FlowStep {
  readonly part: FlowPart
  readonly before: FlowPart | undefined
  readonly after: FlowPart | undefined
}

/** The parts that show something, each with its neighbours. */
export const stepsOf = (post: Post): readonly FlowStep[] => {
  const shown = flowOf(post).filter(({ kind }) => kind !== 'space')
  return shown.map((part, index) => ({ part, before: shown[index - 1], after: shown[index + 1] }))
}
