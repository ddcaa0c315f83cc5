import type { Element } from 'hast'
import { hasDynamicAttributes, isDecoration, isHidden } from '../../src/analysis/images/alternative.ts'
import { asDecoration, withAlternative } from '../../src/analysis/images/alternative-mending.ts'
import { isPixel } from '../../src/analysis/images/image-block.ts'
import { hasTitle, hasTitleElement, isGap, pictureElement } from '../../src/analysis/images/picture-element.ts'
import { isLabelled, namelessLinkAround } from '../../src/analysis/markup/accessible-name.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { attributeOf, hasAttributes, isBlank } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'Every image has a text alternative.', ko: '모든 이미지에 대체 텍스트를 넣습니다.' },
  why: {
    en: 'Readers who do not see an image are read its alternative, or else its file name. Search engines learn from it what the image shows; an image that is a link is named by nothing else.',
    ko: '이미지를 볼 수 없는 독자는 대체 텍스트를 듣습니다. 없으면 파일 이름을 듣게 됩니다. 검색 엔진도 대체 텍스트로 내용을 알아내며, 이미지 링크에는 다른 이름이 없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.1.1 Non-text Content (F65)',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F65',
    },
    {
      authority: 'standard',
      title: 'HTML: requirements for providing text to act as an alternative for images',
      url: 'https://html.spec.whatwg.org/multipage/images.html#alt',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: image SEO',
      url: 'https://developers.google.com/search/docs/appearance/google-images',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'accessibility', weight: 10 },
  messages: {
    missing: {
      en: 'No alternative text on <{element}>. Say in `alt` what it shows; for decoration write alt="".',
      ko: '<{element}>에 대체 텍스트가 없습니다. 무엇을 보여 주는지 `alt`에 쓰고, 장식이면 alt=""로 두세요.',
    },
    unnamed: {
      en: 'No name for <{element}>. Say what it shows in `aria-label`.',
      ko: '<{element}>에 이름이 없습니다. 무엇을 보여 주는지 `aria-label`에 쓰세요.',
    },
    link: {
      en: 'This image is all that its link holds, so an empty alternative leaves the link without a name. Say where it leads.',
      ko: '링크 안에 이 이미지뿐이라 대체 텍스트가 비면 링크 이름도 없습니다. 어디로 가는지 쓰세요.',
    },
    control: {
      en: 'Without alternative text <{element}> has no name. Say in `alt` what it does or where it leads.',
      ko: '대체 텍스트가 없어 <{element}>에 이름이 없습니다. 무엇을 하는지, 어디로 가는지 `alt`에 쓰세요.',
    },
    blank: {
      en: 'The alternative is only white space. Say what the image shows, or write alt="" for decoration.',
      ko: '대체 텍스트가 공백뿐입니다. 무엇을 보여 주는지 쓰고, 장식이면 alt=""로 두세요.',
    },
    markdown: {
      en: 'An image on its own without alternative text. Say what it shows: ![…](…).',
      ko: '단독으로 놓인 이미지에 대체 텍스트가 없습니다. 무엇을 보여 주는지 쓰세요: ![…](…).',
    },
  },
  check({ post, report }) {
    const inspect = (node: Element, parents: Parents): void => {
      const found = pictureElement(node)
      if (!found) return
      const { kind, element } = found
      const alternative = attributeOf(node, 'alt')
      // Nearly every picture has one.
      if (alternative && (kind === 'control' || (kind === 'image' && !isBlank(alternative)))) return
      if (isLabelled(post, node) || isDecoration(node) || isHidden(node, parents)) return
      const tag = post.range(node, 'tag') ?? post.place(node, parents)
      const range = post.range(node, { attribute: 'alt' }) ?? tag
      const mayBeNamed = (): boolean => hasTitle(node) || hasDynamicAttributes(post, node)
      if (kind === 'role') {
        if (!hasTitleElement(node) && !mayBeNamed()) report(tag, 'unnamed', { element })
      } else if (kind === 'control') {
        if (!alternative && !mayBeNamed()) report(range, 'control', { element })
      } else if (alternative === undefined) {
        if (isPixel(node) || mayBeNamed()) return
        // A picture that is no link may be decoration.
        const emptying = namelessLinkAround(post, parents) ? [] : asDecoration(post, node)
        report(tag, 'missing', { element }, { suggestions: [...withAlternative(post, node), ...emptying] })
      } else if (alternative === '') {
        const suggestions = withAlternative(post, node)
        if (namelessLinkAround(post, parents)) report(range, 'link', {}, { suggestions })
        else if (isGap(post, node, parents)) report(tag, 'markdown', {}, { suggestions })
      } else if (isBlank(alternative) && !post.isTemplate(alternative)) {
        report(range, 'blank', {}, { suggestions: withAlternative(post, node) })
      }
    }
    return {
      attributed: inspect,
      element: {
        img(node, parents) {
          if (!hasAttributes(node)) inspect(node, parents)
        },
      },
    }
  },
  examples: {
    good: [
      '<p><img src="harbour.jpg" alt="Fishing boats in the harbour at dusk"></p>\n',
      '<p>돌담길 <img src="leaf.svg" alt=""> 산책</p>\n\n<p><img src="line.png" alt="" role="presentation"></p>\n',
      '<p><a href="/map"><img src="pin.svg" alt=""> 약도 보기</a></p>\n',
      '<p><img src="cover.jpg" alt="{{ page.title }}"> <img {{ attributes }}> <img aria-hidden="true" src="dot.gif"></p>\n',
      '<p><svg role="img" aria-label="Rain"></svg> <svg role="img"><title>Sun</title></svg> <svg><path d="M0 0"/></svg></p>\n',
      '築地の朝、場内市場の入口 ![](arrow.svg) から入ります。\n\n![場内市場の入口に並ぶ木箱](boxes.jpg)\n',
      '<p><img src="wall.jpg" title="돌담길"> <span style="visibility: hidden"><img src="dot.gif"></span></p>\n',
      '<map name="m"><area shape="default"></map>\n<p><img src="https://stats.example/p.gif" width="1" height="1"></p>\n',
    ],
    bad: [
      {
        post: '<p>⟦<img src="wall.jpg" title="">⟧ ⟦<img src="gate.jpg" role="none" tabindex="0">⟧</p>\n',
        messages: ['missing', 'missing'],
      },
      { post: '<p>⟦<img src="wall.jpg" aria-labelledby="nowhere">⟧</p>\n', messages: ['missing'] },
      {
        post: '<figure>⟦<img src="boats.jpg">⟧<figcaption>Boats at dusk</figcaption></figure>\n',
        messages: ['missing'],
      },
      { post: '<p><a href="/map"><img src="pin.svg" ⟦alt=""⟧></a></p>\n', messages: ['link'] },
      { post: '<p><img src="wall.jpg" ⟦alt=" "⟧></p>\n', messages: ['blank'] },
      {
        post: '# 早市\n\n清晨五点出发。\n\n⟦![](market.jpg)⟧\n\n[⟦![](map.png)⟧](/map)\n',
        messages: ['markdown', 'link'],
      },
      {
        post: '⟦![](stone-1.jpg)⟧\n⟦![](stone-2.jpg)⟧\n\n비 내린 오후의 돌담길입니다.\n',
        messages: ['markdown', 'markdown'],
      },
      {
        post: '<p>⟦<span role="img" alt="Star">⟧★</span> ⟦<svg role="image">⟧<path d="M0 0"/></svg></p>\n',
        messages: ['unnamed', 'unnamed'],
      },
      {
        post: '<form><input type="image" src="go.png" ⟦alt=""⟧></form>\n<map name="m">⟦<area href="/a" coords="0,0,9,9">⟧</map>\n',
        messages: ['control', 'control'],
      },
    ],
  },
})
