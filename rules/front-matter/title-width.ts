import { plainText } from '../../src/analysis/blocks/plain-text.ts'
import { number, text } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { widthInEm } from '../../src/language/display-em.ts'

const rounded = (em: number): number => Math.round(em * 10) / 10

/** The title of a page without the name of the site at its end. */
const withoutSite = (title: string): string => {
  const [, own = title] = /^(.{8,}) (?:[-|–—·»•]|::) .{2,40}$/.exec(title) ?? []
  return own
}

export default rule({
  summary: { en: 'Titles fit into the line of a search result.', ko: '제목은 검색 결과 한 줄에 들어갑니다.' },
  why: {
    en: 'Search engines cut a title where the column ends, by its width and not by its characters: about 65 Latin letters, 39 Hangul syllables or 29 Han characters. What stands behind is not read.',
    ko: '검색 엔진은 글자 수가 아니라 너비로 제목을 자릅니다. 대략 한글 39자, 로마자 65자, 한자 29자입니다. 그 뒤에 있는 말은 읽히지 않습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: title links are truncated as needed',
      url: 'https://developers.google.com/search/docs/appearance/title-link',
    },
    {
      authority: 'convention',
      title: 'Yoast SEO: titles of up to 600 pixels',
      url: 'https://yoast.com/page-titles-seo/',
    },
  ],
  presets: { recommended: 'warn', strict: ['warn', { minEm: 8 }], seo: ['error', { minEm: 8 }] },
  score: { category: 'seo', weight: 7 },
  options: {
    maxEm: number(
      29,
      {
        en: 'Width in em from which a title may be cut (29 em are about 580 pixels)',
        ko: '제목이 잘릴 수 있는 너비(em). 29em은 약 580픽셀',
      },
      { minimum: 1 },
    ),
    hardEm: number(
      30,
      {
        en: 'Width in em from which a title is most likely cut; up to it a warning at most',
        ko: '제목이 거의 확실히 잘리는 너비(em). 그 전까지는 경고까지만',
      },
      { minimum: 1 },
    ),
    minEm: number(
      0,
      {
        en: 'Width in em below which a title says too little; a warning at most',
        ko: '제목이 너무 짧다고 보는 너비(em). 경고까지만',
      },
      { minimum: 0 },
    ),
    suffix: text('', {
      en: 'What the theme puts behind every title, such as “ - My blog”',
      ko: '테마가 모든 제목 뒤에 붙이는 말. 예: “ - 내 블로그”',
    }),
  },
  messages: {
    wide: {
      en: 'The title is {width} em wide, so search results may cut it at {limit} em. Shorten it or put what matters first.',
      ko: '제목 너비가 {width}em이라 검색 결과에서 {limit}em 뒤가 잘릴 수 있습니다. 줄이거나 중요한 말을 앞에 두세요.',
    },
    narrow: {
      en: 'The title is only {width} em wide; {limit} em leave room to say what the post is about. Add to it.',
      ko: '제목 너비가 {width}em뿐입니다. {limit}em 정도면 글의 내용을 더 말할 수 있습니다. 덧붙이세요.',
    },
  },
  check({ post, options, report }) {
    const { title } = post.front
    if (!title || title.value.trim() === '' || post.isTemplate(title.value) || /\{\{|\{%/.test(title.value))
      return undefined
    // The title of a built page has its suffix already: it does no harm if the site's name is cut.
    const em = widthInEm(title.entry ? plainText(title.value) + options.suffix : withoutSite(plainText(title.value)))
    const width = rounded(em)
    if (em > options.maxEm) {
      report(
        title.valueRange,
        'wide',
        { width, limit: options.maxEm },
        { severity: em > options.hardEm ? undefined : 'warn' },
      )
    } else if (em < options.minEm)
      report(title.valueRange, 'narrow', { width, limit: options.minEm }, { severity: 'warn' })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길을 걷는 봄 산책, 정동길에서 시작하는 한 시간\n---\n\n<p>정동길.</p>\n',
      '---\ntitle: Why the tram stopped for eleven days in the middle of a summer\n---\n\n<p>The tram.</p>\n',
      '<!doctype html>\n<title>Why the tram stopped for eleven days in the middle of summer - The Harbour News</title>\n<p>The tram.</p>\n',
      '---\ntitle: 早市\n---\n\n<p>清晨五点。</p>\n',
      {
        post: '+++\ntitle = "築地の場内市場を、朝五時から歩いてみた一日の記録と地図です。"\n+++\n\n朝五時。\n',
        options: { maxEm: 35 },
      },
    ],
    bad: [
      {
        post: '---\ntitle: ⟦덕수궁 돌담길을 걷는 봄 산책, 정동길에서 시작해 광화문까지 한 시간 동안 걸어 보았습니다⟧\n---\n\n<p>정동길.</p>\n',
        messages: ['wide'],
      },
      {
        post: '+++\ntitle = "⟦築地の場内市場を、朝五時から歩いてみた一日の記録と地図です。⟧"\n+++\n\n朝五時。\n',
        options: { hardEm: 40 },
        messages: ['wide'],
      },
      {
        post: '---\ntitle: ⟦Why the tram stopped for eleven days⟧\n---\n\n<p>The tram.</p>\n',
        options: { suffix: ' | News of the harbour and the town' },
        messages: ['wide'],
      },
      { post: '---\ntitle: ⟦Trams⟧\n---\n\n<p>The tram.</p>\n', options: { minEm: 8 }, messages: ['narrow'] },
    ],
  },
})
