import { isoDay, oneDay, readDate } from '../../src/analysis/fields/dates.ts'
import { articlesOf, textIn } from '../../src/analysis/page/articles.ts'
import { memberOf } from '../../src/analysis/page/json.ts'
import { metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { list, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { primarySubtag } from '../../src/language/host.ts'
import { comparable, similarity } from '../../src/language/similarity.ts'
import { attributeOf, elementsIn, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Every title that a reader or a search engine sees: of the page, of the front matter, of the first heading. */
const titlesOf = (post: Post): readonly string[] => {
  const head = pageHeadOf(post)
  const shared = head ? metasNamed(head, 'og:title').map(({ element }) => attributeOf(element, 'content') ?? '') : []
  const headings = [...elementsIn(post.tree)].filter(({ tagName }) => tagName === 'h1').map(textOf)
  const own = (post.front.title?.all ?? []).map(({ value }) => value)
  const all = [
    ...own,
    ...shared,
    ...(head?.titles.map(({ element }) => textOf(element.children[0] ?? element)) ?? []),
    ...headings,
  ]
  return all.filter((title) => title.trim() !== '').some(post.isTemplate)
    ? []
    : all.filter((title) => title.trim() !== '').map(comparable)
}

/** A headline may be a shorter or a longer form of the title. */
const isLike = (headline: string, title: string, threshold: number): boolean =>
  title.includes(headline) || headline.includes(title) || similarity(headline, title) >= threshold

/** When the post says that it was published. */
const publishedOf = (post: Post): readonly string[] => {
  const head = pageHeadOf(post)
  const metas = head ? metasNamed(head, 'article:published_time') : []
  return [post.front.date?.value ?? '', ...metas.map(({ element }) => attributeOf(element, 'content') ?? '')]
}

export default rule({
  summary: { en: 'Structured data says what the page says.', ko: '구조화된 데이터는 페이지의 내용과 같아야 합니다.' },
  why: {
    en: 'Google wants structured data to describe what readers see. A headline, date or language of another post is mostly left over from a copy, and may cost the page its rich results.',
    ko: 'Google은 구조화된 데이터가 독자가 보는 내용과 같기를 요구합니다. 다른 글의 제목·날짜·언어는 대개 복사하다 남은 것이며, 리치 결과에서 빠질 수 있습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: general structured data guidelines',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/sd-policies',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    threshold: number(
      0.6,
      { en: 'How alike headline and title must be, from 0 to 1', ko: 'headline과 제목이 비슷해야 하는 정도(0~1)' },
      { minimum: 0, maximum: 1 },
    ),
    types: list(['Article', 'BlogPosting', 'NewsArticle'], { en: 'Types that are articles', ko: '글로 볼 유형' }),
  },
  messages: {
    headline: {
      en: 'The headline is unlike the page’s title “{title}”. Make them agree.',
      ko: 'headline이 페이지 제목 “{title:과/와}” 다릅니다. 맞추세요.',
    },
    date: {
      en: 'datePublished is {found}, but the post says {date}. Make them agree.',
      ko: 'datePublished는 {found}인데 글의 날짜는 {date}입니다. 맞추세요.',
    },
    order: {
      en: 'dateModified lies before datePublished. Correct one of them.',
      ko: 'dateModified가 datePublished보다 앞섭니다. 한쪽을 고치세요.',
    },
    language: {
      en: 'inLanguage is “{found}”, but the page is in “{language}”. Make them agree.',
      ko: 'inLanguage는 “{found}”인데 페이지의 언어는 “{language}”입니다. 맞추세요.',
    },
    twice: {
      en: 'A second {type} for the page: search engines cannot tell which one it is. Keep one.',
      ko: '{type:이/가} 또 있어 어느 것이 이 페이지인지 알 수 없습니다. 하나만 남기세요.',
    },
  },
  check({ post, options, report }) {
    if (!post.source.includes('ld+json')) return undefined
    const articles = articlesOf(post, options.types)
    // Lists of posts describe many.
    if (articles.length === 0 || articles.length > 2) return undefined
    const [{ node }, second] = articles as [(typeof articles)[0], (typeof articles)[0] | undefined]
    const isSame = second && textIn(second.node, 'headline') === textIn(node, 'headline')
    if (second && isSame && textIn(second.node, '@id') !== textIn(node, '@id')) {
      report(second.place, 'twice', { type: second.type })
    } else if (second && !isSame) return undefined

    const headline = memberOf(node, 'headline')
    const titles = titlesOf(post)
    if (headline?.kind === 'text' && headline.value.trim() !== '' && titles[0] !== undefined) {
      const text = comparable(headline.value)
      const isKnown = titles.some((title) => isLike(text, title, options.threshold))
      if (!isKnown) report(headline, 'headline', { title: titles[0] })
    }
    const published = memberOf(node, 'datePublished')
    const found = readDate(published?.kind === 'text' ? published.value : '')
    if (published && found.kind === 'date') {
      const own = publishedOf(post).flatMap((text) => {
        const date = readDate(text)
        return date.kind === 'date' ? [date] : []
      })
      // A day more or less may be the zone's.
      if (own.length > 0 && own.every(({ instant }) => Math.abs(instant - found.instant) > oneDay)) {
        report(published, 'date', { found: isoDay(found), date: isoDay(own[0]!) })
      }
      const modified = memberOf(node, 'dateModified')
      const later = readDate(modified?.kind === 'text' ? modified.value : '')
      if (modified && later.kind === 'date' && found.instant - later.instant > oneDay) report(modified, 'order', {})
    }
    const language = memberOf(node, 'inLanguage')
    const html = pageHeadOf(post)?.html
    const declared = (html && attributeOf(html, 'lang')) ?? post.front.lang?.value
    if (language?.kind === 'text' && language.value !== '' && declared && !post.isTemplate(declared)) {
      if (primarySubtag(language.value) !== primarySubtag(declared)) {
        report(language, 'language', { found: language.value, language: declared })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html lang="ko"><head><title>덕수궁 돌담길 산책 | 산책 일기</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "BlogPosting", "headline": "덕수궁 돌담길 산책", "inLanguage": "ko-KR"}</script></head></html>\n',
      '---\ntitle: Tides of May\ndate: 2024-05-02\n---\n<p>High water at noon.</p>\n<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", "headline": "The tides of May", "datePublished": "2024-05-01T23:30:00Z"}</script>\n',
      {
        post: '---\ntitle: 築地の朝\n---\n<p>五時に着いた。</p>\n<script type="application/ld+json">{"@context": "https://schema.org", "@type": "TechArticle", "headline": "A morning at Tsukiji"}</script>\n',
        options: { types: ['TechArticle'], threshold: 0 },
      },
    ],
    bad: [
      {
        post: '---\ntitle: 덕수궁 돌담길 산책\ndate: 2024-05-02\n---\n<p>정동길에서 시작합니다.</p>\n<script type="application/ld+json">{"@context": "https://schema.org", "@type": "BlogPosting", "headline": ⟦"여의도 벚꽃 축제 일정"⟧, "datePublished": ⟦"2023-04-01"⟧, "dateModified": ⟦"2022-04-01"⟧}</script>\n',
        messages: ['headline', 'date', 'order'],
      },
      {
        post: '<!doctype html>\n<html lang="ja"><head><title>築地の朝</title><script type="application/ld+json">[{"@context": "https://schema.org", "@type": "Article", "headline": "築地の朝", "inLanguage": ⟦"en"⟧}, {"@context": "https://schema.org", "@type": ⟦"NewsArticle"⟧, "headline": "築地の朝", "@id": "#2"}]</script></head></html>\n',
        messages: ['language', 'twice'],
      },
    ],
  },
})
