import { type FlowPart, stepsOf } from '../../src/analysis/blocks/flow.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { announcesIntroduction } from '../../src/language/introductions.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isElement, textOf } from '../../src/post/elements.ts'
import { opaque } from '../../src/post/template.ts'

/** A word of other languages is about as long as so many characters of Chinese and Japanese. */
const charactersPerWord = 2

/** The part's own text, code and pictures left aside. */
const sizeOfPart = (part: FlowPart, language: string): number =>
  part.kind === 'code' ? 0 : sizeOf(part.nodes.map(textOf).join(' '), language)

export default rule({
  summary: {
    en: 'Posts begin with a paragraph, not with a heading.',
    ko: '글은 제목이 아니라 도입 단락으로 시작합니다.',
  },
  why: {
    en: 'The first lines tell readers whether the post is for them. Generators take them for lists and feeds where no description is given.',
    ko: '첫 단락은 읽을 만한 글인지 알려 줍니다. 설명이 없는 글에서는 생성기가 목록과 피드에 첫 단락을 씁니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: introduction assessment',
      url: 'https://yoast.com/help/keyphrase-in-introduction-assessment/',
    },
    { authority: 'editorial', title: 'Say first what the post is about' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  options: {
    minWords: int(
      10,
      {
        en: 'Fewest words before the first heading; in Chinese and Japanese twice as many characters',
        ko: '첫 제목 앞에 있어야 할 최소 단어 수. 중국어와 일본어는 그 두 배의 글자 수',
      },
      { minimum: 1 },
    ),
  },
  messages: {
    none: {
      en: 'The post begins with a heading. Say in a paragraph before it what the post is about.',
      ko: '글이 제목으로 시작합니다. 무엇에 관한 글인지 앞 단락에서 소개하세요.',
    },
    short: {
      en: 'Hardly anything stands before the first heading. Say there what the post is about.',
      ko: '첫 제목 앞에 내용이 거의 없습니다. 무엇에 관한 글인지 소개하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const parts = stepsOf(post).map(({ part }) => part)
      // The title of the post, where it stands in the body.
      const opening = isElement(parts[0]?.element, 'h1') ? parts.slice(1) : parts
      const at = opening.findIndex(({ kind }) => kind === 'heading')
      const heading = opening[at]
      const lead = opening.slice(0, at)
      if (!heading?.range || !heading.element || lead.some(({ kind }) => kind === 'template')) return
      const text = textOf(heading.element).trim()
      // Questions and answers need no other lead.
      if (announcesIntroduction(text) || /[?？]$/.test(text.replaceAll(opaque, '').trim())) return
      const { language } = post
      const size = lead.reduce((sum, part) => sum + sizeOfPart(part, language), 0)
      const wanted = options.minWords * (countsCharacters(language) ? charactersPerWord : 1)
      if (size < wanted) report(heading.range, size === 0 ? 'none' : 'short', {})
    },
  }),
  examples: {
    good: [
      '<p>정동길에서 시작해 덕수궁 돌담을 따라 한 바퀴 도는 길을 걸으며 본 것을 계절별로 적었습니다.</p>\n<h2>봄</h2>\n<p>벚꽃.</p>\n',
      '# 築地の朝\n\n場内市場を五時から八時まで歩いて、店の人に聞いた話をまとめました。\n\n## 市場\n\n本文。\n',
      '## Introduction\n\nText.\n',
      '{% include lead.md %}\n\n## Part\n\nText.\n',
      '### Is it free? {#free}\n\nIt is.\n',
      'No headings at all.\n',
      { post: 'Two lights.\n\n## Front\n\nText.\n', options: { minWords: 2 } },
    ],
    bad: [
      {
        post: '<p><img src="wall.jpg" alt="돌담길"></p>\n\n⟦<h2>가는 길</h2>⟧\n<p>시청역에서 내립니다.</p>\n',
        messages: ['none'],
      },
      { post: 'Hello again!\n\n⟦## Mounting⟧\n\nTwo screws.\n', messages: ['short'] },
      { post: '# 早市\n\n⟦## 路线⟧\n\n坐地铁。\n', messages: ['none'] },
    ],
  },
})
