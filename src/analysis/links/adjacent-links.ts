import type { Element, Root, RootContent } from 'hast'
import { elementsIn, isBlank, isElement, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { tagsOf } from '../blocks/extent.ts'

type Parents = readonly (Root | Element)[]

/** The link before another with nothing but white space between. */
export const linkBefore = (node: Element, parents: Parents): Element | undefined => {
  const siblings: readonly RootContent[] = parents.at(-1)?.children ?? []
  for (let at = siblings.indexOf(node) - 1; at >= 0; at--) {
    const sibling = siblings[at]!
    if (isElement(sibling, 'a')) return sibling
    if (!(sibling.type === 'text' ? isBlank(sibling.value) : sibling.type === 'comment' || isElement(sibling, 'br')))
      break
  }
  return undefined
}

/** A link that holds an image and no text. */
export const isImageLink = (link: Element): boolean =>
  isBlank(textOf(link)) && [...elementsIn(link)].some(({ tagName }) => tagName === 'img')

/** Takes the tags between two links away, so that one of them is left. */
export const mergingEdits = (
  post: Post,
  first: Element,
  second: Element,
): readonly (Range & { readonly text: '' })[] => {
  const before = tagsOf(post, first)
  const after = tagsOf(post, second)
  return before && after
    ? [
        { ...before.close, text: '' },
        { ...after.open, text: '' },
      ]
    : []
}
