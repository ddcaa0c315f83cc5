import { isHidden } from '../../src/analysis/images/alternative.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isDense } from '../../src/language/passages.ts'
import { attributeOf } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'Alternatives are short.', ko: '대체 텍스트는 짧게 씁니다.' },
  why: {
    en: 'An alternative is read in one go: the reader cannot pause in it, go back or follow a link. What needs more words belongs in the text or a caption.',
    ko: '대체 텍스트는 한 번에 끝까지 읽힙니다. 중간에 멈추거나 되돌아갈 수 없으므로 긴 설명은 본문이나 캡션에 씁니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique G95: short text alternatives that give a brief description',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G95',
    },
    { authority: 'editorial', title: 'WCAG names no number; the limits are postlint’s' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  options: {
    max: int(150, { en: 'Most characters', ko: '최대 글자 수' }, { minimum: 1 }),
    maxDense: int(
      90,
      { en: 'Most characters in Korean, Japanese and Chinese', ko: '한국어·일본어·중국어의 최대 글자 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    long: {
      en: 'An alternative of {count} characters (at most {limit}) is read in one go. Say briefly what the image shows, the rest in the text.',
      ko: '대체 텍스트가 {count}자입니다(최대 {limit}자). 짧게 쓰고 나머지는 본문에 설명하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    element: {
      img(node, parents) {
        const alt = (attributeOf(node, 'alt') ?? '').replace(/\s+/g, ' ').trim()
        if (alt === '' || post.isTemplate(alt) || isHidden(node, parents)) return
        const isFull =
          isDense(post.language) && /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(alt)
        const limit = isFull ? options.maxDense : options.max
        const count = [...alt].length
        if (count <= limit) return
        const range = post.range(node, { attribute: 'alt' }) ?? post.range(node, { value: 'alt' })
        report(range ?? post.place(node, parents), 'long', { count, limit })
      },
    },
  }),
  examples: {
    good: [
      '<p><img src="wall.jpg" alt="비 내린 오후의 덕수궁 돌담길, 우산을 쓴 두 사람이 걸어간다"></p>\n',
      '<p>A chart.</p>\n<p><img src="c.png" alt="Sales by year, rising from three million in 2019 to nine million in 2022"> <img src="d.png" alt=""></p>\n',
    ],
    bad: [
      {
        post: '<p>A long one.</p>\n<p><img src="c.png" ⟦alt="A chart of the sales of three kinds of lamps in four years, of which the first rises slowly, the second falls after the second year and then rises again, and the third stays where it is"⟧></p>\n',
        messages: ['long'],
      },
      { post: '市場の写真です。\n\n![⟦朝の市場⟧](a.jpg)\n', options: { maxDense: 3 } },
      { post: 'The market.\n\n![⟦Market⟧](a.jpg)\n', options: { max: 5 } },
    ],
  },
})
