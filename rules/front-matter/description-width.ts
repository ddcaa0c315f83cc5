import { plainText } from '../../src/analysis/blocks/plain-text.ts'
import { descriptionOf } from '../../src/analysis/fields/description.ts'
import { number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { widthInEm } from '../../src/language/display-em.ts'

export default rule({
  summary: {
    en: 'Descriptions fill the space below a search result, and no more.',
    ko: '설명은 검색 결과의 설명란에 맞는 길이로 씁니다.',
  },
  why: {
    en: 'Search engines show about two lines and cut the rest, by width: about 156 Latin letters, 95 Hangul syllables or 70 Han characters. Google states no limit; it depends on the device.',
    ko: '검색 엔진은 두 줄쯤 보여 주고 나머지를 너비로 자릅니다. 대략 한글 95자, 로마자 156자, 한자 70자입니다. Google은 제한을 밝히지 않으며 기기에 따라 다릅니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: snippets are truncated to fit the device',
      url: 'https://developers.google.com/search/docs/appearance/snippet',
    },
    {
      authority: 'convention',
      title: 'Yoast SEO: meta descriptions of 120 to 156 characters',
      url: 'https://yoast.com/meta-descriptions/',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    minEm: number(
      35,
      { en: 'Least width in em (35 em are about 490 pixels)', ko: '최소 너비(em). 35em은 약 490픽셀' },
      { minimum: 0 },
    ),
    maxEm: number(
      70,
      { en: 'Largest width in em (70 em are about 980 pixels)', ko: '최대 너비(em). 70em은 약 980픽셀' },
      { minimum: 1 },
    ),
  },
  messages: {
    wide: {
      en: 'The description (“{key}”) is {width} em wide, so search results may cut it at about {limit} em. Shorten it or put what matters first.',
      ko: '설명(“{key}”)의 너비가 {width}em이라 검색 결과에서 {limit}em쯤부터 잘릴 수 있습니다. 줄이거나 중요한 말을 앞에 두세요.',
    },
    narrow: {
      en: 'The description (“{key}”) is only {width} em wide; search results have room for more than {limit} em. Say more.',
      ko: '설명(“{key}”)의 너비가 {width}em뿐입니다. 검색 결과에는 {limit}em보다 많이 들어가니 더 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const field = descriptionOf(post)
    if (!field) return undefined
    const em = widthInEm(plainText(field.value))
    const slots = { key: field.key, width: Math.round(em * 10) / 10 }
    if (em > options.maxEm) report(field.valueRange, 'wide', { ...slots, limit: options.maxEm })
    else if (em < options.minEm) report(field.valueRange, 'narrow', { ...slots, limit: options.minEm })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 돌담길\nexcerpt: 정동길에서 시작해 덕수궁 돌담길을 따라 걷는 한 시간, 봄에 걷기 좋은 길과 쉬어 갈 곳을 정리했습니다.\n---\n\n<p>정동길입니다.</p>\n',
      '---\ntitle: Lights\ndescription: We rode two winters with eleven bike lights and say which of them stay bright, dry and on the bike.\n---\n\n<p>Lights.</p>\n',
      '---\ntitle: 早市\nsubtitle: 清晨\n---\n\n<p>清晨五点。</p>\n',
      { post: '---\ntitle: Lights\ndescription: Two kinds.\n---\n\n<p>Lights.</p>\n', options: { minEm: 0 } },
    ],
    bad: [
      {
        post: '---\ntitle: 돌담길\nexcerpt: >\n  ⟦정동길에서 시작해 덕수궁 돌담길을 따라 걷는 한 시간, 봄에 걷기 좋은 길과 쉬어 갈 곳을 정리했습니다.\n  돌담 안쪽의 미술관과 바깥쪽의 오래된 교회, 그 사이에 숨은 찻집까지 천천히 둘러볼 수 있게 지도도 함께 실었습니다.⟧\n---\n\n<p>정동길입니다.</p>\n',
        messages: ['wide'],
      },
      {
        post: '+++\ntitle = "築地の朝"\ndescription = "⟦朝五時から歩いた市場の記録です。⟧"\n+++\n\n朝五時。\n',
        messages: ['narrow'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="description" content="⟦Two winters, eleven bike lights, one bright answer.⟧"></head><body></body></html>\n',
        options: { maxEm: 20 },
        messages: ['wide'],
      },
    ],
  },
})
