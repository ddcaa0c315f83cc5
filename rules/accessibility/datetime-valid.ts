import { isDateTime } from '../../src/analysis/fields/datetime.ts'
import { hasDynamicAttributes } from '../../src/analysis/images/alternative.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, textOf } from '../../src/post/elements.ts'

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

export default rule({
  summary: {
    en: 'Times are written so that machines can read them.',
    ko: '시각은 기계가 읽을 수 있는 형식으로 적습니다.',
  },
  why: {
    en: 'A <time> is there for programs: search engines, calendars, readers’ tools. A date in any other form, or one that does not exist, is nothing to them.',
    ko: '<time>은 검색 엔진이나 달력 같은 프로그램이 읽는 값입니다. 다른 형식의 날짜나 없는 날짜는 읽지 못합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the time element, datetime value',
      url: 'https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  group: 'all',
  messages: {
    invalid: {
      en: '“{value}” is no date or time that HTML knows. Write one such as 2024-05-02 or 2024-05-02T09:00+09:00.',
      ko: '“{value:은/는}” HTML이 읽을 수 있는 날짜나 시각이 아닙니다. 2024-05-02, 2024-05-02T09:00+09:00처럼 쓰세요.',
    },
    text: {
      en: 'Without `datetime` the text of <time> must be a date or time for machines; “{value}” is none. Add `datetime`.',
      ko: '`datetime`이 없으면 <time>의 글 자체가 기계가 읽는 형식이어야 합니다(“{value}”). `datetime`을 추가하세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      'time,ins,del'(node, parents) {
        const value = attributeOf(node, 'dateTime')
        const isChange = node.tagName !== 'time'
        if (post.isTemplate(value) || hasDynamicAttributes(post, node)) return
        const place = post.place(node, parents)
        if (value !== undefined) {
          if (isDateTime(value, isChange)) return
          report(post.range(node, { attribute: 'datetime' }) ?? place, 'invalid', { value: shortened(value) })
        } else if (!isChange) {
          const text = textOf(node).trim()
          if (text !== '' && !post.isTemplate(text) && !isDateTime(text, false)) {
            report(post.range(node, 'tag') ?? place, 'text', { value: shortened(text) })
          }
        }
      },
    },
  }),
  examples: {
    good: [
      '<p><time datetime="2024-05-02">5월 2일</time> <time datetime="2024-05-02T09:00+09:00">아침</time> <time>2024-05-02</time></p>\n',
      '<p><time datetime="PT4H18M3S">4 h</time> <time datetime="2024-W18">week</time> <time datetime="05-02">May 2</time> <time datetime="2h 30m">long</time></p>\n',
      '<p><time datetime="{{ page.date }}">今日</time> <time>{{ page.date }}</time> <ins datetime="2024-05-02">追記</ins> <del>旧</del></p>\n',
    ],
    bad: [
      {
        post: '<p><time ⟦datetime="2024-02-30"⟧>2월 30일</time> <time ⟦datetime="2024/05/02"⟧>5월 2일</time></p>\n',
        messages: ['invalid'],
      },
      { post: '<p>⟦<time>⟧two days ago</time> <del ⟦datetime="noon"⟧>old</del></p>\n', messages: ['text', 'invalid'] },
    ],
  },
})
