import type { FrontField, Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** The path of an image without host, query, template values and leading dots and slashes. */
export const imagePathOf = (url: string): string => {
  const address = url
    .replace(/\{\{[^{}]*\}\}|\ue000+/g, '')
    .trim()
    .replace(/^(?:https?:)?\/\/[^/]*/i, '')
    .split('#', 1)[0]!
  const [path = ''] = address.split('?', 1)
  // Image services name the file in the query.
  const name = /\.[a-z\d]{2,5}$/i.test(path) ? path : address
  try {
    return decodeURIComponent(name)
      .normalize('NFC')
      .replace(/^[./]+/, '')
  } catch {
    return name.replace(/^[./]+/, '')
  }
}

/** Whether two paths are one file's: one may lack the folders that the site puts before it. */
const isSameFile = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`))

/** The images that the front matter gives for the post, as far as themes show them above it. */
const featuredOf = (post: Post): readonly (Pick<FrontField, 'valueRange'> & { readonly path: string })[] =>
  (post.front.image?.all ?? []).flatMap(({ value, valueRange, entry }) =>
    entry && value !== '' && !value.includes(', ') && !smallKeys.test(entry.key)
      ? [{ path: imagePathOf(value), valueRange }]
      : [],
  )

/** Keys whose image stands in lists and previews, not above the post. */
const smallKeys = /thumb|teaser|preview|og|social|twitter/i

/** Where the front matter names an image that themes show above the post, by its path. */
export const featuredRange = (post: Post, path: string): Range | undefined =>
  featuredOf(post).find((image) => isSameFile(image.path, path))?.valueRange
