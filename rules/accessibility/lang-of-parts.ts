import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { int } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { isHostCertain } from '../../src/language/certain-host.ts'
import { foreignLanguage, foreignRuns } from '../../src/language/foreign-runs.ts'
import { isBodyText } from '../../src/post/body-text.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

/** Whether the unit, or the stretch itself, stands in an element that says its language. */
const isMarked = ({ parents }: TextUnit): boolean => parents.some((parent) => attributeOf(parent, 'lang') !== undefined)

/** Titles and names stay in their own language: a link's text, a work, a label in bold type. */
const isTitle = ({ runs }: TextUnit, start: number, end: number): boolean =>
  runs.every(
    (run) =>
      run.end <= start ||
      run.start >= end ||
      run.inline.some(({ tagName }) => /^(?:a|cite|b|strong|kbd)$/.test(tagName)),
  )

/** What a fence left open leaves in the text. */
const isCode = ({ text }: TextUnit): boolean => /```|[{};]\s*$|::|=>|<\//m.test(text)

/** Says the language of a block in its own tag. */
const marking = (post: Post, { parents }: TextUnit, language: string): SuggestedChange[] => {
  const [block] = parents
  const tag = block && isEditable(post, block) ? post.range(block, 'tag') : undefined
  if (!block || !tag) return []
  const at = tag.start + 1 + block.tagName.length
  return [
    {
      title: { en: `Add lang="${language}"`, ko: `lang="${language}" 추가` },
      edits: [{ start: at, end: at, text: ` lang="${language}"` }],
    },
  ]
}

/** Puts a stretch into an element that says its language. */
const wrapping = (unit: TextUnit, start: number, end: number, language: string): SuggestedChange[] => {
  const range = unit.range(start, end)
  if (!range) return []
  return [
    {
      title: { en: `Wrap it in <span lang="${language}">`, ko: `<span lang="${language}">로 감싸기` },
      edits: [
        { start: range.start, end: range.start, text: `<span lang="${language}">` },
        { start: range.end, end: range.end, text: '</span>' },
      ],
    },
  ]
}

export default rule({
  summary: { en: 'Passages in another language say so.', ko: '다른 언어로 된 구절에는 언어를 표시합니다.' },
  why: {
    en: 'A screen reader reads everything with the voice of the page’s language. An English sentence in a Korean voice is hardly understood; `lang` makes it change the voice.',
    ko: '스크린 리더는 페이지의 언어로 모든 글을 읽습니다. 한국어 음성으로 읽는 영어 문장은 알아듣기 어렵습니다. `lang`이 있으면 음성을 바꿔 읽습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 3.1.2 Language of Parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique H58: language attributes for changes in language',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H58',
    },
  ],
  presets: { accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  group: 'same',
  options: {
    minWords: int(5, { en: 'Fewest words of a passage', ko: '검사할 구절의 최소 단어 수' }, { minimum: 2 }),
  },
  messages: {
    unmarked: {
      en: 'A passage in another language without lang="{language}" is read with the wrong voice. Mark it.',
      ko: '다른 언어로 된 구절에 lang="{language}" 표시가 없어 잘못된 음성으로 읽힙니다. 표시하세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const host = post.language
      if (host === 'und' || host === 'mul' || post.textOnly) return
      const units = post.units.filter((unit) => isBodyText(unit) && !isMarked(unit) && !isCode(unit))
      const foreign = new Map(units.map((unit) => [unit, foreignLanguage(unit, host, options.minWords)]))
      if (!isHostCertain(post, foreign)) return
      for (const [unit, language] of foreign) {
        const { length } = unit.text
        if (language && !isTitle(unit, 0, length)) {
          report(unit.place(0, length), 'unmarked', { language }, { suggestions: marking(post, unit, language) })
        }
        if (language || unit.language !== host) continue
        for (const { start, end, language: own } of foreignRuns(unit, options.minWords)) {
          if (isTitle(unit, start, end)) continue
          const suggestions = wrapping(unit, start, end, own)
          report(unit.place(start, end), 'unmarked', { language: own }, { suggestions })
        }
      }
    },
  }),
  examples: {
    good: [
      '<p>그는 <q lang="en">The sea is calm to the north of us</q>라고 적었습니다. 바다는 고요했습니다.</p>\n',
      '---\nlang: zh_tw\n---\n\n已經發布了。這是穩定版本第一個小版本更新。\n\n- Passing method arguments in the wrong order when they are mixed breaks the caching of collections.\n- The missing method that warns of it crashed with a segmentation fault.\n',
      '## 今月の変更\n\n今月の変更は次のとおりです。\n\n- The command now opens a terminal in a window of its own, and closes it when the job ends.\n- A mark that stands at the end of the last line is no longer lost when the file is saved, nor when it is read again.\n- Names of files that hold spaces are completed as they should be, on every system that we know of.\n',
      '<p>“The Old Man and the Sea”를 읽고 <code>git log --all</code> 명령과 IT 기업의 CEO를 떠올렸습니다.</p>\n',
      '<blockquote lang="ja"><p>これは日本語で書かれた引用の文章です。</p></blockquote>\n<p>The quotation above is in Japanese, and it says so itself.</p>\n',
    ],
    bad: [
      {
        post: '<p>그는 일기에 “⟦the sea is calm to the north of us⟧”라고 적었습니다. 그날 바다는 고요했고 바람도 없었습니다.</p>\n',
        messages: ['unmarked'],
      },
      {
        post: '<p>She wrote down what the old man had said to her that morning, and kept the note for years. She showed it to nobody, not even to her brother, who had once gone out to sea with him, and who would have known what it meant.</p>\n<blockquote><p>⟦오늘은 바다가 고요하니 배를 띄웁니다⟧.</p></blockquote>\n',
      },
      {
        post: '<p>看板には⟦we are closed for today⟧と書いてあった。店の前でしばらく待ったが、誰も来なかった。</p>\n',
        options: { minWords: 3 },
      },
    ],
  },
})
