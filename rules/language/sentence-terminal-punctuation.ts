import { linksOf } from '../../src/analysis/links/links.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { endsSentence } from '../../src/language/sentences.ts'
import { countsCharacters, sizeOf } from '../../src/language/words.ts'
import { isRunningText } from '../../src/post/body-text.ts'
import { isElement, isVisible } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Scripts that do without marks at the end of sentences. */
const unmarked = new Set(['th', 'lo', 'km', 'my', 'bo'])
/** A word of Chinese or Japanese takes about this many characters. */
const charactersPerWord = 2.5
/** A writer closes sentences as a habit when this many paragraphs, and this share of them, are closed. */
const habitParagraphs = 3
const habitShare = 0.8

/** Endings of Korean verbs after which a sentence goes on. */
const koreanConnective =
  /(?:다면|라면|으면|하면|되면|시면|려면|지만|는데|은데|하고|되고|하며|되며|므로|니까|아서|어서|해서)[,，]?$/
/** “Source: …”, “Photo: …”. */
const label = /^[^:：.]{1,20}[:：]/
const emoticon = /(?:[:;=8xX]-?[)(DPpoO|/]|\^\^|ㅎ|ㅋ|ㅠ|ㅜ|笑|w)$/
const bareAddress = /^(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/
const openEnd = /[\p{L}\p{N},，、]$/u
const introduced = new Set(['ul', 'ol', 'dl', 'pre', 'table', 'blockquote', 'figure', 'img', 'iframe', 'video', 'div'])

/** A label and what it names, an item, an address or a smile at the end. */
const isNoProse = ({ text, parents }: TextUnit): boolean => {
  const printed = text.trim()
  const last = printed.slice(-200).split(/\s/).at(-1) ?? ''
  return (
    label.test(printed) ||
    emoticon.test(printed) ||
    bareAddress.test(last) ||
    parents.some(({ tagName }) => tagName === 'li' || tagName === 'dd')
  )
}

/** The text before a bare address that closes the block. */
const beforeAddress = (unit: TextUnit): string | undefined => {
  const text = unit.text.trimEnd()
  const link = linksOf(unit).at(-1)
  const isLast = link !== undefined && text.slice(link.end).trim() === ''
  return isLast && bareAddress.test(text.slice(link.start).trim()) ? text.slice(0, link.start).trimEnd() : undefined
}

/** A sentence that stops in the middle: after a connective, or at a comma with only an address behind it. */
const isCutOff = (unit: TextUnit): boolean => {
  const rest = beforeAddress(unit)
  if (rest !== undefined && /[,，、]$/.test(rest)) return true
  return unit.language === 'ko' && koreanConnective.test(rest ?? unit.text.trimEnd())
}

/** What follows may be what the block leads to. */
const leadsOn = ({ content }: Post, { parents }: TextUnit): boolean => {
  const [block, outer = content] = parents
  const siblings = outer.children
  const next = block && siblings.slice(siblings.indexOf(block) + 1).find(isVisible)
  if (!isElement(next)) return false
  const only = next.children.filter(isVisible)
  return introduced.has(next.tagName) || (only.length === 1 && isElement(only[0], 'img', 'a', 'code', 'em', 'iframe'))
}

const printedPlace = (unit: TextUnit): Range => {
  const { text } = unit
  return unit.place(text.length - text.trimStart().length, text.trimEnd().length)
}

const styled = new Set(['a', 'b', 'strong', 'em', 'i', 'small', 'cite', 'sub', 'sup', 'font', 'span'])

/** Wholly linked, bold or small: a title, a button, a credit. */
const isSetApart = ({ runs, text }: TextUnit): boolean =>
  runs.every(
    ({ start, end, inline }) =>
      text.slice(start, end).trim() === '' || inline.some(({ tagName }) => styled.has(tagName)),
  )

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
      for (const unit of post.units) {
        if (!isRunningText(unit) || unmarked.has(unit.language)) continue
        const size = sizeOf(unit.text, unit.language) / (countsCharacters(unit.language) ? charactersPerWord : 1)
        if (isCutOff(unit) && !leadsOn(post, unit)) report(printedPlace(unit), 'cut', {})
        else if (size < options.minWords || isSetApart(unit) || isNoProse(unit)) continue
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
