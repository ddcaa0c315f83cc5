import { withoutLines } from '../../src/analysis/fields/front-edits.ts'
import { flag, list, number } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { comparable, isSimilar } from '../../src/language/similarity.ts'
import type { FrontField, Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Below this, being nearly the same says little: only equal texts count. */
const shortText = 20

/** A summary as it is compared. */
interface Summary {
  readonly field: FrontField
  readonly text: string
}

const isAlike = (one: string, other: string, threshold: number): boolean =>
  one === other || (Math.min(one.length, other.length) >= shortText && isSimilar(one, other, threshold))

/** Titles and sentences differ in their closing mark only. */
const withoutEnd = (text: string): string => text.replace(/[.!?…。！？]{1,5}$/, '')

const deletion = (post: Post, field: FrontField): SuggestedChange[] => {
  const edit = withoutLines(post, field)
  return edit ? [{ title: { en: `Delete “${field.key}”`, ko: `“${field.key}” 삭제` }, edits: [edit] }] : []
}

export default rule({
  summary: {
    en: 'Each summary field says something of its own.',
    ko: '요약 항목마다 서로 다른 내용을 적습니다.',
  },
  why: {
    en: 'Excerpt, description and lead text have different jobs: a list entry, a search result, an opening. Filled with one text, themes print it twice on a page, and search engines are told nothing new.',
    ko: '발췌문, 설명, 도입 문구는 쓰임이 다릅니다. 목록, 검색 결과, 글머리에 같은 글을 채우면 한 화면에 두 번 나오고 검색 엔진에도 새로운 정보가 없습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: unique, informative descriptions',
      url: 'https://developers.google.com/search/docs/appearance/snippet',
    },
    {
      authority: 'convention',
      title: 'jekyll-seo-tag: description falls back to excerpt',
      url: 'https://github.com/jekyll/jekyll-seo-tag',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'seo', weight: 7 },
  options: {
    fields: list(
      ['description', 'excerpt', 'summary', 'feature_text', 'subtitle', 'lead', 'abstract', 'og_description'],
      { en: 'Front-matter keys that summarise the post', ko: '글을 요약하는 프런트매터 키' },
    ),
    threshold: number(
      0.9,
      {
        en: 'Share of common three-letter sequences from which two texts count as the same',
        ko: '두 글을 같다고 보는 기준: 공통 세 글자 묶음의 비율',
      },
      {
        minimum: 0.5,
        maximum: 1,
      },
    ),
    compareTitle: flag(true, { en: 'Also compare each summary with the title', ko: '요약을 제목과도 비교함' }),
    compareFirstParagraph: flag(true, {
      en: 'Also compare each summary with the first paragraph (a warning at most)',
      ko: '요약을 첫 문단과도 비교함(경고까지만)',
    }),
  },
  messages: {
    repeated: {
      en: '“{field}” repeats “{other}”. Give each its own text, or delete one and let the theme fall back.',
      ko: '“{field}” 내용이 “{other}” 내용과 같습니다. 각각 다른 글을 쓰거나 하나를 지우세요.',
    },
    title: {
      en: '“{field}” only repeats the title. Say what the post adds to it, or delete the field.',
      ko: '“{field}” 내용이 제목과 같습니다. 제목에 없는 내용을 쓰거나 항목을 지우세요.',
    },
    opening: {
      en: '“{field}” is the first paragraph again, so it adds nothing to the opening. Summarise the whole post, or delete the field.',
      ko: '“{field}” 내용이 첫 단락과 같아 더해 주는 것이 없습니다. 글 전체를 요약하거나 항목을 지우세요.',
    },
  },
  check({ post, options, report }) {
    const names = new Set(options.fields)
    const summaries: Summary[] = (post.front.summary?.all ?? [])
      .filter(({ entry }) => entry?.type === 'text' && names.has(entry.key))
      .map((field) => ({ field, text: comparable(field.value) }))
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.field.keyRange.start - b.field.keyRange.start)
    if (summaries.length === 0) return undefined

    const { title } = post.front
    const titleText = options.compareTitle && title?.entry ? withoutEnd(comparable(title.value)) : ''
    const opening = options.compareFirstParagraph ? post.units.find(({ kind }) => kind === 'paragraph') : undefined
    const openingText = opening ? comparable(opening.text) : ''

    for (const [index, { field, text }] of summaries.entries()) {
      const details = (see: Range) => ({
        related: [{ ...see, kind: 'see' as const }],
        suggestions: deletion(post, field),
      })
      const earlier = summaries.slice(0, index).find((other) => isAlike(other.text, text, options.threshold))
      if (earlier) {
        const slots = { field: field.key, other: earlier.field.key }
        report(field.keyRange, 'repeated', slots, details(earlier.field.keyRange))
      } else if (title && titleText !== '' && withoutEnd(text) === titleText) {
        report(field.keyRange, 'title', { field: field.key }, details(title.keyRange))
      } else if (opening && isAlike(openingText, text, options.threshold)) {
        report(field.keyRange, 'opening', { field: field.key }, { ...details(opening.extent), severity: 'warn' })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 한강 자전거길\nexcerpt: 여의도에서 팔당까지 하루에 달리는 길\ndescription: 초보자를 위한 한강 자전거 코스, 쉬는 곳과 빌리는 곳 안내\n---\n\n<p>아침 일찍 출발합니다.</p>\n',
      '---\ntitle: Rain gear\nexcerpt: Rain gear test\n---\n\n<p>We rode four hours in the rain.</p>\n',
      '---\ntitle: 早市\nsummary:\ndescription:\n---\n\n<p>清晨五点出发。</p>\n',
    ],
    bad: [
      {
        post: '---\ntitle: 장마철 자전거\nexcerpt: >\n  장마철에 자전거를 탈 때\n  챙길 것을 정리했습니다.\n⟦feature_text⟧: 장마철에 자전거를 탈 때 챙길 것을 정리했습니다.\n---\n\n<p>먼저 흙받이입니다.</p>\n',
        messages: ['repeated'],
      },
      {
        post: '---\ntitle: Four hours in the rain\n⟦description⟧: Four hours in the rain.\n---\n\n<p>We tested jackets.</p>\n',
        messages: ['title'],
      },
      {
        post: '---\ntitle: 築地の朝\n⟦summary⟧: 朝五時、まだ暗いうちに市場の門をくぐり、場内をひと回りした。\n---\n\n<p>朝五時、まだ暗いうちに市場の門をくぐり、場内をひと回りした。</p>\n',
        messages: ['opening'],
      },
      {
        post: '---\ntitle: Jackets\nexcerpt: We rode four hours in the rain to test five light jackets.\n⟦description⟧: We rode for four hours in the rain to test five light jackets.\n---\n\n<p>The first one.</p>\n',
        options: {
          threshold: 0.8,
          compareTitle: false,
          compareFirstParagraph: false,
          fields: ['excerpt', 'description'],
        },
      },
    ],
  },
})
