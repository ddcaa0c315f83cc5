import type { Element } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type FakeItem, type FakeList, fakeLists } from '../../src/analysis/blocks/fake-list.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Longer ones are paragraphs that happen to be numbered. */
const longestItem = 200

const isSentence = ({ text }: FakeItem): boolean => /[.!?…]["”’»]?$/.test(text)

/** Dashes open what people say, too; then most lines are sentences. */
const isDialogue = ({ items }: FakeList): boolean =>
  items[0]!.marker.kind === '-' && items.filter(isSentence).length * 2 >= items.length

const isList = (list: FakeList): boolean =>
  !isDialogue(list) && list.items.reduce((sum, { text }) => sum + text.length, 0) <= longestItem * list.items.length

/**
 * The source of an item without its mark; undefined where the mark is not there as such, or where a line may end inside
 * an element.
 */
const content = (post: Post, { inner, marker, text }: FakeItem, isWhole: boolean): string | undefined => {
  const written = post.source.slice(inner.start, inner.end).trim()
  if (!isWhole && written.includes('<')) return undefined
  return written.startsWith(text.slice(0, marker.length)) ? written.slice(marker.length).trim() : undefined
}

/** Whether a paragraph stands in the source with both tags, and holds no other element than line breaks. */
const isPlain = (post: Post, paragraph: Element): boolean => {
  const tags = isEditable(post, paragraph) ? tagsOf(post, paragraph) : undefined
  return tags !== undefined && !/<(?!br\b)/i.test(post.source.slice(tags.inner.start, tags.inner.end))
}

const asList = (post: Post, list: FakeList, range: Range): SuggestedChange[] => {
  const isNumbered = list.items[0]!.marker.number !== undefined
  const texts = list.items.map((item) => content(post, item, list.isParagraphs))
  if (!texts.every((text) => text !== undefined && text !== '') || post.isMasked(range)) return []
  const title = { en: 'Make it a list', ko: '목록으로 바꾸기' }
  if (post.format === 'markdown') {
    if (!list.paragraph || post.range(list.paragraph, 'tag')) return []
    const lines = texts.map((text, index) => `${isNumbered ? `${index + 1}.` : '-'} ${text}`)
    return [{ title, edits: [{ ...range, text: lines.join('\n') }] }]
  }
  const whole = list.paragraph ? post.range(list.paragraph) : range
  if (!whole || (!list.isParagraphs && !(list.paragraph && isPlain(post, list.paragraph)))) return []
  const name = isNumbered ? 'ol' : 'ul'
  const text = `<${name}>\n${texts.map((item) => `    <li>${item}</li>\n`).join('')}</${name}>`
  return [{ title, edits: [{ ...whole, text }] }]
}

export default rule({
  summary: { en: 'Lists are lists, not lines with bullets.', ko: '목록은 기호를 붙인 줄이 아니라 목록 태그로 씁니다.' },
  why: {
    en: 'Lines that begin with a bullet or a number look like a list, but screen readers do not count them, long items do not line up, and the marks are read aloud.',
    ko: '기호나 번호로 시작하는 줄은 목록처럼 보이지만, 스크린 리더는 항목 수를 알려 주지 못하고 기호를 그대로 읽으며, 긴 항목은 줄이 맞지 않습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H48: ol, ul and dl for lists',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H48',
    },
    {
      authority: 'accessibility',
      title: 'WCAG failure F2: changes in text presentation to convey information',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
    },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 3 },
  options: {
    min: int(
      2,
      { en: 'Fewest lines in a row that look like a list', ko: '목록으로 볼 연속된 줄의 최소 개수' },
      { minimum: 2 },
    ),
  },
  messages: {
    fake: {
      en: '{count} lines in a row begin with “{mark}” but are no list, so nobody hears how many there are. Write a list.',
      ko: '“{mark}” 기호로 시작하는 줄이 {count}개 이어지지만 목록이 아니라 항목 수를 알 수 없습니다. 목록으로 쓰세요.',
    },
    numbered: {
      en: '{count} numbered lines in a row are no list, so nobody hears how many there are. Write an <ol>.',
      ko: '번호를 붙인 줄이 {count}개 이어지지만 목록이 아니라 항목 수를 알 수 없습니다. <ol>로 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      for (const list of fakeLists(post, options.min).filter(isList)) {
        const [first] = list.items
        const range = { start: first!.range.start, end: list.items.at(-1)!.range.end }
        const details = { suggestions: asList(post, list, range) }
        const count = list.items.length
        if (first!.marker.number !== undefined) report(range, 'numbered', { count }, details)
        else report(range, 'fake', { count, mark: first!.marker.kind }, details)
      }
    },
  }),
  examples: {
    good: [
      '<p>- 어디 가세요?</p>\n<p>- 시장에 갑니다.</p>\n<p>1.5배가 되었습니다.</p>\n<p>2.5배가 되었습니다.</p>\n',
      '- one\n- two\n\n1. eins\n2. zwei\n',
      '<p>2024. 5. 1.<br>2024. 5. 2.</p>\n<p>-3 °C<br>-5 °C</p>\n<table><tr><td>• a<br>• b</td></tr></table>\n',
      { post: '<p>・一<br>・二</p>\n', options: { min: 3 } },
    ],
    bad: [
      {
        post: '⟦<p>- 지도</p>\n<p>- 물통</p>⟧\n<p>준비물입니다.<br>⟦① 모자<br>② 장갑⟧</p>\n',
        messages: ['fake', 'numbered'],
      },
      { post: 'You need:\n\n⟦• a map\n• a bottle⟧\n', messages: ['fake'] },
      { post: '<p>⟦・地図<br>・水筒⟧</p>\n', messages: ['fake'] },
    ],
  },
})
