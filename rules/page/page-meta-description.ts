import { metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { isHiddenFromSearch } from '../../src/analysis/page/robots.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, isBlank } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'A page has one meta description.', ko: '페이지에는 메타 설명이 하나 있어야 합니다.' },
  why: {
    en: 'Search results and shared links may show the description below the title. Without one, search engines cut a piece out of the text.',
    ko: '검색 결과와 공유 링크는 제목 아래에 설명을 보여 주곤 합니다. 없으면 검색 엔진이 본문 일부를 잘라 씁니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: control your snippets',
      url: 'https://developers.google.com/search/docs/appearance/snippet',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: document has a meta description',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/meta-description',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'error' },
  score: { category: 'seo', weight: 7 },
  covers: ['description-required'],
  messages: {
    missing: {
      en: 'No <meta name="description">, so search results show a piece of the text. Sum the page up in a sentence or two.',
      ko: '<meta name="description">이 없어 검색 결과에 본문 일부가 나옵니다. 한두 문장으로 요약하세요.',
    },
    empty: {
      en: 'The description is empty, so search results show a piece of the text. Sum the page up in a sentence or two.',
      ko: '설명이 비어 있어 검색 결과에 본문 일부가 나옵니다. 한두 문장으로 요약하세요.',
    },
    several: {
      en: 'A second description: which one is shown is up to the search engine. Keep one.',
      ko: '설명이 또 있습니다. 어느 것이 나올지 알 수 없으니 하나만 남기세요.',
    },
  },
  check({ post, report }) {
    const head = pageHeadOf(post)
    if (!head || head.isRedirect || isHiddenFromSearch(head)) return undefined
    const metas = metasNamed(head, 'description')
    if (metas.length === 0 && !head.isOpen) report(head.place, 'missing', {})
    for (const [index, { element }] of metas.entries()) {
      const range = post.range(element)
      if (!range) continue
      if (isBlank(attributeOf(element, 'content') ?? '')) report(range, 'empty', {})
      else if (index > 0 && !head.isOpen) report(range, 'several', {})
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><meta name="description" content="덕수궁 돌담길을 한 시간 걷는 길입니다."></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta name="Description" content="{{ page.excerpt }}"></head><body></body></html>\n',
      '<!doctype html>\n<html><head>{% seo %}</head><body><p>本文</p></body></html>\n',
      '<!doctype html>\n<html><head><meta name="robots" content="noindex"></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta http-equiv="refresh" content="0;url=/new/"></head></html>\n',
      '---\ntitle: A fragment\n---\n\n<p>Its description is in the front matter.</p>\n',
    ],
    bad: [
      {
        post: '<!doctype html>\n<html>⟦<head>⟧<title>산책</title></head><body></body></html>\n',
        messages: ['missing'],
      },
      {
        post: '<!doctype html>\n<html><head>⟦<meta name="description" content="">⟧</head><body></body></html>\n',
        messages: ['empty'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="description" content="A morning at Tsukiji.">⟦<meta name="description" content="築地の朝。">⟧</head><body></body></html>\n',
        messages: ['several'],
      },
    ],
  },
})
