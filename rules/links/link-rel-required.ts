import type { Element } from 'hast'
import {
  advertisement,
  affiliateHosts,
  blockText,
  disclosures,
  discussion,
  hasPartnerTag,
  isMarked,
} from '../../src/analysis/links/affiliates.ts'
import { relWords } from '../../src/analysis/links/link-types.ts'
import { promotionsOf } from '../../src/analysis/links/promotion.ts'
import { relEdits } from '../../src/analysis/links/rel-edits.ts'
import { addressOf, domainOf, isHostOf } from '../../src/analysis/links/url.ts'
import { list, record } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { callsToAction } from '../../src/language/calls-to-action.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Adds a word to `rel`; what is there is kept, apart from `dofollow`, which says the opposite. */
const adding = (post: Post, node: Element, word: string): SuggestedChange[] => {
  const kept = relWords(attributeOf(node, 'rel') ?? '').filter((one) => !/^(?:do)?follow$/i.test(one))
  const edits = relEdits(post, node, [...kept, word])
  return edits.length > 0 ? [{ title: { en: `Add rel="${word}"`, ko: `rel="${word}" 추가` }, edits }] : []
}

export default rule({
  summary: { en: 'Paid links say that they are paid for.', ko: '광고·제휴 링크에는 그렇다고 표시합니다.' },
  why: {
    en: 'Search engines ask that links which are advertisements carry `sponsored` (or `nofollow`), and links that visitors wrote `ugc`; unmarked paid links count as link spam.',
    ko: '검색 엔진은 광고 링크에 `sponsored`(또는 `nofollow`)를, 방문자가 쓴 링크에 `ugc`를 요구합니다. 표시하지 않은 유료 링크는 링크 스팸으로 봅니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: qualify your outbound links',
      url: 'https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: spam policies, link spam',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#link-spam',
    },
  ],
  presets: { strict: 'warn', seo: 'error' },
  score: { category: 'seo', weight: 7 },
  options: {
    hosts: list(affiliateHosts, {
      en: 'Hosts of affiliate networks; subdomains count too',
      ko: '제휴 광고망의 호스트. 하위 도메인도 포함함',
    }),
    phrases: record<readonly string[]>(
      disclosures,
      {
        en: 'Words that declare the links of their block paid for, by language',
        ko: '같은 블록의 링크가 유료임을 밝히는 언어별 문구',
      },
      list([], { en: 'Phrases', ko: '문구' }),
    ),
    internalHosts: list([], {
      en: 'Hosts of your own, which need no mark; `site.url` counts too',
      ko: '표시가 필요 없는 자기 사이트의 호스트. `site.url`도 포함함',
    }),
  },
  messages: {
    affiliate: {
      en: 'A link through {host} is paid for, but does not say so to search engines. Add rel="sponsored".',
      ko: '{host} 링크는 제휴 링크인데 검색 엔진에 밝히지 않았습니다. rel="sponsored"를 추가하세요.',
    },
    disclosed: {
      en: 'The text says “{phrase}”, but the link does not say so to search engines. Add rel="sponsored".',
      ko: '글에는 “{phrase:이라고/라고}” 밝혔지만 링크에는 표시가 없습니다. rel="sponsored"를 추가하세요.',
    },
    promotion: {
      en: 'A link to {host} that has nothing to do with the post reads as an advertisement. Add rel="sponsored", or remove it.',
      ko: '글과 무관한 {host} 링크는 광고로 읽힙니다. rel="sponsored"를 추가하거나 지우세요.',
    },
    ugc: {
      en: 'A link that a visitor wrote counts as your recommendation. Add rel="ugc".',
      ko: '방문자가 쓴 링크가 사이트의 추천으로 읽힙니다. rel="ugc"를 추가하세요.',
    },
  },
  check({ post, options, report }) {
    const phrases = Object.values(options.phrases).flat()
    const own = [...options.internalHosts, ...(addressOf(post.site?.url ?? '').url?.hostname ?? [])]
    const seen = new Set<Element>()
    return {
      element: {
        a(node, parents) {
          const href = attributeOf(node, 'href')
          const { url } = href === undefined || post.isTemplate(href) ? {} : addressOf(href)
          const rel = relWords((attributeOf(node, 'rel') ?? '').toLowerCase())
          if (!url || post.isTemplate(attributeOf(node, 'rel')) || isHostOf(url.hostname, own)) return
          if (rel.some((word) => word === 'nofollow' || word === 'sponsored' || word === 'ugc')) {
            seen.add(node)
            return
          }
          const place = post.place(node, parents)
          const details = { suggestions: adding(post, node, 'sponsored') }
          const text = phrases.length > 0 ? blockText(parents) : ''
          const phrase = phrases.find((one) => text.includes(one.toLowerCase()))
          const isPaid = isHostOf(url.hostname, options.hosts) || hasPartnerTag(url) || isMarked(parents, advertisement)
          if (isPaid) report(place, 'affiliate', { host: url.hostname }, details)
          else if (phrase) report(place, 'disclosed', { phrase }, details)
          else if (isMarked(parents, discussion)) report(place, 'ugc', {}, { suggestions: adding(post, node, 'ugc') })
          else return
          seen.add(node)
        },
      },
      done() {
        for (const { element, host } of promotionsOf(post, { phrases: Object.values(callsToAction).flat(), tail: 1 })) {
          if (seen.has(element) || isHostOf(host, own.map(domainOf))) continue
          report(post.place(element), 'promotion', { host }, { suggestions: adding(post, element, 'sponsored') })
        }
      },
    }
  },
  examples: {
    good: [
      '<p><a href="https://link.coupang.com/a/b" rel="sponsored noopener">자전거 등</a> <a href="https://www.korea.kr/">정책</a></p>\n',
      '<p>Affiliate links pay bloggers; see <a href="https://en.wikipedia.org/wiki/Affiliate_marketing" rel="nofollow">the overview</a>.</p>\n',
      '<p><a href="https://www.amazon.co.jp/dp/B000">本</a> <a href="{{ page.shop }}">店</a></p>\n',
      {
        post: '<p><a href="https://go.my-shop.kr/x">상점</a></p>\n<div class="ad"><a href="https://my-blog.kr/">내 블로그</a></div>\n',
        options: { internalHosts: ['my-blog.kr'] },
        site: { url: 'https://www.my-shop.kr/' },
      },
      '<p>脚本 <span class="comment"><a href="https://notes.info/">译注</a></span></p>\n',
      { post: '<p>제휴 링크: <a href="https://a.info/">안내</a></p>\n', options: { phrases: {}, hosts: [] } },
    ],
    bad: [
      {
        post: '<p>⟦<a href="https://link.coupang.com/a/b">자전거 등</a>⟧과 ⟦<a href="https://www.amazon.com/dp/B0?tag=me-20">light</a>⟧</p>\n',
        messages: ['affiliate', 'affiliate'],
      },
      {
        post: '⟦[Lamp](https://lamps.info/x)⟧ (affiliate link)\n\nThe lamp lasts ten hours.\n',
        messages: ['disclosed'],
      },
      {
        post: '<p>정부는 새 요금제를 발표했습니다.</p>\n<p>생활 정보가 필요하시다면, ⟦<a href="https://life-tips.kr" rel="dofollow">life-tips.kr</a>⟧</p>\n',
        messages: ['promotion'],
      },
      { post: '<div class="comment"><p>很好!⟦<a href="https://shop.info/">便宜</a>⟧</p></div>\n', messages: ['ugc'] },
    ],
  },
})
