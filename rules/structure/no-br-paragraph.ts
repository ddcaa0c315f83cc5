import { type BreakRun, breakRuns, isVerse } from '../../src/analysis/blocks/breaks.ts'
import { blockExtent, extentOf, isApart, isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type Stretch, stretchesOf } from '../../src/analysis/blocks/inline-lines.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { int } from '../../src/engine/options.ts'
import { type ReportDetails, rule } from '../../src/engine/rule.ts'
import { isElement } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Ends the paragraph at the breaks and begins another like it. */
const splitting = (
  post: Post,
  { container }: Stretch,
  own: ReadonlySet<unknown>,
  run: BreakRun,
  range: Range,
): Fix['edits'] | undefined => {
  if (!isElement(container, 'p') || !run.nodes.every((node) => isEditable(post, node))) return undefined
  const tags = isEditable(post, container) ? tagsOf(post, container) : undefined
  const isDirect = run.nodes.every((node) => own.has(node))
  if (!tags || !isDirect || container.properties.id !== undefined) return undefined
  let { start, end } = range
  while (/\s/.test(post.source[start - 1] ?? '')) start--
  while (/\s/.test(post.source[end] ?? '')) end++
  const open = post.source.slice(tags.open.start, tags.open.end)
  const text = run.isFirst || run.isLast ? '' : `</p>\n${open}`
  return [{ start, end, text }]
}

/** Takes away breaks that stand alone between blocks. */
const removal = (post: Post, run: BreakRun, range: Range): ReportDetails => {
  if (!isApart(post, range) || !run.nodes.every((node) => isEditable(post, node))) return {}
  const edits = [{ ...blockExtent(post, range), text: '' }]
  return { suggestions: [{ title: { en: 'Delete the line breaks', ko: '줄바꿈 삭제' }, edits }] }
}

export default rule({
  summary: { en: 'Paragraphs are paragraphs, not line breaks.', ko: '줄바꿈 태그로 단락을 나누지 않습니다.' },
  why: {
    en: '<br> breaks a line inside a paragraph, as in verse or an address. Used to part paragraphs it leaves them one for screen readers, reading modes and style sheets, and the gap cannot be styled.',
    ko: '<br>은 시나 주소처럼 단락 안에서 줄을 바꿀 때 씁니다. 단락을 나누는 데 쓰면 스크린 리더와 읽기 모드, 스타일시트에는 한 단락으로 남고 간격도 조절할 수 없습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the br element',
      url: 'https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-br-element',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn' },
  score: { category: 'structure', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    max: int(1, { en: 'Most line breaks in a row', ko: '이어 쓸 수 있는 줄바꿈의 최대 개수' }, { minimum: 1 }),
  },
  messages: {
    paragraph: {
      en: '{count} line breaks in a row part the text, but it stays one paragraph. Write two paragraphs.',
      ko: '줄바꿈 {count}개로 글을 나누었지만 여전히 한 단락입니다. 단락을 둘로 나누세요.',
    },
    spacing: {
      en: 'Line breaks only make room here. Delete them and set the spacing in CSS.',
      ko: '줄바꿈을 간격용으로 썼습니다. 지우고 간격은 CSS로 지정하세요.',
    },
  },
  check({ post, options, report }) {
    let hasBreaks = false
    return {
      element: {
        br() {
          hasBreaks = true
        },
      },
      done() {
        if (!hasBreaks) return
        for (const stretch of stretchesOf(post)) {
          const runs = breakRuns(stretch.tokens)
          if (runs.length === 0) continue
          const isInTable = stretch.parents.some((around) => isElement(around, 'td', 'th'))
          if (post.format === 'markdown' && isInTable) continue
          const isAlone = stretch.tokens.every(({ kind }) => kind === 'break')
          if (isAlone) {
            const range = extentOf(post, runs[0]!.nodes)
            const isBetween = stretch.hasBlockBefore || stretch.hasBlockAfter
            if (range && isBetween && !isElement(stretch.container, 'p'))
              report(range, 'spacing', {}, removal(post, runs[0]!, range))
            continue
          }
          if (isVerse(stretch, runs, options.max)) continue
          const own = new Set<unknown>(stretch.nodes)
          for (const run of runs) {
            const range = run.nodes.length > options.max ? extentOf(post, run.nodes) : undefined
            if (!range) continue
            const edits = splitting(post, stretch, own, run, range)
            const title = { en: 'Split the paragraph here', ko: '여기서 단락 나누기' }
            const isSafe = run.nodes.length > 2 && !post.isMasked(range)
            const details = !edits ? {} : isSafe ? { fix: { safe: true, edits } } : { suggestions: [{ title, edits }] }
            if (run.isFirst || run.isLast) report(range, 'spacing', {}, details)
            else report(range, 'paragraph', { count: run.nodes.length }, details)
          }
        }
      },
    }
  },
  examples: {
    good: [
      '<p>서울특별시 중구<br>세종대로 110</p>\n<p>전화 안내</p>\n',
      '<p>Whose woods these are<br>I think I know.<br>His house is in<br>the village though.<br><br>He will not see me<br>stopping here<br>to watch his woods<br>fill up with snow.</p>\n',
      '<p class="poem">古池や<br><br>蛙飛びこむ</p>\n',
      '| 이름 | 설명 |\n|---|---|\n| 가 | 첫 줄<br><br>둘째 줄 |\n',
      { post: '<p>第一段。<br><br>第二段。</p>\n', options: { max: 2 } },
      '<p>왼쪽 그림.</p>\n<br style="clear: both">\n<p>아래 글.</p>\n',
      '<pre>a<br><br>b</pre>\n',
    ],
    bad: [
      {
        post: '<p>첫 단락입니다. 여기에서 이야기를 시작합니다.⟦<br><br>⟧둘째 단락입니다.</p>\n⟦<br>⟧\n<p>셋째 단락입니다.</p>\n',
        messages: ['paragraph', 'spacing'],
      },
      {
        post: '<p class="lead">The first paragraph. ⟦<br/>\n<br/>\n<br/>⟧ The second one.</p>\n',
        fixed: '<p class="lead">The first paragraph.</p>\n<p class="lead">The second one.</p>\n',
        messages: ['paragraph'],
      },
      { post: '一つ目の段落です。\n\n⟦<br>⟧\n\n二つ目の段落です。\n', messages: ['spacing'] },
    ],
  },
})
