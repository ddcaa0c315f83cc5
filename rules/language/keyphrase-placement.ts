import { keyphraseFields, keyphraseOf } from '../../src/analysis/fields/keyphrase.ts'
import { list, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { occurrences } from '../../src/language/keyphrases.ts'
import { isBodyText } from '../../src/post/body-text.ts'

/** Fewer subheadings than this cannot all speak of one thing. */
const fewHeadings = 3

export default rule({
  summary: {
    en: 'The keyphrase stands where readers and search engines look first.',
    ko: '키워드를 제목과 첫 문단처럼 먼저 보는 곳에 씁니다.',
  },
  why: {
    en: 'Who searches for a phrase looks for it in the title, the description and the first paragraph. Where it is missing there, the post does not look like the answer.',
    ko: '검색한 사람은 제목, 설명, 첫 문단에서 그 말을 찾습니다. 거기에 없으면 찾던 글로 보이지 않습니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: keyphrase in title, introduction, meta description and subheadings',
      url: 'https://yoast.com/help/keyphrase-in-introduction/',
    },
  ],
  presets: { seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    fields: list(keyphraseFields, {
      en: 'Front-matter keys that name the keyphrase',
      ko: '키워드를 적는 프런트매터 키',
    }),
    maxHeadings: number(
      0.75,
      { en: 'Share of subheadings that may repeat the keyphrase', ko: '키워드가 들어가도 되는 소제목의 비율' },
      { minimum: 0, maximum: 1 },
    ),
  },
  messages: {
    title: {
      en: 'The title does not hold the keyphrase “{phrase}”. Put it there, near the beginning.',
      ko: '제목에 키워드 “{phrase:이/가}” 없습니다. 앞부분에 넣으세요.',
    },
    summary: {
      en: 'The description does not hold the keyphrase “{phrase}”. Use it once.',
      ko: '설명에 키워드 “{phrase:이/가}” 없습니다. 한 번 쓰세요.',
    },
    opening: {
      en: 'The first paragraph does not hold the keyphrase “{phrase}”. Say early what the post is about.',
      ko: '첫 문단에 키워드 “{phrase:이/가}” 없습니다. 무엇에 관한 글인지 앞에서 밝히세요.',
    },
    headings: {
      en: '{count} of {all} subheadings repeat the keyphrase “{phrase}”. Vary some of them.',
      ko: '소제목 {all}개 중 {count}개에 키워드 “{phrase:이/가}” 되풀이됩니다. 몇 개는 바꾸세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const entry = keyphraseOf(post, options.fields)
      if (!entry) return
      const phrase = entry.text.trim()
      const holds = (text: string, language: string): boolean => occurrences(text, phrase, language) > 0
      const { title, summary } = post.front
      if (title?.entry && !holds(title.value, post.language)) report(title.valueRange, 'title', { phrase })
      if (summary?.entry && summary.value.trim() !== '' && !holds(summary.value, post.language)) {
        report(summary.valueRange, 'summary', { phrase })
      }
      const body = post.units.filter(isBodyText)
      const opening = body.find(({ kind }) => kind === 'paragraph')
      if (opening && !holds(opening.text, opening.language)) report(opening.extent, 'opening', { phrase })
      const headings = body.filter(
        ({ kind, parents }) => kind === 'heading' && /^h[23]$/.test(parents[0]?.tagName ?? ''),
      )
      const repeating = headings.filter(({ text, language }) => holds(text, language))
      if (headings.length < fewHeadings || repeating.length <= headings.length * options.maxHeadings) return
      report(repeating[0]!.extent, 'headings', { phrase, count: repeating.length, all: headings.length })
    },
  }),
  examples: {
    good: [
      '---\ntitle: 배 타기\n---\n\n나루터에서 배를 탑니다.\n',
      '---\ntitle: 나루터에서 배 타기\ndescription: 오래된 나루터를 소개합니다.\nkeyphrase: 나루터\n---\n\n나루터는 강가에 있습니다.\n\n## 나루터\n\n## 배\n\n## 강\n',
      { post: '---\ntitle: Ferries\nkeyphrase: old pier\n---\n\nText.\n', options: { fields: ['focus'] } },
    ],
    bad: [
      {
        post: '---\ntitle: ⟦Crossing the river⟧\ndescription: ⟦How to get to the other side.⟧\nkeyphrase: old pier\n---\n\n⟦Bring a coat.⟧\n\nThe old pier is near.\n',
        messages: ['title', 'summary', 'opening'],
      },
      {
        post: '---\ntitle: 渡船时间\nkeyphrase: 渡船\n---\n\n渡船每天开。\n\n## ⟦渡船时间⟧\n\n## 渡船票价\n\n## 渡船码头\n',
        messages: ['headings'],
        options: { maxHeadings: 0.5 },
      },
    ],
  },
})
