import { runAt } from '../../src/analysis/blocks/inline-at.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { sensoryOrdersIn } from '../../src/language/sensory-phrases.ts'
import type { TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** A name is set in bold, in italics or as a link. */
const isNamed = (unit: TextUnit, { start, end }: Range): boolean =>
  unit.runs.some(
    (run) =>
      run.start < end + 20 && run.end > start - 20 && run.inline.length > (runAt(unit, start)?.inline.length ?? 0),
  )

export default rule({
  summary: {
    en: 'Instructions name things, not only their shape or place.',
    ko: '조작 안내에서 모양이나 위치만으로 대상을 가리키지 않습니다.',
  },
  why: {
    en: 'A reader who hears the page, enlarges it or reads it on a telephone has no right-hand side and no round button; the name of the button works for everybody.',
    ko: '화면을 듣거나 확대하거나 휴대 전화로 보는 독자에게는 ‘오른쪽’도 ‘둥근 버튼’도 없습니다. 이름을 함께 쓰면 누구나 찾을 수 있습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.3.3 Sensory Characteristics (F14)',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F14',
    },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  options: {
    allow: list([], { en: 'Phrases that are fine', ko: '허용할 문구' }),
  },
  messages: {
    sensory: {
      en: '“{text}” says only how it looks or where it is. Add its name.',
      ko: '“{text:은/는}” 모양이나 위치로만 가리킵니다. 이름을 함께 쓰세요.',
    },
  },
  check({ post, options, report }) {
    for (const unit of post.units) {
      if (unit.kind === 'alt') continue
      for (const found of sensoryOrdersIn(unit.text)) {
        const text = unit.text.slice(found.start, found.end).replace(/\s+/g, ' ')
        if (isNamed(unit, found) || options.allow.some((phrase) => text.includes(phrase))) continue
        report(unit.place(found.start, found.end), 'sensory', { text })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>오른쪽의 “저장” 버튼을 누르고, 왼쪽 메뉴에서 <b>설정</b>을 고릅니다. 아래 표를 보세요.</p>\n',
      '<p>Press the Save button on the right. The picture on the left shows a round table. See the list below.</p>\n',
      'Click the button on the right (**Publish**).\n\n右側の「保存」ボタンを押します。\n',
      { post: '<p>Press the right arrow to go on.</p>\n', options: { allow: ['right arrow'] } },
    ],
    bad: [
      { post: '<p>⟦오른쪽 아래 둥근 버튼을 누르⟧면 글이 올라갑니다.</p>\n', messages: ['sensory'] },
      { post: 'To go on, ⟦click the button on the right⟧. Then ⟦press the round icon⟧.\n' },
      { post: '<p>⟦右上のアイコンをクリック⟧します。</p>\n<p lang="zh">⟦点击右上角的按钮⟧继续。</p>\n' },
    ],
  },
})
