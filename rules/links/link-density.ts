import type { Element } from 'hast'
import { autolinkOf, isHandedOut, type Link, linksOf } from '../../src/analysis/links/links.ts'
import { sourceSections } from '../../src/analysis/links/references.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isRunningText } from '../../src/post/body-text.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import { contains, type Range } from '../../src/post/range.ts'

/** Characters that say as much as one word, in languages that are counted in characters. */
const charactersPerWord = 2
/** Fewer links are no crowd, however short the text. */
const fewLinks = 5

/** Links out of the text: to other pages, with words of their own rather than an address that a generator may link. */
const textLinks = (post: Post, unit: TextUnit): readonly Link[] =>
  linksOf(unit).filter(({ element, start, end }) => {
    const { kind } = addressOf(attributeOf(element, 'href') ?? '')
    if (autolinkOf(post, element) === 'bare') return false
    return (kind === 'web' || kind === 'relative') && /[\p{L}\p{N}]/u.test(unit.text.slice(start, end))
  })

const wordsOf = ({ text, language }: TextUnit): number => {
  const size = sizeOf(text, language)
  return countsCharacters(language) ? size / charactersPerWord : size
}

/** Whether nothing stands between two links, not even the end of a line. */
const touches = (post: Post, { text }: TextUnit, before: Link, link: Link): boolean => {
  if (text.slice(before.end, link.start).trim() !== '') return false
  const [from, to] = [post.range(before.element)?.end, post.range(link.element)?.start]
  return from === undefined || to === undefined || !/<br| {2}$/im.test(post.source.slice(from, to))
}

/** The first links of runs of links with nothing but white space between. */
const chainsOf = (post: Post, unit: TextUnit, least: number): readonly Element[] => {
  const found: Element[] = []
  let chain: Link[] = []
  for (const link of textLinks(post, unit)) {
    const before = chain.at(-1)
    if (before && !touches(post, unit, before, link)) chain = []
    chain = [...chain.slice(-least), link]
    if (chain.length === least) found.push(chain[0]!.element)
  }
  return found
}

const isListed = (sections: readonly Range[], { extent, parents }: TextUnit): boolean =>
  parents.some(({ tagName }) => tagName === 'li') || sections.some((section) => contains(section, extent))

const prose = (post: Post): readonly TextUnit[] => {
  const sections = sourceSections(post)
  return post.units.filter((unit) => isRunningText(unit) && !isHandedOut(unit.parents) && !isListed(sections, unit))
}

export default rule({
  summary: { en: 'Links stand in text, and there is more text than links.', ko: '링크는 글 속에 알맞게 둡니다.' },
  why: {
    en: 'Links next to each other cannot be told apart, and readers skip a text in which every other word is one. Search engines read the words around a link to understand it.',
    ko: '붙어 있는 링크는 구별하기 어렵고, 링크투성이인 글은 읽히지 않습니다. 검색 엔진은 링크 앞뒤의 말로 링크를 이해합니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: do not chain up links next to each other',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable#anchor-text',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  threshold: true,
  options: {
    perWords: int(
      25,
      {
        en: 'Fewest words of running text for each link in it; lists and references are not counted',
        ko: '본문에서 링크 하나에 필요한 최소 어절 수. 목록과 참고 문헌은 세지 않음',
      },
      { minimum: 1 },
    ),
    max: int(100, { en: 'Most links in the text', ko: '본문 링크의 최대 개수' }, { minimum: 1 }),
    chain: int(3, { en: 'So many links in a row are too many', ko: '잇달아 둘 수 없는 링크 수' }, { minimum: 2 }),
  },
  messages: {
    dense: {
      en: '{count} links in {words} words of running text: more than one in {limit}. Keep those that help the reader.',
      ko: '본문 {words}어절에 링크가 {count}개로, {limit}어절에 하나가 넘습니다. 도움이 되는 것만 남기세요.',
    },
    many: {
      en: '{count} links in the text; at most {limit}. Keep those that help the reader.',
      ko: '본문에 링크가 {count}개 있습니다(최대 {limit}개). 도움이 되는 것만 남기세요.',
    },
    chain: {
      en: '{limit} or more links in a row with nothing between. Put words around them, or make them a list.',
      ko: '링크 {limit}개 이상이 잇달아 있습니다. 사이에 설명을 쓰거나 목록으로 만드세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const units = prose(post)
      const places = (elements: readonly Element[]) => elements.map((element) => post.place(element))
      const links = places(units.flatMap((unit) => textLinks(post, unit).map(({ element }) => element)))
      const [first, ...others] = links
      const related = others.map((place) => ({ ...place, kind: 'place' as const }))
      const words = Math.round(units.reduce((sum, unit) => sum + wordsOf(unit), 0))
      if (first && links.length > options.max) {
        report(first, 'many', { count: links.length, limit: options.max }, { related })
      } else if (first && links.length >= fewLinks && links.length * options.perWords > words) {
        report(first, 'dense', { count: links.length, words, limit: options.perWords }, { related })
      }
      const [chain, ...chains] = places(units.flatMap((unit) => chainsOf(post, unit, options.chain)))
      if (chain) {
        const more = chains.map((place) => ({ ...place, kind: 'place' as const }))
        report(chain, 'chain', { limit: options.chain }, { related: more })
      }
    },
  }),
  examples: {
    good: [
      '<p>조석표는 <a href="/tides/">여기 정리한 표</a>에, 배 시간은 <a href="/boats/">선착장 안내</a>에 있습니다.</p>\n',
      '<ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li><li><a href="/3">Three</a></li><li><a href="/4">Four</a></li><li><a href="/5">Five</a></li></ul>\n',
      '## 参考\n\n[甲](/1) [乙](/2) [丙](/3) [丁](/4) [戊](/5)\n',
      '<p><a href="/form">문의 양식</a><br><a href="mailto:a@a.info">a@a.info</a><br><a href="tel:+82-2-1">02-1</a></p>\n<p><a href="/1">가</a><br><a href="/2">나</a><br><a href="/3">다</a></p>\n',
      '[![a](a.svg)](/a) [![b](b.svg)](/b) [![c](c.svg)](/c)\n',
    ],
    bad: [
      {
        post: '<p>⟦<a href="/1">One</a>⟧, ⟦<a href="/2">two</a>⟧, ⟦<a href="/3">three</a>⟧, ⟦<a href="/4">four</a>⟧ and ⟦<a href="/5">five</a>⟧ are small.</p>\n',
        options: { perWords: 10 },
        messages: ['dense'],
      },
      {
        post: '<p>⟦<a href="/1">하나</a>⟧와 ⟦<a href="/2">둘</a>⟧과 ⟦<a href="/3">셋</a>⟧</p>\n',
        options: { max: 2 },
        messages: ['many'],
      },
      { post: '近くの店: ⟦[魚](/1)⟧ [野菜](/2) [肉](/3)\n', options: { chain: 3 }, messages: ['chain'] },
    ],
  },
})
