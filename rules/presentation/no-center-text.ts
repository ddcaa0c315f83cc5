import type { Element } from 'hast'
import { attributeExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { declarationExtents, declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { widthInEm } from '../../src/language/display-em.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

/** Where centred text is usual: verses, captions, tables. */
const exempt = new Set(['blockquote', 'caption', 'figcaption', 'figure', 'header', 'footer', 'table'])

interface Alignment {
  readonly element: Element
  readonly attribute: 'style' | 'align' | undefined
  readonly value: string
}

/** The alignment that an element sets for its text. */
const alignmentOf = (post: Post, element: Element): Alignment | undefined => {
  const declared = declarationsOf(post, element).findLast(({ property }) => property === 'text-align')
  if (declared) return { element, attribute: 'style', value: declared.value.toLowerCase() }
  const align = attributeOf(element, 'align')
  if (align !== undefined) return { element, attribute: 'align', value: align.trim().toLowerCase() }
  return element.tagName === 'center' ? { element, attribute: undefined, value: 'center' } : undefined
}

/** The width of the longest line: verses break their lines. */
const longestLine = ({ text }: TextUnit): number =>
  text.split('\n').reduce((most, line) => Math.max(most, widthInEm(line)), 0)

const removal = (post: Post, { element, attribute }: Alignment) => {
  if (!isEditable(post, element) || attribute === undefined) return []
  const extents =
    attribute === 'style' ? declarationExtents(post, element, ({ property }) => property === 'text-align') : 'all'
  const whole = extents === 'all' ? attributeExtent(post, element, attribute) : undefined
  const ranges = extents === 'all' ? (whole ? [whole] : []) : (extents ?? [])
  const edits = ranges.map(({ start, end }) => ({ start, end, text: '' }))
  return [{ title: { en: 'Remove the alignment', ko: '정렬 제거' }, edits }]
}

export default rule({
  summary: { en: 'Paragraphs start at the margin.', ko: '긴 단락은 가운데 정렬하지 않습니다.' },
  why: {
    en: 'In centred text every line starts somewhere else, and justified text has gaps of changing width: both are hard to read, most of all for readers with dyslexia or a low vision.',
    ko: '가운데 정렬한 글은 줄마다 시작하는 곳이 다르고, 양쪽 정렬한 글은 띄어쓰기 간격이 들쭉날쭉합니다. 난독증이 있거나 시력이 낮은 독자에게 특히 읽기 어렵습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 1.4.8: visual presentation',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/visual-presentation',
    },
    { authority: 'convention', title: 'Yoast SEO: text alignment' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  group: 'all',
  options: {
    maxEm: int(
      45,
      {
        en: 'Width in em that a centred paragraph may have; a Han character takes 1, a Latin letter about half of that',
        ko: '가운데 정렬한 단락의 최대 너비(em). 한글은 0.92, 라틴 문자는 0.5쯤',
      },
      { minimum: 1 },
    ),
  },
  messages: {
    center: {
      en: 'A centred paragraph of more than a line is hard to read. Let its lines start at the margin.',
      ko: '한 줄을 넘는 가운데 정렬 단락은 읽기 어렵습니다. 정렬을 빼세요.',
    },
    justify: {
      en: 'Justified text has gaps of changing width and is hard to read. Let its lines end where they end.',
      ko: '양쪽 정렬한 글은 간격이 들쭉날쭉해 읽기 어렵습니다. 정렬을 빼세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const seen = new Set<Element>()
      for (const unit of post.units) {
        if (unit.kind !== 'paragraph' && unit.kind !== 'item') continue
        if (longestLine(unit) <= options.maxEm || unit.parents.some(({ tagName }) => exempt.has(tagName))) continue
        let alignment: Alignment | undefined
        for (const parent of unit.parents) {
          alignment = alignmentOf(post, parent)
          if (alignment) break
        }
        if (!alignment || seen.has(alignment.element)) continue
        const { element, attribute, value } = alignment
        if (value !== 'center' && value !== 'justify') continue
        // Korean, Chinese and Japanese lines are justified without gaps.
        if (value === 'justify' && /^(?:ko|ja|zh)$/.test(unit.language)) continue
        const range = post.range(element, attribute ? { attribute } : 'tag')
        if (!range) continue
        seen.add(element)
        report(range, value, {}, { suggestions: removal(post, alignment) })
      }
    },
  }),
  examples: {
    good: [
      '<p style="text-align: center">This page is about a version of the tool that nobody supports any more.</p>\n<p style="text-align: center">끝</p>\n<p style="text-align: right">2024년 5월</p>\n',
      '<p style="text-align:center">The woods are lovely, dark and deep,<br>But I have promises to keep,<br>And miles to go before I sleep.</p>\n',
      '<table><tr><td align="center">A cell may be centred, however long the text in it happens to become.</td></tr></table>\n<div align="center"><p align="left">これは左揃えの段落です。長い文章でも、行の始まりがそろっているので読みやすくなります。そのまま読み進められます。</p></div>\n',
      {
        post: '<p align="center">A paragraph that runs on for so long that on most screens it is a little wider than a line.</p>\n',
        options: { maxEm: 60 },
      },
    ],
    bad: [
      {
        post: '<p ⟦style="text-align: center; margin: 0"⟧>가운데 정렬한 긴 단락은 줄마다 시작하는 곳이 달라서 눈이 다음 줄의 첫머리를 찾기 어렵습니다. 짧은 시나 인사말이라면 괜찮습니다.</p>\n',
        messages: ['center'],
      },
      {
        post: '<p ⟦style="text-align: justify"⟧>Justified text opens rivers of white between the words on small screens, and the longer the words the wider they are.</p>\n⟦<center>⟧这一段文字居中排列，每一行开头的位置都不一样，读者的眼睛要不停地寻找下一行从哪里开始，读起来非常吃力，也容易看错行。</center>\n',
        messages: ['justify', 'center'],
      },
    ],
  },
})
