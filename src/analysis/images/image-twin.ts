import type { Element, Root } from 'hast'
import { comparable } from '../../language/similarity.ts'
import { attributeOf, elementsIn, headings, isElement, textOf } from '../../post/elements.ts'

type Parents = readonly (Root | Element)[]

/** A text as it is compared with what stands beside it: closing marks do not matter. */
export const plain = (text: string): string => comparable(text).replace(/[.!?:。！？：]+$/, '')

const ancestor = (parents: Parents, ...tagNames: readonly string[]): Element | undefined =>
  parents.findLast((parent): parent is Element => isElement(parent as Element, ...tagNames))

const captionOf = (figure: Element): Element | undefined => {
  for (const element of elementsIn(figure)) if (element.tagName === 'figcaption') return element
  return undefined
}

/** The next element beside a node, when nothing but white space is between. */
const nextTo = (node: Element, parents: Parents): Element | undefined => {
  const siblings = parents.at(-1)?.children ?? []
  for (const sibling of siblings.slice(siblings.indexOf(node) + 1)) {
    if (sibling.type === 'text' && sibling.value.trim() === '') continue
    return isElement(sibling) ? sibling : undefined
  }
  return undefined
}

/** Where the text beside an image stands. */
export type Twin = 'link' | 'caption' | 'neighbour'

/** The text beside an image that says what its alternative says. */
export const twinOf = (parents: Parents, alt: string): Twin | undefined => {
  const link = ancestor(parents, 'a', 'button', 'summary')
  const linkText = link ? plain(textOf(link)) : ''
  if (link && linkText !== '') return linkText === alt ? 'link' : undefined
  const figure = ancestor(parents, 'figure')
  const caption = figure && captionOf(figure)
  if (caption && plain(textOf(caption)) === alt) return 'caption'
  // A link to the same place beside it: one link would do.
  const beside = link && nextTo(link, parents.slice(0, parents.indexOf(link)))
  const isSameLink = beside?.tagName === 'a' && attributeOf(beside, 'href') === attributeOf(link!, 'href')
  if (isSameLink && plain(textOf(beside)) === alt) return 'link'
  const around = ancestor(parents, ...headings, 'p', 'li', 'td', 'th')
  return around && plain(textOf(around)) === alt ? 'neighbour' : undefined
}
