import { relWords } from '../../src/analysis/links/link-types.ts'
import { ownSite } from '../../src/analysis/links/own-site.ts'
import { relEdits } from '../../src/analysis/links/rel-edits.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'

const distancing = new Set(['nofollow', 'ugc', 'sponsored'])

/** Places that sites keep crawlers from on purpose, and ways out of the site. */
const isKeptOut =
  /(?:^|\/)(?:log-?in|log-?out|sign-?(?:in|up)|register|account|cart|search|feed|go|out|redirect|wp-admin)(?:[/?.]|$)|[?&](?:replytocom|share|print|url|to)=/i

export default rule({
  summary: { en: 'Links within the site are followed.', ko: '사이트 안의 링크에는 nofollow를 쓰지 않습니다.' },
  why: {
    en: '`nofollow`, `ugc` and `sponsored` tell search engines that you do not vouch for a page. For your own pages that only hides how they belong together.',
    ko: '`nofollow`, `ugc`, `sponsored`는 그 페이지를 보증하지 않는다는 뜻입니다. 자기 사이트에 쓰면 글 사이의 관계만 가려집니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: qualify your outbound links',
      url: 'https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'links', weight: 1 },
  messages: {
    own: {
      en: 'rel “{word}” on a link to your own site keeps search engines from following it. Remove it.',
      ko: '자기 사이트 링크에 rel “{word:이/가}” 있어 검색 엔진이 따라가지 않습니다. 제거하세요.',
    },
  },
  check({ post, report }) {
    const isOwn = ownSite(post)
    return {
      element: {
        a(node) {
          const href = attributeOf(node, 'href')
          const rel = attributeOf(node, 'rel')
          const range = post.range(node, { attribute: 'rel' })
          if (!href || !rel || !range || post.isTemplate(href) || post.isTemplate(rel)) return
          const words = relWords(rel)
          const word = words.find((one) => distancing.has(one.toLowerCase()))
          if (!word || !isOwn(href) || isKeptOut.test(href)) return
          const kept = words.filter((one) => !distancing.has(one.toLowerCase()))
          const edits = relEdits(post, node, kept)
          const title = { en: `Remove “${word}”`, ko: `“${word}” 제거` }
          report(range, 'own', { word }, { suggestions: edits.length > 0 ? [{ title, edits }] : [] })
        },
      },
    }
  },
  examples: {
    good: [
      '<p><a href="/tides/">조석표</a> <a href="https://a.info" rel="nofollow">A</a> <a href="/login" rel="nofollow">Sign in</a></p>\n',
      '<p><a href="/map" rel="noopener">地図</a> <a href="{{ page.next }}" rel="nofollow">次</a></p>\n',
    ],
    bad: [
      {
        post: '<p><a href="/tides/" ⟦rel="nofollow noopener"⟧>조석표</a> <a href="next.html" ⟦rel="ugc"⟧>次</a></p>\n',
      },
      {
        post: '<p><a href="https://www.my-blog.org/a" ⟦rel="nofollow"⟧>Part one</a></p>\n',
        site: { url: 'https://my-blog.org/' },
        messages: ['own'],
      },
    ],
  },
})
