import { type Fragments, fragmentsOf, isSpelledOut } from '../../src/analysis/links/fragments.ts'
import { type LinkTarget, linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { flag, oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { nearest } from '../../src/nearest.ts'
import { attributeOf } from '../../src/post/elements.ts'

/** Fragments that are no ids: text and line links, routes of scripts, footnotes and excerpts that generators mark. */
const isElsewhere =
  /^(?::~:|!|\/|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$|user-content-|fn(?:ref)?[:\d_-]|footnote|more(?:-\d+)?$|comments?$|comment-|respond$|disqus_thread$|cite_|section-\d+$)|:~:text=/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const has = ({ ids }: Fragments, fragment: string): boolean =>
  ids.has(fragment) || ids.has(decoded(fragment)) || ids.has(decoded(fragment).normalize('NFC'))

const withoutDigits = (text: string): string => text.replace(/-?\d+/g, '')

export default rule({
  summary: {
    en: 'Links within a post lead to places that exist.',
    ko: '글 안을 가리키는 링크의 대상이 있어야 합니다.',
  },
  why: {
    en: 'A link to an `id` that does not exist does nothing when it is followed. It mostly breaks when a heading is reworded, since generators make the id from its text.',
    ko: '없는 `id`를 가리키는 링크는 눌러도 아무 일이 없습니다. 생성기가 제목으로 id를 만들므로, 제목을 고치면 링크가 끊어지곤 합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: scrolling to a fragment',
      url: 'https://html.spec.whatwg.org/multipage/browsing-the-web.html#scroll-to-fragid',
    },
    {
      authority: 'accessibility',
      title: 'axe-core: skip-link',
      url: 'https://dequeuniversity.com/rules/axe/4.10/skip-link',
    },
  ],
  presets: { recommended: 'error', strict: 'error', accessibility: 'error' },
  score: { category: 'links', weight: 7 },
  options: {
    slugger: oneOf(['auto', 'github', 'kramdown', 'hugo', 'words', 'plain', 'hexo'], 'auto', {
      en: 'How the ids of headings are made; `auto` accepts what the generator and its usual themes make',
      ko: '제목의 id를 만드는 방식. `auto`는 생성기와 흔한 테마의 방식을 모두 인정함',
    }),
    top: flag(true, { en: 'Accept `#top`, which every browser knows', ko: '모든 브라우저가 아는 `#top`을 허용함' }),
  },
  messages: {
    missing: {
      en: 'Nothing in this post has the id “{fragment}”, so the link does nothing. Correct one of them.',
      ko: '글에 id가 “{fragment}”인 곳이 없어 링크를 눌러도 움직이지 않습니다. 한쪽을 고치세요.',
    },
    misspelt: {
      en: 'Nothing in this post has the id “{fragment}”. Did you mean “{meant}”?',
      ko: '글에 id가 “{fragment}”인 곳이 없습니다. “{meant:을/를}” 잘못 썼는지 확인하세요.',
    },
  },
  check({ post, options, report }) {
    if (post.textOnly) return undefined
    const found: (LinkTarget & { readonly fragment: string })[] = []
    return {
      element: {
        'a,area'(node) {
          const href = (attributeOf(node, 'href') ?? '').trim()
          const fragment = href.slice(1)
          if (!href.startsWith('#') || fragment === '' || isElsewhere.test(fragment)) return
          const target = linkTargetOf(post, node)
          if (!target || (fragment.toLowerCase() === 'top' && options.top)) return
          found.push({ ...target, fragment })
        },
      },
      done() {
        if (found.length === 0) return
        const fragments = fragmentsOf(post, options.slugger)
        for (const { place, value, href, fragment } of found) {
          if (has(fragments, fragment)) continue
          const name = decoded(fragment)
          if (isSpelledOut(fragments, name)) continue
          const near = nearest(name, fragments.ids)
          // What differs in its number is another place, not a slip of the pen.
          const meant = near && withoutDigits(near) !== withoutDigits(name) ? near : undefined
          // An include or the page around may hold what the post does not.
          if (!meant && fragments.isOpen) continue
          if (!meant) {
            report(place, 'missing', { fragment: name })
            continue
          }
          const edits = value && !/["'<>\s]/.test(meant) ? [{ ...value, text: href.replace(/#.*$/, `#${meant}`) }] : []
          const title = { en: `Write “#${meant}”`, ko: `“#${meant}”로 쓰기` }
          report(
            place,
            'misspelt',
            { fragment: name, meant },
            { suggestions: edits.length > 0 ? [{ title, edits }] : [] },
          )
        }
      },
    }
  },
  examples: {
    good: [
      '<h2 id="fees">요금</h2>\n<p><a href="#fees">요금표</a>, <a href="#TOP">위로</a>, <a href="#:~:text=fees">fees</a>, <a href="#L10">10</a></p>\n',
      '<p><a name="map"></a><a href="#map">약도</a> <a href="#%EC%9A%94%EA%B8%88">요금</a> <i id="요금"></i></p>\n',
      '# Install it\n\n## 사용 방법 (2024)\n\n## Install it\n\n[1](#install-it) [2](#install-it-1) [사용](#사용-방법-2024)\n',
      '## Fees {#fees}\n\nA box.\n{: #box .note}\n\n[fees](#fees), [box](#box), [note][^1], [back](#fn:1)\n\n[^1]: x\n',
      '## Async (🦀, 🛠️)\n\n## 準備 📝\n\n[async](#async-crab-tools) と [準備](#準備-memo)\n',
      '{% include toc.html %}\n\n[目次](#table-of-contents) と [次](#/next)\n',
      { post: '## C++ 입문\n\n[입문](#c-입문)\n', options: { slugger: 'github' } },
    ],
    bad: [
      {
        post: '<h2 id="install">설치</h2>\n<p><a ⟦href="#instal"⟧>설치</a> 다음은 <a ⟦href="#reference-manual"⟧>설명서</a>입니다.</p>\n',
        messages: ['misspelt', 'missing'],
      },
      {
        post: '# Opening hours\n\n[Hours](⟦#Opening-Hours⟧) and [fees][f].\n\n[f]: ⟦#fees-and-tickets⟧\n',
        messages: ['misspelt', 'missing'],
      },
      { post: '<p>本文</p>\n<p><a ⟦href="#top"⟧>上へ</a></p>\n', options: { top: false }, messages: ['missing'] },
      { post: '## 自転車のライト\n\n[ライト](⟦#ライト⟧)\n', options: { slugger: 'hugo' } },
    ],
  },
})
