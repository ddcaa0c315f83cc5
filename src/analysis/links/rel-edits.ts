import type { Element } from 'hast'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { attributeExtent, isEditable } from '../blocks/extent.ts'
import { distinctWords } from './link-types.ts'

/**
 * What makes `rel` hold these words, each once: without words the attribute goes, and where there is none it is written
 * behind another one. Nothing where the tag cannot be edited.
 */
export const relEdits = (
  post: Post,
  node: Element,
  words: readonly string[],
  behind: 'href' | 'target' = 'href',
): readonly (Range & { readonly text: string })[] => {
  const written = post.range(node, { attribute: 'rel' })
  const text = `rel="${distinctWords(words).join(' ')}"`
  if (!isEditable(post, node) || words.some((word) => /["<>&]/.test(word))) return []
  if (words.length === 0) {
    const extent = attributeExtent(post, node, 'rel')
    return extent ? [{ ...extent, text: '' }] : []
  }
  if (written) return [{ ...written, text }]
  const at = post.range(node, { attribute: behind })?.end
  return at === undefined ? [] : [{ start: at, end: at, text: ` ${text}` }]
}
