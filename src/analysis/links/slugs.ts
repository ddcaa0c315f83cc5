import GithubSlugger, { slug as githubSlug } from 'github-slugger'
import type { Generator } from '../../post/post.ts'

/** How generators make the `id` of a heading from its text. */
export type Slugger = 'github' | 'kramdown' | 'hugo' | 'words' | 'plain' | 'hexo'

const slugs: Readonly<Record<Slugger, (text: string) => string>> = {
  github: (text) => githubSlug(text),
  /** kramdown's own syntax; Jekyll's default, GFM, is like GitHub's. */
  kramdown: (text) =>
    text
      .replace(/^[^a-zA-Z]+/, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replace(/ /g, '-')
      .toLowerCase() || 'section',
  /** Hugo: letters and digits, `_` and `-`; a space is a hyphen, hyphens are kept. */
  hugo: (text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  /** Words joined by single hyphens (Blackfriday, VuePress). */
  words: (text) => joined(text.toLowerCase()),
  /** Spaces become hyphens, everything else stays (markdown-it-anchor). */
  plain: (text) => text.trim().toLowerCase().replace(/\s+/g, '-'),
  /** Hexo keeps the case. */
  hexo: (text) => joined(text),
}

const joined = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

const byGenerator: Readonly<Record<Generator, readonly Slugger[]>> = {
  jekyll: ['github', 'kramdown', 'hugo'],
  hugo: ['hugo', 'github', 'words'],
  hexo: ['hexo', 'words', 'github'],
  astro: ['github'],
  eleventy: ['plain', 'github', 'words'],
  any: ['github', 'kramdown', 'hugo', 'words'],
}

/** The ways in which a generator, or a theme of it, may make ids. */
export const sluggersOf = (generator: Generator): readonly Slugger[] => byGenerator[generator]

/** The ids that headings get, in order; equal ones are numbered. */
export const slugsOf = (texts: readonly string[], sluggers: readonly Slugger[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const name of sluggers) {
    const slug = slugs[name]
    if (name === 'github') {
      const slugger = new GithubSlugger()
      for (const text of texts) found.add(slugger.slug(text))
      continue
    }
    const counts = new Map<string, number>()
    for (const text of texts) {
      const own = slug(text)
      const count = counts.get(own) ?? 0
      counts.set(own, count + 1)
      found.add(count === 0 ? own : `${own}-${count}`)
    }
  }
  return found
}
