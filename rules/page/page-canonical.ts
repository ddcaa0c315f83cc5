import { pageLinks } from '../../src/analysis/links/page-links.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { foreignVersionAt, isOthersHome } from '../../src/analysis/page/canonical.ts'
import { pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'

export default rule({
  summary: {
    en: 'A page names one canonical address, in full.',
    ko: '페이지의 대표 주소(canonical)를 하나만, 전체 주소로 적습니다.',
  },
  why: {
    en: 'Where a page can be reached under several addresses, the canonical one tells search engines which to show. Two of them, a relative one or one outside the head may all be ignored.',
    ko: '한 페이지를 여러 주소로 열 수 있을 때 canonical은 검색 결과에 나올 주소를 정합니다. 둘 이상이거나 상대 주소이거나 head 밖에 있으면 무시될 수 있습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: specify a canonical URL',
      url: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: document has a valid rel=canonical',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/canonical',
    },
  ],
  presets: { strict: ['warn', { required: true }], seo: 'error' },
  score: { category: 'seo', weight: 7 },
  options: {
    required: flag(false, { en: 'Every page must name one', ko: '모든 페이지에 있어야 함' }),
  },
  messages: {
    missing: {
      en: 'No canonical address, so search engines choose one of those that lead here. Add <link rel="canonical" href="…">.',
      ko: 'canonical이 없어 검색 엔진이 대표 주소를 임의로 고릅니다. <link rel="canonical" href="…">를 추가하세요.',
    },
    several: {
      en: 'A second canonical address that differs from the first: search engines may ignore both. Keep one.',
      ko: '첫째와 다른 canonical이 또 있어 둘 다 무시될 수 있습니다. 하나만 남기세요.',
    },
    relative: {
      en: 'A canonical address should be complete: relative ones are easily misread. Write it with https:// and the host.',
      ko: 'canonical은 전체 주소로 써야 잘못 읽히지 않습니다. https://와 호스트까지 쓰세요.',
    },
    invalid: {
      en: '“{address}” is not a valid address, so the canonical link is ignored. Correct it.',
      ko: '“{address:은/는}” 올바른 주소가 아니어서 canonical이 무시됩니다. 고치세요.',
    },
    body: {
      en: 'Search engines ignore a canonical link outside the head. Move it into the head.',
      ko: 'head 밖에 있는 canonical은 무시됩니다. head 안으로 옮기세요.',
    },
    language: {
      en: 'The canonical address is that of the “{language}” version, which takes this one out of search results. Point to this page.',
      ko: 'canonical이 “{language}” 버전을 가리켜 이 페이지가 검색 결과에서 빠질 수 있습니다. 이 페이지를 가리키세요.',
    },
    root: {
      en: 'The canonical address is the home page, which takes this page out of search results. Point to this page.',
      ko: 'canonical이 첫 화면을 가리켜 이 페이지가 검색 결과에서 빠질 수 있습니다. 이 페이지를 가리키세요.',
    },
  },
  check({ post, options, report }) {
    const head = pageHeadOf(post)
    if (!head) return undefined
    const all = pageLinks(post, head, 'canonical')
    const hasAny = head.links.some(({ element }) =>
      /(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, 'rel') ?? ''),
    )
    if (!hasAny && options.required && !head.isOpen && !head.isRedirect) report(head.place, 'missing', {})

    const [first, ...others] = all.filter(({ isInHead }) => isInHead || head.isOpen)
    for (const { isInHead, place } of all) if (!isInHead && !head.isOpen) report(place, 'body', {})
    for (const { href, place } of others) if (first && href !== first.href && !head.isOpen) report(place, 'several', {})
    if (!first) return undefined

    const { href, url, place } = first
    if (!url) {
      const isInvalid = href === '' || addressOf(href).kind === 'invalid'
      if (isInvalid) report(place, 'invalid', { address: href })
      else report(place, 'relative', {})
      return undefined
    }
    const language = foreignVersionAt(post, head, url)
    if (language !== undefined) report(place, 'language', { language })
    if (isOthersHome(post, url)) report(place, 'root', {})
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><link rel="canonical" href="https://walks.example/deoksu/"><link rel="canonical" href="https://walks.example/deoksu/"></head></html>\n',
      '<!doctype html>\n<html><head><link rel="canonical" href="{{ page.url }}"></head></html>\n',
      '<!doctype html>\n<html lang="ja"><head><link rel="canonical" href="https://a.example/ja/"><link rel="alternate" hreflang="ja" href="https://a.example/ja/"><link rel="alternate" hreflang="en" href="https://a.example/en/"></head></html>\n',
      '<!doctype html>\n<html><head><title>No canonical is fine by default</title></head></html>\n',
      {
        path: '_site/index.html',
        post: '<!doctype html>\n<html><head><link rel="canonical" href="https://a.example/"></head></html>\n',
        site: { url: 'https://a.example' },
      },
    ],
    bad: [
      {
        post: '<!doctype html>\n<html>⟦<head>⟧<title>산책</title></head></html>\n',
        options: { required: true },
        messages: ['missing'],
      },
      {
        post: '<!doctype html>\n<html><head><link rel="canonical" href="https://a.example/1"><link rel="canonical" ⟦href="https://a.example/2"⟧></head></html>\n',
        messages: ['several'],
      },
      {
        post: '<!doctype html>\n<html><head><link rel="canonical" ⟦href="/walk/"⟧></head></html>\n',
        messages: ['relative'],
      },
      {
        post: '<!doctype html>\n<html><head><link rel="canonical" ⟦href="https:// walks"⟧></head></html>\n',
        messages: ['invalid'],
      },
      {
        post: '<!doctype html>\n<html><head></head><body><link rel="canonical" ⟦href="https://a.example/1"⟧></body></html>\n',
        messages: ['body'],
      },
      {
        post: '<!doctype html>\n<html lang="ja"><head><link rel="canonical" ⟦href="https://a.example/en/"⟧><link rel="alternate" hreflang="ja" href="https://a.example/ja/"><link rel="alternate" hreflang="en" href="https://a.example/en/"></head></html>\n',
        messages: ['language'],
      },
      {
        path: '_site/2024/walk/index.html',
        post: '<!doctype html>\n<html><head><link rel="canonical" ⟦href="https://a.example/"⟧></head></html>\n',
        site: { url: 'https://a.example' },
        messages: ['root'],
      },
    ],
  },
})
