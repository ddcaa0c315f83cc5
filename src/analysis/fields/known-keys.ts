import { keysOf, meanings } from '../../post/conventions.ts'
import type { Generator } from '../../post/post.ts'

const words = (list: string): readonly string[] => list.split(/\s+/)

/** Keys that themes and plugins of any generator may read. */
const shared = words(
  `layout permalink slug keywords comments comment aliases url series weight toc math canonical_url canonicalURL
   redirect_from redirect_to sitemap robots featureImage featured hidden share feature_text subHeading`,
)

/** Keys that one generator reads, from its own documentation and that of its usual SEO plugin. */
const own: Readonly<Record<Exclude<Generator, 'any'>, readonly string[]>> = {
  jekyll: words(
    `layout permalink published date category categories tags title excerpt excerpt_separator description image author
     authors lang locale last_modified_at canonical_url redirect_from redirect_to render_with_liquid sitemap seo
     twitter slug ext collection hidden pin toc mermaid mathjax`,
  ),
  hugo: words(
    `aliases author authors build cascade categories date description draft expiryDate headless images iscjklanguage
     keywords lastmod layout linkTitle locale markup menu menus modified outputs params pubdate publishDate published
     resources series sitemap slug summary tags taxonomies title translationKey type unpublishdate url videos weight
     audio isCJKLanguage featured_image thumbnail`,
  ),
  hexo: words(
    `layout title date updated comments tags categories permalink excerpt disableNunjucks lang published description
     keywords cover banner photos thumbnail author sticky mathjax toc`,
  ),
  astro: words(
    `title description pubDate updatedDate heroImage layout draft tags author slug image publishDate modDatetime
     pubDatetime ogImage canonicalURL featured category categories lang`,
  ),
  eleventy: words(
    `title description layout permalink tags date pagination eleventyExcludeFromCollections eleventyComputed
     eleventyNavigation dynamicPermalink permalinkBypassOutputDir templateEngineOverride override summary author draft`,
  ),
}

const sets = new Map<Generator, ReadonlyMap<string, string>>()

/** The keys that a generator reads, each by its lower-case form. */
export const knownKeys = (generator: Generator): ReadonlyMap<string, string> => {
  let set = sets.get(generator)
  if (!set) {
    const named = meanings.flatMap((meaning) => keysOf(meaning, generator)).map((path) => path.split('.')[0] ?? path)
    const keys = [...named, ...shared, ...(generator === 'any' ? Object.values(own).flat() : own[generator])]
    set = new Map(keys.map((key) => [key.toLowerCase(), key]))
    sets.set(generator, set)
  }
  return set
}
