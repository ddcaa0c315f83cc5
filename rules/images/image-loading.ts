import type { Element } from 'hast'
import { attributeExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { hasDynamicAttributes, isHidden } from '../../src/analysis/images/alternative.ts'
import { isLoadedByScript } from '../../src/analysis/images/image-address.ts'
import { isSmall } from '../../src/analysis/images/image-block.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const removing = (post: Post, node: Element): SuggestedChange[] => {
  const extent = attributeExtent(post, node, 'loading')
  if (!extent || !isEditable(post, node)) return []
  return [{ title: { en: 'Remove loading="lazy"', ko: 'loading="lazy" 삭제' }, edits: [{ ...extent, text: '' }] }]
}

const adding = (post: Post, node: Element): SuggestedChange[] => {
  const tag = post.range(node, 'tag')
  if (!tag || !isEditable(post, node)) return []
  const at = tag.start + '<img'.length
  return [
    {
      title: { en: 'Add loading="lazy"', ko: 'loading="lazy" 추가' },
      edits: [{ start: at, end: at, text: ' loading="lazy"' }],
    },
  ]
}

export default rule({
  summary: {
    en: 'The first image loads at once, far ones when needed.',
    ko: '첫 이미지는 바로, 아래쪽 이미지는 필요할 때 불러옵니다.',
  },
  why: {
    en: 'A lazy first image waits for the layout and delays the largest thing on the screen. Images far below it load in vain for those who do not scroll so far.',
    ko: '첫 이미지를 늦게 불러오면 화면에서 가장 큰 요소가 늦어집니다. 한참 아래의 이미지는 거기까지 읽지 않는 독자에게는 쓸데없이 내려받는 데이터입니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'web.dev: browser-level image lazy loading',
      url: 'https://web.dev/articles/browser-level-image-lazy-loading',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: the largest image was not lazily loaded',
      url: 'https://github.com/GoogleChrome/lighthouse',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'seo', weight: 1 },
  group: 'all',
  options: {
    eager: int(3, { en: 'Images that may load at once', ko: '바로 불러와도 되는 이미지 수' }, { minimum: 1 }),
  },
  messages: {
    first: {
      en: 'The first image is likely on the first screen; loading="lazy" delays it. Remove it.',
      ko: '첫 이미지는 첫 화면에 나올 가능성이 커서 loading="lazy"가 표시를 늦춥니다. 지우세요.',
    },
    eager: {
      en: 'An image further down loads with the page. Add loading="lazy".',
      ko: '아래쪽 이미지가 페이지와 함께 바로 내려받아집니다. loading="lazy"를 추가하세요.',
    },
  },
  check({ post, options, report }) {
    let count = 0
    const loaded = new Set<string>()
    return {
      element: {
        img(node, parents) {
          const source = attributeOf(node, 'src') ?? ''
          if (source === '' || source.startsWith('data:') || isSmall(post, node) || isHidden(node, parents)) return
          // What stands further up is loaded already.
          if (loaded.has(source)) return
          loaded.add(source)
          count += 1
          const tag = post.range(node, 'tag')
          const loading = attributeOf(node, 'loading')
          if (!tag || hasDynamicAttributes(post, node) || isLoadedByScript(node) || post.isTemplate(loading)) return
          const isLazy = loading?.toLowerCase() === 'lazy'
          // Only at the very top is the first image surely on the first screen.
          if (count === 1 && isLazy && tag.start - post.body.start < 600) {
            report(
              post.range(node, { attribute: 'loading' }) ?? tag,
              'first',
              {},
              { suggestions: removing(post, node) },
            )
          } else if (count > options.eager && loading === undefined) {
            report(tag, 'eager', {}, { severity: 'info', suggestions: adding(post, node) })
          }
        },
      },
    }
  },
  examples: {
    good: [
      '<p><img src="a.jpg" alt="돌담길"></p>\n<p><img src="b.jpg" alt="대한문" loading="lazy"></p>\n',
      'Markdown cannot say it.\n\n![a](1.jpg) ![b](2.jpg) ![c](3.jpg) ![d](4.jpg)\n',
      '<p><img src="1.jpg" alt="甲"><img src="2.jpg" alt="乙"><img src="3.jpg" alt="丙"><img src="4.jpg" alt="丁" width="24"></p>\n',
      '<p><img src="1.jpg" alt="甲"><img src="2.jpg" alt="乙"><img src="3.jpg" alt="丙"></p>\n<p><img src="1.jpg" alt="甲"></p>\n',
    ],
    bad: [
      { post: '<p><img src="a.jpg" alt="돌담길" ⟦loading="lazy"⟧></p>\n', messages: ['first'] },
      {
        post: '<p><img src="1.jpg" alt="Pier">⟦<img src="2.jpg" alt="Boats">⟧</p>\n',
        options: { eager: 1 },
        messages: ['eager'],
      },
    ],
  },
})
