import type { Element } from 'hast'
import { attributeOf, elementsIn } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

const known = new WeakMap<Post, ReadonlyMap<string, Element>>()

/** The first element of each `id` in the whole tree. */
export const idsOf = (post: Post): ReadonlyMap<string, Element> => {
  let ids = known.get(post)
  if (!ids) {
    const found = new Map<string, Element>()
    for (const element of elementsIn(post.tree)) {
      const id = attributeOf(element, 'id')
      if (id && !found.has(id)) found.set(id, element)
    }
    ids = found
    known.set(post, ids)
  }
  return ids
}
