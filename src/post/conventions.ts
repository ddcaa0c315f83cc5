import type { Generator } from './post.ts'

/** What a front-matter key can mean, whatever its name. */
export type Meaning =
  | 'title'
  | 'summary'
  | 'date'
  | 'modified'
  | 'image'
  | 'tags'
  | 'categories'
  | 'lang'
  | 'draft'
  | 'author'

type Keys = Readonly<Record<Meaning, readonly string[]>>

/** Keys that a generator itself (or its usual SEO plugin) reads, in its order of precedence. Dots lead into maps. */
const generatorKeys: Readonly<Record<Exclude<Generator, 'any'>, Partial<Keys>>> = {
  jekyll: {
    summary: ['description', 'excerpt'],
    modified: ['last_modified_at', 'seo.date_modified'],
    image: ['image'],
    lang: ['lang', 'locale'],
    draft: ['published', 'draft'],
  },
  hugo: {
    summary: ['description', 'summary'],
    date: ['date', 'publishDate', 'publishdate', 'pubdate', 'published'],
    modified: ['lastmod', 'modified'],
    image: ['images', 'cover', 'featured_image', 'image'],
  },
  hexo: {
    summary: ['description', 'excerpt'],
    modified: ['updated'],
    image: ['cover', 'banner', 'photos', 'thumbnail'],
    draft: ['published', 'draft'],
  },
  astro: {
    date: ['pubDate', 'date', 'publishDate', 'pubDatetime'],
    modified: ['updatedDate', 'modDatetime'],
    image: ['heroImage', 'image', 'cover', 'ogImage'],
  },
  eleventy: {
    summary: ['description', 'summary', 'excerpt'],
  },
}

/** Keys that themes and other generators use for the same thing. */
const commonKeys: Keys = {
  title: ['title', 'extra.title'],
  summary: [
    ...['description', 'excerpt', 'summary', 'abstract', 'lead', 'seo.description', 'seo_description'],
    ...['meta_description', 'metaDescription', 'og_description', 'ogDescription', 'og:description'],
    ...['twitter_description', 'subtitle', 'feature_text'],
  ],
  date: ['date', 'pubDate', 'publishDate', 'publishdate', 'pubdate', 'published_at', 'publishedAt', 'created_at'],
  modified: [
    'last_modified_at',
    'lastmod',
    'modified',
    'updated',
    'updatedDate',
    'updated_at',
    'updatedAt',
    'last_update',
  ],
  image: [
    ...[
      'image',
      'images',
      'cover',
      'heroImage',
      'hero_image',
      'thumbnail',
      'thumb',
      'banner',
      'photos',
      'feature_image',
    ],
    ...['featured_image', 'featuredImage', 'featureimage', 'og_image', 'ogImage', 'og:image', 'header', 'header-img'],
    ...['header_img', 'teaser', 'img', 'cover_image', 'coverImage', 'preview', 'social_image'],
  ],
  tags: ['tags', 'tag', 'taxonomies.tags', 'keywords'],
  categories: ['categories', 'category', 'taxonomies.categories'],
  lang: ['lang', 'locale', 'language', 'languageCode'],
  draft: ['draft', 'published'],
  author: ['author', 'authors', 'taxonomies.authors', 'writer'],
}

/** Maps under which sites keep keys of their own. */
export const wrapperKeys: ReadonlySet<string> = new Set(['params', 'extra'])

const keysBy = (keysOf: (meaning: Meaning) => readonly string[]): Keys => {
  const made: Partial<Record<Meaning, readonly string[]>> = {}
  for (const meaning of Object.keys(commonKeys) as Meaning[]) made[meaning] = [...new Set(keysOf(meaning))]
  return made as Keys
}
const withCommon = (own: Partial<Keys>): Keys => keysBy((meaning) => [...(own[meaning] ?? []), ...commonKeys[meaning]])
const inLowerCase = (all: Keys): Keys => keysBy((meaning) => all[meaning].map((key) => key.toLowerCase()))

const keys: Readonly<Record<Generator, Keys>> = {
  jekyll: withCommon(generatorKeys.jekyll),
  hugo: withCommon(generatorKeys.hugo),
  hexo: withCommon(generatorKeys.hexo),
  astro: withCommon(generatorKeys.astro),
  eleventy: withCommon(generatorKeys.eleventy),
  any: commonKeys,
}

/** All meanings that keys can have. */
export const meanings = Object.keys(commonKeys) as readonly Meaning[]

/** Every key that may carry a meaning, the generator's own first. */
export const keysOf = (meaning: Meaning, generator: Generator): readonly string[] => keys[generator][meaning]

/** Hugo reads keys without regard to case (`Title:`). */
const ignoresCase = (generator: Generator): boolean => generator === 'hugo' || generator === 'any'

const names: typeof keys = { ...keys, hugo: inLowerCase(keys.hugo), any: inLowerCase(keys.any) }

/** A key as it is compared. */
export const nameOf = (key: string, generator: Generator): string => (ignoresCase(generator) ? key.toLowerCase() : key)

/** The keys that may carry a meaning as they are compared: every post is asked for all of them. */
export const namesOf = (meaning: Meaning, generator: Generator): readonly string[] => names[generator][meaning]

/** Whether a file lies in a folder of drafts. */
export const isInDraftFolder = (sitePath: string): boolean => /(?:^|\/)_drafts\//.test(sitePath)

/** The date that a post's file name (or, for `index.md`, its folder) starts with, as `YYYY-MM-DD`. */
export const dateInName = (sitePath: string): string | undefined => {
  const parts = sitePath.split('/')
  const file = parts.at(-1) ?? ''
  const name = /^index\./.test(file) ? (parts.at(-2) ?? '') : file
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_.]|$)/.exec(name)
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : undefined
}
