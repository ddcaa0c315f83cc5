import { bodySizeOf } from '../../src/analysis/blocks/body-size.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { countsCharacters } from '../../src/language/words.ts'
import { openingOf } from '../../src/post/body-text.ts'
import type { Post } from '../../src/post/post.ts'

/** Loops and included files print text that is not here. */
const isFilledByTemplates = ({ masks, source }: Post): boolean =>
  masks.some(({ start, end }) =>
    /^\{%-?\s*(?:for|include|render|paginate)\b/.test(source.slice(start, Math.min(end, start + 30))),
  )

export default rule({
  summary: { en: 'A post says enough to be worth a page.', ko: '글은 한 페이지를 채울 만큼 씁니다.' },
  why: {
    en: 'A page with little text rarely answers the question that brought a reader there. No search engine names a minimum; the number is a convention of SEO tools.',
    ko: '글이 너무 짧으면 독자가 찾던 답을 얻기 어렵습니다. 최소 분량을 정한 검색 엔진은 없으며, 이 숫자는 SEO 도구들의 관례입니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: text length',
      url: 'https://yoast.com/help/text-length-assessment/',
    },
    {
      authority: 'search-engine',
      title: 'Bing Webmaster Guidelines: thin content',
      url: 'https://www.bing.com/webmasters/help/webmaster-guidelines-30fba23a',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'content', weight: 7 },
  threshold: true,
  options: {
    words: int(300, { en: 'Fewest words', ko: '최소 단어(어절) 수' }, { minimum: 1 }),
    characters: int(
      600,
      { en: 'Fewest characters, in Japanese and Chinese', ko: '일본어와 중국어의 최소 글자 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    words: {
      en: 'Only {count} words; fewer than {limit} often leave questions open. Add what a reader would ask next.',
      ko: '본문이 {count}단어뿐입니다. {limit}단어가 안 되면 내용이 부족하기 쉽습니다. 독자가 궁금해할 내용을 더하세요.',
    },
    characters: {
      en: 'Only {count} characters; fewer than {limit} often leave questions open. Add what a reader would ask next.',
      ko: '본문이 {count}자뿐입니다. {limit}자가 안 되면 내용이 부족하기 쉽습니다. 독자가 궁금해할 내용을 더하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const { words, characters, code } = bodySizeOf(post)
      const isDraft = post.front.draft?.value === 'true'
      if (words + characters === 0 || isDraft || post.textOnly || isFilledByTemplates(post)) return
      // Two languages, and code beside prose, add up.
      const share = (words + code) / options.words + characters / options.characters
      if (share >= 1) return
      const byCharacter = countsCharacters(post.language) || characters > words
      const limit = byCharacter ? options.characters : options.words
      report(openingOf(post), byCharacter ? 'characters' : 'words', { count: Math.round(share * limit), limit })
    },
  }),
  examples: {
    good: [
      '---\ntitle: 빈 글\n---\n',
      '{% include gallery.html %}\n\nPhotos.\n',
      '---\ndraft: true\n---\n\nTo be written.\n',
      { post: '<p>나루터까지 걸어서 십 분입니다.</p>\n', options: { words: 4 } },
      { post: '港まで歩いて十分です。\n', options: { characters: 10 } },
      { post: 'Run this:\n\n```sh\nmake all\nmake install\n```\n', options: { words: 6 } },
    ],
    bad: [
      { post: '---\ntitle: 나루터\n---\n\n⟦<⟧p>나루터까지 걸어서 십 분입니다.</p>\n', messages: ['words'] },
      { post: '⟦港⟧まで歩いて十分です。\n', messages: ['characters'] },
      { post: '⟦T⟧en minutes to the pier.\n', options: { words: 10 }, messages: ['words'] },
    ],
  },
})
