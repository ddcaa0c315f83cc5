import type { Generator, PostInput } from './post.ts'

/** Folders from which each generator takes its posts, as paths from the site's root. */
const folders: Record<Exclude<Generator, 'any'>, RegExp> = {
  jekyll: /(?:^|\/)_(?:posts|drafts)\//,
  hexo: /(?:^|\/)source\/_(?:posts|drafts)\//,
  hugo: /(?:^|\/)content\/(?:[\w-]+\/)?(?:posts?|blogs?|articles?|news)\//,
  astro: /(?:^|\/)src\/(?:content\/(?:posts?|blogs?|articles?|news)|pages\/(?:posts?|blog))\//,
  eleventy: /(?:^|\/)(?:posts?|blog)\//,
}

/** Whether a file lies where its generator takes posts from; Hugo's `_index.md` is a list page. */
export function isInPostFolder(sitePath: string, generator: Generator): boolean {
  if (/(?:^|\/)_index\.[^/]*$/.test(sitePath)) return false
  if (generator !== 'any') return folders[generator].test(sitePath)
  return folders.jekyll.test(sitePath) || folders.hugo.test(sitePath) || folders.astro.test(sitePath)
}

/** The generator of a post's site: what is known, else what its folders suggest. */
export function likelyGenerator({ generator, sitePath }: Pick<PostInput, 'generator' | 'sitePath'>): Generator {
  if (generator !== 'any') return generator
  if (folders.hexo.test(sitePath)) return 'hexo'
  if (folders.jekyll.test(sitePath)) return 'jekyll'
  if (/(?:^|\/)src\/content\//.test(sitePath)) return 'astro'
  return /(?:^|\/)content\//.test(sitePath) ? 'hugo' : 'any'
}
