import type { Element } from 'hast'
import { isDecoration, isHidden } from '../../src/analysis/images/alternative.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { accessibleName } from '../../src/analysis/markup/accessible-name.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { attributeOf, elementsIn } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Roles under which an element with `href` is a link; what can be focused keeps its role. */
const linkRoles = new Set(['', 'none', 'presentation'])
/** The role itself and those that are kinds of it. */
const isLinkRole = (role: string): boolean => /^(?:link|doc-(?:backlink|biblioref|glossref|noteref))$/.test(role)

/** `[](codepen://…)`: an address that no browser knows marks the place where a plugin of the generator puts something. */
const isMarker = (post: Post, node: Element): boolean =>
  !post.isWritten(node) && addressOf(attributeOf(node, 'href') ?? '').kind === 'other'

const isLink = (node: Element): boolean => {
  if (node.tagName !== 'a' && node.properties.role === undefined) return false
  const [role = ''] = (attributeOf(node, 'role') ?? '').trim().toLowerCase().split(/\s+/)
  const isWritten = node.tagName === 'a' && attributeOf(node, 'href') !== undefined
  return isLinkRole(role) || (isWritten && linkRoles.has(role))
}

/** An image that stands for the link's name: without an alternative it is reported itself. */
const holdsImage = (node: Element, parents: Parents): boolean => {
  for (const inner of elementsIn(node)) {
    const isImage = inner.tagName === 'img' || attributeOf(inner, 'role') === 'img'
    if (
      isImage &&
      attributeOf(inner, 'ariaLabelledBy') === undefined &&
      !isDecoration(inner) &&
      !isHidden(inner, [...parents, node])
    )
      return true
  }
  return false
}

export default rule({
  summary: { en: 'Every link has a text or another name.', ko: '모든 링크에는 텍스트나 이름이 있습니다.' },
  why: {
    en: 'A link without a name cannot be seen, and a screen reader says only “link” or reads the address. Search engines learn nothing about the page behind it.',
    ko: '이름 없는 링크는 보이지 않고, 스크린 리더는 “링크”라고만 하거나 주소를 읽습니다. 검색 엔진도 링크 너머의 페이지를 알 수 없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'ACT rule c487ae: link has non-empty accessible name (WCAG 2.4.4, 4.1.2; F89)',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: link best practices',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'accessibility', weight: 10 },
  messages: {
    empty: {
      en: 'This link has no text, so nobody can tell where it leads. Write one, or remove the link.',
      ko: '링크에 텍스트가 없어 어디로 가는지 알 수 없습니다. 텍스트를 쓰거나 링크를 지우세요.',
    },
    concealed: {
      en: 'Screen readers get no name for this link: its content is hidden or has no text. Add a text or `aria-label`.',
      ko: '링크 내용이 숨겨져 있거나 글자가 없어 스크린 리더가 이름을 읽지 못합니다. 텍스트나 `aria-label`을 넣으세요.',
    },
  },
  check({ post, report }) {
    const nameless: { readonly range: Range; readonly isEmpty: boolean }[] = []
    /** Where links with a name start: the parser makes empty clones of links that are closed in the wrong place. */
    const named = new Set<number>()
    return {
      attributed(node, parents) {
        if (!isLink(node) || isHidden(node, parents) || isMarker(post, node)) return
        const { text, isOpen } = accessibleName(post, node)
        if (text !== '' || isOpen || holdsImage(node, parents)) {
          named.add(post.place(node, parents).start)
          return
        }
        const range = post.range(node, 'tag') ?? post.place(node, parents)
        nameless.push({ range, isEmpty: [...elementsIn(node)].every(({ tagName }) => tagName === 'br') })
      },
      done() {
        for (const { range, isEmpty } of nameless) {
          if (!named.has(range.start)) report(range, isEmpty ? 'empty' : 'concealed', {})
        }
      },
    }
  },
  examples: {
    good: [
      '<p><a href="/map">약도</a> <a href="/rss" aria-label="RSS 구독"><i class="icon-rss"></i></a></p>\n',
      '<p><a href="/map" title="Map"><svg><path d="M0 0"/></svg></a> <a href="/sun"><svg><title>Sun</title></svg></a></p>\n',
      '<p><a id="top"></a><a name="始"></a><a href="/x" aria-hidden="true" tabindex="-1"></a></p>\n',
      '<p><a href="{{ page.link }}">{% include icon.html %}</a> <a href="/b" role="button"></a></p>\n',
      '<p>An image without alternative is another matter: <a href="/map"><img src="map.png"></a></p>\n',
      '<p id="hours" hidden>開館時間</p>\n<p><a href="/hours" aria-labelledby="hours"></a></p>\n',
      '<p><a href="/c"><div>Closed in the wrong place</div></a></p>\n',
      '[](codepen://hello-world)\n\n[![地図](map.png)](/map) と [`fetch`](/fetch)\n',
    ],
    bad: [
      { post: '<p>⟦<a href="/map">⟧</a> 약도</p>\n', messages: ['empty'] },
      { post: 'Read ⟦[](https://example.com/guide)⟧ first, then the rest.\n', messages: ['empty'] },
      {
        post: '<p>⟦<a href="https://github.com/">⟧<i class="fa fa-github"></i></a> ⟦<a href="/b">⟧<span aria-hidden="true">▶</span></a></p>\n',
        messages: ['concealed', 'concealed'],
      },
      {
        post: '<p>⟦<a href="/x">⟧<img src="x.png" aria-labelledby="nothing"></a> [⟦<a href="/y" role="doc-biblioref">⟧</a>]</p>\n',
        messages: ['concealed', 'empty'],
      },
      {
        post: '<p>⟦<a href="/c">⟧&nbsp;</a> ⟦<a href="/d">⟧<svg><path d="M0 0"/></svg></a> ⟦<span role="link" tabindex="0">⟧</span> 地図</p>\n',
        messages: ['empty', 'concealed', 'empty'],
      },
    ],
  },
})
