import type { Element } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type Emphasised, emphasisedText } from '../../src/analysis/blocks/fake-heading.ts'
import { type FlowKind, stepsOf } from '../../src/analysis/blocks/flow.ts'
import { levelOfHeading } from '../../src/analysis/blocks/outline.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { comparable } from '../../src/language/similarity.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** The name of a file over its listing. */
const fileName = /^[\w./-]+\.[a-z]{1,6}\d?[\])\d[]*$/i
/** What a heading can head. */
const headed = new Set<FlowKind>(['paragraph', 'list', 'table', 'code', 'quote'])
/** Where a bold line returns, people speak by turns, and short ones are their names. */
const longestName = 20
/** Sentences and lead-ins are none; nor are questions and the names of those who speak. */
const closing = /[.,;:!?…。，、；：！？)）"”』」]$/
const koreanSentence = /[가-힣](?:다|요|죠|까)$/
const speaker = /^(?:[QA]\s?[.:)\d]|질문|답변|문\)|답\)|問|答)/i
const caption = /^(?:표|그림|사진|图|圖|表|図|写真|table|figure|fig|listing|image|photo)[\s.<[［(（]*\d/i

const isCandidate = (text: string, maxChars: number): boolean =>
  text.length <= maxChars &&
  /\p{L}{2}/u.test(text) &&
  !closing.test(text) &&
  !koreanSentence.test(text) &&
  !speaker.test(text) &&
  !caption.test(text) &&
  !fileName.test(text.replace(/^\[/, ''))

/** Stage directions, bylines and notes are slanted too: a heading begins like one and says nothing after a colon. */
const isTitleLike = (text: string): boolean => /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !/[:：]/.test(text)

/** The paragraph as a heading, its emphasis left out. */
const asHeading = (
  post: Post,
  paragraph: Element,
  { inner }: Emphasised,
  range: Range,
  level: number,
): SuggestedChange[] => {
  const title = { en: `Make it an <h${level}>`, ko: `<h${level}> 제목으로 바꾸기` }
  if (post.isMasked(range)) return []
  if (post.range(paragraph, 'tag')) {
    const tags = tagsOf(post, inner)
    if (!isEditable(post, paragraph) || !tagsOf(post, paragraph) || !tags || paragraph.properties.id !== undefined)
      return []
    const text = post.source.slice(tags.inner.start, tags.inner.end).trim()
    return [{ title, edits: [{ ...range, text: `<h${level}>${text}</h${level}>` }] }]
  }
  const written = post.source.slice(range.start, range.end)
  const marks = /^(\*{1,2}|_{1,2})([^*_\r\n<>]+)\1$/.exec(written)
  return marks ? [{ title, edits: [{ ...range, text: `${'#'.repeat(level)} ${marks[2]!.trim()}` }] }] : []
}

export default rule({
  summary: { en: 'Headings are headings, not bold paragraphs.', ko: '제목은 굵은 단락이 아니라 제목 태그로 씁니다.' },
  why: {
    en: 'A bold line over a part of the post looks like a heading, but is none for screen readers, tables of contents and search engines.',
    ko: '굵은 글씨로 된 줄은 제목처럼 보이지만 스크린 리더, 목차, 검색 엔진에는 제목이 아닙니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG failure F2: changes in text presentation to convey information',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
    },
    {
      authority: 'accessibility',
      title: 'axe-core: p-as-heading',
      url: 'https://dequeuniversity.com/rules/axe/4.10/p-as-heading',
    },
    {
      authority: 'convention',
      title: 'markdownlint: MD036',
      url: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/md036.md',
    },
  ],
  presets: { strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 3 },
  options: {
    maxChars: int(
      60,
      { en: 'Characters up to which a bold line looks like a heading', ko: '제목으로 볼 굵은 줄의 최대 글자 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    fake: {
      en: 'This line only looks like a heading. Make it an <h{level}> so that it is one for everybody.',
      ko: '모양만 제목인 줄입니다. <h{level}> 제목으로 쓰면 누구에게나 제목이 됩니다.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const found = stepsOf(post).map((step) => {
        const { kind, element } = step.part
        const isText = kind === 'paragraph' && element !== undefined
        const emphasised = isText ? emphasisedText(post, element) : undefined
        return { ...step, element, emphasised }
      })
      const counts = new Map<string, number>()
      for (const { emphasised } of found) {
        const key = comparable(emphasised?.text ?? '')
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const hasSpeakers = [...counts].some(([text, count]) => text !== '' && count > 1)
      let level = 1
      for (const [index, { part, before, after, element, emphasised }] of found.entries()) {
        if (part.kind === 'heading' && element) level = levelOfHeading(post, element) ?? level
        if (!emphasised || !element || !part.range || !after || !headed.has(after.kind)) continue
        // A bold line after a picture or a table tells about it; bold lines in a row head nothing.
        if (before?.kind === 'media' || before?.kind === 'table' || before?.kind === 'heading') continue
        if (found[index + 1]?.emphasised || found[index - 1]?.emphasised) continue
        if (hasSpeakers && emphasised.text.length <= longestName) continue
        if (!isCandidate(emphasised.text, options.maxChars) || counts.get(comparable(emphasised.text)) !== 1) continue
        if (emphasised.isItalic && !isTitleLike(emphasised.text)) continue
        const own = Math.min(level + 1, 6)
        report(
          part.range,
          'fake',
          { level: own },
          { suggestions: asHeading(post, element, emphasised, part.range, own) },
        )
      }
    },
  }),
  examples: {
    good: [
      '<p>첫날입니다.</p>\n<p><b>숙소는 역 앞에 있습니다</b></p>\n<p>걸어서 5분.</p>\n<p><b>준비물:</b></p>\n<ul><li>지도</li></ul>\n',
      'Text.\n\n**Ada**\n\nWhy so early?\n\n**Bob**\n\nThe train.\n\n**Ada**\n\nI see.\n\n**Is it far?**\n\nNo.\n',
      '<p><img src="a.jpg" alt="港"></p>\n<p><b>朝の港</b></p>\n<p>本文。</p>\n<p><b>表 1</b></p>\n<table><tr><th>甲</th><td>乙</td></tr></table>\n',
      'Text.\n\n**index.js**\n\n```js\nx\n```\n',
      { post: 'Text.\n\n**A line that is longer**\n\nText.\n', options: { maxChars: 10 } },
    ],
    bad: [
      {
        post: '<h2>여행</h2>\n<p>이틀을 걸었습니다.</p>\n⟦<p><b>첫째 날</b></p>⟧\n<p>정동길에서 시작했습니다.</p>\n⟦<p><span style="font-size: 24px">둘째 날</span></p>⟧\n<p>남산에 올랐습니다.</p>\n',
        messages: ['fake', 'fake'],
      },
      { post: '⟦**나의 여행**⟧\n\n이틀을 걸었습니다.\n\n⟦_둘째 날_⟧\n\n남산에 올랐습니다.\n\n_사진: 김하늘_\n\n끝.\n' },
      { post: 'Two lights.\n\n⟦**Front light**⟧\n\nTwo screws.\n', messages: ['fake'] },
      { post: '<p>Two lights.</p>\n⟦<p style="font-weight: bold">Front light</p>⟧\n<p>Two screws.</p>\n' },
      { post: '<p>本文。</p>\n⟦<p><font size="5">二日目</font></p>⟧\n<p>本文。</p>\n' },
    ],
  },
})
