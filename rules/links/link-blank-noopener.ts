import type { Element } from 'hast'
import { relWords } from '../../src/analysis/links/link-types.ts'
import { relEdits } from '../../src/analysis/links/rel-edits.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const keywords = new Set(['', '_blank', '_self', '_parent', '_top'])

const adding = (post: Post, node: Element, rel = ''): Fix | undefined => {
  const edits = relEdits(post, node, [...relWords(rel), 'noopener'], 'target')
  return edits.length > 0 ? { safe: true, edits } : undefined
}

export default rule({
  summary: {
    en: 'Links to other sites that open a new tab say noopener.',
    ko: '새 탭으로 여는 외부 링크에는 noopener를 씁니다.',
  },
  why: {
    en: 'Without noopener the page behind the link could steer the tab it came from. Browsers since 2021 imply it; older ones and embedded browsers may not.',
    ko: 'noopener가 없으면 열린 페이지가 원래 탭을 다른 곳으로 보낼 수 있습니다. 2021년 이후 브라우저는 알아서 막지만 오래된 브라우저와 앱 내장 브라우저는 그렇지 않을 수 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: link type noopener',
      url: 'https://html.spec.whatwg.org/multipage/links.html#link-type-noopener',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G200: opening new windows only when it is best',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G200',
    },
  ],
  presets: {
    recommended: 'warn',
    strict: ['warn', { allTargets: true }],
    seo: 'warn',
    accessibility: 'warn',
  },
  score: { category: 'links', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    requireRel: flag(true, {
      en: 'Ask for `noopener` or `noreferrer` on links to other sites that open a new tab',
      ko: '새 탭으로 여는 외부 링크에 `noopener`나 `noreferrer`를 요구함',
    }),
    allTargets: flag(false, {
      en: 'Also report new tabs for links inside the site, `opener`, and targets that name no keyword',
      ko: '사이트 안의 링크를 새 탭으로 여는 것, `opener`, 키워드가 아닌 target도 보고함',
    }),
  },
  messages: {
    missing: {
      en: 'This link opens another site in a new tab without rel="noopener", which older browsers need. Add it.',
      ko: '외부 사이트를 새 탭으로 여는 링크에 rel="noopener"가 없습니다. 오래된 브라우저를 위해 추가하세요.',
    },
    opener: {
      en: 'rel="opener" lets the other site steer this tab. Use noopener.',
      ko: 'rel="opener"이면 열린 사이트가 이 탭을 조종할 수 있습니다. noopener를 쓰세요.',
    },
    inside: {
      en: 'A link inside the site opens a new tab, which takes the way back from the reader. Drop the target.',
      ko: '사이트 안의 링크를 새 탭으로 열면 뒤로 갈 수 없습니다. target을 빼세요.',
    },
    target: {
      en: 'target “{target}” is no keyword, so all such links share one window. Write _blank or drop it.',
      ko: 'target의 “{target:은/는}” 예약어가 아니어서 같은 이름의 링크가 창 하나를 함께 씁니다. _blank로 쓰거나 빼세요.',
    },
  },
  check: ({ post, options, report }) => ({
    element: {
      'a,area'(node) {
        const target = attributeOf(node, 'target')
        const href = attributeOf(node, 'href')
        const rel = attributeOf(node, 'rel')
        if (target === undefined || href === undefined || [target, href, rel].some(post.isTemplate)) return
        const range = post.range(node, { attribute: 'target' })
        if (!range) return
        if (target.toLowerCase() !== '_blank') {
          const isKeyword = keywords.has(target.toLowerCase())
          if (options.allTargets && !isKeyword) report(range, 'target', { target })
          return
        }
        const { kind } = addressOf(href)
        const words = relWords((rel ?? '').toLowerCase())
        const isSafe = words.includes('noopener') || words.includes('noreferrer')
        const isOpener = words.includes('opener')
        if (kind === 'web' && isOpener && !isSafe) {
          if (options.allTargets) report(range, 'opener', {})
        } else if (kind === 'web' && options.requireRel && !isSafe) {
          report(range, 'missing', {}, { fix: adding(post, node, rel) })
        } else if ((kind === 'relative' || kind === 'fragment') && options.allTargets) {
          report(range, 'inside', {})
        }
      },
    },
  }),
  examples: {
    good: [
      '<p><a href="https://example.kr" target="_blank" rel="noopener">안내</a></p>\n',
      '<p><a href="/map/" target="_blank">Map</a> <a href="https://example.com" target="_blank" rel="noreferrer">Rail</a></p>\n',
      '<p><a href="{{ page.link }}" target="_blank">案内</a></p>\n',
      { post: '<p><a href="https://example.com" target="_blank">Rail</a></p>\n', options: { requireRel: false } },
    ],
    bad: [
      {
        post: '<p><a href="https://example.kr" ⟦target="_blank"⟧>안내</a>, <a href="//example.com" ⟦target=_blank⟧ rel=nofollow>Rail</a></p>\n',
        fixed:
          '<p><a href="https://example.kr" target="_blank" rel="noopener">안내</a>, <a href="//example.com" target=_blank rel="nofollow noopener">Rail</a></p>\n',
        messages: ['missing'],
      },
      {
        post: '<p><a href="/map/" ⟦target="_blank"⟧>地図</a> <a href="https://a.example" ⟦target="_new"⟧>A</a> <a href="https://b.example" ⟦target="_blank"⟧ rel="opener">B</a></p>\n',
        fixed:
          '<p><a href="/map/" target="_blank">地図</a> <a href="https://a.example" target="_new">A</a> <a href="https://b.example" target="_blank" rel="opener">B</a></p>\n',
        options: { allTargets: true },
        messages: ['inside', 'target', 'opener'],
      },
    ],
  },
})
