import type { Element } from 'hast'
import { blockExtent, isApart } from '../../src/analysis/blocks/extent.ts'
import { type FlowStep, stepsOf } from '../../src/analysis/blocks/flow.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { flag, int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

type Fault = 'doubled' | 'edge' | 'heading' | 'block'

const faultOf = ({ before, after }: FlowStep): Fault | undefined => {
  if (before?.kind === 'rule') return 'doubled'
  if (!before || !after) return 'edge'
  if (before.kind === 'heading' || after.kind === 'heading') return 'heading'
  return after.kind === 'list' || after.kind === 'table' ? 'block' : undefined
}

/** A theme or a script can be hooked to a line with a name. */
const isHook = ({ properties }: Element): boolean => properties.id !== undefined || properties.className !== undefined

/** A fence too many right after the front matter is a matter of that. */
const isFence = (post: Post, { start, end }: Range): boolean =>
  post.source.slice(start, end).trim() === '---' && start - post.body.start < 2 && post.front.format !== 'none'

const deletion = (post: Post, range: Range): readonly Edit[] =>
  isApart(post, range) ? [{ ...blockExtent(post, range), text: '' }] : []

export default rule({
  summary: {
    en: 'Lines across the page mark a change of topic, and few of them do.',
    ko: '가로줄은 화제가 바뀌는 곳에만 씁니다.',
  },
  why: {
    en: '<hr> says that the topic changes. Beside a heading it says so twice; before a list or a table it cuts these off from their text; at the edge of the post it parts nothing. Screen readers may announce each.',
    ko: '<hr>은 화제가 바뀐다는 뜻입니다. 제목 옆에서는 같은 말을 두 번 하고, 목록이나 표 앞에서는 본문과 갈라놓으며, 글의 처음과 끝에서는 나눌 것이 없습니다. 스크린 리더가 하나하나 읽을 수도 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the hr element',
      url: 'https://html.spec.whatwg.org/multipage/grouping-content.html#the-hr-element',
    },
    { authority: 'editorial', title: 'Headings part a post; lines are for what has none' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    max: int(3, { en: 'Most lines across the page', ko: '가로줄의 최대 개수' }, { minimum: 0 }),
    adjacent: flag(true, {
      en: 'Whether lines beside headings, lists, tables and other lines, and at the edges, are wrong',
      ko: '제목, 목록, 표, 다른 가로줄 옆이나 글의 처음과 끝에 있는 가로줄도 검사할지 여부',
    }),
  },
  messages: {
    doubled: {
      en: 'Two lines in a row part nothing from nothing. Delete one.',
      ko: '가로줄이 연달아 있어 나눌 내용이 없습니다. 하나를 지우세요.',
    },
    edge: {
      en: 'A line at the edge of the post parts nothing. Delete it.',
      ko: '글의 처음이나 끝에 있는 가로줄은 나눌 내용이 없습니다. 지우세요.',
    },
    heading: {
      en: 'The heading beside this line marks the change already. Delete the line.',
      ko: '바로 옆의 제목이 이미 화제를 나눕니다. 가로줄을 지우세요.',
    },
    block: {
      en: 'This line cuts the list or table after it off from its text. Delete it, or introduce what follows.',
      ko: '가로줄이 뒤따르는 목록이나 표를 본문과 갈라놓습니다. 지우거나 소개하는 문장을 넣으세요.',
    },
    many: {
      en: '{count} lines across the post; at most {limit}. Use headings where topics change.',
      ko: '가로줄이 {count}개입니다(최대 {limit}개). 화제가 바뀌는 곳에는 제목을 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const lines = stepsOf(post).filter(
        ({ part: { kind, range, element } }) => kind === 'rule' && range && !isHook(element!) && !isFence(post, range),
      )
      const plain: Range[] = []
      for (const step of lines) {
        const range = step.part.range!
        const fault = options.adjacent ? faultOf(step) : undefined
        // The theme of a built page may show something around the post.
        if (!fault || (fault === 'edge' && post.format === 'page')) plain.push(range)
        else {
          const edits = deletion(post, range)
          const isSafe = fault === 'doubled' || fault === 'edge'
          const suggestion = { title: { en: 'Delete the line', ko: '가로줄 삭제' }, edits }
          const details =
            edits.length === 0 ? {} : isSafe ? { fix: { safe: true, edits } } : { suggestions: [suggestion] }
          report(range, fault, {}, details)
        }
      }
      if (plain.length <= options.max) return
      for (const range of plain.slice(options.max)) {
        report(range, 'many', { count: plain.length, limit: options.max })
      }
    },
  }),
  examples: {
    good: [
      '<p>하루가 저물었다.</p>\n<hr>\n<p>이튿날 아침이었다.</p>\n',
      'One.\n\n---\n\nTwo.[^1]\n\n***\n\nThree.\n\n[^1]: A note.\n',
      '<hr id="more">\n<p>Text.</p>\n<hr>\n{% include share.html %}\n',
      { post: '## 見出し\n\n---\n\n本文。\n', options: { adjacent: false } },
    ],
    bad: [
      {
        post: '<p>준비물입니다.</p>\n\n⟦<hr/>⟧\n\n<ul><li>지도</li><li>물통</li></ul>\n\n⟦<hr/>⟧\n\n<h2>가는 길</h2>\n<p>지하철.</p>\n',
        messages: ['block', 'heading'],
      },
      {
        post: 'One.\n\n---\n\n⟦---⟧\n\nTwo.\n\n⟦***⟧\n',
        fixed: 'One.\n\n---\n\nTwo.\n',
        messages: ['doubled', 'edge'],
      },
      {
        post: '一。\n\n---\n\n二。\n\n⟦---⟧\n\n三。\n',
        options: { max: 1 },
        messages: ['many'],
      },
    ],
  },
})
