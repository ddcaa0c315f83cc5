import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { isEditorComment, leftoversOf } from '../../src/analysis/markup/editor-residue.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isInCode } from '../../src/post/elements.ts'
import type { Range } from '../../src/post/range.ts'

const deletion = ({ start, end }: Range): Edit => ({ start, end, text: '' })

export default rule({
  summary: { en: 'No residue of the editor that wrote the post.', ko: '편집기가 남긴 찌꺼기를 두지 않습니다.' },
  why: {
    en: 'Attributes and tags that only an editor reads make posts heavier and harder to edit by hand, and tie them to a tool that the site does not use.',
    ko: '편집기만 읽는 속성과 태그는 글을 무겁게 하고 손으로 고치기 어렵게 하며, 사이트가 쓰지 않는 도구에 글을 묶어 둡니다.',
  },
  source: [{ authority: 'editorial', title: 'Posts hold content, not the state of a tool' }],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn' },
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    allow: list([], {
      en: 'Attributes, classes and tags that the site does use; `*` at the end stands for any rest',
      ko: '사이트가 실제로 쓰는 속성, 클래스, 태그. 끝의 `*`는 나머지 전체를 뜻함',
    }),
  },
  messages: {
    leftover: {
      en: '{name} is left over from an editor and means nothing on the page. Remove it.',
      ko: '{name}: 편집기가 남긴 것으로 페이지에서는 의미가 없습니다. 제거하세요.',
    },
  },
  check({ post, options, report }) {
    const isAllowed = (name: string): boolean =>
      options.allow.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry))
    return {
      element: {
        '*'(node, parents) {
          const all = leftoversOf(post, node)
          if (all.length === 0) return
          const found = all.filter(({ name }) => !isAllowed(name))
          const first = found[0]
          if (!first || !post.isWritten(node) || isInCode([node, ...parents])) return
          const edits = found.flatMap((leftover) => leftover.removal?.map(deletion) ?? [])
          const fix = edits.length > 0 && isEditable(post, node) ? { safe: true, edits } : undefined
          report(first.range ?? post.place(node, parents), 'leftover', { name: first.name }, { fix })
        },
      },
      comment(node, parents) {
        const range = post.range(node)
        if (!range || post.isMasked(range) || !isEditorComment(node.value)) return
        const suggestions = [{ title: { en: 'Remove the comment', ko: '주석 삭제' }, edits: [deletion(range)] }]
        report(
          post.place(node, parents),
          'leftover',
          { name: `<!--${node.value.slice(0, 20).trim()}…` },
          { suggestions },
        )
      },
    }
  },
  examples: {
    good: [
      '<h2>장애 원인</h2>\n<p data-lang="ko">업데이트 결함이 원인입니다.</p>\n',
      '<pre><code><span data-ke-size="size16">x</span></code></pre>\n',
      '<video data-start="12" class="se"></video>\n<p class="section-text">A clean paragraph.</p>\n',
      { post: '<p data-ke-size="size16">테마가 쓰는 속성입니다.</p>\n', options: { allow: ['data-ke-*'] } },
    ],
    bad: [
      {
        post: '<h2 ⟦data-ke-size="size26"⟧>장애 원인</h2>\n<p ⟦data-ke-size="size16"⟧ data-mce-style="x">업데이트 결함이 원인입니다.</p>\n',
        fixed: '<h2>장애 원인</h2>\n<p>업데이트 결함이 원인입니다.</p>\n',
        messages: ['leftover'],
      },
      {
        post: '<p ⟦class="MsoNormal lead"⟧ style="mso-fareast-language: KO; color: #111">Text⟦<o:p>⟧</o:p></p>\n',
        fixed: '<p class="lead" style="color: #111">Text</p>\n',
      },
      {
        post: '<p ⟦data-start="0"⟧ data-end="42" contenteditable="true">これは下書きから貼り付けた段落です。</p>\n',
        fixed: '<p>これは下書きから貼り付けた段落です。</p>\n',
      },
      {
        post: '<p><a ⟦href="https://www.google.com/url?sa=D&q=https://example.com/guide"⟧>安装指南</a></p>\n',
        fixed: '<p><a href="https://www.google.com/url?sa=D&q=https://example.com/guide">安装指南</a></p>\n',
      },
    ],
  },
})
