import type { Post } from '../../post/post.ts'

/** Pages that sites keep beside their posts. */
const pageLayout =
  /^(?:page|default|home|index|archive|about|search|none|null|single|splash|collection|category|tag)s?(?:$|[-_])/i

/** Whether a file with front matter is a post: stubs, redirects, pages by their layout, and what Hugo only includes elsewhere are none. */
export const isArticle = ({ source, body, front, generator, sitePath, isInPostFolder }: Post): boolean =>
  source.slice(body.start, body.end).trim() !== '' &&
  (isInPostFolder || !pageLayout.test(front.get('layout')?.text ?? '')) &&
  !(generator === 'hugo' && /(?:^|\/)_/.test(sitePath))
