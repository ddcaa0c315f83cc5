import { drawsSmartPunctuation } from '../../src/analysis/fields/smart-punctuation.ts'
import { int, oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { type Ellipsis, ellipsesOf, mayHoldMarks, repeatedMarksOf } from '../../src/language/repeated-marks.ts'
import { wholeText } from '../../src/language/whole-text.ts'
import type { TextUnit } from '../../src/post/post.ts'

type Found = Ellipsis & { readonly unit: TextUnit }

/** How the ellipsis is written most often; the first in the post wins a tie. */
const usualStyle = (found: readonly Found[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const { style } of found) counts.set(style, (counts.get(style) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

export default rule({
  summary: { en: 'Punctuation marks stand alone.', ko: '문장 부호를 겹쳐 쓰지 않습니다.' },
  why: {
    en: 'Rows of exclamation and question marks read as shouting or spam, and some screen readers speak every one of them.',
    ko: '느낌표나 물음표를 겹쳐 쓰면 과장이나 스팸처럼 읽히고, 하나씩 모두 읽어 주는 스크린 리더도 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: '한글 맞춤법 부록: 문장 부호',
      url: 'https://korean.go.kr/kornorms/regltn/regltnView.do?regltn_code=0001',
    },
    {
      authority: 'standard',
      title: 'Requirements for Chinese Text Layout: ellipsis',
      url: 'https://www.w3.org/TR/clreq/',
    },
    { authority: 'editorial', title: 'One mark is enough' },
  ],
  presets: { recommended: 'warn', strict: ['warn', { ellipsis: 'consistent' }] },
  score: { category: 'content', weight: 1 },
  group: 'all',
  options: {
    max: int(
      1,
      { en: 'Most equal marks in a row', ko: '같은 부호를 이어 쓸 수 있는 최대 개수' },
      { minimum: 1, maximum: 10 },
    ),
    ellipsis: oneOf(['any', 'consistent'], 'any', {
      en: '`consistent` also wants one way of writing the ellipsis (`...` or `…` or `……`) in a post',
      ko: '`consistent`는 한 글의 줄임표(`...`, `…`, `……`)도 한 가지로 통일하게 함',
    }),
  },
  messages: {
    repeated: {
      en: '“{marks}” repeats a punctuation mark, which reads as shouting or a slip. Write “{single}”.',
      ko: '“{marks}”처럼 문장 부호를 겹쳐 쓰면 과장되거나 실수로 읽힙니다. “{single}”만 쓰세요.',
    },
    ellipsis: {
      en: 'The ellipsis is written “{written}” here and “{usual}” elsewhere in the post. Keep to one.',
      ko: '줄임표를 여기서는 “{written}”, 다른 곳에서는 “{usual}”로 썼습니다. 하나로 통일하세요.',
    },
  },
  check({ post, options, report }) {
    if (!mayHoldMarks(wholeText(post))) return undefined
    const found: Found[] = []
    for (const unit of post.units) {
      if (unit.kind === 'alt') continue
      for (const { start, end, single } of repeatedMarksOf(unit.text, unit.language, options.max)) {
        const range = unit.range(start, end)
        const suggestions = range
          ? [{ title: { en: `Write “${single}”`, ko: `“${single}”로 바꾸기` }, edits: [{ ...range, text: single }] }]
          : []
        report(unit.place(start, end), 'repeated', { marks: unit.text.slice(start, end), single }, { suggestions })
      }
      if (options.ellipsis === 'any') continue
      for (const ellipsis of ellipsesOf(unit.text)) found.push({ ...ellipsis, unit })
    }
    if (options.ellipsis === 'any' || drawsSmartPunctuation(post)) return undefined
    const usual = usualStyle(found)
    for (const { unit, start, end, style } of found) {
      if (usual === undefined || style === usual) continue
      const range = unit.range(start, end)
      const suggestions = range
        ? [{ title: { en: `Write “${usual}”`, ko: `“${usual}”로 바꾸기` }, edits: [{ ...range, text: usual }] }]
        : []
      report(unit.place(start, end), 'ellipsis', { written: style, usual }, { suggestions })
    }
    return undefined
  },
  examples: {
    good: [
      '<p>대박! 정말 그랬습니까? 그러고는… 말이 없었다.</p>\n<p>기간은 1~3일, 값은 <code>a ?? b</code>입니다.</p>\n',
      '<p>これは本当なのか！？ そして……。</p>\n<p>你说什么？！他走了……</p>\n',
      'In C# `a ??= b`, and a ?? b is `a` unless it is null. The range 1..10 ends at 10, !!str is a tag, ../up is a folder.\n\nIt was 19?? or so. Score: 3-2... maybe.\n',
      { post: '<p>드디어 봄이다!!</p>\n', options: { max: 2 } },
      { post: '<p>Well... that was that. So...</p>\n', options: { ellipsis: 'consistent' } },
      {
        post: 'Well... that was that. So…\n',
        path: '_posts/2024-05-05-well.md',
        options: { ellipsis: 'consistent' },
      },
    ],
    bad: [
      {
        post: '---\ntitle: 드디어 개장⟦!!!⟧\n---\n<p>대박⟦!!⟧ 정말<b>요⟦??⟧</b> 그렇군요⟦....⟧</p>\n',
        messages: ['repeated'],
      },
      { post: 'It works⟦!!!⟧ Does it⟦??⟧ Yes⟦,,⟧ it does⟦?!!⟧\n' },
      { post: '<p>嬉しい⟦！！⟧ また来ます⟦〜〜〜⟧</p>\n<p>好吧⟦。。。⟧ 真的吗⟦？？⟧</p>\n' },
      {
        post: '<p>Wait... what? No... and then⟦…⟧</p>\n',
        options: { ellipsis: 'consistent' },
        messages: ['ellipsis'],
      },
    ],
  },
})
