import type { Element } from 'hast'
import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { voidElements } from '../../src/analysis/markup/content-model.ts'
import { oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { readTag } from '../../src/post/place.ts'
import type { Range } from '../../src/post/range.ts'

interface VoidTag {
  readonly node: Element
  readonly tag: Range
  /** The slash with the white space before it; absent where there is none. */
  readonly slash?: Range
}

export default rule({
  summary: { en: 'Void tags are written in one style.', ko: '빈 요소 태그를 한 가지 방식으로 씁니다.' },
  why: {
    en: 'The slash in <br/> has no effect in HTML. Either way is fine; a mix makes the source look careless and searches harder.',
    ko: '<br/>의 슬래시는 HTML에서 아무 효과가 없습니다. 어느 쪽이든 괜찮지만, 섞어 쓰면 소스가 어수선하고 검색하기 어렵습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: start tags',
      url: 'https://html.spec.whatwg.org/multipage/syntax.html#start-tags',
    },
    { authority: 'editorial', title: 'One style in one post' },
  ],
  presets: {},
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    style: oneOf(['consistent', 'omit', 'selfclose'], 'consistent', {
      en: '`omit` is `<br>`, `selfclose` is `<br />`, `consistent` is what the post does most',
      ko: '`omit`은 `<br>`, `selfclose`는 `<br />`, `consistent`는 글에서 더 많이 쓴 쪽',
    }),
  },
  messages: {
    slash: {
      en: '<{name}> with a slash, unlike the others. Leave the slash out.',
      ko: '<{name}>에 슬래시가 있어 다른 태그와 다릅니다. 슬래시를 빼세요.',
    },
    bare: {
      en: '<{name}> without a slash, unlike the others. Write <{name} />.',
      ko: '<{name}>에 슬래시가 없어 다른 태그와 다릅니다. <{name} />로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const tags: VoidTag[] = []
    return {
      element: {
        '*'(node) {
          if (!voidElements.has(node.tagName) || !post.isWritten(node)) return
          const tag = post.range(node, 'tag')
          if (!tag) return
          const written = post.source.slice(tag.start, tag.end)
          const last = readTag(written, 0)?.attributes.at(-1)
          if (!written.endsWith('/>') || last?.end === written.length - 1) {
            tags.push({ node, tag })
            return
          }
          let start = tag.end - 2
          while (/\s/.test(post.source[start - 1]!)) start--
          tags.push({ node, tag, slash: { start, end: tag.end - 1 } })
        },
      },
      done() {
        const slashed = tags.filter(({ slash }) => slash).length
        const wantsSlash =
          options.style === 'selfclose' || (options.style === 'consistent' && slashed * 2 > tags.length)
        for (const { node, tag, slash } of tags) {
          if (wantsSlash === (slash !== undefined)) continue
          const edit = slash ? { ...slash, text: '' } : { start: tag.end - 1, end: tag.end - 1, text: ' /' }
          const fix = isEditable(post, node) ? { safe: true, edits: [edit] } : undefined
          report(tag, slash ? 'slash' : 'bare', { name: node.tagName }, { fix })
        }
      },
    }
  },
  examples: {
    good: [
      '<p>하나<br>둘<br>셋</p>\n<hr>\n',
      '<p>一<br/>二<br />三<img src="a.png" alt="庭" /></p>\n',
      'Markdown\n\n---\n\n![Dock](a.png) <a href=/x/>x</a>\n',
    ],
    bad: [
      { post: '<p>하나<br>둘<br>셋⟦<br/>⟧</p>\n', fixed: '<p>하나<br>둘<br>셋<br></p>\n', messages: ['slash'] },
      {
        post: '<p>One⟦<br>⟧two⟦<img src=a.png>⟧</p>\n<hr />\n',
        fixed: '<p>One<br />two<img src=a.png /></p>\n<hr />\n',
        options: { style: 'selfclose' },
        messages: ['bare'],
      },
      { post: '⟦<hr />⟧\n\n本文。\n', fixed: '<hr>\n\n本文。\n', options: { style: 'omit' } },
    ],
  },
})
