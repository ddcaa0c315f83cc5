import { harmless, mendingOf, problemOf } from '../../src/analysis/images/address-problem.ts'
import { type ImageAddress, imageAddressesOf, needsSource } from '../../src/analysis/images/image-address.ts'
import { flag, int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'

const shortened = (url: string): string => (url.length > 60 ? `${url.slice(0, 59)}…` : url)

export default rule({
  summary: { en: 'Images have an address that works for every reader.', ko: '이미지 주소는 누구에게나 열려야 합니다.' },
  why: {
    en: 'An image whose address is missing, lies on the writer’s machine or expires is a broken image for everybody else. Browsers upgrade or block `http:` images on secure pages.',
    ko: '주소가 없거나, 글쓴이의 컴퓨터를 가리키거나, 기한이 있는 이미지는 다른 사람에게 깨져 보입니다. 보안 페이지에서 `http:` 이미지는 https로 바뀌어 요청되거나 차단됩니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the img element, src',
      url: 'https://html.spec.whatwg.org/multipage/embedded-content.html#attr-img-src',
    },
    {
      authority: 'standard',
      title: 'Mixed Content: upgrading and blocking',
      url: 'https://www.w3.org/TR/mixed-content/',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'structure', weight: 7 },
  fixable: 'safe',
  group: 'all',
  options: {
    maxDataBytes: int(
      10_240,
      { en: 'Most bytes in a data: address', ko: 'data: 주소의 최대 바이트 수' },
      { minimum: 0 },
    ),
    allowHttp: flag(false, { en: 'Allow http: addresses', ko: 'http: 주소를 허용함' }),
  },
  messages: {
    missing: {
      en: 'An image without `src` shows nothing. Add the address of the file.',
      ko: '`src`가 없는 이미지는 보이지 않습니다. 파일 주소를 추가하세요.',
    },
    srcset: {
      en: '`srcset` needs a `src` beside it, for what does not read `srcset`: feeds, older browsers, search engines. Add it.',
      ko: '`srcset`에는 `src`도 있어야 피드, 옛 브라우저, 검색 엔진이 이미지를 찾습니다. 추가하세요.',
    },
    size: {
      en: 'Browsers cannot read the size behind “{url}” in `srcset`, so they leave it out. Write widths (640w) or densities (2x), one kind for all.',
      ko: '`srcset`의 “{url}” 뒤에 적은 크기를 브라우저가 읽지 못해 건너뜁니다. 너비(640w)나 배율(2x) 중 한 가지로 통일해 쓰세요.',
    },
    empty: { en: 'An empty image address shows nothing. Fill it in.', ko: '이미지 주소가 비어 있습니다. 채우세요.' },
    local: {
      en: '“{url}” is on the writer’s own machine, so no reader sees the image. Use its address on the site.',
      ko: '“{url}”: 글쓴이의 컴퓨터에 있는 주소라 독자에게는 이미지가 보이지 않습니다. 사이트의 주소를 쓰세요.',
    },
    space: {
      en: 'White space in the address “{url}” is not allowed, and many programs cut it there. Write %20, or rename the file.',
      ko: '“{url}”: 주소에는 공백을 쓸 수 없고, 거기서 주소를 자르는 프로그램이 많습니다. %20으로 쓰거나 파일 이름을 바꾸세요.',
    },
    invalid: {
      en: '“{url}” is not a valid address, so the image cannot be loaded. Correct it.',
      ko: '“{url}”: 올바른 주소가 아니라서 이미지를 불러올 수 없습니다. 고치세요.',
    },
    relativeScheme: {
      en: 'An address that begins with “//” does not work in feeds, mail and files. Write https://.',
      ko: '“//”로 시작하는 주소는 피드, 메일, 파일에서 열리지 않습니다. https://로 쓰세요.',
    },
    http: {
      en: 'Browsers upgrade or block http: images on secure pages. Use https:, if the host has it.',
      ko: '보안 페이지에서 http: 이미지는 https로 요청되거나 차단됩니다. 호스트가 지원하면 https:를 쓰세요.',
    },
    expiring: {
      en: 'This address is signed for a limited time, after which the image is gone. Put the file on the site.',
      ko: '기한이 있는 서명 주소라서 시간이 지나면 이미지가 사라집니다. 파일을 사이트에 올리세요.',
    },
    data: {
      en: 'An image of {size} KB inside the page delays the text and is loaded anew each time. Make it a file.',
      ko: '{size}KB 이미지가 페이지 안에 들어 있어 본문이 늦게 뜨고 매번 다시 받습니다. 파일로 분리하세요.',
    },
  },
  check({ post, options, report }) {
    const isDraft = post.front.draft?.value === 'true'
    const judge = (address: ImageAddress): void => {
      const { url, place } = address
      const problem = problemOf(url, options)
      if (!problem) return
      const severity = harmless.has(problem) ? 'warn' : 'error'
      const details = { severity, ...mendingOf(problem, address) } as const
      const shown = { url: shortened(url) }
      if (problem === 'local' && isDraft) return
      if (problem === 'data') report(place, problem, { size: Math.round(url.length / 1024) }, details)
      else if (problem === 'local' || problem === 'space' || problem === 'invalid')
        report(place, problem, shown, details)
      else report(place, problem, {}, details)
    }
    return {
      element: {
        'img,source,video,input'(node, parents) {
          const { srcSet, poster } = node.properties
          const source = attributeOf(node, 'src')
          // Nearly every image has one address, and nothing is wrong with it.
          if (source !== undefined && srcSet === undefined && poster === undefined && !problemOf(source, options))
            return
          if (node.tagName === 'img' && needsSource(post, node)) {
            const tag = post.range(node, 'tag') ?? post.place(node, parents)
            const hasSet = attributeOf(node, 'srcSet') !== undefined
            report(tag, hasSet ? 'srcset' : 'missing', {})
          }
          for (const address of imageAddressesOf(post, node)) {
            judge(address)
            if (address.attribute === 'srcset' && !address.hasSize)
              report(address.place, 'size', { url: shortened(address.url) }, { severity: 'warn' })
          }
        },
      },
    }
  },
  examples: {
    good: [
      '<p><img src="/images/돌담길.jpg" srcset="/images/wall-2x.jpg 2x, /w,h/3x.jpg 3x" alt="돌담길"></p>\n',
      '<p><img data-src="lazy.jpg" alt="Boats"> <img src="{{ site.baseurl }}/a b.jpg" alt="A"> <img {{ attrs }} alt="B"></p>\n',
      '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><video poster="https://example.com/p.jpg"></video></p>\n',
      '---\ndraft: true\n---\n\n<p><img src="http://localhost:4000/a.png" alt="下書きの図"></p>\n',
      { post: '<p><img src="http://example.com/a.png" alt="A map"></p>\n', options: { allowHttp: true } },
      '![市場の地図](<地図 1.png>) ![Chart](chart.png?v=1 "Sales")\n',
    ],
    bad: [
      {
        post: '<p>⟦<img alt="돌담길">⟧ <img ⟦src=""⟧ alt="약도"> ⟦<img srcset="a.jpg 1x, b.jpg 2x" alt="다리">⟧</p>\n',
        fixed: '<p><img alt="돌담길"> <img src="" alt="약도"> <img srcset="a.jpg 1x, b.jpg 2x" alt="다리"></p>\n',
        messages: ['missing', 'empty', 'srcset'],
      },
      {
        post: '<p><img ⟦src="//cdn.example.com/a.png"⟧ alt="Harbour"> <img ⟦src="http://example.com/b.png"⟧ alt="Boats"></p>\n',
        fixed:
          '<p><img src="https://cdn.example.com/a.png" alt="Harbour"> <img src="http://example.com/b.png" alt="Boats"></p>\n',
        messages: ['relativeScheme', 'http'],
      },
      {
        post: '<p><img ⟦src="C:\\Users\\me\\a.png"⟧ alt="甲"> <img ⟦src="images\\b.png"⟧ alt="乙"> <img ⟦src="my photo.png"⟧ alt="丙"> <img ⟦src="http:/example.com/d.png"⟧ alt="丁"></p>\n',
        fixed:
          '<p><img src="C:\\Users\\me\\a.png" alt="甲"> <img src="images\\b.png" alt="乙"> <img src="my photo.png" alt="丙"> <img src="http:/example.com/d.png" alt="丁"></p>\n',
        messages: ['local', 'invalid', 'space'],
      },
      {
        post: '<p>図を見ます。</p>\n<p><img ⟦src="https://files.example.jp/a.png?X-Amz-Expires=60&X-Amz-Signature=1f"⟧ alt="図"> <img ⟦src="data:image/png;base64,iVBORw0KGgo="⟧ alt="点"></p>\n',
        fixed:
          '<p>図を見ます。</p>\n<p><img src="https://files.example.jp/a.png?X-Amz-Expires=60&X-Amz-Signature=1f" alt="図"> <img src="data:image/png;base64,iVBORw0KGgo=" alt="点"></p>\n',
        options: { maxDataBytes: 4 },
        messages: ['expiring', 'data'],
      },
      {
        post: '<p><img src="a.jpg" ⟦srcset="a.jpg 1x 2x"⟧ alt="다리"> <img src="b.jpg" srcset="b.jpg 320w, c.jpg 640w" alt="港"></p>\n',
        fixed:
          '<p><img src="a.jpg" srcset="a.jpg 1x 2x" alt="다리"> <img src="b.jpg" srcset="b.jpg 320w, c.jpg 640w" alt="港"></p>\n',
        messages: ['size'],
      },
      {
        post: '# Trip\n\nFrom the pier.\n\n![The pier](⟦//img.example.com/pier.jpg⟧)\n',
        fixed: '# Trip\n\nFrom the pier.\n\n![The pier](https://img.example.com/pier.jpg)\n',
      },
      {
        post: '![약도][map]{: width="600"}\n\n역에서 걸어서 5분입니다.\n\n[map]: ⟦//img.example.com/map.png⟧\n',
        fixed: '![약도][map]{: width="600"}\n\n역에서 걸어서 5분입니다.\n\n[map]: https://img.example.com/map.png\n',
      },
    ],
  },
})
