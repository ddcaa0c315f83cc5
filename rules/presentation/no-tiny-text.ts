import type { Element } from 'hast'
import { attributeExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { ownFontSize } from '../../src/analysis/style/font-size.ts'
import { declarationExtents } from '../../src/analysis/style/inline-style.ts'
import { int } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { isElement, isInCode, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** Elements whose text is small by its nature. */
const smallByNature = new Set(['sub', 'sup', 'rt', 'rp', 'caption', 'figcaption'])
/** Text smaller than this is meant to be hidden: another rule's matter. */
const hidden = 1
/** A remark in small print may be so long. */
const longSmallPrint = 120
/** How notes begin, which are small print by their nature: a mark, a number, a bracket. */
const noteMark = /^(?:[*†‡※([（［【〔]|\d{1,2}[.):\s])/

const printed = (node: Element): number => textOf(node).replace(/\s+/g, '').length
const isReadable = (node: Element): boolean => /[\p{L}\p{N}]/u.test(textOf(node))

const removal = (post: Post, node: Element) => {
  if (!isEditable(post, node) || node.properties.style === undefined) return []
  const extents = declarationExtents(post, node, ({ property }) => property === 'font-size')
  const whole = extents === 'all' ? attributeExtent(post, node, 'style') : undefined
  const ranges = extents === 'all' ? (whole ? [whole] : []) : (extents ?? [])
  const edits = ranges.map(({ start, end }) => ({ start, end, text: '' }))
  return [{ title: { en: 'Remove the size', ko: '글자 크기 제거' }, edits }]
}

export default rule({
  summary: { en: 'No text too small to read.', ko: '너무 작은 글씨를 쓰지 않습니다.' },
  why: {
    en: 'Text below 12 px is hard to read on a phone; readers have to zoom in and scroll sideways.',
    ko: '12px보다 작은 글은 휴대폰에서 읽기 어렵습니다. 독자가 확대하고 옆으로 밀어 가며 읽어야 합니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Lighthouse: document uses legible font sizes',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/font-size',
    },
  ],
  presets: { strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 3 },
  group: 'all',
  options: {
    minPx: int(12, { en: 'Smallest size of text in pixels', ko: '글자의 최소 크기(px)' }, { minimum: 1 }),
  },
  messages: {
    tiny: {
      en: 'Text of {size} px is hard to read; at least {limit} px. Leave the size to the theme.',
      ko: '{size}px 글씨는 읽기 어렵습니다(최소 {limit}px). 크기는 테마에 맡기세요.',
    },
    small: {
      en: '{count} characters in <small>, which is for side remarks. Set the text in normal size.',
      ko: '<small>에 글이 {count}자 있습니다. 짧은 덧붙임에만 쓰고 본문은 보통 크기로 두세요.',
    },
  },
  check({ post, options, report }) {
    const isExempt = (node: Element, parents: Parents): boolean =>
      isInCode([node, ...parents]) || [node, ...parents].some((around) => isElement(around, ...smallByNature))
    return {
      element: {
        '*'(node, parents) {
          if (node.properties.style === undefined && node.tagName !== 'font') return
          const size = ownFontSize(post, node)
          if (size === undefined || size <= hidden || size >= options.minPx - 0.01) return
          if (isExempt(node, parents) || !isReadable(node)) return
          const range = post.range(node, { attribute: node.properties.style === undefined ? 'size' : 'style' })
          if (!range) return
          const slots = { size: Math.round(size * 10) / 10, limit: options.minPx }
          report(range, 'tiny', slots, { suggestions: removal(post, node) })
        },
        small(node, parents) {
          const count = printed(node)
          if (count <= longSmallPrint || noteMark.test(textOf(node).trim()) || isExempt(node, parents)) return
          report(post.range(node, 'tag') ?? post.place(node, parents), 'small', { count })
        },
      },
    }
  },
  examples: {
    good: [
      '<p style="font-size: 14px">본문입니다.</p>\n<p style="font-size: 9pt">12픽셀입니다.</p>\n<p>H<sub style="font-size: 9px">2</sub>O</p>\n',
      '<figure><img src="a.png" alt="港"><figcaption style="font-size: 0.7em">港の朝</figcaption></figure>\n<p><span style="font-size: 8px">&nbsp;</span></p>\n',
      '<p><small><sup>1</sup> 측정은 2024년 5월에 했습니다. 같은 기기에서 열 번씩 재어 가운데 값을 골랐고, 처음 두 번은 캐시가 비어 있어 뺐습니다. 네트워크는 유선이었고 다른 프로그램은 모두 껐습니다. 기기마다 결과가 다를 수 있으며, 배터리로 쓸 때는 절반 가까이 느려지기도 합니다. 원자료는 저장소에 있습니다.</small></p>\n',
      '<p><small>Prices include tax.</small> <span style="font-size: var(--s)">x</span></p>\n',
      { post: '<p style="font-size: 10px">注释</p>\n', options: { minPx: 9 } },
    ],
    bad: [
      {
        post: '<p ⟦style="font-size: 9px; color: #333"⟧>잘 보이지 않는 글입니다.</p>\n<p><font ⟦size="1"⟧>小さい字</font></p>\n',
        messages: ['tiny'],
      },
      {
        post: '⟦<small>⟧All of this paragraph is set in small print although nothing in it is a side remark, so that readers who hold a phone in the tram have to zoom in to read it at all.</small>\n\nText <span ⟦style="font-size:.6em"⟧>tiny</span>.\n',
        messages: ['small', 'tiny'],
      },
    ],
  },
})
