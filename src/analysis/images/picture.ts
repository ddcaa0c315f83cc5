import type { Element, Root } from 'hast'
import { comparable } from '../../language/similarity.ts'
import { attributeOf, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { isLabelled } from '../markup/accessible-name.ts'
import { isDecoration, isHidden } from './alternative.ts'

type Parents = readonly (Root | Element)[]

/** An image with an alternative that can be judged. */
export interface Picture {
  readonly node: Element
  readonly parents: Parents
  readonly alt: string
  /** The alternative without white space around it, in one Unicode form and in lower case. */
  readonly text: string
}

/** Longer ones are descriptions, whatever else may be wrong with them. */
const longAlternative = 250

/** Reads an image's alternative; undefined where nobody reads it: none, a template, decoration, hidden, labelled. */
export const pictureOf = (post: Post, node: Element, parents: Parents): Picture | undefined => {
  const alt = attributeOf(node, 'alt') ?? ''
  if (alt.trim() === '' || alt.length > longAlternative || post.isTemplate(alt)) return undefined
  if (isDecoration(node) || isHidden(node, parents) || isLabelled(post, node)) return undefined
  return { node, parents, alt, text: comparable(alt) }
}

/** The attribute that holds an alternative, or what comes nearest to it. */
export const placeOf = (post: Post, { node, parents }: Picture): Range =>
  post.range(node, { attribute: 'alt' }) ?? post.range(node, { value: 'alt' }) ?? post.place(node, parents)

/** Where an alternative's own text stands, if it is there as such. */
export const writtenAlternative = (post: Post, { node, alt }: Picture): Range | undefined => {
  const value = post.range(node, { value: 'alt' })
  return value && post.source.slice(value.start, value.end) === alt ? value : undefined
}

/** Whether an image stands for a file to be fetched, whose name is then what it says. */
export const isDownload = ({ parents }: Picture): boolean =>
  parents.some((around) => isElement(around, 'a') && attributeOf(around, 'download') !== undefined)

/** An alternative as messages show it: on one line, and not longer than says which it is. */
export const shownAlternative = (alt: string): string => {
  const text = alt.replace(/\s+/g, ' ').trim()
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** The last part of a URL without query and extension, in lower case. */
export const fileNameOf = (url: string): string => {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z\d]{2,5}$/i, '')
  try {
    return decodeURIComponent(name).normalize('NFC').toLowerCase()
  } catch {
    return name.toLowerCase()
  }
}
