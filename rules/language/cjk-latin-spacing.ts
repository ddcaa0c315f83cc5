import { runAt } from '../../src/analysis/blocks/inline-at.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { oneOf } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { type ScriptBorder, scriptBordersIn } from '../../src/language/script-spacing.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const modes = ['consistent', 'always', 'never', 'off'] as const

interface Found extends ScriptBorder {
  readonly unit: TextUnit
}

/** Takes the space away, or puts one in where there is none. */
const editOf = (unit: TextUnit, start: number, gap: Range): Edit | undefined => {
  if (gap.start < gap.end) {
    const range = unit.range(gap.start, gap.end)
    return range && { ...range, text: '' }
  }
  const before = unit.range(start, gap.start)
  return before && { start: before.end, end: before.end, text: ' ' }
}

/** Fewer borders than this show no habit, and neither do two ways of which each has a third of them. */
const fewest = 4
const habit = 2 / 3

/** Borders inside one stretch of text: markup beside a word follows habits of its own. */
const bordersOf = (post: Post, language: string): Found[] =>
  post.units.flatMap((unit) => {
    if (unit.language !== language || unit.kind === 'alt') return []
    return scriptBordersIn(unit.text).flatMap((border) =>
      runAt(unit, border.start) === runAt(unit, border.end - 1) ? [{ ...border, unit }] : [],
    )
  })

export default rule({
  summary: {
    en: 'Chinese and Japanese text spaces Latin words the same way throughout.',
    ko: '중국어·일본어 글에서 로마자 낱말의 앞뒤 간격을 한결같이 둡니다.',
  },
  why: {
    en: 'Whether a space stands between Han or kana and Latin letters is a matter of style (layout engines can add a quarter of an em themselves), but both ways in one post look careless.',
    ko: '한자나 가나와 로마자 사이를 띄울지는 양식의 문제이지만(조판 엔진이 4분의 1 em을 넣기도 함), 한 글에 두 방식이 섞이면 어수선해 보입니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'Requirements for Chinese Text Layout: mixed text composition',
      url: 'https://www.w3.org/TR/clreq/',
    },
    {
      authority: 'standard',
      title: 'Requirements for Japanese Text Layout: Japanese and Western text',
      url: 'https://www.w3.org/TR/jlreq/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 1 },
  fixable: 'safe',
  group: 'all',
  options: {
    zh: oneOf(modes, 'consistent', {
      en: 'Chinese: `consistent` keeps to what the post does most, `always` and `never` want or forbid the space',
      ko: '중국어: `consistent`는 글에서 더 많이 쓴 방식, `always`는 띄어쓰기, `never`는 붙여쓰기를 요구함',
    }),
    ja: oneOf(modes, 'consistent', { en: 'The same for Japanese', ko: '일본어에 적용할 같은 설정' }),
  },
  messages: {
    spaced: {
      en: 'A space parts Han or kana from Latin letters here, against the style of the post. Remove it.',
      ko: '여기만 한자·가나와 로마자 사이를 띄웠습니다. 붙여 쓰세요.',
    },
    glued: {
      en: 'No space parts Han or kana from Latin letters here, against the style of the post. Add one.',
      ko: '여기만 한자·가나와 로마자 사이를 붙였습니다. 띄어 쓰세요.',
    },
  },
  check({ post, options, report }) {
    for (const language of ['zh', 'ja'] as const) {
      const mode = options[language]
      if (mode === 'off') continue
      const found = bordersOf(post, language)
      const spaced = found.filter(({ isSpaced }) => isSpaced)
      const glued = found.filter(({ isSpaced }) => !isSpaced)
      const most = Math.max(spaced.length, glued.length)
      const isHabit = mode !== 'consistent' || (found.length >= fewest && most > found.length * habit)
      const wantsSpace = mode === 'always' || (mode === 'consistent' && spaced.length > glued.length)
      for (const { unit, start, end, gap } of isHabit ? (wantsSpace ? glued : spaced) : []) {
        const edit = editOf(unit, start, gap)
        const edits = edit ? [edit] : []
        const title = wantsSpace ? { en: 'Add a space', ko: '띄어 쓰기' } : { en: 'Remove the space', ko: '붙여 쓰기' }
        const details =
          mode === 'consistent'
            ? { suggestions: [{ title, edits }] }
            : { fix: { safe: true, changesText: true, edits } as const }
        report(unit.place(start, end), wantsSpace ? 'glued' : 'spaced', {}, edit ? details : {})
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p lang="zh">用 npm 安装 React，再用 <code>git</code>提交。T恤和B站。</p>\n',
      '<p lang="ja">Webサイトを作り、npmで入れ、Reactで書く。</p>\n',
      '<p>MS는 npm으로 배포하고 React 로 만든다. Vue로 바꾼다. Git 으로 올린다.</p>\n',
      { post: '<p lang="zh">用 npm 安装React，再用 Git 提交代码到 GitHub 上。</p>\n', options: { zh: 'off' } },
    ],
    bad: [
      {
        post: '<p lang="zh">用 npm 安装，再⟦用G⟧it 提交代码，放到 GitHub 上。</p>\n',
        messages: ['glued'],
      },
      {
        post: '<p lang="ja">これ⟦は W⟧e⟦b サ⟧イト。</p>\n',
        fixed: '<p lang="ja">これはWebサイト。</p>\n',
        options: { ja: 'never' },
      },
      {
        post: '<p lang="zh">⟦用n⟧p⟦m安⟧装。</p>\n',
        fixed: '<p lang="zh">用 npm 安装。</p>\n',
        options: { zh: 'always' },
      },
      { post: 'これはnpmで、あれはGitで、それ⟦は R⟧eactです。\n', messages: ['spaced'] },
    ],
  },
})
