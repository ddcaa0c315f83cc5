import type { Element } from 'hast'
import { linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { relWords } from '../../src/analysis/links/link-types.ts'
import { linkLanguages } from '../../src/analysis/links/links.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { accessibleName } from '../../src/analysis/markup/accessible-name.ts'
import { int, list, record } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { widthInEm } from '../../src/language/display-em.ts'
import { genericTextsWith, plainLinkText } from '../../src/language/generic-link-texts.ts'
import { primarySubtag } from '../../src/language/host.ts'
import { attributeOf, blocks, codeLike, elementsIn } from '../../src/post/elements.ts'

/** What a link may lead to without being asked what it says: other places of the page, programs, what nobody vouches for. */
const isJudged = (node: Element, href: string): boolean => {
  const { kind } = addressOf(href)
  const isUnfollowed = relWords((attributeOf(node, 'rel') ?? '').toLowerCase()).includes('nofollow')
  return (kind === 'web' || kind === 'relative') && !isUnfollowed
}

/** A term such as the keyword `this` or the event `click`: set as code, or the very name of the page. */
const isTerm = (text: string, href: string, node: Element, parents: Parents): boolean => {
  const inside = [...elementsIn(node)]
  if ([...inside, ...parents].some((around) => around.type === 'element' && codeLike.has(around.tagName))) return true
  const name = href.split(/[?#/]/).findLast((part) => part !== '') ?? ''
  return href.replace(/\/$/, '').endsWith(`/${name}`) && name.replace(/^:/, '').toLowerCase() === text
}

/** A link around blocks is a card: its text is what the card holds. */
const isCard = (node: Element): boolean => [...elementsIn(node)].some(({ tagName }) => blocks.has(tagName))

export default rule({
  summary: { en: 'Link texts say what the link leads to.', ko: '링크 텍스트만 읽어도 대상을 알 수 있습니다.' },
  why: {
    en: 'Screen readers list the links of a page without the text around them, readers look for links first, and search engines learn from link texts what a page is about. “here” tells none of them anything.',
    ko: '스크린 리더는 주변 글 없이 링크만 모아 읽고, 독자도 링크부터 훑으며, 검색 엔진은 링크 텍스트로 대상을 파악합니다. “여기”로는 아무것도 알 수 없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique G91; failure F84 (“click here”, “more”)',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F84',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: anchor text placement',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable#anchor-text',
    },
  ],
  presets: {
    recommended: 'warn',
    strict: ['warn', { maxEm: 50 }],
    seo: ['warn', { maxEm: 50 }],
    accessibility: 'error',
  },
  score: { category: 'accessibility', weight: 7 },
  options: {
    phrases: record<readonly string[]>(
      {},
      { en: 'Further texts that say nothing, by language', ko: '뜻이 없는 링크 텍스트로 볼 문구를 언어별로 추가함' },
      list([], { en: 'Texts', ko: '문구' }),
    ),
    maxEm: int(
      0,
      {
        en: 'Widest link text in em (about 2 Latin letters, 1 Korean or Chinese character each); 0 for any width',
        ko: '링크 텍스트의 최대 너비(em). 한글 한 글자, 로마자 두 글자가 1em쯤이며 0이면 제한 없음',
      },
      { minimum: 0 },
    ),
  },
  messages: {
    generic: {
      en: '“{text}” does not say where the link leads. Make the words that name the target the link.',
      ko: '“{text}”만으로는 링크가 어디로 가는지 알 수 없습니다. 대상을 나타내는 말에 링크를 거세요.',
    },
    long: {
      en: 'The link text is longer than a reader takes in at a glance ({width} em, at most {limit}). Link only what names the target.',
      ko: '링크 텍스트가 한눈에 읽기에는 깁니다({width}em, 최대 {limit}em). 대상을 나타내는 말에만 링크를 거세요.',
    },
  },
  check({ post, options, report }) {
    const isGeneric = genericTextsWith(options.phrases)
    let languages: ReadonlyMap<Element, string> | undefined
    return {
      element: {
        a(node, parents) {
          const { text, isOpen } = accessibleName(post, node)
          if (isOpen || text === '') return
          const said = plainLinkText(text)
          languages ??= linkLanguages(post)
          const language = attributeOf(node, 'lang') ?? languages.get(node) ?? post.language
          const saysNothing = isGeneric(said, primarySubtag(language))
          // Nearly every link is done with here.
          if (!saysNothing && options.maxEm === 0) return
          const target = linkTargetOf(post, node)
          if (!target || !isJudged(node, target.href)) return
          const place = post.place(node, parents)
          if (saysNothing) {
            if (isTerm(said, target.href, node, parents)) return
            // A title that says more supplements the text.
            const title = plainLinkText(attributeOf(node, 'title') ?? '')
            if (title === '' || isGeneric(title, 'und')) report(place, 'generic', { text })
          } else if (!isCard(node)) {
            const width = Math.round(widthInEm(text))
            if (width > options.maxEm) report(place, 'long', { width, limit: options.maxEm })
          }
        },
      },
    }
  },
  examples: {
    good: [
      '<p><a href="/refund/">환불 규정</a>은 <a href="#fees">여기</a>에 있습니다. <a href="/here" title="환불 규정 전문">여기</a></p>\n',
      '<p><a href="/tides" aria-label="Tides of May">Read more</a> <a href="https://a.info" rel="nofollow">here</a></p>\n',
      '<p><a href="/go">Go</a>, <a href="/more-utopia">More’s Utopia</a>, <a href="mailto:ada@a.info">here</a></p>\n',
      'In a listener [`this`](/docs/Functions#scope) is the element; see [this](/docs/Operators/this).\n',
      '[築地の朝](/tsukiji) と [{{ page.next }}](/next)\n',
    ],
    bad: [
      {
        post: '<p>환불 규정은 ⟦<a href="/refund/">여기를 클릭</a>⟧, 요금은 ⟦<a href="/fees"><b>자세히 보기 &gt;</b></a>⟧</p>\n',
        messages: ['generic', 'generic'],
      },
      { post: 'The timetable is ⟦[here](https://trains.info/may)⟧. ⟦[Read more...](/may)⟧\n' },
      {
        post: '<p>詳しくは⟦<a href="/access">こちら</a>⟧をご覧ください。</p>\n<p lang="zh">请⟦<a href="/list">点击这里</a>⟧</p>\n',
      },
      { post: '<p>⟦<a href="/map"><img src="map.png" alt="link"></a>⟧</p>\n', messages: ['generic'] },
      {
        post: '<p>⟦<a href="/a">눌러</a>⟧ ⟦<a href="/b">이 축제는 해마다 오월에 강가에서 열리며 올해는 모두 서른 팀이 나와 저마다의 노래를 들려준다</a>⟧</p>\n',
        options: { phrases: { ko: ['눌러'] }, maxEm: 30 },
        messages: ['generic', 'long'],
      },
    ],
  },
})
