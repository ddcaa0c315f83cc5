import { ownSite } from '../../src/analysis/links/own-site.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isBodyText, openingOf } from '../../src/post/body-text.ts'
import { attributeOf } from '../../src/post/elements.ts'

/** Characters that say as much as one word, in languages that are counted in characters. */
const charactersPerWord = 2

export default rule({
  summary: { en: 'A post links to other pages of its own site.', ko: '글에서 같은 사이트의 다른 글로 링크합니다.' },
  why: {
    en: 'Search engines find pages by links from others, and readers who liked one post go on to the next. A long post without any is a dead end.',
    ko: '검색 엔진은 다른 페이지의 링크로 페이지를 찾고, 독자는 링크를 따라 다음 글로 갑니다. 링크가 없는 긴 글은 막다른 길입니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: cross-reference your own content',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable#internal-links',
    },
    { authority: 'convention', title: 'Yoast SEO: internal links assessment' },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'links', weight: 3 },
  threshold: true,
  options: {
    min: int(1, { en: 'Fewest links to the own site', ko: '자기 사이트로 가는 링크의 최소 개수' }, { minimum: 1 }),
    minWords: int(
      300,
      {
        en: 'Shorter posts need none (in words; two Chinese or Japanese characters count as one)',
        ko: '이보다 짧은 글은 없어도 됨(어절 수. 한자·가나는 두 글자가 한 어절)',
      },
      { minimum: 0 },
    ),
  },
  messages: {
    none: {
      en: 'No link to another page of this site in {words} words. Link a related post.',
      ko: '{words}어절에 같은 사이트로 가는 링크가 없습니다. 관련 글을 연결하세요.',
    },
    few: {
      en: '{count} link(s) to other pages of this site in {words} words; at least {limit}. Link related posts.',
      ko: '{words}어절에 같은 사이트로 가는 링크가 {count}개입니다(최소 {limit}개). 관련 글을 연결하세요.',
    },
  },
  check({ post, options, report }) {
    if (post.textOnly) return undefined
    const isOwn = ownSite(post)
    let count = 0
    return {
      element: {
        'a,area'(node) {
          const href = attributeOf(node, 'href')
          if (href !== undefined && isOwn(href)) count++
        },
      },
      done() {
        if (count >= options.min) return
        let words = 0
        for (const unit of post.units) {
          if (!isBodyText(unit)) continue
          const size = sizeOf(unit.text, unit.language)
          words += countsCharacters(unit.language) ? size / charactersPerWord : size
        }
        words = Math.round(words)
        if (words < options.minWords) return
        if (count === 0) report(openingOf(post), 'none', { words })
        else report(openingOf(post), 'few', { count, words, limit: options.min })
      },
    }
  },
  examples: {
    good: [
      '<p>짧은 글에는 없어도 됩니다.</p>\n',
      { post: '<p>The tide turns at noon; see the <a href="/tides/">table</a>.</p>\n', options: { minWords: 5 } },
      { post: 'Read [the first part]({% post_url 2024-01-01-part %}) before this one.\n', options: { minWords: 5 } },
      {
        post: '<p>築地の朝は早い。<a href="https://www.my-blog.jp/fish">前の記事</a>も。</p>\n',
        options: { minWords: 3 },
        site: { url: 'https://my-blog.jp' },
      },
    ],
    bad: [
      {
        post: '⟦<⟧p>정동길에서 시작해 돌담을 따라 걷습니다. <a href="https://www.korea.kr">정책</a> <a href="#top">위</a></p>\n',
        options: { minWords: 5 },
        messages: ['none'],
      },
      {
        post: '⟦清⟧晨五点出发,[昨天](/yesterday)的路今天不走了。\n',
        options: { minWords: 5, min: 2 },
        messages: ['few'],
      },
    ],
  },
})
