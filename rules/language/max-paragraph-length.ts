import { blockPlace } from '../../src/analysis/blocks/block.ts'
import { int, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isRunningText } from '../../src/post/body-text.ts'

/** Words a paragraph may have, or characters in Japanese and Chinese. */
const limits: Readonly<Record<string, number>> = { en: 150, ko: 120, ja: 300, zh: 300, yue: 300, vi: 200 }
const usual = 150

export default rule({
  summary: { en: 'Paragraphs are short enough to take in.', ko: '단락은 한눈에 들어오는 길이로 씁니다.' },
  why: {
    en: 'A long paragraph is a wall of text on a phone. Shorter ones show where one thought ends and the next begins.',
    ko: '긴 단락은 휴대 전화에서 글자의 벽이 됩니다. 단락을 나누면 생각이 어디서 바뀌는지 보입니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: paragraph length',
      url: 'https://yoast.com/help/paragraph-length-readability-assessment/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  group: 'all',
  options: {
    limits: record(
      limits,
      {
        en: 'Longest paragraph by language: words, in Japanese and Chinese characters',
        ko: '언어별 단락의 최대 길이: 단어(어절) 수, 일본어와 중국어는 글자 수',
      },
      int(usual, { en: 'Length', ko: '길이' }, { minimum: 1 }),
    ),
  },
  messages: {
    words: {
      en: 'A paragraph of {count} words; more than {limit} are hard to take in. Split it where the thought changes.',
      ko: '{count}단어인 단락입니다. {limit}단어를 넘으면 읽기 어렵습니다. 생각이 바뀌는 곳에서 나누세요.',
    },
    characters: {
      en: 'A paragraph of {count} characters; more than {limit} are hard to take in. Split it where the thought changes.',
      ko: '{count}자인 단락입니다. {limit}자를 넘으면 읽기 어렵습니다. 생각이 바뀌는 곳에서 나누세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      for (const unit of post.units) {
        if (!isRunningText(unit)) continue
        const { text, language } = unit
        const limit = options.limits[language] ?? limits[language] ?? usual
        // Lines that a reader sees as such are not a wall.
        const longest = Math.max(...text.split(/\n\s*\n/).map((part) => sizeOf(part, language)))
        if (longest <= limit) continue
        const id = countsCharacters(language) ? 'characters' : 'words'
        report(blockPlace(post, unit), id, { count: longest, limit })
      }
    },
  }),
  examples: {
    good: [
      '<p>짧은 단락입니다.</p>\n<blockquote><p>인용문은 길어도 됩니다.</p></blockquote>\n',
      { post: 'One two three.\n\nFour five six.\n', options: { limits: { en: 3 } } },
    ],
    bad: [
      {
        post: '⟦<p>강을 따라 내려가면 나루터가 나옵니다.</p>⟧\n<p>배가 옵니다.</p>\n',
        options: { limits: { ko: 3 } },
        messages: ['words'],
      },
      { post: '⟦沿着河走到渡口。⟧\n', options: { limits: { zh: 5 } }, messages: ['characters'] },
    ],
  },
})
