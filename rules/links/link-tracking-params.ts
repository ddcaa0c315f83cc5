import { linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { isHandedOut } from '../../src/analysis/links/links.ts'
import { nameMatcher, trackingParameters, withoutParameters } from '../../src/analysis/links/tracking.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'

/** Marks that chat programs leave are another rule's matter. */
const isMachineMade = /[?&;]utm_source=(?:chatgpt|openai|copilot|perplexity)/i

/** Credits for photos come with their parameters. */
const isCredit = (href: string): boolean => /utm_content=creditCopyText/.test(href)

export default rule({
  summary: { en: 'Links carry no tracking parameters.', ko: '링크에 추적 매개변수를 남기지 않습니다.' },
  why: {
    en: 'Parameters such as `utm_source` or `fbclid` were meant for one click of yours. In a post they falsify the statistics of the other site, make addresses long, and split one page into many for search engines.',
    ko: '`utm_source`, `fbclid` 같은 매개변수는 글쓴이가 누른 한 번을 위한 것입니다. 글에 남기면 상대 사이트의 통계를 흐리고, 주소가 길어지며, 검색 엔진에는 한 페이지가 여럿으로 보입니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: URL structure best practices',
      url: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
    },
    { authority: 'editorial', title: 'Addresses are copied without the marks of the click' },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'links', weight: 1 },
  group: 'all',
  options: {
    params: list(trackingParameters, {
      en: 'Parameters that only track; `*` at the end stands for any ending',
      ko: '추적에만 쓰는 매개변수. 끝의 `*`는 어떤 어미든 뜻함',
    }),
  },
  messages: {
    tracking: {
      en: '“{name}” in the address only tracks who clicked where (places: {places}). Remove it.',
      ko: '주소의 “{name:은/는}” 클릭을 추적할 뿐입니다({places}곳). 제거하세요.',
    },
  },
  check({ post, options, report }) {
    const isTracking = nameMatcher(options.params)
    return {
      element: {
        'a,area'(node, parents) {
          const target = linkTargetOf(post, node)
          if (!target || !/[?;]/.test(target.href) || isMachineMade.test(target.href)) return
          if (isCredit(target.href) || isHandedOut(parents)) return
          const { kind, url } = addressOf(target.href)
          if (kind !== 'web' && kind !== 'relative') return
          const params = url?.searchParams ?? new URLSearchParams(/\?([^#]*)/.exec(target.href)?.[1] ?? '')
          const name = [...params.keys()].find((key) => isTracking(key.toLowerCase()))
          if (name === undefined) return
          const { value, place } = target
          const text = value ? withoutParameters(post.source.slice(value.start, value.end), isTracking) : ''
          const edits = value && text !== '' ? [{ ...value, text }] : []
          const title = { en: 'Remove the tracking parameters', ko: '추적 매개변수 제거' }
          report(place, 'tracking', { name }, { suggestions: edits.length > 0 ? [{ title, edits }] : [] })
        },
      },
    }
  },
  examples: {
    good: [
      '<p><a href="https://a.info/list?page=2&amp;tag=sea">목록</a> <a href="/search?q=utm_source">検索</a></p>\n',
      '<p><a href="https://a.info/?utm_source=chatgpt.com">Another rule’s matter</a></p>\n',
      '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1?ref_src=twsrc">2024</a></blockquote>\n',
      { post: '[Flights](https://a.info/?gclid=x)\n', options: { params: ['utm_*'] } },
    ],
    bad: [
      {
        post: '<p><a ⟦href="https://a.info/x?id=3&amp;utm_source=news&amp;utm_medium=mail#top"⟧>소식</a>과 <a ⟦href="/b?fbclid=IwAR0"⟧>글</a></p>\n',
        messages: ['tracking'],
      },
      { post: '[市場](⟦https://shop.naver.com/p/1?NaPm=ct%3Dl⟧)\n' },
    ],
  },
})
