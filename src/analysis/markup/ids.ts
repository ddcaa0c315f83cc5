import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, elementsIn } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

/** The first element of each `id` in the whole tree. */
export const idsOf = perPart((post: Post): ReadonlyMap<string, Element> => {
  const ids = new Map<string, Element>()
  for (const element of elementsIn(post.tree)) {
    const id = attributeOf(element, 'id')
    if (id && !ids.has(id)) ids.set(id, element)
  }
  return ids
})
