import { int, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { decorationsIn, type EmojiRow, emojiRowsIn } from '../../src/language/emoji.ts'
import { sizeOf } from '../../src/language/words.ts'
import type { TextUnit } from '../../src/post/post.ts'

/** A share says something only in a text of some length, and with more than a few emoji. */
const shortText = 50
const few = 3

const places = new Map<TextUnit['kind'], 'bullet' | 'heading'>([
  ['item', 'bullet'],
  ['heading', 'heading'],
])

/** A character count weighs about half a word. */
const wordsOf = ({ text, language }: TextUnit): number =>
  sizeOf(text, language) / (language === 'ja' || language === 'zh' ? 2 : 1)

export default rule({
  summary: {
    en: 'Emoji and symbols are rare and do not structure the text.',
    ko: '이모지와 기호로 글을 꾸미거나 구성하지 않습니다.',
  },
  why: {
    en: 'A screen reader speaks the name of each emoji (“party popper”, “rocket”) and of many symbols; as bullets, in headings and in rows they drown the words.',
    ko: '스크린 리더는 이모지와 기호의 이름을 하나하나 읽습니다. 글머리나 제목에 쓰거나 잇달아 쓰면 정작 글이 묻힙니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H86: text alternatives for emojis, emoticons, ASCII art',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H86',
    },
    { authority: 'editorial', title: 'Words carry the meaning' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  group: 'all',
  options: {
    maxRow: int(2, { en: 'Most emoji in a row', ko: '이어 쓸 수 있는 이모지의 최대 개수' }, { minimum: 1 }),
    maxPer100Words: number(
      1,
      { en: 'Most emoji for 100 words', ko: '단어 100개당 이모지의 최대 개수' },
      { minimum: 0 },
    ),
  },
  messages: {
    row: {
      en: '{count} emoji in a row; a screen reader speaks each by name. At most {limit}.',
      ko: '이모지 {count}개가 이어집니다(최대 {limit}개). 스크린 리더가 하나씩 모두 읽습니다.',
    },
    bullet: {
      en: 'An emoji as a bullet is read aloud before every item. Use the list’s own marks.',
      ko: '글머리로 쓴 이모지는 항목마다 소리 내어 읽힙니다. 목록의 글머리 기호로 충분합니다.',
    },
    heading: {
      en: 'An emoji in a heading is read aloud in every list of headings. Leave it out.',
      ko: '제목의 이모지는 제목 목록에서도 소리 내어 읽힙니다. 빼는 편이 낫습니다.',
    },
    many: {
      en: '{count} emoji in about {words} words; at most {limit} for 100 words.',
      ko: '단어 약 {words}개에 이모지가 {count}개입니다(100개당 최대 {limit}개).',
    },
    decoration: {
      en: 'A row of symbols (“{text}”) only decorates, and is read aloud sign by sign. Remove it.',
      ko: '장식으로 늘어놓은 기호(“{text}”)는 하나씩 소리 내어 읽힙니다. 지우세요.',
    },
  },
  check({ post, options, report }) {
    const removing = (unit: TextUnit, start: number, end: number) => {
      const stop = unit.text[end] === ' ' ? end + 1 : end
      const range = unit.range(start, stop)
      return range ? [{ title: { en: 'Remove it', ko: '지우기' }, edits: [{ ...range, text: '' }] }] : []
    }
    let words = 0
    const running: { unit: TextUnit; row: EmojiRow }[] = []
    for (const unit of post.units) {
      if (unit.kind === 'alt') continue
      words += wordsOf(unit)
      for (const { start, end } of decorationsIn(unit.text)) {
        const slots = { text: unit.text.slice(start, Math.min(end, start + 5)) }
        report(unit.place(start, end), 'decoration', slots, { suggestions: removing(unit, start, end) })
      }
      for (const row of emojiRowsIn(unit.text)) {
        const place = unit.place(row.start, row.end)
        const isFirst = unit.text.slice(0, row.start).trim() === ''
        const role = places.get(unit.kind)
        if (row.count > options.maxRow) {
          const suggestions = removing(unit, row.firstEnd, row.end)
          report(place, 'row', { count: row.count, limit: options.maxRow }, { suggestions })
        } else if (row.isSign || unit.kind === 'cell') continue
        else if (role === 'heading' || (role === 'bullet' && isFirst)) {
          report(place, role, {}, { suggestions: removing(unit, row.start, row.end) })
        } else running.push({ unit, row })
      }
    }
    const count = running.reduce((sum, { row }) => sum + row.count, 0)
    const [first] = running
    if (first && count > few && words >= shortText && (count / words) * 100 > options.maxPer100Words) {
      const slots = { count, words: Math.round(words), limit: options.maxPer100Words }
      report(first.unit.place(first.row.start, first.row.end), 'many', slots)
    }
    return undefined
  },
  examples: {
    good: [
      '<p>TO: □□□□□ 표시할 수 없는 글자는 ⬜⬜⬜로 나온다.</p>\n',
      '<p>출시를 축하합니다 🎉 별점: ★★★☆☆ ©2024 ™</p>\n<ul><li>✅ 완료</li><li>사과</li></ul>\n',
      '| Feature | Works |\n| --- | --- |\n| Print | 👍 |\n\nDone. 🚀\n',
      { post: 'Hooray 🎉🎉🎉\n', options: { maxRow: 3 } },
      { post: `${'The tide was out. 🌊 '.repeat(30)}\n`, options: { maxPer100Words: 50 } },
    ],
    bad: [
      {
        post: '<h2>⟦🎉⟧ 새 소식</h2>\n<ul><li>⟦🚀⟧ 빠르다</li><li>⟦💡⟧ 밝다</li></ul>\n',
        messages: ['heading', 'bullet'],
      },
      { post: 'We did it ⟦🎉🎉🎉⟧\n\n⟦★★★⟧ 必読 ⟦★★★⟧\n\n⟦▶▶⟧ 자세히\n', messages: ['row', 'decoration'] },
      { post: `It rained. ⟦🌧️⟧ ${'The tide was out again today. 🌊 '.repeat(10)}\n`, messages: ['many'] },
    ],
  },
})
