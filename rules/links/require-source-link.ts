import type { Element } from 'hast'
import { relWords } from '../../src/analysis/links/link-types.ts'
import { ownSite } from '../../src/analysis/links/own-site.ts'
import { promotionsOf } from '../../src/analysis/links/promotion.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { int, list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { callsToAction } from '../../src/language/calls-to-action.ts'
import { openingOf } from '../../src/post/body-text.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const isFiledUnder = ({ front }: Post, names: readonly string[]): boolean => {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()))
  const filed = [front.categories, front.tags].flatMap((field) => field?.value.split(/[,/]/) ?? [])
  return filed.some((name) => wanted.has(name.trim().toLowerCase()))
}

export default rule({
  summary: { en: 'A news post links to its sources.', ko: '뉴스 글은 출처로 링크합니다.' },
  why: {
    en: 'A report that names no source cannot be checked. A link to it lets readers judge for themselves.',
    ko: '출처가 없는 기사는 확인할 수 없습니다. 출처로 링크하면 독자가 직접 판단할 수 있습니다.',
  },
  source: [
    { authority: 'editorial', title: 'Reports name their sources' },
    { authority: 'convention', title: 'Yoast SEO: outbound links assessment' },
    {
      authority: 'search-engine',
      title: 'Google Search Central: link to other sites',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable#external-links',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'links', weight: 1 },
  threshold: true,
  options: {
    min: int(1, { en: 'Fewest links to other sites', ko: '다른 사이트로 가는 링크의 최소 개수' }, { minimum: 1 }),
    categories: list(['News', '뉴스', 'ニュース', '新闻', '新聞', 'Новости', 'Noticias', 'Notícias', 'Actualités'], {
      en: 'Categories or tags of posts that need a source',
      ko: '출처가 있어야 하는 글의 카테고리나 태그',
    }),
  },
  messages: {
    none: {
      en: 'A post filed as news without a link to a source (links found: {count}, at least {limit}; advertisements do not count). Link where it comes from.',
      ko: '뉴스로 분류한 글에 출처 링크가 없습니다(링크 {count}개, 최소 {limit}개. 광고 제외). 출처를 연결하세요.',
    },
    unfollowed: {
      en: 'Every link to a source says that you do not vouch for it (nofollow). Drop it from sources that you trust.',
      ko: '출처 링크가 모두 nofollow라 보증하지 않는다는 뜻이 됩니다. 믿는 출처에서는 빼세요.',
    },
  },
  check({ post, options, report }) {
    if (post.textOnly || !isFiledUnder(post, options.categories)) return undefined
    const isOwn = ownSite(post)
    const outbound: { readonly element: Element; readonly rel: readonly string[] }[] = []
    let isOpen = false
    return {
      element: {
        a(node) {
          const href = attributeOf(node, 'href')
          if (href === undefined) return
          if (post.isTemplate(href)) isOpen = true
          else if (addressOf(href).kind === 'web' && !isOwn(href)) {
            outbound.push({ element: node, rel: relWords((attributeOf(node, 'rel') ?? '').toLowerCase()) })
          }
        },
      },
      done() {
        const phrases = Object.values(callsToAction).flat()
        const promoted = new Set(promotionsOf(post, { phrases, tail: 2 }).map(({ element }) => element))
        const sources = outbound.filter(({ element, rel }) => !promoted.has(element) && !rel.includes('sponsored'))
        if (isOpen) return
        if (sources.length < options.min) {
          report(openingOf(post), 'none', { count: sources.length, limit: options.min })
        } else if (sources.every(({ rel }) => rel.includes('nofollow') || rel.includes('ugc'))) {
          report(openingOf(post), 'unfollowed', {})
        }
      },
    }
  },
  examples: {
    good: [
      '---\ncategories: [News]\n---\n<p>기상청은 내일 비를 <a href="https://www.weather.go.kr/">예보했습니다</a>.</p>\n',
      '---\ncategories: Diary\n---\n<p>I walked home in the rain.</p>\n',
      '---\ntags: [news]\n---\n<p>昨日、市場が<a href="{{ page.source }}">発表</a>した。</p>\n',
      { post: '---\ntags: News\n---\n\nNothing to see.\n', options: { categories: ['Press'] } },
    ],
    bad: [
      {
        post: '---\ncategories:\n  - News\n---\n⟦<⟧p>정부는 새 요금제를 발표했습니다.</p>\n<p>생활 정보가 필요하시다면, <a href="https://life-tips.kr">life-tips.kr</a></p>\n',
        messages: ['none'],
      },
      {
        post: '---\ncategories: 新闻\n---\n\n⟦桥⟧将于[五月](https://a.info/)关闭。\n',
        options: { min: 2 },
        messages: ['none'],
      },
      {
        post: '---\ntags: [news, harbour]\n---\n\n⟦<⟧p>The pier closes, says <a href="https://port.info/" rel="nofollow">the port</a>.</p>\n',
        messages: ['unfollowed'],
      },
    ],
  },
})
