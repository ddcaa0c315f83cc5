import type { Element } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { obsoleteAttributesOf, obsoleteElements, successors } from '../../src/analysis/markup/obsolete.ts'
import type { Edit, Fix } from '../../src/engine/finding.ts'
import { list } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { isInCode } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const none: readonly string[] = []

const deletion = ({ start, end }: Range): Edit => ({ start, end, text: '' })

/** Gives an element the name of the one that took its place. */
const renaming = (post: Post, node: Element): Fix | undefined => {
  const successor = successors.get(node.tagName)
  const tags = tagsOf(post, node)
  if (!successor || !tags || !isEditable(post, node)) return undefined
  const edits = [tags.open.start + 1, tags.close.start + 2].map((start) => ({
    start,
    end: start + node.tagName.length,
    text: successor,
  }))
  return { safe: true, edits }
}

const unwrapping = (post: Post, node: Element): SuggestedChange[] => {
  const tags = tagsOf(post, node)
  if (!tags || (node.tagName !== 'center' && node.tagName !== 'font') || !isEditable(post, node)) return []
  const title = { en: 'Remove the tags and keep the text', ko: '내용은 두고 태그만 제거' }
  return [{ title, edits: [deletion(tags.open), deletion(tags.close)] }]
}

/** `<a name>` is a target of links: an `id` does the same, but style sheets and scripts may look for the name. */
const identifying = (post: Post, node: Element, range: Range): Fix | undefined => {
  if (node.tagName !== 'a' || node.properties.id !== undefined || !isEditable(post, node)) return undefined
  return { safe: false, edits: [{ start: range.start, end: range.start + 'name'.length, text: 'id' }] }
}

export default rule({
  summary: { en: 'No elements and attributes that HTML has given up.', ko: '폐기된 HTML 요소와 속성을 쓰지 않습니다.' },
  why: {
    en: 'HTML lists them as obsolete: authors must not use them. Most only set a look, which belongs in the style sheet, where a theme, a dark mode or a small screen can change it.',
    ko: 'HTML 표준이 사용을 금한 폐기 목록에 있는 것들입니다. 대부분 모양만 정하는데, 모양은 테마와 다크 모드, 작은 화면에 맞춰 바꿀 수 있는 스타일시트의 몫입니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: non-conforming features',
      url: 'https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn' },
  score: { category: 'structure', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    allow: list([], {
      en: 'Elements (`center`) and attributes (`align`) that may be used',
      ko: '허용할 요소(`center`)와 속성(`align`)',
    }),
  },
  messages: {
    obsolete: {
      en: '{what} is obsolete in HTML. Use CSS or a current element or attribute.',
      ko: '{what}: HTML에서 폐기되었습니다. CSS나 현재의 요소와 속성을 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const allowed = new Set(options.allow)
    return {
      element: {
        '*'(node, parents) {
          const isGone = obsoleteElements.has(node.tagName) && !allowed.has(node.tagName)
          const attributes = isGone ? none : obsoleteAttributesOf(node)
          if (!isGone && attributes.length === 0) return
          const tag = post.range(node, 'tag')
          if (!tag || isInCode([node, ...parents])) return
          if (isGone) {
            const what = `<${node.tagName}>`
            report(tag, 'obsolete', { what }, { fix: renaming(post, node), suggestions: unwrapping(post, node) })
            // What stands on it goes with it.
            return
          }
          for (const name of attributes) {
            const range = allowed.has(name) ? undefined : post.range(node, { attribute: name })
            if (!range) continue
            const fix = name === 'name' ? identifying(post, node, range) : undefined
            report(range, 'obsolete', { what: `${name} (<${node.tagName}>)` }, { fix })
          }
        },
      },
    }
  },
  examples: {
    good: [
      '<p><s>5,000원</s> <code>npm</code> <img src="a.png" alt="지도" width="640" height="480"></p>\n',
      '<svg width="10" height="10"><text font-size="3">A</text></svg>\n<iframe src="/map" title="Map" width="600" height="400"></iframe>\n',
      '<form><input name="q"><button name="go">検索</button></form>\n<map name="m"></map>\n<ol type="a"><li value="3">項目</li></ol>\n',
      '| a | b |\n|:-:|--:|\n| 1 | 2 |\n\nWrite `<center>` no more.\n',
      { post: '<p align="center">가운데</p>\n', options: { allow: ['align'] } },
    ],
    bad: [
      {
        post: '⟦<center>⟧<p ⟦align="center"⟧>가운데 글</p></center>\n<table ⟦border="1"⟧ ⟦cellpadding="0"⟧><tr><td ⟦width="90"⟧>값</td></tr></table>\n<p>⟦<strike>⟧할인</strike> ⟦<TT class="k">⟧ls</TT></p>\n',
        fixed:
          '<center><p align="center">가운데 글</p></center>\n<table border="1" cellpadding="0"><tr><td width="90">값</td></tr></table>\n<p><s>할인</s> <code class="k">ls</code></p>\n',
        messages: ['obsolete'],
      },
      {
        post: '<p><object data="map.svg" ⟦classid="x"⟧>⟦<param name="a">⟧</object> <i ⟦dropzone="copy"⟧>여기</i></p>\n',
        fixed: '<p><object data="map.svg" classid="x"><param name="a"></object> <i dropzone="copy">여기</i></p>\n',
      },
      {
        post: 'See ⟦<acronym title="HyperText Markup Language">⟧HTML</acronym>.\n\n<a ⟦name="top"⟧></a>\n\n<iframe src="https://player.example/1" title="Talk" ⟦frameborder="0"⟧></iframe>\n',
        fixed:
          'See <abbr title="HyperText Markup Language">HTML</abbr>.\n\n<a name="top"></a>\n\n<iframe src="https://player.example/1" title="Talk" frameborder="0"></iframe>\n',
      },
    ],
  },
})
