import type { Element } from 'hast'
import { attributeExtent, isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type ColoredRun, coloredShare, colorRuns } from '../../src/analysis/style/colors.ts'
import { declarationExtents, declaredColor } from '../../src/analysis/style/inline-style.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { int, number } from '../../src/engine/options.ts'
import { type ReportDetails, rule } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'

/** A share says something only when there are more coloured runs than this. */
const fewRuns = 2

/** Takes the colours off an element, and the element with them when it did nothing else. */
const removal = (post: Post, { element, attribute }: ColoredRun): readonly Edit[] => {
  if (!isEditable(post, element)) return []
  const deleted = (range: { start: number; end: number }): Edit => ({ start: range.start, end: range.end, text: '' })
  const extents =
    attribute === 'style'
      ? declarationExtents(post, element, (declaration) => declaredColor(declaration) !== undefined)
      : 'all'
  if (extents !== 'all') return extents?.map(deleted) ?? []
  const tags = isWrapper(element) ? tagsOf(post, element) : undefined
  if (tags) return [deleted(tags.open), deleted(tags.close)]
  const whole = attributeExtent(post, element, attribute)
  return whole ? [deleted(whole)] : []
}

const isWrapper = ({ tagName, properties }: Element): boolean =>
  (tagName === 'span' || tagName === 'font') && Object.keys(properties).length === 1

export default rule({
  summary: { en: 'Few colours in the text, if any.', ko: '본문에 색을 많이 쓰지 않습니다.' },
  why: {
    en: 'Colours set in the text ignore the theme and its dark mode, and colour alone tells nothing to readers who cannot see it. Many of them stop meaning anything.',
    ko: '본문에 직접 지정한 색은 테마와 다크 모드를 따르지 않고, 색을 구별하지 못하는 독자에게는 아무것도 전하지 못합니다. 색이 많아지면 뜻도 사라집니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 1.4.1: use of color',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/use-of-color',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G140: separating information and structure from presentation',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G140',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 7 },
  threshold: true,
  options: {
    maxDistinct: int(2, { en: 'Most distinct colours', ko: '쓸 수 있는 색의 최대 가짓수' }, { minimum: 0 }),
    maxRuns: int(5, { en: 'Most coloured runs of text', ko: '색을 입힌 구간의 최대 개수' }, { minimum: 0 }),
    maxShare: number(
      0.1,
      { en: 'Largest share of the text that may be coloured', ko: '색을 입힌 글이 차지할 수 있는 최대 비율' },
      { minimum: 0, maximum: 1 },
    ),
  },
  messages: {
    distinct: {
      en: '{colors} colours in {count} places of the text; at most {limit}. Leave colours to the theme.',
      ko: '본문 {count}곳에 색 {colors}가지를 썼습니다(최대 {limit}가지). 색은 테마에 맡기세요.',
    },
    runs: {
      en: '{count} coloured places in the text; at most {limit}. Leave colours to the theme.',
      ko: '본문 {count}곳에 색을 썼습니다(최대 {limit}곳). 색은 테마에 맡기세요.',
    },
    share: {
      en: '{percent} % of the text is coloured; at most {limit} %. Leave colours to the theme.',
      ko: '본문의 {percent}%에 색이 있습니다(최대 {limit}%). 색은 테마에 맡기세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const runs = colorRuns(post)
      const [first, ...others] = runs
      if (!first) return
      const details = (): ReportDetails => {
        const edits = runs.flatMap((run) => removal(post, run))
        return {
          related: others.map(({ place }) => ({ ...place, kind: 'place' })),
          suggestions: edits.length > 0 ? [{ title: { en: 'Remove these colours', ko: '이 색들 제거' }, edits }] : [],
        }
      }
      const colors = new Set(runs.map((run) => run.colors.join())).size
      const count = runs.length
      if (colors > options.maxDistinct) {
        report(first.place, 'distinct', { colors, count, limit: options.maxDistinct }, details())
        return
      }
      if (count > options.maxRuns) {
        report(first.place, 'runs', { count, limit: options.maxRuns }, details())
        return
      }
      const share = count > fewRuns ? coloredShare(post, runs) : 0
      if (share <= options.maxShare) return
      const percent = Math.round(share * 100)
      report(first.place, 'share', { percent, limit: Math.round(options.maxShare * 100) }, details())
    },
  }),
  examples: {
    good: [
      '<p>재시작은 <span style="color: #c00">한 번만</span> 합니다.</p>\n',
      {
        post: '<p><b style="color: red">R</b>, <b style="color: lime">G</b> and <b style="color: blue">B</b> stand for the three lamps of each pixel.</p>\n',
        options: { maxDistinct: 3 },
      },
      '<p>The names <span style="color: red">red</span>, <span style="color: #008000">green</span> and <span style="color: navy">navy</span> work everywhere.</p>\n',
      '<pre><span style="color:#f92672">let</span> <span style="color:#a6e22e">x</span> = <span style="color:#ae81ff">1</span></pre>\n',
      '<p style="color: #333">Dark <span style="color: black">text</span> on <span style="background: #fff">white</span>.</p>\n',
      '<p style="color: inherit">A <span style="color: currentColor">plain</span> <b style="color: var(--accent)">text</b>.</p>\n',
    ],
    bad: [
      {
        post: '<p>오늘 <span ⟦style="color: #ee2323;"⟧>서버 점검</span>이 있습니다. <span ⟦style="background-color: #fff3b0"⟧>오전 2시</span>부터 <font ⟦color="blue"⟧>두 시간</font> 동안 접속할 수 없습니다.</p>\n',
        messages: ['distinct'],
      },
      {
        post: '<p><b ⟦style="color: red"⟧>Rain</b>, <b ⟦style="color: #f00"⟧>wind</b> and <b ⟦style="color: rgb(255, 0, 0)"⟧>snow</b> may close the pass in winter.</p>\n',
        options: { maxRuns: 2 },
        messages: ['runs'],
      },
      {
        post: '<p>本日は<span ⟦style="color:#d00"⟧>臨時休業</span>です。<span ⟦style="color:#d00"⟧>明日から営業</span>します。<span ⟦style="color:#d00"⟧>ご注意ください</span>。</p>\n',
        options: { maxShare: 0.2 },
        messages: ['share'],
      },
    ],
  },
})
