import { markupIn } from '../../src/analysis/blocks/plain-text.ts'
import { withoutMarkup } from '../../src/analysis/fields/front-edits.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { scalarMap } from '../../src/post/front-matter.ts'
import type { Range } from '../../src/post/range.ts'

/** Excerpts may be HTML by design: then they are whole blocks. */
const isHtml = (text: string): boolean => /^\s*<(?:p|div|ul|ol|figure|blockquote|h[1-6]|img|table)[\s>]/i.test(text)

export default rule({
  summary: { en: 'Titles and summaries are plain text.', ko: '제목과 요약은 마크업 없는 텍스트로 씁니다.' },
  why: {
    en: 'Titles and descriptions go into <title>, meta tags, feeds and link previews, where tags, Markdown and template code are shown as they are written or taken out at the wrong places.',
    ko: '제목과 설명은 <title>, 메타 태그, 피드, 링크 미리보기에 들어가며, 여기서는 태그와 Markdown, 템플릿 코드가 그대로 보이거나 엉뚱하게 지워집니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'jekyll-seo-tag: markup is stripped',
      url: 'https://github.com/jekyll/jekyll-seo-tag',
    },
    { authority: 'convention', title: 'Hexo: front matter', url: 'https://hexo.io/docs/front-matter' },
    {
      authority: 'standard',
      title: 'HTML: the title element holds text only',
      url: 'https://html.spec.whatwg.org/multipage/semantics.html#the-title-element',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  fixable: 'safe',
  options: {
    fields: list(['title', 'description', 'excerpt', 'summary'], {
      en: 'Front-matter keys that hold plain text',
      ko: '마크업 없는 텍스트여야 하는 프런트매터 키',
    }),
  },
  messages: {
    tag: {
      en: 'HTML in “{key}”: search results, feeds and previews may show the tags. Write plain text.',
      ko: '“{key}”에 HTML이 있어 검색 결과, 피드, 미리보기에 태그가 보일 수 있습니다. 텍스트만 쓰세요.',
    },
    entity: {
      en: '“{entity}” in “{key}” may be shown as it is. Write the character itself.',
      ko: '“{key}”의 “{entity:이/가}” 그대로 보일 수 있습니다. 문자를 직접 쓰세요.',
    },
    markdown: {
      en: 'Markdown in “{key}”: search results, feeds and previews may show its marks. Write plain text.',
      ko: '“{key}”에 Markdown이 있어 검색 결과, 피드, 미리보기에 기호가 보일 수 있습니다. 텍스트만 쓰세요.',
    },
    template: {
      en: 'Template code in “{key}”: generators do not run it in front matter. Write the text.',
      ko: '“{key}”에 템플릿 코드가 있습니다. 프런트매터에서는 실행되지 않으니 텍스트를 쓰세요.',
    },
    break: {
      en: 'A line break in “{key}”, which is used as one line. Join the lines.',
      ko: '한 줄로 쓰이는 “{key}”에 줄바꿈이 있습니다. 한 줄로 이으세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    const keys = new Set(options.fields)
    const fields = [...(front.title?.all ?? []), ...(front.summary?.all ?? [])]
    for (const { entry, key, valueRange } of fields) {
      if (entry?.type !== 'text' || !keys.has(key)) continue
      const all = markupIn(entry.text)
      if (all.length === 0) continue
      const isTitle = front.title?.all.some((field) => field.entry === entry) ?? false
      const isOneLine = isTitle || key === 'description'
      if (!isOneLine && isHtml(entry.text)) continue
      const found = all.filter(({ kind }) => kind !== 'break' || isOneLine)
      const [first] = found
      if (!first) continue
      const place = scalarMap(entry, post.source)
      const range: Range = { start: place(first.start) ?? valueRange.start, end: place(first.end) ?? valueRange.end }
      const same = found.filter(({ kind }) => kind === first.kind || (kind === 'entity' && first.kind === 'tag'))
      const changes = first.kind === 'template' || first.kind === 'break' ? [] : withoutMarkup(post, entry, same)
      const isFixed = !isTitle && first.kind !== 'markdown' && changes.length > 0
      const details = isFixed
        ? { fix: { safe: true, changesText: true as const, edits: changes } }
        : {
            suggestions:
              changes.length > 0 ? [{ title: { en: 'Take the markup out', ko: '마크업 빼기' }, edits: changes }] : [],
          }
      if (first.kind === 'entity') {
        report(range, 'entity', { key, entity: entry.text.slice(first.start, first.end) }, details)
      } else report(range, first.kind, { key }, details)
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: Vec<T>와 <canvas> 요소\nexcerpt: 3 < 5 이고 R&D, AT&amp;T, `**kwargs` 이야기\n---\n\n<p>본문입니다.</p>\n',
      '---\ntitle: The <b></b> and <br> elements\nexcerpt: <p>First.</p> <p>Second.</p>\n---\n\n<p>Elements.</p>\n',
      '---\ntitle: 早市{{ name }}\nsummary: |\n  清晨五点。\n  出发。\n---\n\n<p>清晨五点。</p>\n',
      {
        post: '---\ntitle: A <i>ship</i> comes in\n---\n\n<p>The harbour.</p>\n',
        options: { fields: ['description'] },
      },
    ],
    bad: [
      {
        post: '---\ntitle: New trail\nexcerpt: ⟦<b>⟧New</b> trail<br>by the river\n---\n\n<p>It opens.</p>\n',
        fixed: '---\ntitle: New trail\nexcerpt: New trail by the river\n---\n\n<p>It opens.</p>\n',
        messages: ['tag'],
      },
      {
        post: '---\ntitle: ⟦<em>⟧築地</em>の朝\ndescription: "市場⟦&nbsp;⟧めぐり"\n---\n\n<p>朝五時。</p>\n',
        fixed: '---\ntitle: <em>築地</em>の朝\ndescription: "市場 めぐり"\n---\n\n<p>朝五時。</p>\n',
        messages: ['tag', 'entity'],
      },
      {
        post: '---\ntitle: 돌담길\nexcerpt: 정동길에서 시작하는 ⟦**봄 산책**⟧\n---\n\n<p>정동길입니다.</p>\n',
        messages: ['markdown'],
      },
      { post: '---\ntitle: "Lights of ⟦{{ page.year }}⟧"\n---\n\n<p>Two kinds.</p>\n', messages: ['template'] },
      {
        post: '---\ntitle: Lights\ndescription: |\n  Two kinds⟦\n  ⟧of lights.\n---\n\n<p>Two kinds.</p>\n',
        messages: ['break'],
      },
    ],
  },
})
