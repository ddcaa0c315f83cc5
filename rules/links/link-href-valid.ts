import { isIntended, mending } from '../../src/analysis/links/href-mending.ts'
import { hrefProblem } from '../../src/analysis/links/href-problem.ts'
import { linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'

/** Enough of an address to know it by. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

export default rule({
  summary: { en: 'Every link has an address that works.', ko: '링크 주소는 열 수 있는 주소여야 합니다.' },
  why: {
    en: 'A link with an empty, unfinished or misspelt address leads nowhere, and search engines cannot follow it.',
    ko: '비었거나 쓰다 말았거나 잘못 쓴 주소로는 아무 데도 갈 수 없고, 검색 엔진도 따라가지 못합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'URL Standard: URL writing',
      url: 'https://url.spec.whatwg.org/#url-writing',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: make your links crawlable',
      url: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'links', weight: 10 },
  fixable: 'safe',
  group: 'same',
  options: {
    allowHash: flag(false, { en: 'Accept `#` alone as an address', ko: '`#`뿐인 주소를 허용함' }),
  },
  messages: {
    empty: {
      en: 'The link has no address, so it only reloads the page. Fill in `href`.',
      ko: '링크 주소가 비어 있어 누르면 페이지만 다시 열립니다. `href`를 채우세요.',
    },
    hash: {
      en: '“#” leads nowhere but to the top of the page. Write the address, or `#top` if that is meant.',
      ko: '“#”은 페이지 맨 위로만 갑니다. 주소를 쓰고, 맨 위로 가는 링크라면 `#top`으로 쓰세요.',
    },
    script: {
      en: '“{address}” is no address: search engines cannot follow it. Write one, or use a <button>.',
      ko: '“{address:은/는}” 주소가 아니어서 검색 엔진이 따라갈 수 없습니다. 주소를 쓰거나 <button>을 쓰세요.',
    },
    file: {
      en: '“{address}” is a file on your own computer, which readers do not have. Write its address on the web.',
      ko: '“{address:은/는}” 내 컴퓨터의 파일이라 독자가 열 수 없습니다. 웹 주소를 쓰세요.',
    },
    local: {
      en: '{address} is your own computer: readers get nothing there. Write the address on the web.',
      ko: '{address:은/는} 내 컴퓨터라 독자에게는 열리지 않습니다. 웹 주소를 쓰세요.',
    },
    mail: {
      en: '“{address}” holds no valid mail address. Write mailto:name@domain.',
      ko: '“{address}”에 올바른 메일 주소가 없습니다. mailto:이름@도메인 꼴로 쓰세요.',
    },
    phone: {
      en: '“{address}” holds no phone number. Write it after the colon.',
      ko: '“{address}”에 전화번호가 없습니다. 쌍점 뒤에 번호를 쓰세요.',
    },
    scheme: {
      en: 'The address starts with “{address}”, which is misspelt or written twice. Write http:// or https:// once.',
      ko: '주소가 “{address:으로/로}” 시작합니다. 잘못 썼거나 두 번 쓴 것이니 http:// 또는 https://를 한 번만 쓰세요.',
    },
    slashes: {
      en: 'After “http:” or “ftp:” an address takes exactly two slashes, or browsers may look for a file of your own site.',
      ko: '“http:”나 “ftp:” 뒤에는 빗금이 꼭 두 개 있어야 합니다. 아니면 내 사이트의 파일로 읽힐 수 있습니다.',
    },
    bare: {
      en: 'Without “https://” (or “mailto:”) browsers take “{address}” for a file of your own site. Write it in full.',
      ko: '“https://”(또는 “mailto:”)가 없어 “{address:이/가}” 내 사이트의 파일로 읽힙니다. 앞부분까지 쓰세요.',
    },
    markdown: {
      en: 'The address holds “](”: Markdown brackets were left in it. Write the address alone.',
      ko: '주소에 Markdown 괄호 “](”가 남아 있습니다. 주소만 쓰세요.',
    },
    quotes: {
      en: 'Quotation marks belong to this address, so it leads nowhere. Use straight quotes around it, or none in Markdown.',
      ko: '따옴표까지 주소로 읽혀 열리지 않습니다. 곧은 따옴표로 감싸고, Markdown에서는 빼세요.',
    },
    space: {
      en: 'White space or an invisible character in the address may break it. Remove it, or write a space as %20.',
      ko: '주소에 공백이나 보이지 않는 문자가 있어 열리지 않을 수 있습니다. 지우거나, 공백은 %20으로 쓰세요.',
    },
    character: {
      en: '“{address}” must not stand in an address. Correct it, or write it percent-encoded.',
      ko: '주소에는 “{address:을/를}” 쓸 수 없습니다. 고치거나 퍼센트 인코딩으로 쓰세요.',
    },
    credentials: {
      en: 'The address gives away a user name or password before “@”. Remove it; a mail address needs mailto:.',
      ko: '주소의 “@” 앞에 사용자 이름이나 비밀번호가 있습니다. 지우고, 메일 주소라면 mailto:를 쓰세요.',
    },
    host: {
      en: '“{address}” is not a complete address: its host name is missing or impossible. Correct it.',
      ko: '“{address:은/는}” 호스트 이름이 없거나 잘못된 주소입니다. 고치세요.',
    },
  },
  check: ({ post, options, report }) => ({
    element: {
      'a,area'(node) {
        const href = attributeOf(node, 'href')
        const problem = href === undefined ? undefined : hrefProblem(href)
        if (!problem || (problem.kind === 'hash' && options.allowHash)) return
        const target = linkTargetOf(post, node)
        if (!target || isIntended(post, node, problem)) return
        const { kind, detail, isHarmless } = problem
        const severity = isHarmless && ({ severity: 'info' } as const)
        report(target.place, kind, { address: short(detail) }, { ...mending(post, node, target, problem), ...severity })
      },
    },
  }),
  examples: {
    good: [
      '<p><a href="/guide/">안내</a> <a href="#top">위로</a> <a id="here">이름표</a> <a href=" /map ">약도</a></p>\n',
      '<p><a href="mailto:ada@blog.example?subject=Hi">Mail</a> <a href="mailto:?body=Look">Share</a> <a href="tel:+82-2-1234-5678">전화</a></p>\n',
      '<p><a href="#" role="button">Menu</a> <a href="#" data-toggle="collapse">More</a> <a href="{{ page.link }}">案内</a></p>\n',
      'Open <http://localhost:4000> and see [한글 주소](https://ko.wikipedia.org/wiki/한글_(문자)) and [a filter](/list?tag[]=a|b).\n',
      'ホスト名 www.a-b.jp\\0.net と https://제주.com에서 [도배](https://www.제주도배.com)까지\n',
      '<p><a href="javascript:(function(){document.body.style.fontSize=\'2em\'})()">Larger text</a>: drag it to the bookmarks.</p>\n',
      { post: '<p><a href="#">準備中</a></p>\n', options: { allowHash: true } },
    ],
    bad: [
      {
        post: '<p><a ⟦href=""⟧>안내</a> <a ⟦href="#"⟧>약도</a> <a ⟦href="javascript:void(0)"⟧>신청</a></p>\n',
        messages: ['empty', 'hash', 'script'],
      },
      {
        post: '<p><a ⟦href="http:/weather.go.kr/"⟧>날씨</a> <a ⟦href="htps://a.kr"⟧>A</a> <a ⟦href="www.korea.kr"⟧>정책</a></p>\n',
        fixed:
          '<p><a href="http://weather.go.kr/">날씨</a> <a href="htps://a.kr">A</a> <a href="www.korea.kr">정책</a></p>\n',
        messages: ['slashes', 'scheme', 'bare'],
      },
      {
        post: 'See [the map](⟦C:\\Users\\me\\map.png⟧), [the tides](⟦“https://tides.info”⟧) and <a ⟦href="[tides](https://a.info)"⟧>the list</a>.\n',
        messages: ['file', 'quotes', 'markdown'],
      },
      {
        post: '<p><a ⟦href="mailto:ada"⟧>Ada</a> <a ⟦href="tel:"⟧>電話</a> <a ⟦href="http://me:secret@host.info/"⟧>入口</a> <a ⟦href="http://localhost:4000/map"⟧>地図</a></p>\n',
        messages: ['mail', 'phone', 'credentials', 'local'],
      },
      {
        post: '<p><a ⟦href="/our trip.html"⟧>旅行</a> <a ⟦href="photos\\lake.html"⟧>湖</a> <a ⟦href="https://"⟧>更多</a></p>\n',
        messages: ['space', 'character', 'host'],
      },
    ],
  },
})
