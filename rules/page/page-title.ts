import { pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { rule } from '../../src/engine/rule.ts'
import { isBlank, textOf } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'A page has one title, in its head.', ko: '페이지의 head에는 title이 하나 있어야 합니다.' },
  why: {
    en: 'The title names the page in tabs, bookmarks and search results, and it is the first thing a screen reader says. Of several, browsers use the first.',
    ko: 'title은 탭과 북마크, 검색 결과에서 페이지의 이름이 되고 스크린 리더가 가장 먼저 읽습니다. 여러 개면 브라우저는 첫째만 씁니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'ACT rule 2779a5: HTML page has non-empty title (WCAG 2.4.2)',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/2779a5/',
    },
    {
      authority: 'standard',
      title: 'HTML: the title element',
      url: 'https://html.spec.whatwg.org/multipage/semantics.html#the-title-element',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: title links',
      url: 'https://developers.google.com/search/docs/appearance/title-link',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'seo', weight: 10 },
  messages: {
    missing: {
      en: 'This page has no <title>, so tabs and search results show its address. Add one to the head.',
      ko: '<title>이 없어 탭과 검색 결과에 주소가 나옵니다. head에 추가하세요.',
    },
    empty: {
      en: 'The <title> is empty, so tabs and search results show the address. Say what the page is about.',
      ko: '<title>이 비어 있어 탭과 검색 결과에 주소가 나옵니다. 무엇에 관한 페이지인지 쓰세요.',
    },
    several: {
      en: 'A second <title>: browsers use the first only. Remove one.',
      ko: '<title>이 또 있습니다. 브라우저는 첫째만 씁니다. 하나를 지우세요.',
    },
    outside: {
      en: '<title> belongs in the head; elsewhere search engines may not see it. Move it there.',
      ko: '<title>은 head에 둡니다. 다른 곳에 두면 검색 엔진이 못 볼 수 있습니다. head로 옮기세요.',
    },
  },
  check({ post, report }) {
    const head = pageHeadOf(post)
    if (!head) return undefined
    const { titles, isOpen, isRedirect, place } = head
    if (titles.length === 0 && !isOpen && !isRedirect) report(place, 'missing', {})
    for (const [index, { element, isInHead }] of titles.entries()) {
      const range = post.range(element)
      if (!range || isOpen) continue
      if (index > 0) report(range, 'several', {})
      else if (isBlank(element.children.map(textOf).join(''))) report(range, 'empty', {})
      else if (!isInHead) report(range, 'outside', {})
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html lang="ko"><head><title>덕수궁 돌담길 산책</title></head><body><svg><title>지도</title></svg></body></html>\n',
      '<!doctype html>\n<title>Tides of May</title>\n<p>High water at noon.</p>\n',
      '<!doctype html>\n<html><head>{% include head.html %}</head><body><p>本文</p></body></html>\n',
      '<html><head><title>{{ page.title }}</title></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta http-equiv="refresh" content="0; url=/new/"></head></html>\n',
      '<p>A fragment has its title in the front matter.</p>\n',
    ],
    bad: [
      {
        post: '<!doctype html>\n<html lang="ko">⟦<head>⟧<meta charset="utf-8"></head><body><p>글</p></body></html>\n',
        messages: ['missing'],
      },
      { post: '<!doctype html>\n<html><head>⟦<title> </title>⟧</head><body></body></html>\n', messages: ['empty'] },
      {
        post: '<!doctype html>\n<html><head><title>築地の朝</title>⟦<title>Tsukiji</title>⟧</head><body></body></html>\n',
        messages: ['several'],
      },
      {
        post: '<!doctype html>\n<html><head></head><body>⟦<title>Route</title>⟧<p>By train.</p></body></html>\n',
        messages: ['outside'],
      },
    ],
  },
})
