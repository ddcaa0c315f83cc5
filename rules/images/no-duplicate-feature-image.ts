import type { Element } from 'hast'
import { blockExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { isHidden } from '../../src/analysis/images/alternative.ts'
import { isPixel, onlyImageOf } from '../../src/analysis/images/image-block.ts'
import { flag } from '../../src/engine/options.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, blocks } from '../../src/post/elements.ts'
import type { FrontField, Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** The path of an image without host, query, template values and leading dots and slashes. */
const pathOf = (url: string): string => {
  const address = url
    .replace(/\{\{[^{}]*\}\}|\ue000+/g, '')
    .trim()
    .replace(/^(?:https?:)?\/\/[^/]*/i, '')
    .split('#', 1)[0]!
  const [path = ''] = address.split('?', 1)
  // Image services name the file in the query.
  const name = /\.[a-z\d]{2,5}$/i.test(path) ? path : address
  try {
    return decodeURIComponent(name)
      .normalize('NFC')
      .replace(/^[./]+/, '')
  } catch {
    return name.replace(/^[./]+/, '')
  }
}

/** Whether two paths are one file's: one may lack the folders that the site puts before it. */
const isSameFile = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`))

/** The addresses that the front matter gives for the post's image. */
const featured = (post: Post): readonly (Pick<FrontField, 'valueRange'> & { readonly path: string })[] =>
  (post.front.image?.all ?? []).flatMap(({ value, valueRange, entry }) =>
    entry && value !== '' && !value.includes(', ') && !smallKeys.test(entry.key)
      ? [{ path: pathOf(value), valueRange }]
      : [],
  )

/** Keys whose image stands in lists and previews, not above the post. */
const smallKeys = /thumb|teaser|preview|og|social|twitter/i

/** How much source may stand before an image that begins its post. */
const opening = 400

/** The block that holds an image and nothing else. Images in the run of a text, and icons, may come again. */
const figureOf = (node: Element, parents: Parents): Element | undefined => {
  const block = parents.findLast((parent) => parent.type === 'element' && blocks.has(parent.tagName))
  const isSmall = Number.parseInt(attributeOf(node, 'width') ?? '', 10) <= 64
  return block?.type === 'element' && !isSmall && onlyImageOf(block) === node ? block : undefined
}

/** Takes an image away, with its paragraph where it is alone in it. */
const removal = (post: Post, node: Element, parents: Parents): readonly SuggestedChange[] => {
  const block = figureOf(node, parents)
  const whole = post.range(block ?? node)
  if (!whole || !isEditable(post, node) || post.isMasked(whole) || post.format === 'markdown') return []
  return [
    {
      title: { en: 'Remove this copy', ko: '본문의 이미지 삭제' },
      edits: [{ ...(block ? blockExtent(post, whole) : whole), text: '' }],
    },
  ]
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
    const seen = new Map<string, Range>()
    let isFirst = true
    return {
      element: {
        img(node, parents) {
          const source = attributeOf(node, 'src')
          const range = post.range(node, { attribute: 'src' }) ?? post.range(node, { value: 'src' }) ?? post.range(node)
          if (!source || !range || isPixel(node) || isHidden(node, parents) || source.startsWith('data:')) return
          const path = pathOf(source)
          const first = isFirst && range.start - post.body.start < opening
          isFirst = false
          const twin = first ? featured(post).find((image) => isSameFile(image.path, path)) : undefined
          const suggestions = removal(post, node, parents)
          const isFigure = figureOf(node, parents) !== undefined
          const known = isFigure && path.includes('.') ? seen.get(source) : undefined
          if (twin) report(range, 'featured', {}, { related: [{ ...twin.valueRange, kind: 'see' }], suggestions })
          else if (known && options.body)
            report(range, 'repeated', {}, { related: [{ ...known, kind: 'see' }], suggestions })
          else if (isFigure) seen.set(source, range)
        },
      },
    }
  },
  examples: {
    good: [
      '---\nimage: /img/wall.jpg\n---\n\n<p>첫 단락입니다.</p>\n<p><img src="/img/gate.jpg" alt="대한문"></p>\n<p><img src="/img/wall.jpg" alt="돌담길"></p>\n',
      '<p>Press <img src="key.png" alt="Enter">, then <img src="key.png" alt="Enter"> again.</p>\n',
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
