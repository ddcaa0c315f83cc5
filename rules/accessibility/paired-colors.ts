import type { Element } from 'hast'
import { attributeExtent, isEditable } from '../../src/analysis/blocks/extent.ts'
import { rgbaOf } from '../../src/analysis/style/contrast.ts'
import { type Declaration, declarationExtents, declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, codeLike, isBlank, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const isTextColor = ({ property, value }: Declaration): boolean => property === 'color' && rgbaOf(value) !== undefined

/** A picture or gradient is a background as well, if there is one; a variable is the theme’s, which changes with it. */
const isBackground = ({ property, value }: Declaration): boolean =>
  (property === 'background-color' && rgbaOf(value) !== undefined) ||
  (property === 'background' && !/^(?:none|transparent|inherit|initial|unset)$|var\(/i.test(value)) ||
  (property === 'background-image' && !/^(?:none|url\(\s*(?:''|"")?\s*\))$/i.test(value))

interface Colors {
  readonly attribute: 'style' | 'color' | 'bgcolor'
  readonly setsText: boolean
  readonly setsBackground: boolean
}

const colorsOf = (post: Post, node: Element): Colors => {
  const own = declarationsOf(post, node)
  const setsText = own.some(isTextColor)
  const setsBackground = own.some(isBackground)
  const font = node.tagName === 'font' && rgbaOf(attributeOf(node, 'color') ?? '') !== undefined
  const cell = rgbaOf(attributeOf(node, 'bgColor') ?? '') !== undefined
  const attribute = setsText || setsBackground ? 'style' : font ? 'color' : 'bgcolor'
  return { attribute, setsText: setsText || font, setsBackground: setsBackground || cell }
}

const removal = (post: Post, node: Element, { attribute }: Colors): readonly SuggestedChange[] => {
  if (!isEditable(post, node)) return []
  const isColor = (declaration: Declaration): boolean => isTextColor(declaration) || isBackground(declaration)
  const extents = attribute === 'style' ? declarationExtents(post, node, isColor) : 'all'
  const whole = attributeExtent(post, node, attribute)
  const ranges = extents === 'all' ? (whole ? [whole] : []) : (extents ?? [])
  const edits = ranges.map(({ start, end }) => ({ start, end, text: '' }))
  return edits.length > 0 ? [{ title: { en: 'Remove the colour', ko: '색 지정 삭제' }, edits }] : []
}

export default rule({
  summary: {
    en: 'Text colour and background are set together or not at all.',
    ko: '글자색과 배경색은 함께 지정하거나 둘 다 지정하지 않습니다.',
  },
  why: {
    en: 'The other half comes from the theme, its dark mode or the reader’s own settings: dark blue on white becomes dark blue on black.',
    ko: '나머지 한쪽은 테마나 다크 모드, 독자의 설정에서 옵니다. 흰 바탕의 남색 글씨가 검은 바탕의 남색 글씨가 될 수 있습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG F24: text colour without background colour, or the other way round',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F24',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G148: specifying neither',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G148',
    },
  ],
  presets: { accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  group: 'all',
  messages: {
    text: {
      en: 'A text colour without a background may be unreadable in dark mode or with the reader’s colours. Set both, or neither.',
      ko: '글자색만 있고 배경색이 없어 다크 모드나 독자의 색 설정에서 읽기 어려울 수 있습니다. 둘 다 지정하거나 둘 다 빼세요.',
    },
    background: {
      en: 'A background without a text colour may be unreadable in dark mode or with the reader’s colours. Set both, or neither.',
      ko: '배경색만 있고 글자색이 없어 다크 모드나 독자의 색 설정에서 읽기 어려울 수 있습니다. 둘 다 지정하거나 둘 다 빼세요.',
    },
  },
  check({ post, report }) {
    const colorsAround = (parents: Parents): readonly Colors[] =>
      parents.flatMap((parent) => (parent.type === 'element' ? [colorsOf(post, parent)] : []))
    return {
      element: {
        '*'(node, parents) {
          const own = colorsOf(post, node)
          if (own.setsText === own.setsBackground || isBlank(textOf(node)) || codeLike.has(node.tagName)) return
          if (parents.some((parent) => parent.type === 'element' && codeLike.has(parent.tagName))) return
          const around = colorsAround(parents)
          const isPaired = around.some(({ setsText, setsBackground }) => (own.setsText ? setsBackground : setsText))
          const place = post.range(node, { attribute: own.attribute })
          if (isPaired || !place) return
          report(place, own.setsText ? 'text' : 'background', {}, { suggestions: removal(post, node, own) })
        },
      },
    }
  },
  examples: {
    good: [
      '<p><span style="color: #1a5490; background: #fff">함께 지정</span>하거나 <b>지정하지 않습니다</b>.</p>\n',
      '<div style="background: #fff3b0; color: #000"><b style="color: #a00">Both</b> are set around it.</div>\n',
      '<p style="color: inherit; background: none">テーマのまま</p>\n<pre><b style="color: red">let</b></pre>\n<p style="color: red"></p>\n<iframe src="/map" title="地図" style="background: white"></iframe>\n<div style="background-image: url(\'\')">題</div>\n',
    ],
    bad: [
      {
        post: '<p><b ⟦style="color: #1a5490"⟧>글자색만</b> 있고 <i ⟦style="background-color: #ff0"⟧>배경색만</i> 있습니다.</p>\n',
        messages: ['text', 'background'],
      },
      {
        post: '<table><tr><td ⟦bgcolor="#eeeeee"⟧>Rain</td><td><font ⟦color="red"⟧>Storm</font></td></tr></table>\n',
        messages: ['background', 'text'],
      },
    ],
  },
})
