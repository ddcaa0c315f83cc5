import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isQuotation, setApart } from '../../src/language/setting.ts'

/** Who types in full width by mistake has an input method that can; in other languages such letters are examples. */
const typed: ReadonlySet<string> = new Set(['ko', 'zh', 'yue'])

const fullwidth = /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－][０-９Ａ-Ｚａ-ｚ]+)*/g

export default rule({
  summary: {
    en: 'No full-width letters and digits.',
    ko: '전각 영문자와 숫자를 쓰지 않습니다.',
  },
  why: {
    en: 'Full-width “ＡＢＣ” and “１２” come from an input method in the wrong mode. They take twice the width, look foreign in running text, and a search for the normal form does not always find them.',
    ko: '전각 “ＡＢＣ”, “１２”는 입력기 설정이 바뀐 채 입력한 글자입니다. 폭이 두 배이고 문장에서 어색하며, 반각으로 검색하면 찾지 못할 때가 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'W3C Requirements for Hangul Text Layout and Typography',
      url: 'https://www.w3.org/TR/klreq/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  fixable: 'unsafe',
  group: 'same',
  options: {
    japanese: flag(false, {
      en: 'Look at Japanese text too, where full-width digits are a matter of style',
      ko: '전각 숫자를 관습으로 쓰는 일본어 글도 검사함',
    }),
  },
  messages: {
    fullwidth: {
      en: '“{text}” is in full-width characters. Write “{normal}”.',
      ko: '“{text:은/는}” 전각 문자입니다. “{normal}”처럼 반각으로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    for (const unit of post.units) {
      const isTyped = typed.has(unit.language) || (unit.language === 'ja' && options.japanese)
      if (!isTyped || isQuotation(unit) || !/[０-９Ａ-Ｚａ-ｚ]/.test(unit.text)) continue
      const found = [...unit.text.matchAll(fullwidth)].map(({ 0: text, index }) => ({
        start: index,
        end: index + text.length,
        text,
      }))
      const apart = setApart(unit, found)
      for (const [index, { start, end, text }] of found.entries()) {
        if (apart[index]) continue
        const normal = text.normalize('NFKC')
        const range = unit.range(start, end)
        const fix = range && { safe: false, changesText: true as const, edits: [{ ...range, text: normal }] }
        report(unit.place(start, end), 'fullwidth', { text, normal }, { fix })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>높이는 10m이고 모델명은 K9입니다. 전각 문자(ＡＢＣ)의 예를 괄호에 적었습니다.</p>\n',
      '<p>イベントは７月１日に開催され、第２会場では音楽会があります。</p>\n',
      '<p>示例代码：<code>ＡＢＣ</code>。</p>\n<blockquote>这件蛋糕只卖１０００元。</blockquote>\n',
      '<p>Full-width letters such as ＡＢＣ are set upright in vertical text.</p>\n',
    ],
    bad: [
      {
        post: '<p>수위는 5.50⟦ｍ⟧로 높아졌고 ⟦ＫＢＳ⟧가 보도했습니다.</p>\n',
        fixed: '<p>수위는 5.50m로 높아졌고 KBS가 보도했습니다.</p>\n',
      },
      { post: '<p>这件蛋糕只卖⟦１０００⟧元。</p>\n', fixed: '<p>这件蛋糕只卖1000元。</p>\n' },
      {
        post: '<p>画面の大きさは⟦１２⟧インチで、とても見やすいです。</p>\n',
        fixed: '<p>画面の大きさは12インチで、とても見やすいです。</p>\n',
        options: { japanese: true },
      },
    ],
  },
})
