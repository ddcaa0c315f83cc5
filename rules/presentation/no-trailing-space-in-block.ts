import type { Element } from 'hast'
import { tagsOf } from '../../src/analysis/blocks/extent.ts'
import { flag } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { isInCode } from '../../src/post/elements.ts'
import type { Range } from '../../src/post/range.ts'

/** White space that stays on its line, and the no-break space in all its spellings. */
const space = /^(?:[ \t\u00a0]|&nbsp;|&#160;|&#xa0;)+/i
const lastSpace = /(?:[ \t\u00a0]|&nbsp;|&#160;|&#xa0;)$/i
/** After the end of a sentence two spaces are a habit of typists. */
const sentenceEnd = /[.!?:;。！？…)"”’\]]$/
const longest = 200

/** The space at the end of a text, before an end tag. */
const trailing = (text: string): number => {
  let end = text.length
  while (end > 0) {
    const found = lastSpace.exec(text.slice(Math.max(0, end - 6), end))
    if (!found) break
    end -= found[0].length
  }
  return text.length - end
}

export default rule({
  summary: { en: 'No spaces at the ends of blocks.', ko: '블록의 처음과 끝에 공백을 두지 않습니다.' },
  why: {
    en: 'Such spaces are left over from editing. A no-break space there is even shown and shifts the line; two spaces between words show as one.',
    ko: '편집하다 남은 공백입니다. 줄바꿈 없는 공백(&nbsp;)은 화면에도 나타나 줄을 밀고, 낱말 사이의 공백 두 개는 하나로 표시됩니다.',
  },
  source: [{ authority: 'editorial', title: 'White space that nobody meant' }],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    double: flag(true, { en: 'Report two spaces between words too', ko: '낱말 사이의 공백 두 개도 보고함' }),
  },
  messages: {
    end: {
      en: 'Space before </{name}>. Delete it.',
      ko: '</{name}> 앞에 공백이 있습니다. 지우세요.',
    },
    start: {
      en: 'Space after <{name}>. Delete it.',
      ko: '<{name}> 뒤에 공백이 있습니다. 지우세요.',
    },
    double: {
      en: 'Several spaces between two words. Keep one.',
      ko: '낱말 사이에 공백이 여러 개 있습니다. 하나만 남기세요.',
    },
  },
  check({ post, options, report }) {
    const deleting = (range: Range, text = '') => ({ safe: true, edits: [{ ...range, text }] })
    const inspect = (node: Element, parents: Parents): void => {
      const tags = tagsOf(post, node)
      if (!tags || isInCode(parents)) return
      const { start, end } = tags.inner
      const { tagName: name } = node
      const before = trailing(post.source.slice(Math.max(start, end - longest), end))
      // A block of nothing else is another rule's, and so is the indentation of an end tag on a line of its own.
      if (before === end - start) return
      const isIndented = (at: number): boolean => /[\r\n]/.test(post.source[at] ?? '\n')
      const last = { start: end - before, end }
      if (before > 0 && !isIndented(last.start - 1) && !post.isMasked(last)) {
        report(last, 'end', { name }, { fix: deleting(last) })
      }
      const after = space.exec(post.source.slice(start, Math.min(end, start + longest)))?.[0].length ?? 0
      const first = { start, end: start + after }
      if (after > 0 && !isIndented(first.end) && !post.isMasked(first)) {
        report(first, 'start', { name }, { fix: deleting(first) })
      }
    }
    const inspectUnits = (): void => {
      for (const unit of post.units) {
        if (unit.kind === 'alt' || unit.kind === 'title' || unit.kind === 'summary') continue
        if (isInCode(unit.parents)) continue
        for (const { 0: text, index } of unit.text.matchAll(/(?<=[\p{L}\p{N},\ufffc]) {2,}(?=[\p{L}\p{N}])/gu)) {
          if (sentenceEnd.test(unit.text.slice(Math.max(0, index - 1), index))) continue
          const range = unit.range(index, index + text.length)
          if (!range || post.isMasked(range) || post.source.slice(range.start, range.end) !== text) continue
          report(range, 'double', {}, { fix: deleting(range, ' ') })
        }
      }
    }
    return {
      element: { 'p,li,dt,dd,h1,h2,h3,h4,h5,h6,figcaption': inspect },
      done() {
        if (options.double) inspectUnits()
      },
    }
  },
  examples: {
    good: [
      '<p>\n  들여 쓴 단락입니다.\n</p>\n<ul>\n  <li>하나\n    <ul><li>둘</li></ul>\n  </li>\n</ul>\n',
      '<p>Two spaces after a full stop.  That is how typists do it.</p>\n<pre>a  b </pre>\n<p>{{ page.note }}</p>\n',
      'A hard break  \nin Markdown.\n\n- 項目\n',
      { post: '<p>one  two</p>\n', options: { double: false } },
    ],
    bad: [
      {
        post: '<p>문장입니다.⟦ ⟧</p>\n<li>⟦&nbsp;⟧항목⟦&nbsp; ⟧</li>\n<h2>⟦ ⟧제목</h2>\n',
        fixed: '<p>문장입니다.</p>\n<li>항목</li>\n<h2>제목</h2>\n',
        messages: ['end', 'start'],
      },
      {
        post: '<p>one⟦  ⟧two</p>\n<p>これは⟦   ⟧空白です。</p>\n',
        fixed: '<p>one two</p>\n<p>これは 空白です。</p>\n',
        messages: ['double'],
      },
    ],
  },
})
