import { levelEdits } from '../../src/analysis/blocks/heading-level.ts'
import { type Heading, outlineOf } from '../../src/analysis/blocks/outline.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'

/** More headings than this are not changed at once. */
const longestRun = 200

/** The heading and those that follow at its level or below, all raised by as much as it is too deep. */
const raising = (post: Post, outline: readonly Heading[], index: number, by: number): SuggestedChange[] => {
  const { level } = outline[index]!
  let end = index + 1
  while (end < outline.length && outline[end]!.level >= level) end++
  if (end - index > longestRun) return []
  const run = outline.slice(index, end)
  const edits = run.map((heading) => levelEdits(post, heading.element, heading.level - by))
  if (!edits.every((own) => own !== undefined)) return []
  const to = level - by
  const title =
    run.length === 1
      ? { en: `Make it an <h${to}>`, ko: `<h${to}> 수준으로 바꾸기` }
      : {
          en: `Make it an <h${to}>, and raise those that follow`,
          ko: `<h${to}> 수준으로 바꾸고 뒤따르는 제목도 올리기`,
        }
  return [{ title, edits: edits.flat() }]
}

export default rule({
  summary: { en: 'Headings go down one level at a time.', ko: '제목 수준을 건너뛰지 않습니다.' },
  why: {
    en: 'Readers with a screen reader move through a page by its headings and take a missing level for a missing part. Search engines do not mind the order; people do.',
    ko: '스크린 리더 사용자는 제목으로 글을 훑으며, 빠진 수준이 있으면 내용이 빠졌다고 생각합니다. 검색 순위와는 관계없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'axe-core: heading-order',
      url: 'https://dequeuniversity.com/rules/axe/4.10/heading-order',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G141: organizing a page using headings',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G141',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 3 },
  group: 'all',
  options: {
    start: int(
      2,
      { en: 'Deepest level that the first heading may have', ko: '첫 제목에 쓸 수 있는 가장 낮은 수준' },
      { minimum: 1, maximum: 6 },
    ),
  },
  messages: {
    first: {
      en: 'The first heading is level {level}, as if its parent were missing. Start at level {wanted}.',
      ko: '첫 제목이 {level}수준이라 상위 제목이 빠진 것처럼 보입니다. {wanted}수준부터 쓰세요.',
    },
    skipped: {
      en: 'Level {level} comes right after level {previous}, as if a heading between them were missing. Use level {wanted}.',
      ko: '{previous}수준 바로 뒤에 {level}수준이 와서 제목이 빠진 것처럼 보입니다. {wanted}수준으로 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const outline = outlineOf(post)
      for (let index = 0; index < outline.length; index++) {
        const { element, level, parents } = outline[index]!
        const previous = outline[index - 1]?.level
        const wanted = previous === undefined ? options.start : previous + 1
        if (level <= wanted) continue
        // What a theme puts before the post on a built page heads no part of it.
        if (previous === undefined && post.format === 'page' && outline.some((other) => other.level < level)) continue
        const range = post.place(element, parents)
        const details = { suggestions: raising(post, outline, index, level - wanted) }
        if (previous === undefined) report(range, 'first', { level, wanted }, details)
        else report(range, 'skipped', { level, previous, wanted }, details)
      }
    },
  }),
  examples: {
    good: [
      '<h2>가는 길</h2>\n<h3>지하철</h3>\n<h4>2호선</h4>\n<h2>먹을 것</h2>\n<h3>칼국수</h3>\n',
      '# Title\n\n## Part\n\n### Detail\n\n# Appendix\n',
      '<h2>市場</h2>\n<blockquote><h5>引用の見出し</h5></blockquote>\n<aside><h4>メモ</h4></aside>\n<table><tr><td><h6>表</h6></td></tr></table>\n<h3>場内</h3>\n',
      '<h2>Part</h2>\n<h4 hidden>Not shown</h4>\n<div role="heading" aria-level="3">Detail</div>\n<h4>More</h4>\n<h5 role="presentation">Label</h5>\n',
      { post: '### Small posts start here\n\nText.\n\n#### Then go on\n', options: { start: 3 } },
    ],
    bad: [
      {
        post: '<h2>가는 길</h2>\n<p>두 가지입니다.</p>\n⟦<h4>지하철</h4>⟧\n<h4>버스</h4>\n<h3>걷기</h3>\n',
        messages: ['skipped'],
      },
      { post: '⟦### 早市⟧\n\n五点出发。\n\n⟦##### 路线⟧\n\n坐地铁。\n', messages: ['first', 'skipped'] },
      {
        post: '<h2>Part</h2>\n⟦<div role="heading" aria-level="5">Deep</div>⟧\n<h2>Next</h2>\n',
        messages: ['skipped'],
      },
    ],
  },
})
