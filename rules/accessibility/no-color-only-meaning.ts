import type { Element } from 'hast'
import { contrast, rgbaOf } from '../../src/analysis/style/contrast.ts'
import { declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { list } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { colorPhrases } from '../../src/language/color-phrases.ts'
import { perPart } from '../../src/memo.ts'
import { isBodyText } from '../../src/post/body-text.ts'
import { attributeOf, blocks, classesOf, elementsIn, isBlank, isElement, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const black = { r: 0, g: 0, b: 0, alpha: 1 }

/** A colour as far from black text as from white paper is a cue of its own. */
const cueContrast = 3

const cueTags = new Set(['b', 'strong', 'em', 'i', 'u', 'mark', 'code', 'img', 'svg'])

/** Anything but its colour that sets a link off from the words around it. */
const hasCue = (post: Post, link: Element, parents: Parents): boolean => {
  if (classesOf(link).length > 0) return true
  const own = declarationsOf(post, link)
  const hasOther = own.some(
    ({ property, value }) =>
      (/^(?:border|outline|background|box-shadow|font|text-transform|display|padding)/.test(property) &&
        !/^(?:none|0|inherit|normal|transparent)\b/i.test(value)) ||
      (property === 'text-decoration' && /underline|dotted/i.test(value)),
  )
  const color = rgbaOf(own.findLast(({ property }) => property === 'color')?.value ?? '')
  if (hasOther || (color && contrast(color, black) >= cueContrast)) return true
  for (const { tagName } of elementsIn(link)) if (cueTags.has(tagName)) return true
  return parents.some((parent) => isElement(parent as Element, 'b', 'strong', 'em', 'i', 'nav'))
}

const wordLetters = (node: Element): number => textOf(node).replace(/[^\p{L}\p{N}]+/gu, '').length

/** A block is asked for by each of its links. */
const lettersIn = perPart(wordLetters)

/** Whether a link stands among other words of its block. */
const isInText = (link: Element, parents: Parents): boolean => {
  const block = parents.findLast((parent): parent is Element => parent.type === 'element' && blocks.has(parent.tagName))
  if (!block || !isElement(block, 'p', 'li', 'td', 'dd', 'blockquote', 'div')) return false
  return lettersIn(block) > wordLetters(link)
}

export default rule({
  summary: { en: 'Colour is not the only thing that carries meaning.', ko: '색만으로 뜻을 나타내지 않습니다.' },
  why: {
    en: 'Readers who do not see colours, or not these, miss what only a colour says: “the dates in red”, or a link that is merely blue.',
    ko: '색을 보지 못하거나 구별하지 못하는 독자는 “빨간색 글씨는 마감”이나 색만 다른 링크를 알아볼 수 없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.4.1 Use of Color',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/use-of-color.html',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G14: information by colour is also in text',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G14',
    },
    {
      authority: 'accessibility',
      title: 'WCAG F73: links that are not evident without colour vision',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F73',
    },
  ],
  presets: { strict: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 3 },
  options: {
    phrases: list([], {
      en: 'Further phrases that point at text by its colour',
      ko: '색으로 글을 가리키는 표현을 추가함',
    }),
  },
  messages: {
    phrase: {
      en: '“{phrase}” tells nothing to readers who do not see the colour. Add a word or a mark to what is meant, and name that.',
      ko: '“{phrase}”만으로는 색을 구별하지 못하는 독자가 알 수 없습니다. 가리키는 곳에 말이나 기호를 더하고 그것으로 설명하세요.',
    },
    link: {
      en: 'Without its underline only colour tells this link from the text. Keep the underline, or add another cue.',
      ko: '밑줄을 없애 색으로만 링크를 구별할 수 있습니다. 밑줄을 두거나 다른 표시를 더하세요.',
    },
  },
  check({ post, options, report }) {
    const own = options.phrases.map((phrase) => phrase.toLowerCase()).filter((phrase) => phrase !== '')
    return {
      element: {
        a(node, parents) {
          if (attributeOf(node, 'href') === undefined || isBlank(textOf(node))) return
          const isPlain = declarationsOf(post, node).some(
            ({ property, value }) => /^text-decoration(?:-line)?$/.test(property) && /^none\b/i.test(value),
          )
          if (!isPlain || !isInText(node, parents) || hasCue(post, node, parents)) return
          report(post.range(node, { attribute: 'style' }) ?? post.place(node, parents), 'link', {})
        },
      },
      done() {
        for (const unit of post.units) {
          if (!isBodyText(unit)) continue
          const { text } = unit
          const found = [...colorPhrases(text)]
          const lower = own.length > 0 ? text.toLowerCase() : ''
          for (const phrase of own) {
            const start = lower.indexOf(phrase)
            if (start >= 0) found.push({ start, end: start + phrase.length })
          }
          for (const { start, end } of found)
            report(unit.place(start, end), 'phrase', { phrase: text.slice(start, end) })
        }
      },
    }
  },
  examples: {
    good: [
      '<p>빨간 사과와 초록색 대문, 파란색 버튼이 있습니다. <b>(할인)</b> 표시가 붙은 상품을 고르세요.</p>\n',
      '<p>Read the <a href="/a" style="text-decoration: none; border-bottom: 1px dotted">guide</a> or the <a href="/b" style="text-decoration: none; font-weight: bold">map</a>.</p>\n',
      '<p><a href="/" style="text-decoration: none">単独のリンク</a></p>\n<p>赤いドアと<a href="/x">青い</a>屋根。</p>\n',
      '<p>파란색으로 강조된 “뜯는 곳”부터 뜯습니다.</p>\n',
      '<p>A house in red brick, printed on white paper.</p>\n',
    ],
    bad: [
      {
        post: '<p>⟦빨간색 글씨⟧는 할인 상품이고 ⟦파란색으로 표시된⟧ 날은 쉽니다.</p>\n',
        messages: ['phrase', 'phrase'],
      },
      {
        post: '<p>The ⟦dates in red⟧ are sold out. See the <a href="/plan" ⟦style="color: #00c; text-decoration: none"⟧>seating plan</a>.</p>\n',
        messages: ['phrase', 'link'],
      },
      { post: '<p>⟦赤字の⟧部分を直します。⟦标红的部分⟧需要修改。</p>\n' },
      { post: '<p>Fill in the ⟦crimson boxes⟧ first.</p>\n', options: { phrases: ['crimson boxes'] } },
    ],
  },
})
