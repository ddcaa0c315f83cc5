import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { metasNamed, type PageHead } from './page-head.ts'

/** Names under which pages speak to all crawlers or to one. */
const crawlers = [
  ...['robots', 'googlebot', 'googlebot-news', 'googlebot-image', 'googlebot-video', 'bingbot', 'slurp', 'yeti'],
  ...['naverbot', 'daum', 'baiduspider', 'yandex', 'duckduckbot', 'google-extended'],
]

/** One directive of a robots `meta`, in lower case. */
export interface RobotsDirective {
  readonly name: string
  readonly value: string
}

export interface RobotsMeta {
  readonly element: Element
  /** The crawler it speaks to; `robots` means all of them. */
  readonly crawler: string
  readonly directives: readonly RobotsDirective[]
}

/** Directives are parted by commas; `unavailable_after` takes a date, which may hold one. */
const directivesOf = (content: string): RobotsDirective[] => {
  const found: RobotsDirective[] = []
  for (const piece of content.split(',')) {
    const colon = piece.indexOf(':')
    const name = (colon < 0 ? piece : piece.slice(0, colon)).trim()
    const value = colon < 0 ? '' : piece.slice(colon + 1).trim()
    const last = found.at(-1)
    if (last?.name === 'unavailable_after' && !/^[a-z]/i.test(piece.trim())) {
      found[found.length - 1] = { name: last.name, value: `${last.value},${piece}` }
    } else if (name !== '') found.push({ name: name.toLowerCase(), value })
  }
  return found
}

/** What a page tells crawlers. */
export const robotsOf = (head: PageHead): readonly RobotsMeta[] =>
  metasNamed(head, ...crawlers).map(({ element }) => ({
    element,
    crawler: (attributeOf(element, 'name') ?? 'robots').toLowerCase(),
    directives: directivesOf(attributeOf(element, 'content') ?? ''),
  }))

/** Whether a page asks all search engines to leave it out. */
export const isHiddenFromSearch = (head: PageHead): boolean =>
  robotsOf(head).some(
    ({ crawler, directives }) =>
      crawler === 'robots' && directives.some(({ name }) => name === 'noindex' || name === 'none'),
  )

/** Directives that Google, Bing, Naver, Yandex or Baidu know. */
export const knownDirectives = new Set(
  (
    'all index follow noindex nofollow none noarchive nocache nosnippet noimageindex notranslate indexifembedded ' +
    'max-snippet max-image-preview max-video-preview unavailable_after noodp noydir noai noimageai nositelinkssearchbox'
  ).split(' '),
)

/** Directives that need a value, and what it may be. */
export const directiveValues: ReadonlyMap<string, RegExp> = new Map([
  ['max-snippet', /^-?\d+$/],
  ['max-image-preview', /^(?:none|standard|large)$/i],
  ['max-video-preview', /^-?\d+$/],
  ['unavailable_after', /\d/],
])

/** Directives that exclude each other. */
export const opposites: readonly (readonly [string, string])[] = [
  ['index', 'noindex'],
  ['follow', 'nofollow'],
  ['all', 'noindex'],
  ['all', 'none'],
  ['index', 'none'],
]

/** Pages that sites keep out of search on purpose. */
export const isUtilityPage = ({ sitePath }: Post): boolean =>
  /(?:^|\/)(?:40\d|50\d|search|tags?|categor(?:y|ies)|archives?|page\d*|authors?|drafts?|print|amp|login|thanks?|thank-you)(?:[./-]|$)/i.test(
    sitePath,
  )
