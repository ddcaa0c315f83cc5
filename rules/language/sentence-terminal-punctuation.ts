import { isCutOff, isNoProse, isSetApart, leadsOn } from '../../src/analysis/blocks/closing.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { endsSentence } from '../../src/language/sentences.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isRunningText } from '../../src/post/body-text.ts'
import type { TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Scripts that do without marks at the end of sentences. */
const unmarked = new Set(['th', 'lo', 'km', 'my', 'bo'])
/** A word of Chinese or Japanese takes about this many characters. */
const charactersPerWord = 2.5
/** A writer closes sentences as a habit when this many paragraphs, and this share of them, are closed. */
const habitParagraphs = 3
const habitShare = 0.8

/** A comma closes the lines of a poem and the last words of a letter. */
const openEnd = /[\p{L}\p{N}]$/u

const printedPlace = (unit: TextUnit): Range => {
  const { text } = unit
  return unit.place(text.length - text.trimStart().length, text.trimEnd().length)
}

export default rule({
  summary: { en: 'Sentences come to an end.', ko: '문장을 끝맺습니다.' },
  why: {
    en: 'A paragraph that stops without a full stop looks cut off: readers wonder what is missing, and speech software runs on into the next one.',
    ko: '문장 부호 없이 멈춘 단락은 잘린 글처럼 보입니다. 독자는 빠진 말을 찾고, 화면 낭독기는 다음 단락까지 이어 읽습니다.',
  },
  source: [{ authority: 'editorial', title: 'postlint: sentences end' }],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  options: {
    minWords: int(
      8,
      { en: 'Shorter paragraphs may be labels', ko: '이보다 짧은 단락은 이름표로 보고 넘어감' },
      { minimum: 1 },
    ),
  },
  messages: {
    open: {
      en: 'This paragraph ends without a full stop, unlike the others. Finish the sentence.',
      ko: '다른 단락과 달리 문장 부호 없이 끝납니다. 문장을 끝맺으세요.',
    },
    cut: {
      en: 'This sentence stops in the middle. Finish it.',
      ko: '문장이 중간에서 끊겼습니다. 끝맺으세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const open: TextUnit[] = []
      let closed = 0
      for (const [index, unit] of post.units.entries()) {
        if (!isRunningText(unit) || unmarked.has(unit.language)) continue
        const size = sizeOf(unit.text, unit.language) / (countsCharacters(unit.language) ? charactersPerWord : 1)
        if (isCutOff(unit) && !leadsOn(post, unit)) report(printedPlace(unit), 'cut', {})
        else if (size < options.minWords || isSetApart(unit) || isNoProse(unit)) continue
        // What the paragraph before leads to: a message, a line to type.
        else if (/[:：]\s*$/.test(post.units[index - 1]?.text ?? '')) continue
        else if (endsSentence(unit.text)) closed += 1
        // Lines of a poem or an address; leads to what follows.
        else if (openEnd.test(unit.text.trimEnd()) && !/\n\s*\S/.test(unit.text) && !leadsOn(post, unit))
          open.push(unit)
      }
      if (closed < habitParagraphs || closed < (closed + open.length) * habitShare) return
      for (const unit of open) report(printedPlace(unit), 'open', {})
    },
  }),
  examples: {
    good: [
      '<p>배는 정오에 나루터를 떠나 강을 건너 맞은편 마을로 갑니다.</p>\n<p>준비물은 다음과 같이 모두 세 가지이며 미리 챙겨야 합니다</p>\n<ul><li>외투</li></ul>\n',
      'The ferry leaves the old pier at noon every day of the week\n\nBring a coat because the wind on the river is cold\n',
      '我们在渡口等了很久,船还没有来。\n\n摄影:王明\n\n# 标题\n',
      'The ferry leaves the old pier at noon. It is small.\n\nThe crossing takes about ten minutes in good weather.\n\nDogs are welcome on board as long as they are kept.\n\nThe pilot writes the state of the river on a board in large letters, for example: water low\n\nThe machine at the pier prints the following line:\n\nTicket for one person and one dog on the noon ferry\n\n“The river was never as low as in the summer of that year” — a passenger on the noon ferry\n\nWith the best wishes of all the people who work on the river,\n\nAda Hill.\n',
      '<p>If you need more, see <a href="https://ferry.example.org">the timetable</a>.</p>\n',
      { post: 'One. Two.\n\nThree. Four.\n\nFive. Six.\n\nSeven eight nine\n', options: { minWords: 4 } },
    ],
    bad: [
      {
        post: '<p>배는 정오에 떠납니다.</p>\n⟦배 시간이 궁금하시다면, <a href="https://ferry.kr">ferry.kr⟧</a>\n',
        messages: ['cut'],
      },
      { post: '⟦If you need more, <https://ferry.example.org⟧>\n', messages: ['cut'] },
      { post: '<p>⟦배가 늦어지면 다음 배를 타야 하지만⟧</p>\n<p>걱정할 것은 없습니다.</p>\n', messages: ['cut'] },
      {
        post: 'The ferry leaves the old pier at noon. It is small.\n\nThe crossing takes about ten minutes in good weather.\n\nBring a coat because the wind on the river is cold.\n\nDogs are welcome on board as long as they are kept.\n\n⟦You can buy a ticket on the boat or in the⟧\n\nThe last boat leaves at nine in the evening from here.\n',
        messages: ['open'],
      },
    ],
  },
})
