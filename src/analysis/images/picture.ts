import type { Element, Root } from 'hast'
import { attributeOf, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { isLabelled } from '../markup/accessible-name.ts'
import { isDecoration, isHidden } from './alternative.ts'

/** An image with an alternative that can be judged. */
export interface Picture {
  readonly alt: string
  /** The alternative without white space around it, in one Unicode form and in lower case. */
  readonly text: string
  readonly range: Range
  /** Where the alternative's own text stands, if it is there as such. */
  readonly value: Range | undefined
  /** Name of the image file without its extension, in lower case. */
  readonly file: string
  /** Whether the image stands for a file to be fetched, whose name is then what it says. */
  readonly isDownload: boolean
}

/** Longer ones are descriptions, whatever else may be wrong with them. */
const longAlternative = 250

/** Reads an image's alternative; undefined where nobody reads it: none, a template, decoration, hidden, labelled. */
export const pictureOf = (post: Post, node: Element, parents: readonly (Root | Element)[]): Picture | undefined => {
  const alt = attributeOf(node, 'alt') ?? ''
  const isText = alt.trim() !== '' && alt.length <= longAlternative && !post.isTemplate(alt)
  if (!isText || isDecoration(node) || isHidden(node, parents) || isLabelled(post, node)) return undefined
  const value = post.range(node, { value: 'alt' })
  return {
    alt,
    text: alt.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase(),
    range: post.range(node, { attribute: 'alt' }) ?? value ?? post.place(node, parents),
    value: value && post.source.slice(value.start, value.end) === alt ? value : undefined,
    file: fileNameOf(attributeOf(node, 'src') ?? ''),
    isDownload: parents.some((around) => isElement(around, 'a') && attributeOf(around, 'download') !== undefined),
  }
}

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
