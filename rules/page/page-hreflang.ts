import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { pageLinks, sameAddress } from '../../src/analysis/links/page-links.ts'
import { addressOf, withoutWww } from '../../src/analysis/links/url.ts'
import { pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { likelyTag, tagProblem } from '../../src/language/language-tags.ts'
import { attributeOf } from '../../src/post/elements.ts'

/** Search engines read a language, a script and a country; not a language of three letters or a region of numbers. */
const isReadable = (tag: string): boolean => /^[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i.test(tag) && !tagProblem(tag)

export default rule({
  summary: {
    en: 'Links to other language versions are complete and right.',
    ko: '다른 언어 버전의 링크(hreflang)를 바르게 적습니다.',
  },
  why: {
    en: 'With `hreflang` search engines send readers to the version in their language. A wrong code, a relative address or a version that does not name itself makes them ignore it.',
    ko: '검색 엔진은 `hreflang`을 보고 독자를 알맞은 언어로 보냅니다. 코드가 틀리거나 상대 주소이거나 자기 자신이 빠지면 무시됩니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: localized versions of your pages',
      url: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: document has a valid hreflang',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/hreflang',
    },
  ],
  presets: { strict: ['warn', { requireDefault: true }], seo: 'error' },
  score: { category: 'seo', weight: 3 },
  options: {
    requireDefault: flag(false, {
      en: 'Ask for a version for all other languages (`x-default`)',
      ko: '그 밖의 언어를 위한 버전(`x-default`)을 요구함',
    }),
  },
  messages: {
    meant: {
      en: '“{tag}” is no code that search engines know, so the version is ignored. Write “{meant}”.',
      ko: '“{tag:은/는}” 검색 엔진이 모르는 코드라 무시됩니다. “{meant:으로/로}” 쓰세요.',
    },
    code: {
      en: '“{tag}” is no code that search engines know, so the version is ignored. Write one such as “en” or “zh-Hant-TW”.',
      ko: '“{tag:은/는}” 검색 엔진이 모르는 코드라 무시됩니다. “ko”, “zh-Hant-TW”처럼 쓰세요.',
    },
    relative: {
      en: 'The address of a language version must be complete. Write it with https:// and the host.',
      ko: '언어 버전의 주소는 전체 주소여야 합니다. https://와 호스트까지 쓰세요.',
    },
    twice: {
      en: '“{tag}” already has another address; search engines may ignore both. Keep one.',
      ko: '“{tag}”에 다른 주소가 이미 있어 둘 다 무시될 수 있습니다. 하나만 남기세요.',
    },
    self: {
      en: 'None of the language versions is this page itself, so the whole set may be ignored. Add it.',
      ko: '언어 버전에 이 페이지 자신이 없어 전체가 무시될 수 있습니다. 추가하세요.',
    },
    fallback: {
      en: 'No version for readers of other languages. Add one with hreflang="x-default".',
      ko: '다른 언어 독자를 위한 버전이 없습니다. hreflang="x-default"로 추가하세요.',
    },
    body: {
      en: 'Search engines ignore language versions outside the head. Move the link into the head.',
      ko: 'head 밖에 있는 언어 버전은 무시됩니다. head 안으로 옮기세요.',
    },
  },
  check({ post, options, report }) {
    const head = pageHeadOf(post)
    if (!head) return undefined
    const versions = pageLinks(post, head, 'alternate').flatMap((link) => {
      const tag = attributeOf(link.element, 'hrefLang')?.trim()
      return tag && !post.isTemplate(tag) ? [{ ...link, tag }] : []
    })
    const known = new Map<string, string>()
    for (const { element, tag, href, url, place, isInHead } of versions) {
      const range = post.range(element, { attribute: 'hreflang' }) ?? place
      const isDefault = tag.toLowerCase() === 'x-default'
      if (!isInHead && !head.isOpen) {
        report(range, 'body', {})
        continue
      }
      if (!isDefault && !isReadable(tag)) {
        const meant = likelyTag(tag)
        const value = isEditable(post, element) ? post.range(element, { value: 'hreflang' }) : undefined
        const title = { en: `Write “${meant}”`, ko: `“${meant}” 쓰기` }
        const suggestions = meant && value ? [{ title, edits: [{ ...value, text: meant }] }] : []
        if (meant && isReadable(meant)) report(range, 'meant', { tag, meant }, { suggestions })
        else report(range, 'code', { tag })
      }
      if (!url) report(place, 'relative', {})
      const before = known.get(tag.toLowerCase())
      if (before === undefined) known.set(tag.toLowerCase(), href)
      else if (before !== href && !head.isOpen) report(range, 'twice', { tag })
    }
    const first = versions.find(({ isInHead }) => isInHead)
    const at = first && (post.range(first.element) ?? first.place)
    if (!at || head.isOpen) return undefined

    // Which address is this page's own only its canonical link tells, and only on the site itself.
    const site = addressOf(post.site?.url ?? '').url
    const own = pageLinks(post, head, 'canonical')[0]?.url
    const isOnSite = site && own && withoutWww(own.host) === withoutWww(site.host)
    if (isOnSite && versions.length > 1 && !versions.some(({ url }) => url && sameAddress(url, own)))
      report(at, 'self', {})
    if (options.requireDefault && versions.length > 1 && !known.has('x-default')) report(at, 'fallback', {})
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><link rel="alternate" hreflang="ko" href="https://a.example/ko/"><link rel="alternate" hreflang="x-default" href="https://a.example/"></head></html>\n',
      '<!doctype html>\n<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" hreflang="zh-Hant-TW" href="https://a.example/tw/"></head></html>\n',
      '<!doctype html>\n<html><head><link rel="alternate" hreflang="{{ l }}" href="{{ u }}"></head><body><a hreflang="jp" href="/ja/">Another rule’s matter</a></body></html>\n',
    ],
    bad: [
      {
        post: '<!doctype html>\n<html><head><link rel="alternate" ⟦hreflang="kr"⟧ href="https://a.example/ko/"><link rel="alternate" ⟦hreflang="eng-GB-x"⟧ href="https://a.example/en/"></head></html>\n',
        messages: ['meant', 'code'],
      },
      {
        post: '<!doctype html>\n<html><head><link rel="alternate" hreflang="ja" ⟦href="/ja/"⟧><link rel="alternate" ⟦hreflang="ja"⟧ href="https://a.example/jp/"></head></html>\n',
        messages: ['relative', 'twice'],
      },
      {
        post: '<!doctype html>\n<html><head>⟦<link rel="alternate" hreflang="ko" href="https://a.example/ko/">⟧<link rel="alternate" hreflang="en" href="https://a.example/en/"></head></html>\n',
        options: { requireDefault: true },
        messages: ['fallback'],
      },
      {
        post: '<!doctype html>\n<html><head><link rel="canonical" href="https://a.example/ja/">⟦<link rel="alternate" hreflang="ko" href="https://a.example/ko/">⟧<link rel="alternate" hreflang="en" href="https://a.example/en/"></head></html>\n',
        site: { url: 'https://a.example' },
        messages: ['self'],
      },
      {
        post: '<!doctype html>\n<html><head></head><body><p>本文</p><link rel="alternate" ⟦hreflang="ko"⟧ href="https://a.example/ko/"></body></html>\n',
        messages: ['body'],
      },
    ],
  },
})
