import type { Element } from 'hast'
import { hasDynamicAttributes, isHidden } from '../../src/analysis/images/alternative.ts'
import { declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const dimensions = ['width', 'height'] as const

/** A style that keeps the room for an image before it has come. */
const isReserved = (post: Post, node: Element): boolean => {
  const style = attributeOf(node, 'style')
  if (post.isTemplate(style)) return true
  const own = new Map(declarationsOf(post, node).map(({ property, value }) => [property, value.toLowerCase()]))
  const isFixed = (name: string): boolean => own.has(name) && own.get(name) !== 'auto'
  return (
    isFixed('aspect-ratio') ||
    (isFixed('width') && isFixed('height')) ||
    own.get('position') === 'absolute' ||
    own.get('position') === 'fixed' ||
    // One side by attribute, the other by style.
    dimensions.every((name) => isFixed(name) || attributeOf(node, name) !== undefined)
  )
}

/** Drawings scale without a size of their own; what is very small moves nothing. */
const isExempt = (node: Element): boolean =>
  /^data:|\.svg(?:[?#]|$)/i.test(attributeOf(node, 'src') ?? '') ||
  dimensions.some((name) => Number.parseInt(attributeOf(node, name) ?? '', 10) <= 32)

/** HTML wants whole numbers; browsers read `50%` and `400px`, but a share keeps no room. */
const percentOf = (node: Element): 'width' | 'height' | undefined =>
  dimensions.find((name) => /^\s*[\d.]+\s*%/.test(attributeOf(node, name) ?? ''))

export default rule({
  summary: { en: 'Images say how large they are.', ko: '이미지에 크기를 적습니다.' },
  why: {
    en: 'With `width` and `height` a browser keeps the room for an image before it has come. Without them the text jumps under the reader’s eyes; search engines measure that as layout shift.',
    ko: '`width`와 `height`가 있으면 브라우저가 이미지가 오기 전에 자리를 잡아 둡니다. 없으면 읽는 도중에 글이 밀리며, 검색 엔진은 이를 레이아웃 이동으로 측정합니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'web.dev: optimise Cumulative Layout Shift',
      url: 'https://web.dev/articles/optimize-cls',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: image elements have explicit width and height',
      url: 'https://github.com/GoogleChrome/lighthouse/blob/main/core/audits/unsized-images.js',
    },
    {
      authority: 'standard',
      title: 'HTML: dimension attributes',
      url: 'https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  group: 'all',
  messages: {
    unsized: {
      en: 'No `width` and `height`, so the text may jump when the image comes. Write the file’s own size in pixels.',
      ko: '`width`와 `height`가 없어 이미지가 뜰 때 글이 밀릴 수 있습니다. 파일의 실제 픽셀 크기를 적으세요.',
    },
    half: {
      en: 'Only one of `width` and `height`, which keeps no room for the image. Write both.',
      ko: '`width`와 `height` 중 하나만 있어 자리를 잡아 둘 수 없습니다. 둘 다 적으세요.',
    },
    percent: {
      en: '`{name}` must be a whole number of pixels; a percentage belongs in CSS.',
      ko: '`{name}` 값은 픽셀 정수여야 합니다. 백분율은 CSS에 쓰세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      // Only tags: Markdown's own images cannot say a size.
      'img,video'(node, parents) {
        const range = post.range(node, 'tag')
        if (!range || isExempt(node) || isHidden(node, parents) || hasDynamicAttributes(post, node)) return
        if (node.tagName === 'img' && attributeOf(node, 'src') === undefined) return
        const share = percentOf(node)
        const has = dimensions.filter((name) => attributeOf(node, name) !== undefined)
        if (share) report(post.range(node, { attribute: share }) ?? range, 'percent', { name: share })
        else if (has.length === 2 || isReserved(post, node)) return
        else report(range, has.length === 1 ? 'half' : 'unsized', {})
      },
    },
  }),
  examples: {
    good: [
      '<p><img src="wall.jpg" alt="돌담길" width="800" height="450"> <img src="map.svg" alt="약도"></p>\n',
      '<p><img src="a.jpg" alt="Boats" style="width: 100%; aspect-ratio: 16 / 9"> <img src="dot.png" alt="" width="16"></p>\n',
      '<p><img src="b.jpg" alt="図" width="300" style="height: 200px"> <img src="c.jpg" alt="橋" {{ size }}></p>\n',
      'Markdown’s own images cannot say it.\n\n![A bridge](bridge.jpg)\n',
    ],
    bad: [
      { post: '<p>⟦<img src="wall.jpg" alt="돌담길">⟧</p>\n', messages: ['unsized'] },
      {
        post: '<p>⟦<img src="a.jpg" alt="Boats" width="300">⟧ <img src="b.jpg" alt="Pier" ⟦width="100%"⟧></p>\n',
        messages: ['half', 'percent'],
      },
      { post: '<p>映像です。</p>\n⟦<video src="a.mp4" controls>⟧</video>\n', messages: ['unsized'] },
    ],
  },
})
