import { int, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { closingWord, openingWord } from '../../src/language/openings.ts'
import { passagesOf, type Repeated, runsOf } from '../../src/language/runs.ts'
import type { Sentence } from '../../src/language/sentences.ts'
import type { Range } from '../../src/post/range.ts'

/** In fewer sentences a share says nothing. */
const fewSentences = 10

const textOf = ({ unit, start, end }: Sentence): string => unit.text.slice(start, end)
const placeOf = ({ unit, start, end }: Sentence): Range => unit.place(start, end)

export default rule({
  summary: { en: 'Sentences do not all open or end alike.', ko: '문장의 첫머리와 끝을 다양하게 씁니다.' },
  why: {
    en: 'Sentence after sentence with the same first word, or the same last one, reads like a list and lulls the reader.',
    ko: '같은 말로 시작하거나 같은 서술어로 끝나는 문장이 이어지면 목록처럼 읽히고 지루해집니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: consecutive sentences',
      url: 'https://yoast.com/help/consecutive-sentences/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  options: {
    run: int(
      3,
      {
        en: 'So many sentences in a row that open with the same word',
        ko: '같은 단어로 시작하는 문장이 이만큼 이어지면 보고함',
      },
      { minimum: 2 },
    ),
    endingRun: int(
      4,
      {
        en: 'So many sentences in a row that end with the same word (Korean and Japanese)',
        ko: '같은 어절로 끝나는 문장이 이만큼 이어지면 보고함(한국어, 일본어)',
      },
      { minimum: 2 },
    ),
    endingShare: number(
      0.35,
      {
        en: 'Share of sentences that may end with the same word (Korean and Japanese)',
        ko: '같은 어절로 끝나도 되는 문장의 비율(한국어, 일본어)',
      },
      { minimum: 0, maximum: 1 },
    ),
  },
  messages: {
    openings: {
      en: '{count} sentences in a row open with “{word}”. Begin some of them differently.',
      ko: '{count}개 문장이 잇달아 “{word:으로/로}” 시작합니다. 몇 개는 다르게 시작하세요.',
    },
    endings: {
      en: '{count} sentences in a row end with “{word}”. End some of them differently.',
      ko: '{count}개 문장이 잇달아 “{word:으로/로}” 끝납니다. 몇 개는 다르게 끝내세요.',
    },
    share: {
      en: '{percent} % of the sentences end with “{word}”. End some of them differently.',
      ko: '문장의 {percent}%가 “{word:으로/로}” 끝납니다. 몇 개는 다르게 끝내세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const byEnding = new Map<string, Sentence[]>()
      let all = 0
      const tell = (id: 'openings' | 'endings', { word, sentences }: Repeated): void => {
        const related = sentences.slice(1).map((other) => ({ ...placeOf(other), kind: 'see' as const }))
        report(placeOf(sentences[0]!), id, { count: sentences.length, word }, { related })
      }
      for (const sentences of passagesOf(post)) {
        const opening = (sentence: Sentence): string => openingWord(textOf(sentence), sentence.unit.language)
        const ending = (sentence: Sentence): string => closingWord(textOf(sentence), sentence.unit.language)
        for (const found of runsOf(sentences, options.run, opening)) tell('openings', found)
        for (const found of runsOf(sentences, options.endingRun, ending)) tell('endings', found)
        for (const sentence of sentences) {
          all += 1
          const word = ending(sentence)
          if (word !== '') byEnding.set(word, [...(byEnding.get(word) ?? []), sentence])
        }
      }
      if (all < fewSentences) return
      for (const [word, sentences] of byEnding) {
        if (sentences.length <= all * options.endingShare) continue
        const related = sentences.slice(1).map((other) => ({ ...placeOf(other), kind: 'see' as const }))
        report(
          placeOf(sentences[0]!),
          'share',
          { percent: Math.round((sentences.length / all) * 100), word },
          { related },
        )
      }
    },
  }),
  examples: {
    good: [
      '<p>이러한 결함은 드뭅니다. 원인은 캐시입니다. 이러한 오류는 다시 나타납니다. 우리는 기다렸습니다.</p>\n',
      '<p>The ferry is old. The river is cold. The pier is gone.</p>\n<ul><li>We row.</li><li>We sing.</li><li>We eat.</li></ul>\n',
      '船は古い。川は冷たい。港は遠い。\n\n我们等船。我想回家。我们走吧。\n',
      '<p>Perfect! Perfect! Perfect!</p>\n<p lang="ja">なにか変です。なにも来ません。なにか違います。</p>\n',
      { post: 'We row. We sing. We eat.\n', options: { run: 4 } },
    ],
    bad: [
      { post: 'It rained. ⟦We rowed home.⟧ We sang a song. We ate.\n', messages: ['openings'] },
      {
        post: '<p>⟦길이 있습니다.⟧ 강이 있습니다. 배가 있습니다. 바람도 있습니다. 밤이 왔습니다.</p>\n',
        messages: ['endings'],
      },
      {
        post: '⟦港へ行きました。⟧川へ行きました。雨が降った。\n',
        options: { endingRun: 2 },
        messages: ['endings'],
      },
      {
        post: '<p>⟦길이 있습니다.⟧ 비가 옵니다. 강이 있습니다. 눈이 내립니다. 배가 있습니다. 밤이 됩니다. 달이 있습니다. 별이 뜹니다. 새가 웁니다. 개가 짖습니다.</p>\n',
        options: { endingShare: 0.3 },
        messages: ['share'],
      },
    ],
  },
})
