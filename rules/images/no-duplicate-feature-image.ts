import type { Element } from 'hast'
import { blockExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { isHidden } from '../../src/analysis/images/alternative.ts'
import { featuredRange, imagePathOf } from '../../src/analysis/images/featured-image.ts'
import { isPixel, isSmall, onlyImageOf } from '../../src/analysis/images/image-block.ts'
import { flag } from '../../src/engine/options.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, blocks } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** How much source may stand before an image that begins its post. */
const opening = 400

/** The block that holds an image and nothing else. Images in the run of a text, and icons, may come again. */
const figureOf = (post: Post, node: Element, parents: Parents): Element | undefined => {
  const block = parents.findLast((parent) => parent.type === 'element' && blocks.has(parent.tagName))
  return block?.type === 'element' && !isSmall(post, node) && onlyImageOf(block) === node ? block : undefined
}

/** Takes an image away, with its paragraph where it is alone in it. */
const removal = (post: Post, node: Element, parents: Parents): readonly SuggestedChange[] => {
  const block = figureOf(post, node, parents)
  const whole = post.range(block ?? node)
  if (!whole || !isEditable(post, node) || post.isMasked(whole) || post.format === 'markdown') return []
  return [
    {
      title: { en: 'Remove this copy', ko: '본문의 이미지 삭제' },
      edits: [{ ...(block ? blockExtent(post, whole) : whole), text: '' }],
    },
  ]
}

interface Showing {
  readonly range: Range
  readonly suggestions: readonly SuggestedChange[]
}

export default rule({
  summary: { en: 'No image is shown twice.', ko: '같은 이미지를 두 번 보여 주지 않습니다.' },
  why: {
    en: 'Most themes print the front matter’s image above the post. Where the post begins with the same image, readers see it twice.',
    ko: '대부분의 테마는 프런트매터의 이미지를 글 위에 보여 줍니다. 본문도 같은 이미지로 시작하면 독자는 두 번 보게 됩니다.',
  },
  source: [{ authority: 'editorial', title: 'An image is worth showing once' }],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  options: {
    body: flag(true, {
      en: 'Also report an image that the body shows twice',
      ko: '본문에 두 번 나오는 이미지도 보고함',
    }),
  },
  messages: {
    featured: {
      en: 'The post begins with the image of its front matter, which most themes print above it. Show it once.',
      ko: '프런트매터의 이미지로 본문을 시작합니다. 대부분의 테마가 위에 같은 이미지를 보여 주므로 하나만 두세요.',
    },
    repeated: {
      en: 'The same image stands further up. Show it once, or point to it in words.',
      ko: '같은 이미지가 위에 있습니다. 한 번만 보여 주거나 말로 가리키세요.',
    },
  },
  check({ post, options, report }) {
    const shown = new Map<string, Showing[]>()
    let isFirst = true
    return {
      element: {
        img(node, parents) {
          const source = attributeOf(node, 'src')
          const range = post.range(node, { attribute: 'src' }) ?? post.range(node, { value: 'src' }) ?? post.range(node)
          if (!source || !range || isPixel(node) || isHidden(node, parents) || source.startsWith('data:')) return
          const path = imagePathOf(source)
          const first = isFirst && range.start - post.body.start < opening
          isFirst = false
          const twin = first ? featuredRange(post, path) : undefined
          const suggestions = removal(post, node, parents)
          const isFigure = figureOf(post, node, parents) !== undefined
          if (twin) report(range, 'featured', {}, { related: [{ ...twin, kind: 'see' }], suggestions })
          else if (isFigure && path.includes('.')) {
            const others = shown.get(source)
            if (others) others.push({ range, suggestions })
            else shown.set(source, [{ range, suggestions }])
          }
        },
      },
      done() {
        if (!options.body) return
        for (const [first, second, ...others] of shown.values()) {
          // What comes again and again is a sign: stars, buttons, ornaments.
          if (!first || !second || others.length > 0) continue
          const { range, suggestions } = second
          report(range, 'repeated', {}, { related: [{ ...first.range, kind: 'see' }], suggestions })
        }
      },
    }
  },
  examples: {
    good: [
      '---\nimage: /img/wall.jpg\n---\n\n<p>첫 단락입니다.</p>\n<p><img src="/img/gate.jpg" alt="대한문"></p>\n<p><img src="/img/wall.jpg" alt="돌담길"></p>\n',
      '<p>Press <img src="key.png" alt="Enter">, then <img src="key.png" alt="Enter"> again.</p>\n',
      '<div><img src="stars.png" alt="별 다섯 개"></div>\n<div><img src="stars.png" alt="별 다섯 개"></div>\n<div><img src="stars.png" alt="별 다섯 개"></div>\n',
      { post: '<p><img src="a.jpg" alt="橋"></p>\n<p><img src="a.jpg" alt="橋"></p>\n', options: { body: false } },
    ],
    bad: [
      {
        post: '---\nimage: /img/wall.jpg\n---\n\n<p><img ⟦src="{{ site.baseurl }}/img/wall.jpg"⟧ alt="돌담길"></p>\n',
        messages: ['featured'],
      },
      {
        post: '---\ncover: tsukiji.jpg\n---\n\n![築地の朝](⟦/images/tsukiji.jpg⟧)\n\n![市場](boxes.jpg)\n\n歩いて戻ります。\n\n![市場](⟦boxes.jpg⟧)\n',
        messages: ['featured', 'repeated'],
      },
    ],
  },
})
