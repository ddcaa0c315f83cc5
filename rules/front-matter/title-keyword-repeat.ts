import { placeInField } from '../../src/analysis/fields/front-places.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { contentWords, listedItems, type TitleWord } from '../../src/language/title-words.ts'

/** For each word that stands too often, the place where it is too much. */
const repeatedTooOften = (words: readonly TitleWord[], limit: number): TitleWord[] => {
  const counts = new Map<string, number>()
  return words.filter(({ word }) => {
    const count = (counts.get(word) ?? 0) + 1
    counts.set(word, count)
    return count === limit + 1
  })
}

export default rule({
  summary: { en: 'Titles are no strings of keywords.', ko: '제목에 키워드를 나열하거나 되풀이하지 않습니다.' },
  why: {
    en: 'Search engines take repeated and listed keywords in titles for spam and may replace the title by one of their own.',
    ko: '검색 엔진은 제목에서 되풀이되거나 나열된 키워드를 스팸으로 보고 제목을 다른 것으로 바꾸기도 합니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: title links (avoid keyword stuffing)',
      url: 'https://developers.google.com/search/docs/appearance/title-link',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: spam policies',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#keyword-stuffing',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    maxRepeat: int(
      2,
      { en: 'Times that one word may stand in a title', ko: '제목에 한 단어를 쓸 수 있는 횟수' },
      { minimum: 1 },
    ),
    maxItems: int(
      3,
      { en: 'Items that a title made of a list may have', ko: '나열로만 된 제목에 허용하는 항목 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    repeated: {
      en: '“{word}” stands in the title more than {limit} times, which search engines may take for spam. Say it once.',
      ko: '제목에 “{word:이/가}” {limit}번을 넘게 나와 검색 엔진이 스팸으로 볼 수 있습니다. 한 번만 쓰세요.',
    },
    list: {
      en: 'The title is a list of {count} keywords, which search engines may take for spam. Write a phrase.',
      ko: '제목이 키워드 {count}개의 나열이라 검색 엔진이 스팸으로 볼 수 있습니다. 문구로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const { title } = post.front
    if (!title || (title.entry && title.entry.type !== 'text')) return undefined
    const [first] = repeatedTooOften(contentWords(title.value), options.maxRepeat)
    const items = listedItems(title.value)
    if (first) {
      const range = placeInField(post, title, first.start, first.end)
      report(range, 'repeated', { word: first.word, limit: options.maxRepeat })
    } else if (items.length > options.maxItems) report(title.valueRange, 'list', { count: items.length })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 제주 여행, 봄에 걷는 길\n---\n\n<p>제주입니다.</p>\n',
      '---\ntitle: The lights of the town, the river and the harbour\n---\n\n<p>Lights.</p>\n',
      '+++\ntitle = "Ruby 3.1.2, 3.0.4, 2.7.6, 2.6.10"\n+++\n\nReleases.\n',
      { post: '---\ntitle: 早市、夜市、花市、鱼市\n---\n\n<p>清晨五点。</p>\n', options: { maxItems: 4 } },
    ],
    bad: [
      {
        post: '---\ntitle: 제주 여행 서울 여행 부산 ⟦여행을⟧ 한 번에\n---\n\n<p>여행입니다.</p>\n',
        messages: ['repeated'],
      },
      { post: '---\ntitle: Bike lights for every ⟦bike⟧\n---\n\n<p>Bikes.</p>\n', options: { maxRepeat: 1 } },
      {
        post: '---\ntitle: ⟦bike light, best bike light, cheap lamp, led⟧\n---\n\n<p>Lights.</p>\n',
        messages: ['list'],
      },
    ],
  },
})
