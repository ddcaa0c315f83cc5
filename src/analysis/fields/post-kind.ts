import type { Post } from '../../post/post.ts'
import { likelyGenerator } from '../../post/post-folder.ts'

/** Pages that sites keep beside their posts. */
const pageLayout =
  /^(?:page|default|home|index|archive|about|search|none|null|single|splash|collection|category|tag)s?(?:$|[-_])/i

/** Whether nothing but notes to the editors stands below the front matter. */
const isEmpty = ({ content, masks, textOnly }: Post): boolean =>
  !textOnly &&
  masks.every(({ kind }) => kind === 'comment') &&
  content.children.every((child) => child.type === 'comment' || (child.type === 'text' && child.value.trim() === ''))

/** Whether a file with front matter is a post: stubs, redirects, pages by their layout, and what Hugo only includes elsewhere are none. */
export const isArticle = (post: Post): boolean => {
  const { front, sitePath, isInPostFolder } = post
  if (isEmpty(post)) return false
  if (!isInPostFolder && pageLayout.test(front.get('layout')?.text ?? '')) return false
  return !(likelyGenerator(post) === 'hugo' && /(?:^|\/)_/.test(sitePath))
}
