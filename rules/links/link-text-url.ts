import { addressTextOf } from '../../src/analysis/links/address-text.ts'
import { autolinkOf, isLink, textLinksOf } from '../../src/analysis/links/links.ts'
import { isReference, sourceSections } from '../../src/analysis/links/references.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import { contains, type Range } from '../../src/post/range.ts'

const isNamePart = (code: number): boolean => code < 0x80 && /[\w.-]/.test(String.fromCharCode(code))

/** Domains that the post speaks of outside its links: names of things (`crates.io`) rather than addresses. */
const namesIn = (post: Post): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const { text, runs } of post.units) {
    for (const { start, end, inline } of runs) {
      if (inline.some(isLink)) continue
      for (let dot = text.indexOf('.', start); dot >= 0 && dot < end; ) {
        let from = dot
        while (from > start && isNamePart(text.charCodeAt(from - 1))) from--
        let to = dot + 1
        while (to < end && isNamePart(text.charCodeAt(to))) to++
        const word = text.slice(from, to)
        if (word.includes('.', 1)) names.add(word.replace(/\.$/, ''))
        dot = text.indexOf('.', to)
      }
    }
  }
  return names
}

/** What every generator makes a link of: not `www.…` alone, nor a host that runs on into words of another script. */
const isWholeAddress = (text: string): boolean => /^[a-z]+:\/\/[\w.-]+(?:[:/?#]|$)/i.test(text.trim())

export default rule({
  summary: {
    en: 'Link texts say where a link leads, not its address.',
    ko: '링크 텍스트에는 주소가 아니라 내용을 씁니다.',
  },
  why: {
    en: 'A screen reader spells an address out, a reader learns little from it, and search engines read link texts to learn what a page is about. A text that shows one site and leads to another looks like fraud.',
    ko: '스크린 리더는 주소를 한 글자씩 읽고, 독자는 주소만 보고는 내용을 알 수 없으며, 검색 엔진은 링크 텍스트로 대상 페이지를 파악합니다. 보이는 사이트와 실제 사이트가 다르면 사기처럼 보입니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique G91: link text that describes the purpose of a link',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G91',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: link best practices',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  options: {
    allowBareDomain: flag(false, {
      en: 'Accept a domain without scheme and path (`example.org`) as link text',
      ko: '스킴과 경로가 없는 도메인(`example.org`)을 링크 텍스트로 허용함',
    }),
  },
  messages: {
    url: {
      en: 'The link text is an address. Say what is behind the link.',
      ko: '링크 텍스트가 주소입니다. 링크 너머에 무엇이 있는지 쓰세요.',
    },
    domain: {
      en: 'The link text is a bare domain. Say what is behind the link.',
      ko: '링크 텍스트가 도메인뿐입니다. 링크 너머에 무엇이 있는지 쓰세요.',
    },
    deceptive: {
      en: 'The link text shows an address of another site than the link’s ({host}). Correct one of them.',
      ko: '링크 텍스트의 주소와 실제 주소({host})의 사이트가 다릅니다. 한쪽을 고치세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      let sections: readonly Range[] | undefined
      let names: ReadonlySet<string> | undefined
      for (const { unit, link } of textLinksOf(post)) {
        const href = attributeOf(link.element, 'href')
        if (href === undefined || post.isTemplate(href)) continue
        const text = unit.text.slice(link.start, link.end)
        const kind = addressTextOf(text.trim(), href)
        if (!kind || (kind === 'domain' && options.allowBareDomain)) continue
        if (kind !== 'deceptive' && autolinkOf(post, link.element) === 'bare' && !isWholeAddress(text)) continue
        const start = link.start + text.length - text.trimStart().length
        const place = unit.place(start, start + text.trim().length)
        if (kind === 'deceptive') {
          report(place, kind, { host: addressOf(href).url?.hostname ?? '' })
          continue
        }
        sections ??= sourceSections(post)
        if (kind === 'domain') {
          names ??= namesIn(post)
          if (names.has(text.trim())) continue
        }
        if (isReference(post, unit, link) || sections.some((section) => contains(section, place))) continue
        report(place, kind, {})
      }
    },
  }),
  examples: {
    good: [
      '<p>예매는 <a href="https://tickets.example.kr/">공식 예매 안내</a>에서 합니다.</p>\n',
      '출처: https://www.korea.kr/news\n\n- https://www.w3.org/TR/klreq/\n\n## 참고\n\n<https://github.com/w3c/klreq>와 그 논의\n',
      '<p>Rooms are on <a href="https://www.booking.com">Booking.com</a>; the server runs at <a href="http://localhost:4000">http://localhost:4000</a>.</p>\n',
      '- [github.com/ada/tides](https://github.com/ada/tides) -- 물때를 보여 주는 도구\n\n호스트는 www.가나다.kr의 하위 도메인입니다.\n\n新网址是 <https://tides.cn>。`www` 없는 https://tides.kr 도메인도 씁니다.\n',
      '<blockquote class="twitter-tweet"><p>Tides today <a href="https://t.co/Xh">https://t.co/Xh</a></p></blockquote>\n',
      'crates.io is where Rust keeps its packages. The new [crates.io](https://crates.io/) is faster.\n',
      '<p><a href="{{ page.link }}">https://www.w3.org/</a></p>\n',
      {
        post: '<p>날씨는 <a href="https://weather.go.kr">weather.go.kr</a>에 있습니다.</p>\n',
        options: { allowBareDomain: true },
      },
    ],
    bad: [
      {
        post: '<p>날씨 정보가 궁금하면 <a href="https://www.weather.go.kr/">⟦weather.go.kr⟧</a>를 봅니다.</p>\n',
        messages: ['domain'],
      },
      {
        post: 'The timetable on ⟦https://www.nationalrail.co.uk/stations⟧ changes in May.\n\n詳細は <⟦https://www.jreast.co.jp/multi/⟧> にあります。\n',
        messages: ['url', 'url'],
      },
      {
        post: '<p>请访问 <a href="https://evil-shop.net/login">⟦https://www.icbc.com.cn/⟧</a> 登录。</p>\n',
        messages: ['deceptive'],
      },
    ],
  },
})
