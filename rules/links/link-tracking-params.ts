import { linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { list } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { classesOf } from '../../src/post/elements.ts'

/** Parameters that name a campaign, a click or a visit, and never change the page. */
const usual = [
  ...[
    'utm_*',
    'fbclid',
    'gclid',
    'gclsrc',
    'gbraid',
    'wbraid',
    'dclid',
    'msclkid',
    'yclid',
    'twclid',
    'ttclid',
    'li_fat_id',
  ],
  ...['igshid', 'igsh', 'mc_cid', 'mc_eid', '_hsenc', '_hsmi', '__hstc', '__hssc', 'mkt_tok', 'vero_id', 'oly_enc_id'],
  ...['NaPm', 'n_media', 'n_query', 'n_rank', 'n_ad_group', 'n_ad', 'wt_mc', '_ga', '_gl', 'ref_src', 'ref_url', 'spm'],
  ...['PHPSESSID', 'jsessionid', 'sessionid', 'ASPSESSIONID*'],
]

/** Marks that chat programs leave are another rule's matter. */
const isMachineMade = /[?&;]utm_source=(?:chatgpt|openai|copilot|perplexity)/i

const matcher = (names: readonly string[]): ((name: string) => boolean) => {
  const lower = names.map((name) => name.toLowerCase())
  const exact = new Set(lower)
  const beginnings = lower.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
  return (name) => exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning))
}

/** Credits and embeds as the service hands them out. */
const isHandedOut = (href: string, parents: Parents): boolean =>
  /utm_content=creditCopyText/.test(href) ||
  parents.some(
    (parent) => parent.type === 'element' && classesOf(parent).some((name) => /-(?:tweet|media)$/.test(name)),
  )

/** A written address without some parameters of its query; `&amp;` between them is kept as it is. */
const without = (written: string, isUnwanted: (name: string) => boolean): string => {
  const hash = written.indexOf('#')
  const end = hash < 0 ? written.length : hash
  const start = written.indexOf('?')
  if (start < 0 || start > end) return written
  const pieces = written.slice(start + 1, end).split(/(&amp;|&)/)
  let query = ''
  for (let at = 0; at < pieces.length; at += 2) {
    if (isUnwanted((pieces[at] ?? '').split('=', 1)[0]!.toLowerCase())) continue
    query += (query === '' ? '?' : (pieces[at - 1] ?? '&')) + pieces[at]
  }
  return written.slice(0, start) + query + written.slice(end)
}

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
    params: list(usual, {
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
    const isTracking = matcher(options.params)
    return {
      element: {
        'a,area'(node, parents) {
          const target = linkTargetOf(post, node)
          if (!target || !/[?;]/.test(target.href) || isMachineMade.test(target.href)) return
          if (isHandedOut(target.href, parents)) return
          const { kind, url } = addressOf(target.href)
          if (kind !== 'web' && kind !== 'relative') return
          const params = url?.searchParams ?? new URLSearchParams(/\?([^#]*)/.exec(target.href)?.[1] ?? '')
          const name = [...params.keys()].find((key) => isTracking(key.toLowerCase()))
          if (name === undefined) return
          const { value, place } = target
          const text = value ? without(post.source.slice(value.start, value.end), isTracking) : ''
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
