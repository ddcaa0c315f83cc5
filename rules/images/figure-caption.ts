import type { Element } from 'hast'
import { onlyImageOf } from '../../src/analysis/images/image-block.ts'
import { rule } from '../../src/engine/rule.ts'
import { elementsIn, isElement, isVisible, textOf } from '../../src/post/elements.ts'

/** How newspapers and blogs begin or mark a caption that is no element of its own. */
const captionText =
  /^(?:[▲△▼▽◀▶↑⬆]|[/(［[【<]?\s?(?:사진|이미지|그림|자료|출처)\s?(?:\d{1,3}\s?[.:]|제공|출처|[=:ⓒ©])|출처\s?[:=]|[(（[【]?\s?(?:写真|画像|図|出典|提供|图|圖|图片|圖片|图源|来源|來源|摄影|攝影)\s?(?:\d{1,3}(?:[\s.:：、)）-]|$)|[:：=／/])|(?:photo|image|picture|figure|fig\.?|source|credit|courtesy)(?:\s\d{1,3})?(?:\s?[:=©]|\s(?:by|courtesy|credit)\b)|(?:фото|рис\.|источник)\s?[:\d])/iu

const longCaption = 160
/** A link of more characters is no credit but the title of another article, or its address. */
const longCredit = 24

const linksToArticle = (node: Element): boolean =>
  [...elementsIn(node)].some((inner) => inner.tagName === 'a' && textOf(inner).trim().length > longCredit)

export default rule({
  summary: { en: 'Captions stand in the figure they belong to.', ko: '캡션은 figure 안의 figcaption에 씁니다.' },
  why: {
    en: 'A caption in a <figcaption> belongs to its image for screen readers, search engines and reading modes. In a paragraph it is read as a sentence of the text.',
    ko: '<figcaption>에 쓴 캡션은 스크린 리더, 검색 엔진, 읽기 모드에서 이미지와 함께 다룹니다. 단락에 쓰면 본문의 문장으로 읽힙니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the figcaption element',
      url: 'https://html.spec.whatwg.org/multipage/grouping-content.html#the-figcaption-element',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: image SEO, captions',
      url: 'https://developers.google.com/search/docs/appearance/google-images',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  messages: {
    outside: {
      en: '<figcaption> outside a <figure> captions nothing. Put it first or last in the figure.',
      ko: '<figure> 밖의 <figcaption>은 캡션이 되지 못합니다. figure의 처음이나 끝에 두세요.',
    },
    empty: {
      en: 'An empty <figcaption>. Say what the figure shows, or delete it.',
      ko: '<figcaption>이 비어 있습니다. 내용을 쓰거나 지우세요.',
    },
    second: {
      en: 'A figure has one <figcaption>. Join them.',
      ko: 'figure에는 <figcaption>을 하나만 씁니다. 하나로 합치세요.',
    },
    paragraph: {
      en: 'This reads like the caption of the image above. Make both a <figure> with <figcaption>.',
      ko: '위 이미지의 캡션처럼 보이는 단락입니다. 이미지와 함께 <figure>와 <figcaption>으로 쓰세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      figcaption(node, parents) {
        const place = post.range(node, 'tag') ?? post.place(node, parents)
        const parent = parents.at(-1)
        const figure = isElement(parent as Element, 'figure') ? (parent as Element) : undefined
        const captions = figure?.children.filter((child) => isElement(child, 'figcaption')) ?? []
        const whole = post.range(node)
        if (!figure) report(place, 'outside', {})
        else if (captions.indexOf(node) > 0) report(place, 'second', {})
        else if (!isVisible(node) && !(whole && post.isMasked(whole))) report(place, 'empty', {})
      },
      p(node, parents) {
        // Markdown has no figures of its own.
        if (post.format === 'markdown' && !post.range(node, 'tag')) return
        const text = textOf(node).trim()
        if (text === '' || text.length > longCaption || !captionText.test(text) || onlyImageOf(node)) return
        if (linksToArticle(node)) return
        const siblings = parents.at(-1)?.children ?? []
        const before = siblings.slice(0, siblings.indexOf(node)).findLast(isVisible)
        if (!before || !onlyImageOf(before) || isElement(before, 'figure')) return
        report(post.place(node, parents), 'paragraph', {})
      },
    },
  }),
  examples: {
    good: [
      '<figure><img src="a.jpg" alt="돌담길"><figcaption>비 내린 오후의 돌담길</figcaption></figure>\n<p>▲ 표시는 오르막입니다.</p>\n',
      '<figure><figcaption>{{ caption }}</figcaption><img src="b.jpg" alt="Boats"></figure>\n<p>Photography is forbidden.</p>\n',
      '![市場](a.jpg)\n\n写真：朝の市場\n',
      '<p><img src="a.jpg" alt="새벽 시장"></p>\n<p>출처: <a href="https://news.example.com/1">새벽 다섯 시에 여는 시장, 상인들이 말하는 하루</a></p>\n',
    ],
    bad: [
      {
        post: '<p><img src="a.jpg" alt="시장"></p>\n⟦<p>▲ 새벽 시장 모습. (사진=한빛신문)</p>⟧\n',
        messages: ['paragraph'],
      },
      {
        post: '<p><img src="a.jpg" alt="Boats"></p>\n⟦<p>Photo by A. Miller</p>⟧\n⟦<figcaption>⟧Boats at dusk</figcaption>\n',
        messages: ['paragraph', 'outside'],
      },
      {
        post: '<figure><img src="a.jpg" alt="橋">⟦<figcaption>⟧</figcaption></figure>\n<figure><figcaption>一</figcaption><img src="b.jpg" alt="川">⟦<figcaption>⟧二</figcaption></figure>\n',
        messages: ['empty', 'second'],
      },
    ],
  },
})
