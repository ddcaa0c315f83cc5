import type { Post, TextUnit } from './post.ts'
import type { Range } from './range.ts'

const sideParts = new Set(['nav', 'aside', 'footer', 'form', 'figure', 'details'])

/** Whether a unit is text of the body itself, not front matter or an alternative text. */
export const isBodyText = ({ kind }: TextUnit): boolean => kind !== 'title' && kind !== 'summary' && kind !== 'alt'

/** Whether a unit is running text: a paragraph of the post's own, not a quotation, a menu or a caption. */
export const isRunningText = ({ kind, parents }: TextUnit): boolean =>
  kind === 'paragraph' &&
  !parents.some(
    ({ tagName, properties }) =>
      sideParts.has(tagName) || tagName === 'blockquote' || tagName === 'td' || 'dataFootnotes' in properties,
  )

/** The first character of the post's content: where findings about all of it start. */
export const openingOf = (post: Post): Range => {
  const { source, body, content } = post
  const outer = content.type === 'element' ? (post.range(content) ?? body) : body
  let { start } = outer
  while (start < outer.end && /\s/.test(source[start]!)) start++
  return { start, end: Math.min(start + 1, source.length) }
}
