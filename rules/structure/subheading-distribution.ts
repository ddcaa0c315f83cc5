import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** The text from one heading to the next. */
interface Section {
  /** The heading, or the first paragraph of what has none. */
  readonly place: Range
  size: number
}

/** In texts of Chinese and Japanese a word of another language is about as long as two characters. */
const charactersPerWord = 2

const aside = new Set(['aside', 'details', 'figure', 'footer', 'form', 'nav', 'td', 'th'])

const isAside = ({ parents }: TextUnit): boolean => parents.some(({ tagName }) => aside.has(tagName))

/** In stories, people speak: their parts are not headed. */
const spoken = /^\s*["“„«「『—–]/
const fewParagraphs = 8
const spokenShare = 0.25

const isStory = (units: readonly TextUnit[]): boolean => {
  const paragraphs = units.filter(({ kind }) => kind === 'paragraph')
  return (
    paragraphs.length >= fewParagraphs &&
    paragraphs.filter(({ text }) => spoken.test(text)).length > paragraphs.length * spokenShare
  )
}

const sectionsOf = (post: Post, units: readonly TextUnit[], isByCharacter: boolean): readonly Section[] => {
  const sections: Section[] = []
  for (const unit of units) {
    const [block] = unit.parents
    const place = (block && post.range(block)) ?? unit.extent
    if (unit.kind === 'heading') sections.push({ place, size: 0 })
    else {
      if (sections.length === 0) sections.push({ place, size: 0 })
      const size = sizeOf(unit.text, unit.language)
      const isOther = countsCharacters(unit.language) !== isByCharacter
      sections.at(-1)!.size += isOther ? size * (isByCharacter ? charactersPerWord : 1 / charactersPerWord) : size
    }
  }
  return sections
}

export default rule({
  summary: { en: 'Long texts have subheadings.', ko: '긴 글에는 소제목을 넣습니다.' },
  why: {
    en: 'Readers scan before they read. Subheadings show them the way through a long text, and let those with a screen reader jump.',
    ko: '독자는 읽기 전에 훑어봅니다. 소제목은 긴 글의 흐름을 보여 주고, 스크린 리더 사용자가 건너뛸 수 있게 합니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: subheading distribution assessment',
      url: 'https://yoast.com/help/subheading-distribution-assessment/',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'structure', weight: 3 },
  group: 'all',
  options: {
    words: int(300, { en: 'Most words between subheadings', ko: '소제목 사이의 최대 단어 수' }, { minimum: 50 }),
    characters: int(
      600,
      { en: 'The same for Chinese and Japanese, in characters', ko: '중국어와 일본어 글의 최대 글자 수' },
      { minimum: 100 },
    ),
  },
  messages: {
    words: {
      en: '{count} words without a subheading; from {limit} on readers may lose their way. Divide the text.',
      ko: '소제목 없이 {count}단어가 이어집니다. {limit}단어를 넘으면 흐름을 놓치기 쉽습니다. 글을 나누세요.',
    },
    characters: {
      en: '{count} characters without a subheading; from {limit} on readers may lose their way. Divide the text.',
      ko: '소제목 없이 {count}자가 이어집니다. {limit}자를 넘으면 흐름을 놓치기 쉽습니다. 글을 나누세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const units = post.units.filter(
        (unit) => (unit.kind === 'paragraph' || unit.kind === 'item' || unit.kind === 'heading') && !isAside(unit),
      )
      if (post.textOnly || isStory(units)) return
      const isByCharacter = countsCharacters(post.language)
      const limit = isByCharacter ? options.characters : options.words
      for (const { place, size } of sectionsOf(post, units, isByCharacter)) {
        if (size > limit) report(place, isByCharacter ? 'characters' : 'words', { count: Math.round(size), limit })
      }
    },
  }),
  examples: {
    good: [
      '<h2>가는 길</h2>\n<p>정동길에서 시작합니다.</p>\n',
      `## One\n\n${'A sentence of six words stands. '.repeat(45)}\n\n## Two\n\n${'A sentence of six words stands. '.repeat(45)}\n`,
      `${'“Where are you going so early?”\n\nShe did not answer him at once, and the door closed.\n\n'.repeat(25)}`,
    ],
    bad: [
      {
        post: `<h2>가는 길</h2>\n<p>짧은 글입니다.</p>\n⟦<h2>걷기</h2>⟧\n${'<p>정동길에서 시작해 덕수궁 돌담을 따라 천천히 걸어 보았습니다.</p>\n'.repeat(8)}`,
        options: { words: 60 },
        messages: ['words'],
      },
      {
        post: `⟦朝の市場を歩いて、店の人に話を聞きました。⟧\n\n${'場内市場を五時から八時まで歩いて、店の人に聞いた話をまとめました。\n\n'.repeat(5)}`,
        options: { characters: 100 },
        messages: ['characters'],
      },
    ],
  },
})
