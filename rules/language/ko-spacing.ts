import { list, record, text } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { wrongSpacingsIn } from '../../src/language/korean-spacing.ts'
import type { Range } from '../../src/post/range.ts'

/** Where the phrases of a site's own list occur. */
const ownIn = (unitText: string, corrections: Readonly<Record<string, string>>): (Range & { right: string })[] =>
  Object.entries(corrections).flatMap(([wrong, right]) => {
    const found: (Range & { right: string })[] = []
    if (wrong === '') return found
    for (let start = unitText.indexOf(wrong); start >= 0; start = unitText.indexOf(wrong, start + wrong.length)) {
      found.push({ start, end: start + wrong.length, right })
    }
    return found
  })

export default rule({
  summary: { en: 'Korean words are spaced as orthography asks.', ko: '의존 명사와 조사의 띄어쓰기를 지킵니다.' },
  why: {
    en: 'Dependent nouns (것, 수, 때문, 내, 중) are words of their own, particles and 입니다 are not. Only forms that are wrong everywhere are reported.',
    ko: '의존 명사(것, 수, 때문, 내, 중)는 띄어 쓰고 조사와 ‘입니다’는 붙여 씁니다. 어느 문맥에서나 틀리는 형태만 알립니다.',
  },
  source: [
    {
      authority: 'standard',
      title: '한글 맞춤법 제5장 띄어쓰기(제41~50항)',
      url: 'https://korean.go.kr/kornorms/regltn/regltnView.do?regltn_code=0001',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  group: 'same',
  options: {
    allow: list([], { en: 'Words that are right as they are', ko: '그대로 두어도 되는 단어' }),
    corrections: record<string>(
      {},
      { en: 'Further forms with what to write instead', ko: '추가로 찾을 표기와 바른 표기' },
      text('', { en: 'The right form', ko: '바른 표기' }),
    ),
  },
  messages: {
    spacing: { en: 'Write “{right}” for “{written}”.', ko: '“{written:은/는}” “{right:으로/로}” 씁니다.' },
  },
  check({ post, options, report }) {
    const allowed = new Set(options.allow)
    for (const unit of post.units) {
      if (unit.language !== 'ko' || unit.kind === 'alt') continue
      const found = [...wrongSpacingsIn(unit.text, allowed), ...ownIn(unit.text, options.corrections)]
      for (const { start, end, right } of found) {
        const range = unit.range(start, end)
        const title = { en: `Write “${right}”`, ko: `“${right}”로 바꾸기` }
        const suggestions = range ? [{ title, edits: [{ ...range, text: right }] }] : []
        report(unit.place(start, end), 'spacing', { written: unit.text.slice(start, end), right }, { suggestions })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>국내에서 그동안 할 수 있는 것은 별수 없이 이것뿐이었다. 머지않아 필수 있는 항목이 그것 때문에 늘 것 같다.</p>\n',
      '<p>전세계약을 한동안 미뤘다. 되는대로 하다가 이때 그중 하나를 골랐고, 그만큼 배웠다. 할수록 는다.</p>\n',
      '<p lang="en">Not Korean at all.</p>\n',
      { post: '<p>전세계 어디서나 씁니다.</p>\n', options: { allow: ['전세계'] } },
    ],
    bad: [
      {
        post: '<p>빠른 ⟦시일내에⟧ ⟦할수⟧ 있다. ⟦그것때문에⟧ 늦었지만 ⟦하는것이⟧ 맞는 ⟦것같다⟧.</p>\n',
        messages: ['spacing', 'spacing', 'spacing', 'spacing', 'spacing'],
      },
      { post: '<p>⟦이번달내로⟧ ⟦두번째⟧ 판을 낸다. 3⟦년동안⟧ ⟦준비중인⟧ ⟦일 입니다⟧. 갈 ⟦수 밖에⟧ 없다.</p>\n' },
      { post: '<p>⟦안녕 하세요⟧, 여러분.</p>\n', options: { corrections: { '안녕 하세요': '안녕하세요' } } },
    ],
  },
})
