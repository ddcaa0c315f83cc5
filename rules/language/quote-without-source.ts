import type { Element } from 'hast'
import { isLink } from '../../src/analysis/links/links.ts'
import { announcesSources, sourceSections } from '../../src/analysis/links/references.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isAttributed } from '../../src/language/attributions.ts'
import { quotationsOf } from '../../src/language/quotations.ts'
import { isRunningText } from '../../src/post/body-text.ts'
import type { TextUnit } from '../../src/post/post.ts'

const isSource = (element: Element): boolean =>
  isLink(element) || element.tagName === 'cite' || element.tagName === 'sup' || element.properties.cite !== undefined

/** A link, a cited work, a note, or the word for it in brackets. */
const namesSource = ({ runs, text, parents }: TextUnit): boolean =>
  runs.some(({ inline }) => inline.some(isSource)) ||
  parents.some(isSource) ||
  /[(（][^()（）]{0,60}(?:\d{4}|p\.|출처|via|source|出典|来源)[^()（）]{0,60}[)）]|\[\d+\]/.test(text) ||
  (text.length < 100 && announcesSources(text))

export default rule({
  summary: { en: 'A person’s words come with their source.', ko: '다른 사람의 말은 출처와 함께 인용합니다.' },
  why: {
    en: 'A quotation that can be looked up is worth more than one that must be believed. A link to the statement, an interview or a report is enough.',
    ko: '확인할 수 있는 인용이 믿을 만한 인용입니다. 발언, 인터뷰, 기사로 가는 링크 하나면 충분합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the cite attribute of quotations',
      url: 'https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-q-element',
    },
    { authority: 'editorial', title: 'postlint: quotations name their source' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  options: {
    minChars: int(
      20,
      { en: 'Shorter quotations need no source', ko: '이보다 짧은 인용에는 출처가 없어도 됨' },
      { minimum: 1 },
    ),
  },
  messages: {
    unsourced: {
      en: 'Someone is quoted, but nothing here or in the next block says where from. Link to the statement.',
      ko: '누군가의 말을 인용했지만 이 단락과 다음 단락에 출처가 없습니다. 발언의 출처를 링크하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const { units } = post
      let hasSources: boolean | undefined
      for (const [index, unit] of units.entries()) {
        if (!isRunningText(unit) || !/["“„「『«]/.test(unit.text)) continue
        for (const { start, end, depth } of quotationsOf(unit.text).pairs) {
          const isLong = end - start - 2 >= options.minChars
          if (!isLong || depth > 0 || !isAttributed(unit.text, start, end, unit.language)) continue
          const next = units[index + 1]
          if (namesSource(unit) || (next && namesSource(next))) continue
          hasSources ??= sourceSections(post).length > 0
          if (!hasSources) report(unit.place(start, end), 'unsourced', {})
        }
      }
    },
  }),
  examples: {
    good: [
      '<p>시장은 “내년 봄까지 다리를 모두 고치겠다는 약속을 지키겠다”라고 <a href="https://city.go.kr/news/1">기자 회견에서</a> 밝혔습니다.</p>\n',
      '<p>나는 “이 길이 아니라 저 길로 가야 한다고 생각했다”라고 말했다. 그는 “안 됩니다”라고 말했습니다.</p>\n',
      '“I will never see the old pier again as it was,” he said. The sign said “keep off the grass at all times”.\n',
      'Quite often I’ve met people that say “our service has a value that nobody can measure”. Remember that in the book it says “the bridge was never finished”. “She keeps all the photos of the pier,” Alfred tells you.\n',
      'Ada Hill said “we will mend every bridge in the city by the spring”.\n\nSource: [city council](https://city.example.org/)\n',
      { post: 'Ada Hill said “we mend bridges”.\n', options: { minChars: 20 } },
    ],
    bad: [
      {
        post: '<p>시장 김하나 씨는 ⟦“내년 봄까지 다리를 모두 고치겠다는 약속을 지키겠다”⟧라고 강조했습니다.</p>\n<p>공사는 시작되었습니다.</p>\n',
        messages: ['unsourced'],
      },
      { post: '⟦“We will mend every bridge in the city by the spring,”⟧ said Ada Hill on Monday.\n' },
      { post: '<p>山田教授は⟦「この橋は来年の春までにすべて直す必要がある」⟧と指摘した。</p>\n' },
      { post: '市长王明表示,⟦“明年春天之前全市的桥梁都会修好,请市民放心”⟧。\n' },
    ],
  },
})
