import type { Element } from 'hast'
import { type ColoredText, coloredTexts, type OwnColor, valueRange } from '../../src/analysis/style/colored-text.ts'
import { contrast, hexOf, passingShade, rgbaOf } from '../../src/analysis/style/contrast.ts'
import { type Look, lookOf } from '../../src/analysis/style/look.ts'
import { oneOf, text } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'

/** Hardly any contrast: with a known background the text is hidden, with an assumed one the assumption is wrong. */
const leastContrast = { known: 1.05, assumed: 1.3 }

const needed = (level: 'AA' | 'AAA', isLarge: boolean): number =>
  level === 'AA' ? (isLarge ? 3 : 4.5) : isLarge ? 4.5 : 7

const shading = (post: Post, own: OwnColor | undefined, { front, back }: Look, least: number): SuggestedChange[] => {
  const range = own && valueRange(post, own)
  const shade = passingShade(front, back, least)
  return range && shade
    ? [{ title: { en: `Use ${shade}`, ko: `${shade} 쓰기` }, edits: [{ ...range, text: shade }] }]
    : []
}

/** 4.499 is not 4.5. */
const shown = (ratio: number, least: number): string =>
  (Number(ratio.toFixed(2)) < least ? ratio : Math.floor(ratio * 100) / 100).toFixed(2)

export default rule({
  summary: { en: 'Coloured text stands out from its background.', ko: '색을 입힌 글은 배경과 뚜렷이 구별되게 합니다.' },
  why: {
    en: 'Text with little contrast cannot be read with weak sight, on a poor screen or in sunlight. WCAG asks for 4.5:1, or 3:1 for large text.',
    ko: '대비가 낮은 글은 시력이 약하거나 화면이 흐리거나 햇빛 아래에서는 읽을 수 없습니다. WCAG 기준은 4.5:1, 큰 글자는 3:1입니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.4.3 Contrast (Minimum)',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique G18: a contrast ratio of at least 4.5:1',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G18',
    },
  ],
  presets: { strict: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  group: 'same',
  options: {
    assumeBackground: text('#ffffff', { en: 'Background of the theme', ko: '테마의 배경색' }),
    assumeText: text('#000000', { en: 'Text colour of the theme', ko: '테마의 글자색' }),
    level: oneOf(['AA', 'AAA'], 'AA', { en: 'Level of WCAG to reach', ko: '맞추려는 WCAG 등급' }),
    darkBackground: text('', {
      en: 'Background of the theme’s dark mode, if it has one',
      ko: '테마에 다크 모드가 있으면 그 배경색',
    }),
  },
  messages: {
    pair: {
      en: '{color} on {background} has a contrast of {ratio}:1; {needed}:1 is needed. Choose colours further apart.',
      ko: '배경 {background} 위의 {color}: 대비 {ratio}:1({needed}:1 이상 필요). 차이가 큰 색을 쓰세요.',
    },
    onTheme: {
      en: '{color} on a background of {background} (assumed) has a contrast of {ratio}:1; {needed}:1 is needed. Use another shade.',
      ko: '테마 배경을 {background:으로/로} 볼 때 {color}의 대비는 {ratio}:1입니다({needed}:1 이상 필요). 다른 색을 쓰세요.',
    },
    underTheme: {
      en: 'Text of {color} (assumed) on {background} has a contrast of {ratio}:1; {needed}:1 is needed. Set the text colour too.',
      ko: '테마 글자색을 {color:으로/로} 볼 때 배경 {background}의 대비는 {ratio}:1입니다({needed}:1 이상 필요). 글자색도 지정하세요.',
    },
  },
  check({ post, options, report }) {
    const paper = rgbaOf(options.assumeBackground) ?? { r: 1, g: 1, b: 1, alpha: 1 }
    const ink = rgbaOf(options.assumeText) ?? { r: 0, g: 0, b: 0, alpha: 1 }
    const dark = rgbaOf(options.darkBackground)
    const reported = new Set<Element>()

    const judge = (found: ColoredText, look: Look): void => {
      const { text: own, grounds, isLarge } = found
      const ratio = contrast(look.front, look.back)
      const least = needed(options.level, isLarge)
      const isKnown = own !== undefined && look.isOpaque
      if (ratio >= least || ratio < (isKnown ? leastContrast.known : leastContrast.assumed)) return
      const ground = grounds[0]
      const nearest = own && (!ground || own.depth >= ground.depth) ? own : ground
      const place = nearest && post.range(nearest.element, { attribute: nearest.attribute })
      if (!nearest || !place || reported.has(nearest.element)) return
      reported.add(nearest.element)
      const slots = {
        color: hexOf(look.front),
        background: hexOf(look.back),
        ratio: shown(ratio, least),
        needed: least,
      }
      const suggestions = found.fade ? [] : shading(post, own, look, least)
      report(place, isKnown ? 'pair' : own ? 'onTheme' : 'underTheme', slots, { suggestions })
    }

    return {
      done() {
        for (const found of coloredTexts(post)) {
          judge(found, lookOf(found, paper, ink))
          // In dark mode only a colour on the theme’s own background looks different.
          if (dark && found.text && found.grounds.length === 0) judge(found, lookOf(found, dark, ink))
        }
      },
    }
  },
  examples: {
    good: [
      '<p><span style="color: #1a5490">그럼에도</span> <span style="background-color: #21538527">따라서</span> 배포됩니다.</p>\n',
      '<h2 style="color: #ee2323">Large text needs less</h2>\n<p style="font-size: 20pt; color: #ee2323">So does this.</p>\n',
      '<p style="color: #777; opacity: 0.5">?</p>\n<p style="color: #777; background: linear-gradient(#000, #111)">?</p>\n<p class="notice-dark"><span style="color: #eee">?</span></p>\n',
      '<p style="color: #888"><a href="/">リンク</a><code>x</code> — </p>\n<p style="color: #fff">Hidden, or on a dark theme.</p>\n',
      '<label style="color: #888; background: #fff">이름 <input disabled></label>\n',
      { post: '<p style="color: #ddd">夜间模式</p>\n', options: { assumeBackground: '#121212' } },
    ],
    bad: [
      {
        post: '<p>이 결함은 <b><span ⟦style="color: #ee2323;"⟧>널리 퍼졌습니다.</span></b></p>\n',
        messages: ['onTheme'],
      },
      {
        post: '<div style="background: #fff"><p ⟦style="color: rgb(0 0 0 / 45%)"⟧>Faint</p></div>\n<p ⟦style="background: #333"⟧>Black on grey</p>\n<table><tr><td bgcolor="#ffff00"><font ⟦color="#999999"⟧>9</font></td></tr></table>\n',
        messages: ['pair', 'underTheme', 'pair'],
      },
      {
        post: '<div style="background: #fff"><p ⟦style="color: #000; opacity: 0.3"⟧>연한 글</p></div>\n',
        messages: ['pair'],
      },
      {
        post: '<p><span ⟦style="color: #767676"⟧>注意</span>と<span ⟦style="background: #555"⟧>背景</span></p>\n',
        options: { level: 'AAA', assumeText: '#333333' },
        messages: ['onTheme', 'underTheme'],
      },
      {
        post: '<p><span ⟦style="color: #1a5490"⟧>Blue</span> is too dark at night.</p>\n',
        options: { darkBackground: '#121212' },
      },
    ],
  },
})
