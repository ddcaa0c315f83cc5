const names = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Link types of HTML for `a` and `area`, and those of the microformats registry that sites use. */
export const linkTypes = names(
  'alternate author bookmark external help license next nofollow noopener noreferrer opener prev privacy-policy search ' +
    'tag terms-of-service acquaintance amphtml appendix archives attachment bibliography category chapter child ' +
    'co-resident co-worker colleague component contact contents contribution copyright crush date disclosure discussion ' +
    'edit edituri enclosure entry-content extension file first friend friendship glossary home hub in-reply-to index-page ' +
    'issues its-rules jslicense kin last me met muse neighbor parent parent-page payment permalink previous profile ' +
    'publisher reply-to root self sibling shortcut shortlink sidebar sitemap sponsored spouse start subresource subsection sweetheart ' +
    'syndication technicalauthor toc transformation translation ugc up url vcalendar-parent vcalendar-sibling via ' +
    'webmention footnote footnote-ref footnote-backref',
)
/** Believed to tell search engines something; they tell them nothing. */
export const powerlessWords = names('dofollow do-follow follow index noindex noarchive nosnippet all robots seo')
/** For `link` elements only. */
export const linkElementTypes = names(
  'canonical compression-dictionary dns-prefetch expect icon manifest modulepreload pingback preconnect prefetch preload stylesheet',
)
/** Scripts hook to words of their own (`lightbox[trip]`, `wp-att-12`, `prettyPhoto`, `dc:source`). */
export const isScriptHook = (token: string): boolean =>
  /[[\]:]|^wp-|box|photo|gallery|slide|modal|popup|tooltip|popover|track|album|group|^x-/.test(token)

/** Link types whose misspelling leaves a link without what its writer wanted. */
export const weightyTypes = ['nofollow', 'noopener', 'noreferrer', 'sponsored'] as const

const none: readonly string[] = []

/** The words of a `rel` attribute; commas part them too, as people and search engines have it. */
export const relWords = (rel: string): readonly string[] =>
  rel === '' ? none : rel.split(/[\s,]+/).filter((word) => word !== '')

/** The first of each word, without regard to case. */
export const distinctWords = (words: readonly string[]): readonly string[] =>
  [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed()
