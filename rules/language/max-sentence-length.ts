import { int, number, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { type Sentence, sentencesOf } from '../../src/language/sentences.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isRunningText } from '../../src/post/body-text.ts'
import type { Range } from '../../src/post/range.ts'

/** Words a sentence may have, or characters in Japanese and Chinese. */
const limits: Readonly<Record<string, number>> = {
  en: 20,
  ko: 20,
  ja: 50,
  zh: 50,
  yue: 50,
  vi: 30,
  ...Object.fromEntries(['ca', 'es', 'fa', 'it', 'pt'].map((language) => [language, 25])),
  ...Object.fromEntries(['he', 'ru', 'tr'].map((language) => [language, 15])),
}
const usual = 20
/** In scripts without marks at the end of sentences their length is unknown. */
const unmarked = new Set(['th', 'lo', 'km', 'my', 'bo'])
/** In fewer sentences a share says nothing. */
const fewSentences = 10

interface Measured {
  readonly sentence: Sentence
  readonly size: number
  readonly limit: number
}

const placeOf = ({ sentence: { unit, start, end } }: Measured): Range => unit.place(start, end)

export default rule({
  summary: { en: 'Sentences are short enough to follow.', ko: '문장은 따라 읽을 수 있는 길이로 씁니다.' },
  why: {
    en: 'A long sentence makes readers hold its beginning in mind until the verb or the end arrives. A few are fine; when many are long, the text is tiring.',
    ko: '긴 문장은 서술어가 나올 때까지 앞부분을 기억하게 합니다. 몇 개는 괜찮지만 대부분이 길면 읽기 힘듭니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: sentence length',
      url: 'https://yoast.com/help/sentence-length-readability-assessment/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  group: 'all',
  options: {
    limits: record(
      limits,
      {
        en: 'From which length on a sentence is long, by language: words, in Japanese and Chinese characters',
        ko: '긴 문장으로 보는 언어별 길이: 단어(어절) 수, 일본어와 중국어는 글자 수',
      },
      int(usual, { en: 'Length', ko: '길이' }, { minimum: 1 }),
    ),
    share: number(
      0.25,
      { en: 'Share of long sentences that is fine', ko: '긴 문장이 차지해도 되는 비율' },
      { minimum: 0, maximum: 1 },
    ),
    hard: number(
      2,
      { en: 'A sentence this many times the limit is always too long', ko: '한계의 몇 배부터 항상 긴 문장으로 볼지' },
      { minimum: 1 },
    ),
  },
  messages: {
    words: {
      en: 'A sentence of {count} words is hard to follow. Split it; up to {limit} read well.',
      ko: '{count}단어나 되는 문장은 따라 읽기 어렵습니다. {limit}단어 안팎으로 나누세요.',
    },
    characters: {
      en: 'A sentence of {count} characters is hard to follow. Split it; up to {limit} read well.',
      ko: '{count}자나 되는 문장은 따라 읽기 어렵습니다. {limit}자 안팎으로 나누세요.',
    },
    share: {
      en: '{percent} % of the sentences are long ({count}); up to {most} % read well. Split some of them.',
      ko: '문장의 {percent}%({count}개)가 깁니다. {most}%까지가 읽기 좋습니다. 몇 개를 나누세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const measured: Measured[] = []
      for (const unit of post.units) {
        if ((!isRunningText(unit) && unit.kind !== 'item') || unmarked.has(unit.language)) continue
        const limit = options.limits[unit.language] ?? limits[unit.language] ?? usual
        for (const sentence of sentencesOf(post, unit)) {
          if (!sentence.isClosed) continue
          measured.push({ sentence, size: sizeOf(unit.text.slice(sentence.start, sentence.end), unit.language), limit })
        }
      }
      const long = measured.filter(({ size, limit }) => size > limit)
      const tooLong = long.filter(({ size, limit }) => size > limit * options.hard)
      for (const found of tooLong) {
        const { language } = found.sentence.unit
        const id = countsCharacters(language) ? 'characters' : 'words'
        report(placeOf(found), id, { count: found.size, limit: found.limit })
      }
      if (measured.length < fewSentences || long.length <= measured.length * options.share) return
      const percent = Math.round((long.length / measured.length) * 100)
      const slots = { percent, count: long.length, most: Math.round(options.share * 100) }
      for (const found of long) if (!tooLong.includes(found)) report(placeOf(found), 'share', slots)
    },
  }),
  examples: {
    good: [
      '<p>문서는 짧습니다. 마이크로소프트는 이 문제가 “사이버 공격의 결과가 아니다.”라고 밝혔습니다. 버전 1.2.3은 example.com에 있습니다.</p>\n',
      '<blockquote><p>This quoted sentence goes on and on and on, for it is not the words of the writer of the post but of somebody who has never heard of a full stop and would not use it if he had heard of it.</p></blockquote>\n',
      { post: '<p>これは短い文です。これも短い文です。</p>\n', options: { limits: { ja: 8 }, hard: 1.5 } },
    ],
    bad: [
      {
        post: '<p>Short one. ⟦We walked from the old pier along the river past the mill and the church and the school to the station where the last train had left an hour before we came and where nobody could tell us how to get back home before dark.⟧ Then it rained.</p>\n',
        messages: ['words'],
      },
      { post: '<p>⟦これはとても長い文です。⟧短い。</p>\n', options: { limits: { ja: 5 } }, messages: ['characters'] },
      {
        post: '⟦우리는 오래된 나루터에서 강을 따라 걸었다.⟧ 비가 왔다. ⟦우리는 비를 맞으며 역까지 걸어서 갔다.⟧ 기차는 없었다. 밤이 왔다. 달이 떴다. 별이 떴다. 새가 울었다. 개가 짖었다. 날이 밝았다.\n',
        options: { limits: { ko: 4 }, share: 0.1 },
        messages: ['share'],
      },
    ],
  },
})
