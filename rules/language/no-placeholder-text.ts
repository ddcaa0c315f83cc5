import type { Element } from 'hast'
import { inlineAt } from '../../src/analysis/blocks/inline-at.ts'
import { showsSampleText, unrenderedIn } from '../../src/analysis/blocks/unrendered.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { list, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { enclosuresOf } from '../../src/language/enclosures.ts'
import {
  mayHoldOrders,
  mayHoldSampleText,
  notesIn,
  ordersIn,
  type PhraseTable,
  phrasesIn,
  phraseTable,
  placeholderPhrases,
  sampleTextIn,
} from '../../src/language/placeholders.ts'
import { wholeText } from '../../src/language/whole-text.ts'
import { perObject } from '../../src/memo.ts'
import { attributeOf, textOf } from '../../src/post/elements.ts'
import type { TextUnit } from '../../src/post/post.ts'
import { firstOfOverlapping, type Range } from '../../src/post/range.ts'

const tableOf = perObject(
  (patterns: Readonly<Record<string, readonly string[]>>): PhraseTable => phraseTable(Object.values(patterns).flat()),
)

const namingTags = new Set(['a', 'q', 'cite', 'dfn'])

/** What a step of a how-to tells the reader to do is no order to the writer. */
const isStep = ({ parents }: TextUnit): boolean => parents[0]?.tagName === 'li' && parents[1]?.tagName === 'ol'

/** Without what is quoted, or named by a link or the title of a work. */
const unquoted = (unit: TextUnit, ranges: readonly Range[]): readonly Range[] => {
  if (ranges.length === 0) return ranges
  const enclosures = enclosuresOf(unit.text, ranges)
  return ranges.filter(
    ({ start }, index) =>
      enclosures[index]?.kind !== 'quote' && !inlineAt(unit, start).some(({ tagName }) => namingTags.has(tagName)),
  )
}

