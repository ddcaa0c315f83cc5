import type { Nodes } from 'hast'
import { blocks, invisible, replaced } from './elements.ts'

/** Runs of what separates words, and characters that print nothing wherever they stand. */
const space = /[\s\x85]+/g
const unprinted =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\u{e0000}-\u{e01ef}]/gu

/**
 * What a reader sees of a tree, as text: blocks and line breaks are apart, runs of white space are one space, characters
 * that print nothing are left out, a picture or the like is one U+FFFC. Two trees with the same visible text say the
 * same, however they are marked up.
 */
export const visibleText = (tree: Nodes): string => {
  const pieces: string[] = []
  // Recursion is safe: parsing has bounded the depth.
  const read = (node: Nodes): void => {
    if (node.type === 'text') pieces.push(node.value)
    if (!('children' in node)) return
    if (node.type === 'element') {
      const { tagName } = node
      if (invisible.has(tagName)) return
      if (tagName === 'br' || tagName === 'hr') pieces.push(' ')
      else if (replaced.has(tagName)) pieces.push('\ufffc')
      if (blocks.has(tagName)) pieces.push(' ')
    }
    for (const child of node.children) read(child)
    if (node.type === 'element' && blocks.has(node.tagName)) pieces.push(' ')
  }
  read(tree)
  return pieces.join('').replace(unprinted, '').replace(space, ' ').trim()
}
