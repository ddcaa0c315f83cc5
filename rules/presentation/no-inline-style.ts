import type { Element } from 'hast'
import { attributeExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { declarationsOf } from '../../src/analysis/style/inline-style.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { list } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { attributeOf, isElement, isInCode } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** What a picture or frame needs so that the page does not jump while it loads. */
const sizing = /^(?:aspect-ratio|(?:max-|min-)?(?:width|height))$/
const sized = new Set(['canvas', 'embed', 'iframe', 'img', 'object', 'video'])
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

const setsAlignment = (post: Post, node: Element): boolean =>
  attributeOf(node, 'align') !== undefined ||
  attributeOf(node, 'dir') !== undefined ||
  ['center', 'td', 'th', 'caption'].includes(node.tagName) ||
  declarationsOf(post, node).some(({ property }) => property === 'text-align' || property === 'direction')

/** A style that is empty, or says again what holds anyway. */
const isIdle = (post: Post, node: Element, parents: Parents): boolean => {
  const style = attributeOf(node, 'style') ?? ''
  if (style.trim() === '') return true
  const declarations = declarationsOf(post, node)
  if (declarations.length === 0 || rightToLeft.has(post.language)) return false
  const isLeft = declarations.every(
    ({ property, value }) => property === 'text-align' && value.toLowerCase() === 'left',
  )
  return (
    isLeft &&
    post.format !== 'page' &&
    !['td', 'th', 'caption'].includes(node.tagName) &&
    attributeOf(node, 'className') === undefined &&
    !parents.some((parent) => isElement(parent) && (setsAlignment(post, parent) || parent.properties.className))
  )
}

export default rule({
  summary: { en: 'No style attributes in the text.', ko: '본문에 style 속성을 쓰지 않습니다.' },
  why: {
    en: 'A style set on one element wins over the theme: it does not change with a new design, a dark mode or a small screen, and it has to be found again everywhere.',
    ko: '요소에 직접 지정한 스타일은 테마보다 우선합니다. 디자인을 바꾸거나 다크 모드, 작은 화면으로 보아도 그대로이고, 고치려면 모든 곳을 찾아야 합니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique G140: separating information and structure from presentation',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G140',
    },
    { authority: 'editorial', title: 'How text looks is up to the style sheet' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    allowProps: list([], { en: 'CSS properties that may be set', ko: '허용할 CSS 속성' }),
    allowElements: list([], { en: 'Elements that may have a style', ko: 'style을 써도 되는 요소' }),
  },
  messages: {
    style: {
      en: 'A style attribute overrides the theme. Use a class, or leave the look to the theme.',
      ko: 'style 속성이 테마를 덮어씁니다. 클래스를 쓰거나 테마에 맡기세요.',
    },
  },
  check({ post, options, report }) {
    const allowedElements = new Set(options.allowElements)
    const allowedProps = new Set(options.allowProps.map((property) => property.toLowerCase()))
    const isAllowed = (node: Element): boolean => {
      const declarations = declarationsOf(post, node)
      return (
        declarations.length > 0 &&
        declarations.every(
          ({ property }) =>
            property.startsWith('--') ||
            allowedProps.has(property) ||
            (sized.has(node.tagName) && sizing.test(property)),
        )
      )
    }
    return {
      element: {
        '*'(node, parents) {
          if (node.properties.style === undefined || allowedElements.has(node.tagName)) return
          if (isInCode([node, ...parents])) return
          const range = post.range(node, { attribute: 'style' })
          if (!range || isAllowed(node)) return
          const extent = isEditable(post, node) ? attributeExtent(post, node, 'style') : undefined
          const edits = extent && [{ ...extent, text: '' }]
          const fix: Fix | undefined = edits && isIdle(post, node, parents) ? { safe: true, edits } : undefined
          const title = { en: 'Remove the style', ko: 'style 속성 제거' }
          report(range, 'style', {}, { fix, suggestions: edits && !fix ? [{ title, edits }] : [] })
        },
      },
    }
  },
  examples: {
    good: [
      '<p class="lead">머리말입니다.</p>\n<iframe src="/map" title="지도" style="width: 100%; aspect-ratio: 16/9"></iframe>\n',
      '<p style="--accent: 1">変数です。</p>\n<pre><span style="color: red">x</span></pre>\n<svg style="display: inline"><path style="fill: red" d="M0 0"/></svg>\n',
      {
        post: '<p style="margin: 0">A</p>\n<table style="color: red"><tr><td>B</td></tr></table>\n',
        options: { allowProps: ['margin'], allowElements: ['table'] },
      },
    ],
    bad: [
      {
        post: '<p ⟦style="text-align: left;"⟧>왼쪽 정렬은 원래 그렇습니다.</p>\n<p ⟦style=""⟧>빈 값.</p>\n<div style="--a: 1"><span ⟦style="color: #c00; --a: 2"⟧>색</span></div>\n',
        fixed:
          '<p>왼쪽 정렬은 원래 그렇습니다.</p>\n<p>빈 값.</p>\n<div style="--a: 1"><span style="color: #c00; --a: 2">색</span></div>\n',
        messages: ['style'],
      },
      {
        post: 'Text with <span ⟦style="font-size: 20px"⟧>large</span> words. <img ⟦style="float: left"⟧ src="a.png" alt="码头">\n',
        fixed:
          'Text with <span style="font-size: 20px">large</span> words. <img style="float: left" src="a.png" alt="码头">\n',
      },
    ],
  },
})
