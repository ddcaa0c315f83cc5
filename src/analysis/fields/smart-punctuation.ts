import type { Post } from '../../post/post.ts'

/**
 * Whether the generator's Markdown converter draws straight quotation marks curly and three dots as an ellipsis
 * (kramdown, Goldmark, marked with smartypants, Astro): there both ways of writing look the same on the page.
 */
export const drawsSmartPunctuation = ({ format, generator }: Post): boolean =>
  format === 'markdown' && generator !== 'any' && generator !== 'eleventy'
