import { type LineBreak, lineBreaksOf, spacesAtLineEnds } from '../../src/analysis/blocks/line-ends.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'

/** Blank lines that may stand at the end. */
const mostBlank = 1

export default rule({
  summary: {
    en: 'The file ends with one line break, and lines end alike.',
    ko: '파일은 줄바꿈 하나로 끝나고 줄 끝이 일정합니다.',
  },
  why: {
    en: 'Without a last line break, with blank lines at the end or with mixed line ends, tools show changes that nobody made, and joined files run together.',
    ko: '마지막 줄바꿈이 없거나, 끝에 빈 줄이 남거나, 줄바꿈 문자가 섞이면 도구가 고치지 않은 곳까지 바뀐 것으로 표시하고 파일을 이을 때 줄이 붙습니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'markdownlint MD047, MD012 and MD009',
      url: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md',
    },
    { authority: 'convention', title: 'POSIX: a line ends with a newline' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    eol: oneOf(['consistent', 'lf', 'crlf'], 'consistent', {
      en: 'How lines end; `consistent` is what the file does most',
      ko: '줄바꿈 문자. `consistent`는 파일에서 더 많이 쓴 쪽',
    }),
  },
  messages: {
    missing: {
      en: 'The last line has no line break. Add one.',
      ko: '마지막 줄에 줄바꿈이 없습니다. 추가하세요.',
    },
    blank: {
      en: '{count} blank lines at the end of the file. Delete them.',
      ko: '파일 끝에 빈 줄이 {count}개 있습니다. 지우세요.',
    },
    mixed: {
      en: '{count} lines do not end with {wanted} like the file should. Use one line end.',
      ko: '{wanted:이/가} 아닌 줄바꿈이 {count}개 있습니다. 하나로 통일하세요.',
    },
    trailing: {
      en: 'Spaces at the end of the line. Delete them.',
      ko: '줄 끝에 공백이 있습니다. 지우세요.',
    },
  },
  check({ post, options, report }) {
    const { source, body } = post
    const fixing = (edits: readonly Edit[]) => ({ fix: { safe: true, edits } })

    const checkEnd = (breaks: readonly LineBreak[]): void => {
      const text = source.trimEnd()
      if (text.length <= body.start) return
      const wanted = breaks[0]?.text ?? '\n'
      const end = { start: text.length, end: source.length }
      if (breaks.at(-1)?.end !== source.length) {
        const range = { start: source.length, end: source.length }
        report(range, 'missing', {}, fixing([{ ...range, text: wanted }]))
        return
      }
      const own = breaks.findIndex(({ start }) => start >= end.start)
      const count = breaks.length - 1 - own
      if (count <= mostBlank) return
      const range = { start: breaks[own]!.end, end: source.length }
      report(range, 'blank', { count }, fixing([{ ...range, text: '' }]))
    }

    const checkMix = (breaks: readonly LineBreak[]): void => {
      const isCrlf = breaks.filter(({ text }) => text === '\r\n').length * 2 > breaks.length
      const wanted = options.eol === 'crlf' || (options.eol === 'consistent' && isCrlf) ? '\r\n' : '\n'
      const odd = breaks.filter(({ text }) => text !== wanted)
      const first = odd[0]
      if (!first) return
      const edits = odd.filter((range) => !post.isMasked(range)).map(({ start, end }) => ({ start, end, text: wanted }))
      report(
        { start: first.start, end: first.end },
        'mixed',
        { count: odd.length, wanted: wanted === '\n' ? 'LF' : 'CRLF' },
        fixing(edits),
      )
    }

    return {
      done() {
        const breaks = lineBreaksOf(post)
        checkEnd(breaks)
        checkMix(breaks)
        // Nobody edits what a generator has written.
        if (post.format === 'page') return
        for (const range of spacesAtLineEnds(post, breaks)) {
          report(range, 'trailing', {}, fixing([{ ...range, text: '' }]))
        }
      },
    }
  },
  examples: {
    good: [
      '<p>한 줄로 끝납니다.</p>\n',
      '<p>윈도에서 쓴 글</p>\r\n<p>둘째 줄</p>\r\n',
      'A hard break  \nin Markdown.\n\n```\ncode \n```\n',
      '할 일\n\n1. \n우산 챙기기\n',
      { post: '<p>一行目</p>\n<p>二行目</p>\n', options: { eol: 'lf' } },
    ],
    bad: [
      { post: '<p>끝에 줄바꿈이 없습니다.</p>⟦⟧', fixed: '<p>끝에 줄바꿈이 없습니다.</p>\n', messages: ['missing'] },
      { post: '<p>本文</p>\n⟦\n\n⟧', fixed: '<p>本文</p>\n', messages: ['blank'] },
      {
        post: '<p>One</p>⟦\r\n⟧<p>Two</p>⟦ \t⟧\n<p>三</p>\n',
        fixed: '<p>One</p>\n<p>Two</p>\n<p>三</p>\n',
        messages: ['mixed', 'trailing'],
      },
    ],
  },
})
