import type { Element } from 'hast'
import { int, list, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { callsToAction } from '../../src/language/calls-to-action.ts'
import { attributeOf, elementsIn, textOf } from '../../src/post/elements.ts'
import { blockExtent } from '../../src/post/extent.ts'
import { relWords } from '../../src/post/link-types.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'
import { announcesSources } from '../../src/post/references.ts'
import { type TopLevel, topLevelOf } from '../../src/post/top-level.ts'
import { addressOf, withoutWww } from '../../src/post/url.ts'

/** Promotion is short; a longer last paragraph says something of its own. */
const longest = 200

interface Outbound {
  readonly element: Element
  readonly host: string
  readonly text: string
  readonly rel: readonly string[]
}

function* linksIn(part: TopLevel): Generator<Element> {
  const nodes = part.kind === 'block' ? [part.element] : part.nodes
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a') yield node
    for (const element of elementsIn(node)) if (element.tagName === 'a') yield element
  }
}

const outboundOf = (post: Post, element: Element): Outbound | undefined => {
  const href = attributeOf(element, 'href')
  const host = href === undefined || post.isTemplate(href) ? undefined : addressOf(href).url?.hostname
  if (!host) return undefined
  const rel = relWords((attributeOf(element, 'rel') ?? '').toLowerCase())
  return { element, host: withoutWww(host), text: textOf(element).trim().toLowerCase(), rel }
}

const partText = (part: TopLevel): string =>
  (part.kind === 'block' ? [part.element] : part.nodes).map(textOf).join('').trim()

const isParagraph = (part: TopLevel): boolean => part.kind === 'run' || part.element.tagName === 'p'

/** The domain as the last thing said; after a colon it is an answer to its label. */
const isBareAtEnd = ({ text, host }: Outbound, whole: string): boolean => {
  const at = whole.lastIndexOf(text)
  if (withoutWww(text).replace(/\/$/, '') !== host || /[:：]\s*$/.test(whole.slice(0, at))) return false
  return !/[\p{L}\p{N}]/u.test(whole.slice(at + text.length))
}

/** Whether the post speaks of what the link is about: a word of its text or its host occurs elsewhere in the post. */
const isOnTopic = ({ host, text }: Outbound, topic: string): boolean => {
  const names = host.split('.').slice(0, -1)
  const words = `${text} ${names.join(' ')}`.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => word.length >= (/[a-z]/.test(word) ? 4 : 2) && topic.includes(word))
}

const isWholePage = (post: Post): boolean =>
  post.format === 'page' && post.content.type === 'element' && /^(?:body|main)$/.test(post.content.tagName)

export default rule({
  summary: { en: 'A post does not end in an advertisement.', ko: '글을 홍보 링크로 끝내지 않습니다.' },
  why: {
    en: 'A link to another site that has nothing to do with the post reads as an advertisement. Search engines take such links, repeated below every post, for link spam.',
    ko: '글과 무관한 외부 링크로 끝나는 글은 광고로 읽힙니다. 글마다 되풀이되는 이런 링크를 검색 엔진은 링크 스팸으로 봅니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: spam policies, link spam',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#link-spam',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'links', weight: 3 },
  options: {
    phrases: record(
      callsToAction,
      { en: 'Calls to action, by language', ko: '언어별 행동 유도 문구' },
      list([], { en: 'Phrases', ko: '문구' }),
    ),
    tail: int(
      2,
      { en: 'How many last blocks to look at for a call to action', ko: '행동 유도 문구를 찾아볼 마지막 블록의 수' },
      { minimum: 1, maximum: 10 },
    ),
  },
  messages: {
    promotion: {
      en: 'The post ends in a link to {host}, which it does not speak of. Remove the advertisement or mark it rel="sponsored".',
      ko: '글이 내용과 무관한 {host} 링크로 끝납니다. 광고를 지우거나 rel="sponsored"를 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      if (isWholePage(post)) return
      const parts = topLevelOf(post).filter((part) => part.kind === 'run' || part.element.tagName !== 'hr')
      const phrases = Object.values(options.phrases).flat()
      let topic: string | undefined
      const isOffTopic = (link: Outbound, from: number): boolean => {
        const title = post.front.title?.value ?? ''
        topic ??= [title, ...parts.slice(0, from).map(partText)].join(' ').toLowerCase()
        return !isOnTopic(link, topic)
      }
      const judge = (index: number, range: Range): Outbound | undefined => {
        const part = parts[index]!
        const text = partText(part).toLowerCase()
        const links = [...linksIn(part)].flatMap((element) => outboundOf(post, element) ?? [])
        const link = links[0]
        if (!link || links.length > 1 || text.length > longest || post.isMasked(range)) return undefined
        if (link.rel.includes('sponsored')) return undefined
        const isLast = index === parts.length - 1
        if (isLast && link.rel.includes('dofollow')) return link
        if (announcesSources(text.replace(link.text, ''))) return undefined
        const isBareDomain = isLast && isParagraph(part) && isBareAtEnd(link, text)
        const isCall = phrases.some((phrase) => text.includes(phrase.toLowerCase()))
        return (isBareDomain || isCall) && isOffTopic(link, index) ? link : undefined
      }
      for (let index = Math.max(1, parts.length - options.tail); index < parts.length; index++) {
        const { range } = parts[index]!
        const link = range && judge(index, range)
        if (!range || !link) continue
        const edits = [{ ...blockExtent(post, range), text: '' }]
        report(
          range,
          'promotion',
          { host: link.host },
          { suggestions: [{ title: { en: 'Remove this block', ko: '이 블록 삭제' }, edits }] },
        )
      }
    },
  }),
  examples: {
    good: [
      '<p>기상청은 내일 비를 예보했습니다.</p>\n<p>자세한 예보는 <a href="https://www.weather.go.kr">기상청 날씨누리</a>에서 확인하세요.</p>\n',
      '<p>The old pier closes in May.</p>\n<p>Source: <a href="https://harbour-news.net">harbour-news.net</a></p>\n',
      '<p>本文です。</p>\n<p>今すぐ購入: <a href="https://shop-abc.jp" rel="sponsored">広告</a></p>\n',
      'Trains leave every hour.\n\n[All trains](/timetable/)\n',
    ],
    bad: [
      {
        post: '<p>정부는 새 요금제를 발표했습니다.</p>\n<p>시행은 다음 달입니다.</p>\n⟦생활 정보가 필요하시다면, <a href="https://life-tips.kr" rel="dofollow">life-tips.kr</a>⟧\n',
        messages: ['promotion'],
      },
      {
        post: 'The old pier closes in May for repairs.\n\n⟦[Click here for cheap phones](https://phones-4u.net/offer)⟧\n\nSee you there.\n',
      },
      {
        post: '桥将于五月关闭维修。\n\n⟦立即购买:[手机特价](https://best-phones.cn/)⟧\n',
        options: { tail: 1, phrases: { zh: ['立即购买'] } },
      },
    ],
  },
})
