import { pageHeadOf } from '../../src/analysis/page/page-head.ts'
import {
  directiveValues,
  isUtilityPage,
  knownDirectives,
  opposites,
  type RobotsDirective,
  robotsOf,
} from '../../src/analysis/page/robots.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { nearest } from '../../src/nearest.ts'
import { attributeOf } from '../../src/post/elements.ts'

const isPast = (date: string, today: string): boolean => {
  const time = Date.parse(date.replace(/(\d)-(\w{3})-(\d{2,4})/, '$1 $2 $3'))
  return !Number.isNaN(time) && time < Date.parse(today)
}

export default rule({
  summary: {
    en: 'A page that is meant to be found lets search engines in.',
    ko: '공개할 페이지는 검색 엔진을 막지 않습니다.',
  },
  why: {
    en: 'A `noindex` left over from a draft or a staging site keeps the page out of search results altogether, and a misspelt directive does nothing.',
    ko: '초안이나 시험 사이트에서 남은 `noindex`는 페이지를 검색 결과에서 완전히 빼고, 잘못 쓴 지시어는 아무 효과가 없습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: robots meta tag specifications',
      url: 'https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: page is blocked from indexing',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/is-crawlable',
    },
  ],
  presets: { recommended: 'warn', strict: 'error', seo: 'error' },
  score: { category: 'seo', weight: 10 },
  options: {
    allow: list([], {
      en: 'Directives that are meant, such as `nosnippet`, or that only other crawlers know',
      ko: '일부러 쓴 지시어(`nosnippet` 등)나 다른 크롤러만 아는 지시어',
    }),
  },
  messages: {
    blocked: {
      en: '“{directive}” keeps this page out of search results. Remove it, unless that is meant.',
      ko: '“{directive:이/가}” 이 페이지를 검색 결과에서 뺍니다. 일부러 쓴 것이 아니면 제거하세요.',
    },
    snippet: {
      en: '“{directive}” keeps search results from showing any text of this page. Remove it, unless that is meant.',
      ko: '“{directive}” 때문에 검색 결과에 본문이 나오지 않습니다. 일부러 쓴 것이 아니면 제거하세요.',
    },
    expired: {
      en: 'Since {date} search engines leave this page out (unavailable_after). Remove the date or set a later one.',
      ko: '{date}부터 검색 결과에서 빠진 페이지입니다(unavailable_after). 날짜를 지우거나 늦추세요.',
    },
    unknown: {
      en: '“{directive}” is no directive that the large search engines document, so it has no effect there. Correct or remove it.',
      ko: '“{directive:은/는}” 주요 검색 엔진 문서에 없는 지시어라 효과가 없습니다. 고치거나 지우세요.',
    },
    opposed: {
      en: '“{first}” and “{second}” contradict each other; the stricter one counts. Keep the one you mean.',
      ko: '“{first:과/와}” “{second:이/가}” 서로 어긋납니다. 더 엄격한 쪽이 적용되니 뜻한 것만 남기세요.',
    },
  },
  check({ post, options, report, today }) {
    const head = pageHeadOf(post)
    if (!head || head.isRedirect || isUtilityPage(post) || post.front.draft?.value === 'true') return undefined
    const allowed = new Set(options.allow.map((name) => name.toLowerCase()))
    for (const { element, directives } of robotsOf(head)) {
      const range = post.range(element, { attribute: 'content' })
      if (!range || post.isTemplate(attributeOf(element, 'content')) || head.isOpen) continue
      const judged = directives.filter(({ name }) => !allowed.has(name))
      const find = (is: (directive: RobotsDirective) => boolean): RobotsDirective | undefined => judged.find(is)
      const names = new Set(judged.map(({ name }) => name))
      const opposed = opposites.find(([first, second]) => names.has(first) && names.has(second))
      const blocking = find(({ name }) => name === 'noindex' || name === 'none')
      const silent = find(({ name, value }) => name === 'nosnippet' || (name === 'max-snippet' && value === '0'))
      const expired = find(({ name, value }) => name === 'unavailable_after' && isPast(value, today))
      const unknown = find(
        ({ name, value }) => !knownDirectives.has(name) || directiveValues.get(name)?.test(value) === false,
      )
      if (opposed) report(range, 'opposed', { first: opposed[0], second: opposed[1] })
      else if (blocking) report(range, 'blocked', { directive: blocking.name })
      else if (silent) report(range, 'snippet', { directive: silent.name })
      else if (expired) report(range, 'expired', { date: expired.value })
      if (unknown) {
        const isSlip = nearest(unknown.name, ['noindex', 'nofollow', 'nosnippet']) !== undefined
        report(range, 'unknown', { directive: unknown.name }, isSlip ? {} : { severity: 'warn' })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><meta name="robots" content="index, follow, max-image-preview:large, max-snippet:-1"></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta name="robots" content="{{ page.robots }}"></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta name="robots" content="unavailable_after: 2030-01-31"></head><body><p>글</p></body></html>\n',
      {
        path: '_site/404.html',
        post: '<!doctype html>\n<html><head><meta name="robots" content="noindex"></head></html>\n',
      },
      {
        post: '<!doctype html>\n<html><head><meta name="robots" content="nosnippet"></head></html>\n',
        options: { allow: ['nosnippet'] },
      },
    ],
    bad: [
      {
        post: '<!doctype html>\n<html><head><meta name="robots" ⟦content="noindex, nofollow"⟧></head><body><p>글</p></body></html>\n',
        messages: ['blocked'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="googlebot" ⟦content="nosnippet"⟧></head></html>\n',
        messages: ['snippet'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="robots" ⟦content="unavailable_after: 25 Jun 2010 15:00:00 PST"⟧></head></html>\n',
        messages: ['expired'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="robots" ⟦content="index, noindx"⟧></head><body><p>築地</p></body></html>\n',
        messages: ['unknown'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="robots" ⟦content="index,noindex"⟧></head></html>\n',
        messages: ['opposed'],
      },
    ],
  },
})
