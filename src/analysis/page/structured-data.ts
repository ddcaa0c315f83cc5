import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, elementsIn } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { tagsOf } from '../blocks/extent.ts'
import { type JsonFault, type JsonNode, memberOf, readJson, textsOf } from './json.ts'

/** One block of JSON-LD. */
export interface StructuredData {
  readonly element: Element
  /** Between the tags, without the comment or CDATA marks that old pages put around scripts. */
  readonly range: Range
  readonly node?: JsonNode
  readonly fault?: JsonFault
}

/** An object of JSON-LD that has a type. */
export interface Thing {
  readonly node: JsonNode
  readonly types: readonly string[]
}

const read = (post: Post, element: Element): StructuredData | undefined => {
  const inner = tagsOf(post, element)?.inner
  // What a template writes is not JSON before the site is built.
  if (!inner || post.isMasked(inner) || !/\S/.test(post.source.slice(inner.start, inner.end))) return undefined
  let { start, end } = inner
  const text = post.source.slice(start, end)
  const opening = /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)/.exec(text)
  if (opening) {
    start += opening[0].length
    const closing = /(?:-->|(?:\/\/|\/\*)?\s{0,20}\]\]>\s{0,20}(?:\*\/)?)\s*$/.exec(text)
    if (closing) end -= closing[0].length
  }
  const range = { start, end }
  return { element, range, ...readJson(post.source, range) }
}

/** The JSON-LD of a post or page, read once. */
export const structuredDataOf = perPart((post: Post): readonly StructuredData[] =>
  [...elementsIn(post.tree)].flatMap((element) => {
    const isData =
      element.tagName === 'script' &&
      /^application\/ld\+json\s*(?:;|$)/i.test((attributeOf(element, 'type') ?? '').trim())
    return isData ? (read(post, element) ?? []) : []
  }),
)

/** A type's own name: `Article` of `schema:Article` and `https://schema.org/Article`. */
const shortType = (type: string): string => type.replace(/^.*[/#:]/, '')

export const typesOf = (node: JsonNode): readonly string[] => textsOf(memberOf(node, '@type')).map(shortType)

/** The objects at the top: alone, in a list, in a `@graph`. */
export const topThings = (node: JsonNode): readonly JsonNode[] => {
  if (node.kind === 'array') return node.items.flatMap(topThings)
  const graph = memberOf(node, '@graph')
  return graph ? topThings(graph) : [node]
}

/** Every typed object at the top of a post's structured data, and what such an object is the main thing of. */
export const thingsOf = (post: Post): readonly Thing[] =>
  structuredDataOf(post).flatMap(({ node }) => {
    const top = node ? topThings(node) : []
    const inner = top.flatMap((thing) => memberOf(thing, 'mainEntity') ?? memberOf(thing, 'mainEntityOfPage') ?? [])
    return [...top, ...inner].map((thing) => ({ node: thing, types: typesOf(thing) }))
  })
