import { blockExtent } from '../../src/analysis/blocks/extent.ts'
import { promotionsOf } from '../../src/analysis/links/promotion.ts'
import { int, list, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { callsToAction } from '../../src/language/calls-to-action.ts'
import { perObject } from '../../src/memo.ts'

const allPhrases = perObject((phrases: Readonly<Record<string, readonly string[]>>) => Object.values(phrases).flat())

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
      const phrases = allPhrases(options.phrases)
      for (const { range, host } of promotionsOf(post, { phrases, tail: options.tail })) {
        const edits = [{ ...blockExtent(post, range), text: '' }]
        const title = { en: 'Remove this block', ko: '이 블록 삭제' }
        report(range, 'promotion', { host }, { suggestions: [{ title, edits }] })
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