/** What templates and formats are written with. */
const mayHoldTemplates = (text: string): boolean => /[\ue000%]|\{\{/.test(text)

export default rule({
  summary: { en: 'Nothing in a post waits to be filled in.', ko: '채워 넣어야 할 자리를 남기지 않습니다.' },
  why: {
    en: 'Sample text, notes to oneself and links to example.com show every reader that the page was published unfinished.',
    ko: '예시 문구나 메모, example.com 링크가 남아 있으면 덜 쓴 글을 올렸다는 사실이 그대로 드러납니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'RFC 2606: reserved top level DNS names',
      url: 'https://www.rfc-editor.org/rfc/rfc2606',
    },
    { authority: 'editorial', title: 'Finish before publishing' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'content', weight: 10 },
  group: 'same',
  options: {
    patterns: record(
      placeholderPhrases,
      {
        en: 'Phrases that are placeholders where they stand alone, by language',
        ko: '홀로 쓰이면 채울 자리로 보는 문구(언어별)',
      },
      list([], { en: 'Phrases', ko: '문구' }),
    ),
    notes: list(['TODO', 'FIXME', 'TBD'], { en: 'Words of notes to oneself', ko: '작성자 메모에 쓰는 단어' }),
    hosts: list(['example.com', 'example.org', 'example.net'], {
      en: 'Host names that no link or picture should lead to, with their subdomains',
      ko: '링크나 이미지가 가리키면 안 되는 호스트(하위 도메인 포함)',
    }),
  },
  messages: {
    text: {
      en: '“{text}” is a placeholder. Write what belongs here or remove it.',
      ko: '“{text:은/는}” 채워 넣을 자리입니다. 내용을 쓰거나 지우세요.',
    },
    note: {
      en: '“{text}” is a note to the writer, not to readers. Do it or move it into a comment.',
      ko: '“{text:은/는}” 독자가 아니라 작성자를 위한 메모입니다. 처리하거나 주석으로 옮기세요.',
    },
    template: {
      en: '“{text}” was never replaced by a value. Write the value.',
      ko: '“{text:이/가}” 값으로 바뀌지 않았습니다. 값을 직접 쓰세요.',
    },
    target: {
      en: '{host} is reserved for examples and leads nowhere. Put in the real address.',
      ko: '{host:은/는} 예시용으로 예약된 주소입니다. 실제 주소를 넣으세요.',
    },
  },
  check({ post, options, report }) {
    const whole = wholeText(post)
    const phrases = tableOf(options.patterns)
    const notes = options.notes.filter((note) => whole.includes(note))
    // Of each kind, nearly no post holds any.
    const has = {
      orders: mayHoldOrders(whole),
      phrases: phrases.mayBeIn(whole),
      samples: mayHoldSampleText(whole),
      notes: notes.length > 0,
      templates: mayHoldTemplates(whole),
    }
    const tell = (unit: TextUnit, ranges: readonly Range[], messageId: 'text' | 'note' | 'template'): void => {
      for (const { start, end } of ranges) {
        report(unit.place(start, end), messageId, { text: unit.text.slice(start, end) })
      }
    }
    let isAboutSamples: boolean | undefined
    for (const unit of Object.values(has).includes(true) ? post.units : []) {
      if (unit.kind === 'alt') continue
      const orders = has.orders ? ordersIn(unit.text) : []
      const invitations = isStep(unit) ? [] : [...orders, ...(has.phrases ? phrasesIn(unit.text, phrases) : [])]
      const samples = has.samples ? sampleTextIn(unit.text) : []
      if (samples.length) isAboutSamples ??= showsSampleText(post)
      const texts = unquoted(unit, firstOfOverlapping(invitations))
      tell(unit, firstOfOverlapping([...texts, ...(isAboutSamples ? [] : samples)]), 'text')
      const isTopic = unit.kind === 'heading' && notes.includes(unit.text.trim())
      if (has.notes && !isTopic) tell(unit, unquoted(unit, firstOfOverlapping(notesIn(unit.text, notes))), 'note')
      if (has.templates) tell(unit, unrenderedIn(post, unit), 'template')
    }
    const inspect = (node: Element, name: 'href' | 'src'): void => {
      const value = attributeOf(node, name)
      const lower = value?.toLowerCase() ?? ''
      if (!options.hosts.some((name) => lower.includes(name)) || post.isTemplate(value)) return
      const host = addressOf(lower).url?.hostname
      const reserved = host && options.hosts.find((name) => host === name || host.endsWith(`.${name}`))
      // A link that shows the address names it as an example.
      if (!reserved || textOf(node).toLowerCase().includes(reserved)) return
      const range = post.range(node, { attribute: name }) ?? post.range(node, { value: name }) ?? post.place(node)
      report(range, 'target', { host: reserved })
    }
    return {
      element: {
        'a,area': (node) => inspect(node, 'href'),
        'img,iframe,video,audio,source': (node) => inspect(node, 'src'),
      },
    }
  },
  examples: {
    good: [
      '<p>할 일 목록을 만드는 앱 TODO를 써 보았다. “TODO: 테스트”라는 주석과 <code>TODO</code>를 찾는다.</p>\n',
      'Our TODO list is long. A TODO app needs a `// TODO: test` comment; the phrase “text goes here” is a classic.\n\n## TODO\n\n- Ship it\n',
      '<p>[이미지 삽입] 버튼을 누르고 [링크 추가]를 고릅니다.</p>\n<ol><li>제목을 입력하세요.</li></ol>\n',
      'See <https://example.com/feed> or [www.example.com](http://www.example.com/).\n\n[1]: https://example.com/unused\n',
      'The default text is this:\n\n    lorem ipsum dolor\n\nIt looks so:\n\n> Lorem ipsum dolor sit amet.\n',
      '---\ntitle: Rain\n---\n{{ page.title }} 100% sure\n',
      {
        post: '<p>TODO: 그림</p>\n<p>請輸入內容</p>\n<a href="https://example.com/">집</a>\n',
        options: { notes: [], patterns: {}, hosts: [] },
      },
    ],
    bad: [
      {
        post: '<p>자세한 내용은 ⟦[링크 넣기]⟧에서 볼 수 있습니다.</p>\n<p>⟦텍스트를 입력하세요⟧.</p>\n<p>⟦TODO⟧: 사진 고르기</p>\n<p><a ⟦href="https://example.com/page"⟧>누리집</a></p>\n',
        messages: ['text', 'text', 'note', 'target'],
      },
      {
        post: '⟦Lorem ipsum dolor⟧ sit amet, consectetur adipiscing elit.\n\nPrice: ⟦TBD⟧\n\nMore in ⟦[insert link here]⟧. ![Map](⟦https://www.example.org/map.png⟧)\n',
      },
      { post: '<p>⟦ここにテキストが入ります⟧。</p>\n<p>⟦此处添加内容⟧</p>\n' },
      { post: '---\ntitle: "⟦{{ .Name | title }}⟧"\n---\nText.\n', messages: ['template'] },
      { post: '---\ntitle: Hello, ⟦%s⟧\n---\nWelcome.\n', messages: ['template'] },
    ],
  },
})
