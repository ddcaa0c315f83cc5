import type { Element } from 'hast'
import {
  isScriptHook,
  linkElementTypes,
  linkTypes,
  powerlessWords,
  relWords,
  weightyTypes,
} from '../../src/analysis/links/link-types.ts'
import { relEdits } from '../../src/analysis/links/rel-edits.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { nearest } from '../../src/nearest.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const rewriting = (post: Post, node: Element, words: readonly string[]): Fix | undefined => {
  const edits = relEdits(post, node, words)
  return edits.length > 0 ? { safe: true, edits } : undefined
}

export default rule({
  summary: { en: 'Links carry only link types that exist.', ko: '링크의 rel에는 있는 링크 유형만 씁니다.' },
  why: {
    en: 'Browsers and search engines ignore words in `rel` that they do not know. `dofollow` does nothing: every link is followed unless it says `nofollow`, `ugc` or `sponsored`.',
    ko: '브라우저와 검색 엔진은 모르는 `rel` 값을 무시합니다. `dofollow`는 아무 일도 하지 않습니다. `nofollow`, `ugc`, `sponsored`가 없으면 모든 링크를 따라갑니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: link types',
      url: 'https://html.spec.whatwg.org/multipage/links.html#linkTypes',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: qualify your outbound links',
      url: 'https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links',
    },
    {
      authority: 'convention',
      title: 'Microformats: existing rel values',
      url: 'https://microformats.org/wiki/existing-rel-values',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'links', weight: 7 },
  fixable: 'safe',
  group: 'same',
  options: {
    allow: list([], {
      en: 'Further words that the site gives a meaning',
      ko: '사이트에서 따로 의미를 두는 단어를 추가함',
    }),
  },
  messages: {
    powerless: {
      en: 'rel “{token}” has no effect: links are followed unless they say nofollow. Remove it.',
      ko: 'rel의 “{token:은/는}” 효과가 없습니다. nofollow가 없으면 링크를 따라갑니다. 제거하세요.',
    },
    misplaced: {
      en: 'rel “{token}” belongs on <link> and means nothing on <{element}>. Remove it.',
      ko: 'rel의 “{token:은/는}” <link>에만 쓰며 <{element}>에서는 의미가 없습니다. 제거하세요.',
    },
    misspelt: {
      en: 'rel “{token}” is not a link type and has no effect. Write “{meant}”.',
      ko: 'rel의 “{token:은/는}” 없는 링크 유형이라 효과가 없습니다. “{meant:으로/로}” 쓰세요.',
    },
    unknown: {
      en: 'rel “{token}” is not a link type, so browsers and search engines ignore it. Remove it unless a script needs it.',
      ko: 'rel의 “{token:은/는}” 없는 링크 유형이라 무시됩니다. 스크립트가 쓰지 않으면 제거하세요.',
    },
    opposed: {
      en: 'rel says both “{first}” and “{second}”, which exclude each other. Keep one.',
      ko: 'rel에 서로 어긋나는 “{first:과/와}” “{second:이/가}” 함께 있습니다. 하나만 남기세요.',
    },
    repeated: {
      en: 'rel repeats “{token}”. Once is enough.',
      ko: 'rel에 “{token:이/가}” 되풀이됩니다. 한 번이면 됩니다.',
    },
    commas: {
      en: 'Words in rel are separated by spaces; with a comma HTML reads one unknown word. Use spaces.',
      ko: 'rel의 값은 공백으로 나눕니다. 쉼표를 쓰면 알 수 없는 값 하나가 됩니다. 공백으로 바꾸세요.',
    },
  },
  check({ post, options, report }) {
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()))
    /** Unknown words do no harm; a misspelt one lacks the effect that it was written for. */
    const reportUnknown = (range: Range, token: string): void => {
      const meant = nearest(token, weightyTypes)
      if (meant) report(range, 'misspelt', { token, meant })
      else report(range, 'unknown', { token }, { severity: 'info' })
    }
    const inspect = (node: Element): void => {
      const value = attributeOf(node, 'rel')
      if (value === undefined || post.isTemplate(value)) return
      const range = post.range(node, { attribute: 'rel' })
      if (!range || post.isMasked(range)) return
      const words = relWords(value)
      const lower = words.map((word) => word.toLowerCase())
      const first = (isWrong: (word: string) => boolean): string | undefined =>
        lower.find((word) => !allowed.has(word) && isWrong(word))
      const idle = first((word) => powerlessWords.has(word))
      const misplaced = first((word) => linkElementTypes.has(word))
      const unknown = first((word) => !linkTypes.has(word) && !isScriptHook(word))
      const repeated = lower.find((word, index) => lower.indexOf(word) !== index)
      if (idle) {
        const kept = words.filter((word) => !powerlessWords.has(word.toLowerCase()))
        report(range, 'powerless', { token: idle }, { fix: rewriting(post, node, kept) })
      } else if (misplaced) report(range, 'misplaced', { token: misplaced, element: node.tagName })
      else if (lower.includes('opener') && lower.includes('noopener'))
        report(range, 'opposed', { first: 'opener', second: 'noopener' })
      else if (unknown) reportUnknown(range, unknown)
      else if (repeated) report(range, 'repeated', { token: repeated }, { fix: rewriting(post, node, words) })
      else if (value.includes(',')) report(range, 'commas', {}, { fix: rewriting(post, node, words) })
    }
    return { element: { 'a,area': inspect } }
  },
  examples: {
    good: [
      '<p><a href="https://example.kr" rel="nofollow noopener">안내</a>와 <a href="/">첫 화면</a></p>\n',
      '<p><a href="https://me.example" rel="me author">Ada</a> <a href="a.jpg" rel="lightbox[trip]">Photo</a></p>\n',
      '<p><a href="https://example.jp" rel="{{ site.rel }}">案内</a></p>\n',
      { post: '<p><a href="/map" rel="overlay">Map</a></p>\n', options: { allow: ['overlay'] } },
    ],
    bad: [
      {
        post: '<p><a href="https://example.kr" ⟦rel="dofollow"⟧>생활 정보</a></p>\n',
        fixed: '<p><a href="https://example.kr">생활 정보</a></p>\n',
        messages: ['powerless'],
      },
      {
        post: '<p><a ⟦rel="nofollow, follow"⟧ href="https://example.com">Offer</a></p>\n',
        fixed: '<p><a rel="nofollow" href="https://example.com">Offer</a></p>\n',
        messages: ['powerless'],
      },
      {
        post: '<p><a href="/a" ⟦rel="nofollow,ugc"⟧>A</a> <a href="/b" ⟦rel="noopener noopener"⟧>B</a></p>\n',
        fixed: '<p><a href="/a" rel="nofollow ugc">A</a> <a href="/b" rel="noopener">B</a></p>\n',
        messages: ['commas', 'repeated'],
      },
      {
        post: '<p><a href="/a" ⟦rel="canonical"⟧>甲</a> <a href="/b" ⟦rel="opener noopener"⟧>乙</a> <a href="/c" ⟦rel="nofolow"⟧>丙</a> <a href="/d" ⟦rel="freelink"⟧>丁</a></p>\n',
        fixed:
          '<p><a href="/a" rel="canonical">甲</a> <a href="/b" rel="opener noopener">乙</a> <a href="/c" rel="nofolow">丙</a> <a href="/d" rel="freelink">丁</a></p>\n',
        messages: ['misplaced', 'opposed', 'misspelt', 'unknown'],
      },
    ],
  },
})
