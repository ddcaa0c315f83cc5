import { imageAddressesOf } from '../../src/analysis/images/image-address.ts'
import { fileNameOf } from '../../src/analysis/images/picture.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isMachineName } from '../../src/language/alternative-text.ts'

/** Names that programs and impatient people give: `image1`, `untitled`, `무제`. */
const emptyName =
  /^(?:image|img|photo|picture|pic|screenshot|untitled|unnamed|noname|download|file|new|temp|tmp|사진|이미지|그림|무제|제목 ?없음|스크린샷|캡처|캡쳐|画像|写真|無題|スクリーンショット|图片|截图|未命名|图像|下载)[-_ ]?\(?\d{0,4}\)?$/

export default rule({
  summary: { en: 'Image files have names that say what they show.', ko: '이미지 파일 이름에 내용을 담습니다.' },
  why: {
    en: 'Search engines read the file name as a hint to the image’s subject. Names that a camera, a messenger or a screenshot tool gave say nothing, and are hard to find again.',
    ko: '검색 엔진은 파일 이름에서도 이미지의 주제를 짐작합니다. 카메라, 메신저, 캡처 도구가 붙인 이름은 아무것도 알려 주지 않고 나중에 찾기도 어렵습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: image SEO, descriptive file names',
      url: 'https://developers.google.com/search/docs/appearance/google-images',
    },
    {
      authority: 'convention',
      title: 'html-proofer: terrible file names',
      url: 'https://github.com/gjtorikian/html-proofer',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 1 },
  group: 'all',
  options: {
    patterns: list([], {
      en: 'Further beginnings of file names that say nothing, such as `capture-`',
      ko: '내용을 알 수 없는 파일 이름의 앞부분을 추가함. 예: `capture-`',
    }),
  },
  messages: {
    nameless: {
      en: 'The file name “{name}” does not say what the image shows. A descriptive name is a hint to search engines.',
      ko: '파일 이름 “{name}”에서 이미지의 내용을 알 수 없습니다. 내용을 담은 이름은 검색 엔진에 단서가 됩니다.',
    },
  },
  check({ post, options, report }) {
    const beginnings = options.patterns.map((pattern) => pattern.toLowerCase())
    const isNameless = (name: string): boolean =>
      isMachineName(name) || emptyName.test(name) || beginnings.some((beginning) => name.startsWith(beginning))
    return {
      element: {
        img(node) {
          const address = imageAddressesOf(post, node).find(({ attribute }) => attribute === 'src')
          // Other people's files, and those of image hosts, are not the writer's to rename.
          if (!address || addressOf(address.url).kind !== 'relative') return
          const name = fileNameOf(address.url)
          if (isNameless(name)) report(address.place, 'nameless', { name: name.slice(0, 60) })
        },
      },
    }
  },
  examples: {
    good: [
      '<p><img src="/img/harbour-dawn.jpg" alt="The harbour at dawn"> <img src="/img/돌담길.jpg" alt="돌담길"></p>\n',
      '<p><img src="https://img.example.com/IMG_2231.jpg" alt="Boats"> <img src="/img/logo.4f3a9c21.png" alt="Logo"></p>\n',
      '<p><img src="{{ page.image }}" alt="図"> <img src="/a/image-processing.png" alt="Steps"> <img src="dsc.svg" alt="DSC"></p>\n',
    ],
    bad: [
      {
        post: '<p><img ⟦src="/img/IMG_2231.jpg"⟧ alt="Boats"> <img ⟦src="/img/Screenshot%202024-05-02.png"⟧ alt="Settings"></p>\n',
        messages: ['nameless'],
      },
      {
        post: '산책 사진입니다.\n\n![돌담길](⟦/img/KakaoTalk_20240502_120000.jpg⟧)\n\n![정동길](⟦/img/스크린샷%202024-05-02%20120000.png⟧)\n\n![덕수궁](⟦/img/image1.png⟧)\n',
      },
      {
        post: '<p><img ⟦src="/i/9f86d081884c7d659a2feaa0c55ad015.png"⟧ alt="甲"> <img ⟦src="/i/capture-a.png"⟧ alt="乙"></p>\n',
        options: { patterns: ['capture-'] },
      },
    ],
  },
})
