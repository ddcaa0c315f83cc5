import type { Element } from 'hast'
import { addressOf } from '../../src/analysis/links/url.ts'
import { hidingIn, isOnItself, isToggled } from '../../src/analysis/style/hidden-text.ts'
import { declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { int } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { attributeOf, codeLike, isElement, isInCode, isVisible, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Where more of the text is white, the theme is dark. */
const mostWhite = 0.25

const printed = (node: Element): number => textOf(node).replace(/[\s\u00a0\u200b]+/g, '').length

/** A full stop or a dash as the whole text of a link that leads away: nobody would find it. */
const isDotLink = (post: Post, node: Element): boolean => {
  if (node.children.some((child) => child.type === 'element')) return false
  if (!/^[.,·‧・'`\-_]$/u.test(textOf(node).trim()) || attributeOf(node, 'ariaLabel') || attributeOf(node, 'title'))
    return false
  const address = attributeOf(node, 'href')
  return address !== undefined && !post.isTemplate(address) && addressOf(address).kind === 'web'
}

export default rule({
  summary: { en: 'No text that readers cannot see.', ko: '독자에게 보이지 않는 글을 넣지 않습니다.' },
  why: {
    en: 'Text that only search engines get to see counts as spam with them and can cost a page its place. Where it is an accident, readers miss what was written for them.',
    ko: '검색 엔진에만 보이는 글은 스팸으로 취급되어 페이지의 순위를 잃을 수 있습니다. 실수라면 독자가 읽어야 할 내용을 놓칩니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search: spam policies, hidden text and link abuse',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#hidden-text-and-links',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'seo', weight: 7 },
  options: {
    minChars: int(
      20,
      { en: 'Characters from which hidden text is reported', ko: '숨은 글로 보는 최소 글자 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    hidden: {
      en: '“{style}” hides {count} characters of text; search engines treat that as spam. Show the text or delete it.',
      ko: '“{style}”로 글 {count}자를 숨겼습니다. 검색 엔진이 스팸으로 취급합니다. 보이게 하거나 지우세요.',
    },
    color: {
      en: 'The text has the colour of its background, so nobody can read it. Change the colour or delete the text.',
      ko: '글자색이 배경색과 같아 읽을 수 없습니다. 색을 바꾸거나 글을 지우세요.',
    },
    white: {
      en: 'White text cannot be read on a white page. Change the colour, or give it a background.',
      ko: '흰 글자는 흰 바탕에서 읽을 수 없습니다. 색을 바꾸거나 배경색을 지정하세요.',
    },
    link: {
      en: 'A link on “{text}” alone is as good as hidden. Link words, or remove it.',
      ko: '“{text}” 한 글자에만 건 링크는 숨은 링크나 다름없습니다. 낱말에 걸거나 제거하세요.',
    },
  },
  check({ post, options, report }) {
    const isHiddenAround = (parents: Parents): boolean =>
      isInCode(parents) ||
      parents.some((parent) => isElement(parent) && hidingIn(declarationsOf(post, parent)) !== undefined)
    const assumed: { range: Range; count: number }[] = []
    return {
      attributed(node, parents) {
        if (node.tagName === 'a' && isDotLink(post, node)) {
          report(post.place(node, parents), 'link', { text: textOf(node).trim() })
        }
        const { style, color } = node.properties
        if ((style === undefined && color === undefined) || codeLike.has(node.tagName)) return
        const hiding = hidingIn(declarationsOf(post, node))
        const isHidden = hiding === undefined && isOnItself(post, node, parents)
        if (!hiding && !isHidden) return
        const count = isVisible(node) ? printed(node) : 0
        if (count < options.minChars || isHiddenAround(parents)) return
        const range = post.range(node, { attribute: style === undefined ? 'color' : 'style' })
        if (!range) return
        if (hiding) {
          if (isToggled(post, node)) return
          report(range, 'hidden', { style: `${hiding.property}: ${hiding.value}`, count })
          return
        }
        if (isHidden === 'assumed') assumed.push({ range, count })
        else report(range, 'color', {})
      },
      done() {
        const all = assumed.length > 0 ? textOf(post.content).replace(/\s+/g, '').length : 0
        const isWhite = assumed.reduce((sum, { count }) => sum + count, 0)
        if (isWhite > all * mostWhite) return
        for (const { range } of assumed) report(range, 'white', {}, { severity: 'warn' })
      },
    }
  },
  examples: {
    good: [
      '<p style="display: none">짧은 글</p>\n<p class="sr-only" style="text-indent: -999px">스크린 리더를 위한 긴 설명입니다. 화면에는 없습니다.</p>\n',
      '<details><summary>Answer</summary><p>Long enough a text that stays closed until asked for.</p></details>\n<a href="#a" onclick="show(\'a1\')">Show</a><div id="a1" style="display:none">The answer that the button shows.</div>\n',
      '<table bgcolor="#000000"><tr><td><span style="color: #fff">黒い背景の上にある白い文字は読むことができます。</span></td></tr></table>\n<p style="color: white">On a dark theme this is what one writes.</p>\n',
      'Footnote[1](https://example.com/1) and the end<a href="#top">.</a>\n',
      { post: '<p style="opacity: 0">This is a hidden text.</p>\n', options: { minChars: 100 } },
    ],
    bad: [
      {
        post: '<p ⟦style="position:absolute; left:-9999px"⟧>cheap flights cheap hotels cheap cars</p>\n',
        messages: ['hidden'],
      },
      {
        post: '<p>본문입니다.</p>\n<div ⟦style="display:none"⟧>맛집 추천 서울 맛집 강남 맛집 홍대 맛집 부산 맛집 제주 맛집</div>\n',
        messages: ['hidden'],
      },
      {
        post: '<div style="background: #ffffff"><p ⟦style="color: #fff"⟧>cheap flights cheap hotels cheap cars</p></div>\n<p>Read on⟦<a href="https://shop.example.net/">.</a>⟧ <font ⟦style="font-size:1px"⟧>激安旅行激安ホテル激安レンタカー予約サイト</font></p>\n',
        messages: ['color', 'link', 'hidden'],
      },
      {
        post: '<p>南京东路的老店从上个世纪开到现在，周末要排队，平时随时有位子，招牌菜是葱油拌面和生煎，价钱公道，老板娘记得每一位熟客的口味，下雨天还会借伞给没带伞的客人。店不大，一共八张桌子，靠窗的两张要提前打电话留位，其余的先到先得。</p>\n<p><span ⟦style="color:#FFFFFF"⟧>上海美食推荐上海小吃推荐上海餐厅推荐上海</span></p>\n',
        messages: ['white'],
      },
    ],
  },
})
