import { keyphraseFields, keyphraseOf } from '../../src/analysis/fields/keyphrase.ts'
import { int, list, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { firstWithStem, mostFrequent, occurrences } from '../../src/language/keyphrases.ts'
import { countsCharacters, sizeOf, wordsIn } from '../../src/language/words.ts'
import { isBodyText } from '../../src/post/body-text.ts'
import { elementsIn } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

/** Characters per word, where lengths are counted in characters. */
const charactersPerWord = 2
/** A word of a short text comes often by chance. */
const fewRepeats = 12

const holdsCode = ({ content }: Post): boolean => {
  for (const { tagName } of elementsIn(content)) if (tagName === 'pre' || tagName === 'code') return true
  return false
}

const percentOf = (share: number): number => Math.round(share * 1000) / 10

export default rule({
  summary: { en: 'No word is repeated until it is noise.', ko: '같은 단어를 지나치게 되풀이하지 않습니다.' },
  why: {
    en: 'Search engines treat a page that says its keyword over and over as spam, and readers stop reading it. A keyphrase that hardly occurs, on the other hand, is not what the post is about.',
    ko: '검색 엔진은 키워드를 되풀이한 글을 스팸으로 보고, 독자는 읽기를 그만둡니다. 반대로 거의 나오지 않는 키워드는 글의 주제가 아닙니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: spam policies, keyword stuffing',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#keyword-stuffing',
    },
    {
      authority: 'convention',
      title: 'Yoast SEO: keyphrase density',
      url: 'https://yoast.com/help/keyphrase-density/',
    },
  ],
  presets: { seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  threshold: true,
  options: {
    fields: list(keyphraseFields, {
      en: 'Front-matter keys that name the keyphrase',
      ko: '키워드를 적는 프런트매터 키',
    }),
    min: number(0.5, { en: 'Least share of the keyphrase in percent', ko: '키워드의 최소 비율(%)' }, { minimum: 0 }),
    max: number(3, { en: 'Greatest share of the keyphrase in percent', ko: '키워드의 최대 비율(%)' }, { minimum: 0 }),
    hard: number(
      6,
      {
        en: 'Share in percent from which any content word is repeated too often',
        ko: '어떤 단어든 지나치다고 보는 비율(%)',
      },
      { minimum: 0 },
    ),
    minWords: int(100, { en: 'Shorter posts are not looked at', ko: '이보다 짧은 글은 검사하지 않음' }, { minimum: 1 }),
  },
  messages: {
    stuffed: {
      en: '“{word}” is {percent} % of the text ({count} times). Say it less often, or in other words.',
      ko: '“{word:이/가}” 본문의 {percent}%를 차지합니다({count}번). 횟수를 줄이거나 다른 말로 바꾸세요.',
    },
    rare: {
      en: 'The keyphrase “{word}” occurs {count} times ({percent} %). Speak of it, or choose the phrase the post is about.',
      ko: '키워드 “{word:이/가}” {count}번({percent}%)만 나옵니다. 본문에서 다루거나 글에 맞는 키워드를 고르세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const units = post.units.filter(isBodyText)
      const language = post.language
      const length = ({ text, language: own }: TextUnit): number =>
        sizeOf(text, own) / (countsCharacters(own) ? charactersPerWord : 1)
      const size = units.reduce((sum, unit) => sum + length(unit), 0)
      if (size < options.minWords) return
      const entry = keyphraseOf(post, options.fields)
      if (entry) {
        const word = entry.text.trim()
        const count = units.reduce((sum, unit) => sum + occurrences(unit.text, word, unit.language), 0)
        const percent = percentOf(count / size)
        // A phrase of several words cannot come as often as a single word.
        const parts = Math.max(1, [...wordsIn(word)].length)
        const slots = { word, percent, count }
        if (percent > options.max) report(entry.valueRange, 'stuffed', slots)
        else if (percent * parts < options.min) report(entry.valueRange, 'rare', slots)
        return
      }
      // What posts about technology speak of has one name, and they say it each time.
      if (holdsCode(post)) return
      const prose = units.filter(
        ({ kind, language: own }) => own === language && (kind === 'paragraph' || kind === 'item'),
      )
      const best = mostFrequent(
        prose.map(({ text }) => text),
        language,
      )
      if (!best || best.count < fewRepeats || best.count / size <= options.hard / 100) return
      for (const unit of prose) {
        const first = firstWithStem(unit.text, best.word, language)
        const slots = { ...best, percent: percentOf(best.count / size) }
        if (first) return void report(unit.place(first.start, first.end), 'stuffed', slots)
      }
    },
  }),
  examples: {
    good: [
      '---\nkeyphrase: 나루터\n---\n\n짧은 글입니다.\n',
      {
        post: '---\nkeyphrase: old pier\n---\n\nThe old pier is closed. Walk to the new one, it is near.\n',
        options: { minWords: 5, max: 20, min: 1 },
      },
      { post: 'Ferry, ferry, ferry, ferry, ferry: they sail.\n', options: { minWords: 5, hard: 50 } },
    ],
    bad: [
      {
        post: '---\nkeyphrase: ⟦나루터⟧\n---\n\n나루터는 오래됐다. 나루터에서 배를 탄다. 나루터를 떠난다.\n',
        options: { minWords: 5 },
        messages: ['stuffed'],
      },
      {
        post: '---\nfocus: ⟦渡船⟧\n---\n\n我们沿着河走到码头,在那里等船。\n',
        options: { minWords: 5, fields: ['focus'] },
        messages: ['rare'],
      },
      {
        post: 'Cheap ⟦phones⟧! Buy cheap phones here, for our phones are the phones of all phones. Phones, phones and more phones: every phone of these phones is a phone among phones.\n',
        options: { minWords: 20 },
        messages: ['stuffed'],
      },
    ],
  },
})
