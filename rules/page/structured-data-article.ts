import { readDate } from '../../src/analysis/fields/dates.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { articlesOf, each, imageAddresses, saysSomething, textIn } from '../../src/analysis/page/articles.ts'
import { type JsonNode, memberOf } from '../../src/analysis/page/json.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'

/** Words that name an office, not a person or an organisation. */
const roles =
  /^(?:admin(?:istrator)?|author|editor|editorial(?: team)?|root|user|guest|staff|team|webmaster|blogger|writer|posted by|by|관리자|운영자|편집자|편집부|글쓴이|작성자|管理者|管理人|編集部|投稿者|作者|管理员|管理員|编辑|編輯|小编|админ(?:истратор)?|автор|редакция)$/i

/** Two names in one: `Ada Lovelace, Charles Babbage`, `Ada and Charles`. A company's `, Inc.` is part of its name. */
const isJoined = (name: string): boolean =>
  /[,;、，]|\s(?:and|und|et|y|e|и|및|와|과)\s|\s&\s/i.test(name) &&
  !/,\s*(?:inc|llc|ltd|co|corp|gmbh|s\.?a|jr|sr|ph\.?\s?d|m\.?d|esq|iii?)\b/i.test(name) &&
  name.split(/[,;、，&]|\s(?:and|und|et|y|e|и|및|와|과)\s/i).filter((part) => part.trim().length > 1).length > 1

const isOrganization = (node: JsonNode): boolean =>
  /organization|corporation|newsmedia/i.test(textIn(node, '@type') ?? '')

export default rule({
  summary: {
    en: 'An article’s structured data names what search engines ask for.',
    ko: '글의 구조화된 데이터에 검색 엔진이 요구하는 항목을 적습니다.',
  },
  why: {
    en: 'Google asks for no property of an Article, but recommends headline, image, dates and author: from them it takes the title, picture, date and byline that it shows. Each author stands alone, by name only.',
    ko: 'Google은 Article에 필수 속성을 두지 않지만 headline, image, 날짜, author를 권장하며, 검색 결과의 제목·그림·날짜·글쓴이를 여기서 얻습니다. 글쓴이는 한 사람씩 이름만 적습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: Article structured data',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/article',
    },
    { authority: 'standard', title: 'schema.org: Article', url: 'https://schema.org/Article' },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    types: list(['Article', 'BlogPosting', 'NewsArticle'], { en: 'Types that are articles', ko: '글로 볼 유형' }),
    recommended: list(['headline', 'image', 'datePublished', 'dateModified', 'author'], {
      en: 'Properties that every article should have',
      ko: '모든 글에 있어야 할 속성',
    }),
  },
  messages: {
    missing: {
      en: 'This {type} lacks {names}, which Google recommends. Add them.',
      ko: '{type}에 Google이 권장하는 {names:이/가} 없습니다. 추가하세요.',
    },
    date: {
      en: '“{name}” is no date in ISO 8601, so it is ignored. Write it as in 2024-05-02T09:00:00+09:00.',
      ko: '“{name:이/가}” ISO 8601 날짜가 아니어서 무시됩니다. 2024-05-02T09:00:00+09:00처럼 쓰세요.',
    },
    image: {
      en: 'An image in structured data needs a complete address. Write it with https:// and the host.',
      ko: '구조화된 데이터의 이미지는 전체 주소여야 합니다. https://와 호스트까지 쓰세요.',
    },
    role: {
      en: '“{name}” is no author’s name. Write the name alone; address and role have properties of their own.',
      ko: '“{name:은/는}” 글쓴이의 이름이 아닙니다. 이름만 쓰고, 주소와 직함은 다른 속성에 쓰세요.',
    },
    joined: {
      en: '“{name}” looks like several authors in one. Give each an object of their own.',
      ko: '“{name}”에 글쓴이가 여럿 들어 있는 것 같습니다. 한 사람씩 따로 적으세요.',
    },
  },
  check({ post, options, report }) {
    if (!post.source.includes('ld+json')) return undefined
    const judgeName = (name: JsonNode, isCompany: boolean): void => {
      if (name.kind !== 'text' || name.value.trim() === '') return
      const text = name.value.trim()
      if (roles.test(text) || /^(?:https?:\/\/|www\.|@)|^[^\s@]+@[^\s@]+$/.test(text))
        report(name, 'role', { name: text })
      else if (!isCompany && isJoined(text)) report(name, 'joined', { name: text })
    }
    for (const { node, type, place } of articlesOf(post, options.types)) {
      const missing = options.recommended.filter((name) => !saysSomething(memberOf(node, name)))
      if (missing.length > 0) report(place, 'missing', { type, names: missing.join(', ') })
      for (const name of ['datePublished', 'dateModified', 'dateCreated']) {
        const date = memberOf(node, name)
        if (date?.kind !== 'text' || date.value.trim() === '') continue
        const reading = readDate(date.value)
        if (reading.kind !== 'date' || reading.separator !== '-') report(date, 'date', { name })
      }
      for (const image of imageAddresses(memberOf(node, 'image'))) {
        const { kind } = addressOf(image.kind === 'text' ? image.value : '')
        if (kind === 'relative' || kind === 'invalid') report(image, 'image', {})
      }
      for (const author of each(memberOf(node, 'author'))) {
        if (author.kind === 'text') judgeName(author, false)
        for (const name of each(memberOf(author, 'name'))) judgeName(name, isOrganization(author))
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<script type="application/ld+json">\n{"@context": "https://schema.org", "@type": "BlogPosting", "headline": "덕수궁 돌담길 산책", "image": ["https://a.example/w.jpg"], "datePublished": "2024-05-02T09:00:00+09:00", "dateModified": "2024-05-03", "author": [{"@type": "Person", "name": "김하늘"}]}\n</script>\n',
      '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebSite", "name": "築地"}</script>\n',
      {
        post: '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "TechArticle", "author": {"@type": "Organization", "name": "Smith, Jones and Sons"}}</script>\n',
        options: { types: ['TechArticle'], recommended: ['author'] },
      },
    ],
    bad: [
      {
        post: '<script type="application/ld+json">\n{"@context": "https://schema.org", "@type": ⟦"Article"⟧, "headline": "산책", "datePublished": ⟦"May 2, 2024"⟧, "image": ⟦"/w.jpg"⟧}\n</script>\n',
        messages: ['missing', 'date', 'image'],
      },
      {
        post: '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "author": [{"@type": "Person", "name": ⟦"admin"⟧}, {"@type": "Person", "name": ⟦"Ada Byron, Charles Babbage"⟧}]}</script>\n',
        options: { recommended: [] },
        messages: ['role', 'joined'],
      },
    ],
  },
})
