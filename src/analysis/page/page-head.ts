import type { Element, Root, RootContent } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { contains, type Range } from '../../post/range.ts'

/** An element of a page's head, or one that belongs there. */
export interface HeadElement {
  readonly element: Element
  readonly isInHead: boolean
}

/** What a built page says of itself. */
export interface PageHead {
  readonly html?: Element
  /** Where to point at for what is missing: the `head` tag, else the page's first character. */
  readonly place: Range
  /** Templates stand in the head: what is missing may come from them, and what is there twice may be alternatives. */
  readonly isOpen: boolean
  /** The page only sends its readers on. */
  readonly isRedirect: boolean
  readonly titles: readonly HeadElement[]
  readonly metas: readonly HeadElement[]
  readonly links: readonly HeadElement[]
}

/** Elements whose content is another document's, or nobody's. */
const separate = new Set(['svg', 'math', 'noscript', 'template', 'iframe', 'object'])

function* headElements(node: Root | Element, isInHead: boolean): Generator<HeadElement> {
  for (const child of node.children) {
    if (child.type !== 'element' || separate.has(child.tagName)) continue
    if (child.tagName === 'title' || child.tagName === 'meta' || child.tagName === 'link') {
      yield { element: child, isInHead }
    } else yield* headElements(child, isInHead || child.tagName === 'head')
  }
}

/** Templates that stand between the elements of the head, not inside one of them. */
const hasTemplates = (
  post: Post,
  head: Element | undefined,
  body: Element | undefined,
  all: readonly Element[],
): boolean => {
  const end = (body && post.range(body, 'tag')?.start) ?? post.source.length
  const masks = post.masks.filter(({ kind, start }) => kind !== 'comment' && start < end)
  if (masks.length === 0) return false
  const inner = [...(head?.children ?? []), ...all].flatMap((node: RootContent) =>
    node.type === 'element' ? (post.range(node) ?? []) : [],
  )
  return masks.some((mask) => !inner.some((range) => contains(range, mask)))
}

const firstCharacter = ({ source, body }: Post): Range => {
  let { start } = body
  while (start < body.end && /\s/.test(source[start]!)) start++
  return { start, end: Math.min(start + 1, source.length) }
}

const analyse = (post: Post): PageHead => {
  const html = post.tree.children.find((node): node is Element => isElement(node, 'html'))
  const head = html?.children.find((node): node is Element => isElement(node, 'head'))
  const body = html?.children.find((node): node is Element => isElement(node, 'body'))
  const all = [...headElements(post.tree, false)]
  const named = (tagName: string): HeadElement[] => all.filter(({ element }) => element.tagName === tagName)
  const metas = named('meta')
  return {
    html,
    place: (head && post.range(head, 'tag')) ?? firstCharacter(post),
    isOpen: hasTemplates(
      post,
      head,
      body,
      all.map(({ element }) => element),
    ),
    isRedirect: metas.some(({ element }) => {
      const refresh = refreshOf(element)
      return refresh?.seconds === 0 && refresh.leadsOn
    }),
    titles: named('title'),
    metas,
    links: named('link'),
  }
}

const analysed = perPart(analyse)

/** The head of a whole page; undefined for fragments and for pages that were not parsed. */
export const pageHeadOf = (post: Post): PageHead | undefined => {
  if (post.format !== 'page' || post.textOnly) return undefined
  return analysed(post)
}

/** The `meta` elements with one of some names, whether written as `name` or as `property`. */
export const metasNamed = ({ metas }: PageHead, ...names: readonly string[]): readonly HeadElement[] =>
  metas.filter(({ element }) => names.includes(metaName(element)))

/** What a `meta` element is about, in lower case; '' if it does not say. */
export const metaName = (element: Element): string =>
  (attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '').trim().toLowerCase()

/** The words of an element's `rel`, in lower case. */
export const relsOf = (element: Element): readonly string[] =>
  (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/)

/** What a `meta` that refreshes the page does, read as browsers read it; undefined where they ignore it. */
export const refreshOf = (element: Element): { readonly seconds: number; readonly leadsOn: boolean } | undefined => {
  if (element.tagName !== 'meta' || (attributeOf(element, 'httpEquiv') ?? '').toLowerCase() !== 'refresh')
    return undefined
  const found = /^\s*(\d*)(\.[\d.]*|)(?:$|(?=[;,\s]))([\s\S]*)$/.exec(attributeOf(element, 'content') ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  return { seconds: Number(found[1] || 0), leadsOn: /[^\s;,]/.test(found[3] ?? '') }
}

/** The refresh of a page: only the first that browsers can read counts. */
export const effectiveRefresh = ({
  metas,
}: PageHead): { readonly element: Element; readonly seconds: number } | undefined => {
  for (const { element } of metas) {
    const refresh = refreshOf(element)
    if (refresh) return { element, seconds: refresh.seconds }
  }
  return undefined
}
