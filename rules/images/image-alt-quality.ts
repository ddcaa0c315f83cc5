import {
  alternativeProblem,
  limitsOf,
  numberedSeries,
  withoutOpening,
  wordKnower,
} from '../../src/analysis/images/alternative-problem.ts'
import { type Picture, pictureOf, placeOf, shownAlternative } from '../../src/analysis/images/picture.ts'
import { flag, int, list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { imageOpening } from '../../src/language/image-labels.ts'

export default rule({
  summary: { en: 'Alternatives say what the image shows.', ko: '대체 텍스트는 이미지의 내용을 말해야 합니다.' },
  why: {
    en: 'A file name, “image” or a string of keywords tells a reader who does not see the image nothing, and search engines take keyword lists for spam.',
    ko: '파일 이름이나 “사진”, 키워드 나열로는 이미지를 볼 수 없는 독자가 아무것도 알 수 없습니다. 검색 엔진은 키워드 나열을 스팸으로 봅니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2 F30: text alternatives that are not alternatives',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F30',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: image SEO',
      url: 'https://developers.google.com/search/docs/appearance/google-images',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  group: 'same',
  options: {
    labels: list([], {
      en: 'Further words that say nothing about an image, such as the name of the site',
      ko: '이미지에 대해 아무것도 말하지 않는 단어를 추가함. 예: 사이트 이름',
    }),
    minOverlap: int(
      1,
      {
        en: 'Words that “name + label” must share with the post or the file name; 0 switches this off',
        ko: '“이름 + 꼬리표” 꼴의 대체 텍스트가 글이나 파일 이름과 공유해야 하는 단어 수. 0이면 끔',
      },
      { minimum: 0 },
    ),
    maxCommas: int(
      3,
      {
        en: 'Commas that an alternative without a sentence may have',
        ko: '문장이 아닌 대체 텍스트에 허용하는 쉼표 수',
      },
      { minimum: 1 },
    ),
    openings: flag(true, {
      en: 'Report alternatives that begin with “image of” and the like',
      ko: '“~의 이미지”처럼 시작하는 대체 텍스트를 보고함',
    }),
  },
  messages: {
    fileName: {
      en: '“{alt}” is a file name or address, which says nothing about the image. Say what it shows.',
      ko: '“{alt:은/는}” 파일 이름이나 주소라서 이미지의 내용을 알 수 없습니다. 무엇을 보여 주는지 쓰세요.',
    },
    label: {
      en: '“{alt}” only says that there is an image. Say what it shows.',
      ko: '“{alt}”만으로는 이미지의 내용을 알 수 없습니다. 무엇을 보여 주는지 쓰세요.',
    },
    foreign: {
      en: '“{alt}” is a label that shares no word with the post. Say what the image shows.',
      ko: '“{alt:은/는}” 글과 겹치는 낱말이 없는 꼬리표입니다. 이미지가 무엇을 보여 주는지 쓰세요.',
    },
    number: {
      en: '“{alt}” is only a number. Say what the image shows.',
      ko: '“{alt:은/는}” 숫자뿐입니다. 무엇을 보여 주는지 쓰세요.',
    },
    keywords: {
      en: 'A list of keywords, which search engines may take for spam. Say in a sentence what the image shows.',
      ko: '키워드 나열이라 검색 엔진이 스팸으로 볼 수 있습니다. 무엇을 보여 주는지 문장으로 쓰세요.',
    },
    series: {
      en: 'Alternatives that differ only in a running number (“{stem} 1”, “{stem} 2”). Say what each image shows.',
      ko: '번호만 다른 대체 텍스트입니다(“{stem} 1”, “{stem} 2”). 이미지마다 무엇을 보여 주는지 쓰세요.',
    },
    opening: {
      en: 'Screen readers already say that it is an image. Drop “{opening}”.',
      ko: '스크린 리더가 이미지임을 이미 알려 줍니다. “{opening:을/를}” 빼세요.',
    },
  },
  check({ post, options, report }) {
    const limits = limitsOf(options)
    const knows = wordKnower(post)
    const rest: Picture[] = []
    return {
      element: {
        'img,area,input'(node, parents) {
          const found = pictureOf(post, node, parents)
          if (!found) return
          const problem = alternativeProblem(found, knows, limits)
          if (!problem) return void rest.push(found)
          const range = placeOf(post, found)
          if (problem === 'keywords') report(range, problem, {})
          else if (problem === 'opening') {
            const opening = imageOpening(found.text) ?? ''
            report(range, problem, { opening }, { severity: 'info', suggestions: withoutOpening(post, found, opening) })
          } else report(range, problem, { alt: shownAlternative(found.alt) })
        },
      },
      done() {
        for (const { stem, picture } of numberedSeries(rest)) report(placeOf(post, picture), 'series', { stem })
      },
    }
  },
  examples: {
    good: [
      '<p><a href="harbour.jpg" download>내려받기 <img src="harbour.jpg" alt="harbour.jpg"></a></p>\n',
      '<p><img src="IMG_2231.jpg" alt="Two cyclists on a bridge at dusk"></p>\n',
      '<p>도커를 설치합니다.</p>\n<p><img src="docker.png" alt="Docker"></p>\n<p><img src="a.png" alt="도커 로고"></p>\n',
      '<p><img src="chart.png" alt="Sales by year: 2019, 2020, 2021 and 2022 side by side"></p>\n',
      '<p><img src="py2.png" alt="Python 2"><img src="py3.png" alt="Python 3"></p>\n',
      '![築地の場内市場、朝五時](tsukiji.jpg)\n\n![jpeg 与 png 的体积对比](size.png)\n',
      '<p><img src="x.png" alt="{{ page.title }}"><img src="y.png" alt=""></p>\n',
    ],
    bad: [
      {
        post: '<p><img src="a.jpg" ⟦alt="IMG_2231"⟧></p>\n<p><img src="b.jpg" ⟦alt="harbour-at-dusk.jpg"⟧></p>\n',
        messages: ['fileName', 'fileName'],
      },
      { post: '<p><img src="a.jpg" ⟦alt="이미지입니다."⟧></p>\n', messages: ['label'] },
      { post: '# 早市\n\n清晨五点出发。\n\n![⟦截图⟧](a.png)\n', messages: ['label'] },
      {
        post: '<p>한강 자전거길이 다시 열렸습니다.</p>\n<p><img src="news.png" ⟦alt="hanbit 속보"⟧></p>\n',
        messages: ['foreign'],
      },
      { post: '<p>駅から歩きます。</p>\n<p><img src="a.jpg" ⟦alt="2024-05-02"⟧></p>\n', messages: ['number'] },
      {
        post: '<p><img src="a.jpg" ⟦alt="bike light, best bike light, cheap light, led, bicycle"⟧></p>\n',
        messages: ['keywords'],
      },
      {
        post: '<p><img src="a.jpg" ⟦alt="돌담길 1"⟧></p>\n<p><img src="b.jpg" ⟦alt="돌담길 2"⟧></p>\n',
        messages: ['series'],
      },
      { post: '<p><img src="a.jpg" ⟦alt="Image of a lighthouse"⟧></p>\n', messages: ['opening'] },
      {
        post: '<p><img src="a.jpg" ⟦alt="Lampenblog"⟧><img src="b.jpg" alt="a lamp, a bell"><img src="c.jpg" alt="Photo of a bell"></p>\n',
        options: { labels: ['Lampenblog'], minOverlap: 0, maxCommas: 1, openings: false },
      },
    ],
  },
})
