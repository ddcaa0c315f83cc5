import { type Heading, headingText, outlineOf } from '../../src/analysis/blocks/outline.ts'
import { oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { comparable } from '../../src/language/similarity.ts'
import { classesOf, isElement } from '../../src/post/elements.ts'
import type { Range } from '../../src/post/range.ts'

/** The headings of one section so far, by text. */
interface Section {
  readonly level: number
  readonly texts: Map<string, Range>
}

/** What a theme leaves out of its table of contents. */
const isUnlisted = ({ element }: Heading): boolean => classesOf(element).some((name) => /^no[-_]?toc$/i.test(name))

/** In a description or an item a heading belongs to its term: “Parameters” of one function and of the next. */
const isInItem = ({ parents }: Heading): boolean => parents.some((around) => isElement(around, 'dd', 'li'))

export default rule({
  summary: { en: 'Headings of one section differ.', ko: '같은 절 안에서 제목을 되풀이하지 않습니다.' },
  why: {
    en: 'In a table of contents, or a list of headings that a screen reader gives, two equal headings side by side cannot be told apart, and their links get ids with numbers.',
    ko: '목차나 스크린 리더의 제목 목록에서 나란히 놓인 같은 제목은 구별할 수 없고, 링크의 id에는 번호가 붙습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.4.6: headings and labels',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels.html',
    },
    {
      authority: 'convention',
      title: 'markdownlint: MD024',
      url: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/md024.md',
    },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 1 },
  group: 'same',
  options: {
    scope: oneOf(['siblings', 'document'], 'siblings', {
      en: '`siblings` compares the headings under one parent, `document` all of them',
      ko: '`siblings`는 상위 제목이 같은 제목끼리, `document`는 모든 제목을 비교함',
    }),
  },
  messages: {
    repeated: {
      en: 'The heading “{text}” is there already, and a table of contents cannot tell them apart. Say what differs.',
      ko: '같은 제목 “{text}” 항목이 이미 있어 목차에서 구별할 수 없습니다. 차이가 드러나게 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const open: Section[] = []
      for (const heading of outlineOf(post)) {
        if (isUnlisted(heading) || isInItem(heading)) continue
        const level = options.scope === 'document' ? 1 : heading.level
        while (open.length > 0 && open.at(-1)!.level > level) open.pop()
        if (open.at(-1)?.level !== level) open.push({ level, texts: new Map() })
        const text = headingText(post, heading) ?? ''
        const range = post.place(heading.element, heading.parents)
        const { texts } = open.at(-1)!
        const first = texts.get(comparable(text))
        if (text === '') continue
        if (!first) texts.set(comparable(text), range)
        else {
          const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
          report(range, 'repeated', { text: shown }, { related: [{ ...first, kind: 'see' }] })
        }
      }
    },
  }),
  examples: {
    good: [
      '<h2>서울</h2>\n<h3>비용</h3>\n<p>만 원.</p>\n<h2>부산</h2>\n<h3>비용</h3>\n<p>2만 원.</p>\n',
      '## {{ a }}\n\nText.\n\n## {{ b }}\n\nText.\n',
      '## 东京\n\n正文。\n\n> ## 东京\n>\n> 引用。\n',
      '<h2 class="no_toc">Output</h2>\n<p>1</p>\n<h2 class="no_toc">Output</h2>\n<p>2</p>\n<dl><dt>open()</dt><dd><h3>Parameters</h3>None</dd><dt>shut()</dt><dd><h3>Parameters</h3>None</dd></dl>\n',
    ],
    bad: [
      {
        post: '<h2>비용</h2>\n<p>한 달에 만 원.</p>\n<h3>카드</h3>\n<p>카드만.</p>\n⟦<h2><b>비용</b></h2>⟧\n<p>일 년에 10만 원.</p>\n',
        messages: ['repeated'],
      },
      { post: '## `fetch`\n\nText.\n\n⟦## `fetch` {#second}⟧\n\nText.\n', messages: ['repeated'] },
      {
        post: '## 大阪\n\n### 費用\n\n千円。\n\n## 京都\n\n⟦### 費用⟧\n\n二千円。\n',
        options: { scope: 'document' },
        messages: ['repeated'],
      },
    ],
  },
})
