import { drawsSmartPunctuation } from '../../src/analysis/fields/smart-punctuation.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { marksLike, type QuotationInUnit, rarer, readQuotes } from '../../src/language/quote-styles.ts'

/** Both marks replaced; undefined where one of them cannot be edited. */
const rewritten = ({ unit, start, end }: QuotationInUnit, marks: readonly [string, string] | undefined) => {
  const open = marks && unit.range(start, start + 1)
  const close = marks && unit.range(end - 1, end)
  if (!open || !close) return undefined
  return [
    { ...open, text: marks[0] },
    { ...close, text: marks[1] },
  ]
}

export default rule({
  summary: { en: 'Quotation marks look alike throughout a post.', ko: '따옴표는 한 글에서 한 가지 모양으로 씁니다.' },
  why: {
    en: 'Straight and curly marks side by side look like pieces of different texts pasted together, and a mark without its counterpart leaves open where a quotation ends.',
    ko: '곧은 따옴표와 굽은 따옴표가 섞이면 여러 글을 이어 붙인 것처럼 보이고, 짝이 없는 따옴표는 인용이 어디서 끝나는지 알 수 없게 합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'Requirements for Hangul Text Layout and Typography: punctuation',
      url: 'https://www.w3.org/TR/klreq/',
    },
    { authority: 'editorial', title: 'One style a text' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    style: oneOf(['auto', 'curly', 'straight'], 'auto', {
      en: '`auto` takes what the post uses most; `curly` and `straight` want that style',
      ko: '`auto`는 글에서 더 많이 쓴 모양을 따르고, `curly`와 `straight`는 그 모양만 허용함',
    }),
  },
  messages: {
    straight: {
      en: 'Straight quotation marks here, curly ones elsewhere. Keep to one style.',
      ko: '여기는 곧은 따옴표, 다른 곳은 굽은 따옴표입니다. 하나로 통일하세요.',
    },
    curly: {
      en: 'Curly quotation marks here, straight ones elsewhere. Keep to one style.',
      ko: '여기는 굽은 따옴표, 다른 곳은 곧은 따옴표입니다. 하나로 통일하세요.',
    },
    corner: {
      en: '{written} here, {usual} elsewhere in the post. Keep to one kind of quotation marks.',
      ko: '여기는 {written}, 다른 곳은 {usual}입니다. 한 가지 따옴표로 통일하세요.',
    },
    unpaired: {
      en: 'The quotation mark “{mark}” has no counterpart in this text. Add it or remove this one.',
      ko: '따옴표 “{mark}”의 짝이 없습니다. 짝을 넣거나 이 따옴표를 지우세요.',
    },
  },
  check({ post, options, report }) {
    const { found, unpaired } = readQuotes(post)
    const straight = found.filter(({ style }) => style === 'straight')
    const curly = found.filter(({ style }) => style === 'curly' || style === 'angle')
    const see = (counterparts: readonly QuotationInUnit[], isFirst: boolean) =>
      counterparts
        .slice(0, isFirst ? 1 : 0)
        .map(({ unit, start, end }) => ({ ...unit.place(start, end), kind: 'see' as const }))
    const safely = (edits: readonly Edit[]) => ({ safe: true, changesText: true, edits }) as const
    const tellStraight = (): void => {
      for (const [index, quotation] of straight.entries()) {
        const { unit, start, end } = quotation
        const edits = rewritten(quotation, marksLike(quotation, curly, 'curly'))
        const details = { related: see(curly, index === 0), ...(edits && { fix: safely(edits) }) }
        report(unit.place(start, end), 'straight', {}, details)
      }
    }
    const tellCurly = (): void => {
      for (const [index, quotation] of curly.entries()) {
        const { unit, start, end } = quotation
        const edits = rewritten(quotation, marksLike(quotation, [], 'straight'))
        const suggestions = edits ? [{ title: { en: 'Write straight marks', ko: '곧은 따옴표로 바꾸기' }, edits }] : []
        report(unit.place(start, end), 'curly', {}, { related: see(straight, index === 0), suggestions })
      }
    }
    if (options.style === 'curly') tellStraight()
    else if (options.style === 'straight') tellCurly()
    else if (straight.length && curly.length && !drawsSmartPunctuation(post)) {
      if (rarer(straight, curly) === straight) tellStraight()
      else tellCurly()
    }
    const chinese = found.filter(({ unit, depth, open }) => unit.language === 'zh' && depth === 0 && /[“「]/.test(open))
    const corner = chinese.filter(({ style }) => style === 'corner')
    const double = chinese.filter(({ style }) => style === 'curly')
    if (corner.length && double.length) {
      const [few, written, usual] = rarer(corner, double) === corner ? [corner, '「」', '“”'] : [double, '“”', '「」']
      for (const { unit, start, end } of few) report(unit.place(start, end), 'corner', { written, usual })
    }
    // A quotation over several paragraphs opens in one and closes in another, or opens in each of them.
    const [alone, ...more] = unpaired
    if (alone && !more.length) {
      const { unit, mark } = alone
      report(unit.place(mark.start, mark.end), 'unpaired', { mark: unit.text.slice(mark.start, mark.end) })
    }
    return undefined
  },
  examples: {
    good: [
      '<p>“그렇다”라고 말하며 ‘오늘’을 가리켰다. It’s 5\'10" tall in the \'90s.</p>\n<p>값은 "true" 또는 <code>"x"</code>로 적는다.</p>\n',
      "<p>He said \"yes\" and 'no' to the dogs' owner.</p>\n",
      { post: 'He said “yes”, and "no" to the rest.\n', path: '_posts/2024-04-04-yes.md' },
      '<p>『本』の「章」と“強調”を読む。</p>\n<p>“First paragraph of a long quotation.</p>\n<p>“The second one ends it.”</p>\n',
      { post: '<p>He said "yes" and "maybe" at most.</p>\n', options: { style: 'straight' } },
    ],
    bad: [
      {
        post: "<p>그는 “이번에는 다르다”라고 했다. 이른바 ⟦'동백'⟧ 계획이다.</p>\n",
        fixed: '<p>그는 “이번에는 다르다”라고 했다. 이른바 ‘동백’ 계획이다.</p>\n',
        messages: ['straight'],
      },
      { post: '<p>"One", "two" and ⟦“three”⟧ came.</p>\n', messages: ['curly'] },
      {
        post: 'Он сказал «да», «нет» и ⟦"может быть"⟧.\n',
        fixed: 'Он сказал «да», «нет» и «может быть».\n',
        options: { style: 'curly' },
      },
      { post: '<p lang="zh">他说“好”，又说“走吧”，她说⟦「不行」⟧。</p>\n', messages: ['corner'] },
      { post: '<p>그는 ⟦“⟧이번에는 다르다라고 했다.</p>\n', messages: ['unpaired'] },
    ],
  },
})
