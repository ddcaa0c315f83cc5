import { rule } from '../../src/engine/rule.ts'
import { languageAgainst, untranslatedFields } from '../../src/language/field-language.ts'
import { primarySubtag } from '../../src/language/host.ts'

export default rule({
  summary: {
    en: 'Title, summary and body are in one language.',
    ko: '제목, 요약, 본문의 언어가 서로 같습니다.',
  },
  why: {
    en: 'Search results and feeds show the title and the summary. Readers who cannot read them do not come, and those who can find a text that they cannot read. Usually one of the two was not translated.',
    ko: '검색 결과와 피드에는 제목과 요약이 나타납니다. 본문과 언어가 다르면 읽을 수 있는 독자는 들어오지 않고, 들어온 독자는 본문을 읽지 못합니다. 대개 한쪽만 번역된 경우입니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: Managing multi-regional and multilingual sites',
      url: 'https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'content', weight: 7 },
  group: 'all',
  messages: {
    differs: {
      en: '“{key}” is in another language than the body ({own}, {body}). Translate one of them.',
      ko: '“{key}” 항목과 본문의 언어가 다릅니다({own}, {body}). 한쪽을 번역하세요.',
    },
    declared: {
      en: '“{key}” says that the post is in “{own}”, but its text is in “{body}”. Correct it.',
      ko: '“{key}” 값은 “{own}”인데 본문은 “{body}”입니다. 고치세요.',
    },
  },
  check({ post, report }) {
    const fields = untranslatedFields(post)
    for (const { unit, language, bodyLanguage } of fields) {
      report(unit.extent, 'differs', { key: unit.key ?? unit.kind, own: language, body: bodyLanguage })
    }
    // `html[lang]` is `page-lang`'s, and a field in the declared language says the same already.
    const { lang } = post.front
    const own = primarySubtag(lang?.entry ? lang.value : '')
    if (!lang || !/^[a-z]{2,3}$/.test(own) || fields.some(({ language }) => language === own)) return undefined
    const body = languageAgainst(post, own)
    if (body) report(lang.valueRange, 'declared', { key: lang.key, own, body })
    return undefined
  },
  examples: {
    good: [
      `---\ntitle: Docker Compose 입문\nexcerpt: 컨테이너를 함께 띄우는 방법을 정리합니다.\n---\n<p>${'이 글에서는 컨테이너를 함께 띄우는 방법을 차례로 설명합니다. '.repeat(8)}</p>\n`,
      `---\ntitle: Living Documentation\n---\n<p>${'この本を読んで、文書を育てる方法について考えました。'.repeat(10)}</p>\n`,
      `---\ntitle: 안녕하세요\n---\n<p>A short note.</p>\n`,
      `---\ntitle: 캠퍼스 안내\nlang: ko\n---\n<p>${'학교는 언덕 위에 있고, 도서관은 정문에서 걸어서 오 분 거리에 있습니다. 식당은 그 옆입니다. '.repeat(2)}</p>\n<blockquote>${'<p>The library opens at nine and closes at ten in the evening, also on Sundays.</p>'.repeat(20)}</blockquote>\n`,
      `---\ntitle: Ссылки недели\n---\n<ul>${'<li><a href="https://example.com/">How to measure the size of a web page</a></li>'.repeat(8)}</ul>\n<p>Хорошей недели!</p>\n`,
    ],
    bad: [
      {
        post: `---\ntitle: ⟦부산 여름 축제 일정 총정리⟧\n---\n<p>${'夏の祭りは七月の終わりに始まり、海辺の広場で音楽会が開かれます。'.repeat(8)}</p>\n`,
      },
      {
        post: `---\ntitle: ⟦서울 야시장 안내⟧\nexcerpt: ⟦올해 야시장의 위치와 시간을 소개합니다.⟧\n---\n<p>${'The night market opens at six and offers food from all over the country. '.repeat(5)}</p>\n`,
        messages: ['differs'],
      },
      {
        post: `---\ntitle: 돌담길\nlang: ⟦en⟧\n---\n<p>${'정동길에서 시작해 돌담을 따라 걷습니다. '.repeat(15)}</p>\n`,
        messages: ['declared'],
      },
    ],
  },
})
