import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { type JsonNode, memberOf, textsOf } from './json.ts'
import { thingsOf } from './structured-data.ts'

/** An article as the structured data of a page describes it. */
export interface Article {
  readonly node: JsonNode
  readonly type: string
  /** Where to point at: the value of `@type`. */
  readonly place: Range
}

/** The articles of some types that a post's structured data describes. */
export const articlesOf = (post: Post, types: readonly string[]): readonly Article[] =>
  thingsOf(post).flatMap(({ node, types: own }) => {
    const type = own.find((name) => types.includes(name))
    if (type === undefined) return []
    const written = memberOf(node, '@type') ?? node
    return [{ node, type, place: { start: written.start, end: written.end } }]
  })

/** Whether a value says anything. */
export const saysSomething = (node: JsonNode | undefined): boolean => {
  if (!node) return false
  if (node.kind === 'text') return node.value.trim() !== ''
  if (node.kind === 'array') return node.items.some(saysSomething)
  return node.kind === 'object' ? node.members.length > 0 : node.value !== 'null'
}

/** The nodes of a value that may be one or a list. */
export const each = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : node ? [node] : []

/** The addresses of images: texts, or objects with `url` or `contentUrl`. */
export const imageAddresses = (node: JsonNode | undefined): readonly JsonNode[] =>
  each(node).flatMap((image) => {
    if (image.kind === 'text') return [image]
    return each(memberOf(image, 'url') ?? memberOf(image, 'contentUrl')).filter(({ kind }) => kind === 'text')
  })

/** The first text of a member. */
export const textIn = (node: JsonNode, key: string): string | undefined => textsOf(memberOf(node, key))[0]
