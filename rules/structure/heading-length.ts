import { blockPlace } from '../../src/analysis/blocks/block.ts'
import { int, text } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { abbreviations, closingAbbreviations } from '../../src/language/abbreviations.ts'
import { widthInEm } from '../../src/language/display-em.ts'
import { sentencesOf } from '../../src/language/sentences.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

/** A full stop that belongs to the last word: “etc.”, “U.S.”, “Q1.”, an ellipsis. */
const isPartOfWord = (heading: string): boolean => {
  const [word = ''] = /\S+$/.exec(heading.slice(-40)) ?? []
  const bare = word.replace(/\.$/, '').toLowerCase()
  return (
    /\.{2,}$/.test(word) ||
    bare.includes('.') ||
    /^\p{L}$/u.test(bare) ||
    abbreviations.has(bare) ||
    closingAbbreviations.has(bare)
  )
}

/** The closing mark that a heading should not have. */
const closingMark = (heading: string, marks: string): string | undefined => {
  const last = heading.at(-1) ?? ''
  if (!marks.includes(last) || heading.length < 2) return undefined
  // `:smile:` and `12.` alone.
  if (/:[\w+-]+:$/.test(heading) || /^[\d.]+$/.test(heading)) return undefined
  return last === '.' && isPartOfWord(heading) ? undefined : last
}

const isSeveral = (post: Post, unit: TextUnit): boolean => {
  const [first, second] = sentencesOf(post, unit)
  return (
    second !== undefined &&
    first?.isClosed === true &&
    !/^\W*[\d.IVX]+\.$/.test(unit.text.slice(first.start, first.end)) &&
    /[.。]$/.test(unit.text.trim())
  )
}

export default rule({
  summary: { en: 'Headings are short and end without a full stop.', ko: '제목은 짧게, 마침표 없이 씁니다.' },
  why: {
    en: 'Readers skim headings, and tables of contents and screen readers list them. A heading as long as a paragraph, or one that ends like a sentence, no longer works as a label.',
    ko: '제목은 훑어 읽는 글이며 목차와 스크린 리더의 목록에도 나옵니다. 단락처럼 길거나 문장처럼 끝나는 제목은 이름표 구실을 하지 못합니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'markdownlint MD026: trailing punctuation in heading',
      url: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/md026.md',
    },
    { authority: 'editorial', title: 'postlint: headings are labels' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  group: 'same',
  options: {
    maxEm: int(
      45,
      {
        en: 'Greatest width in em: about 100 Latin, 55 Korean or 45 Chinese or Japanese characters',
        ko: '최대 너비(em). 로마자 약 100자, 한글 약 55자, 한자와 가나 약 45자',
      },
      { minimum: 1 },
    ),
    punctuation: text('.,;:。，；：', {
      en: 'Marks that a heading does not end with',
      ko: '제목 끝에 쓰지 않는 문장 부호',
    }),
  },
  messages: {
    long: {
      en: 'This heading is as long as a paragraph. Shorten it to what the section is about.',
      ko: '제목이 단락만큼 깁니다. 이 부분이 무엇에 관한 것인지만 남기세요.',
    },
    punctuation: {
      en: 'Headings are labels and end without “{mark}”. Remove it.',
      ko: '제목은 이름표이므로 “{mark:으로/로}” 끝내지 않습니다. 지우세요.',
    },
    sentences: {
      en: 'This heading holds several sentences. Keep one as the heading and write the rest below it.',
      ko: '제목에 문장이 여럿 있습니다. 하나만 제목으로 두고 나머지는 본문에 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      for (const unit of post.units) {
        if (unit.kind !== 'heading') continue
        const heading = unit.text.trim()
        const mark = closingMark(heading, options.punctuation)
        if (widthInEm(heading) > options.maxEm) report(blockPlace(post, unit), 'long', {})
        else if (isSeveral(post, unit)) report(blockPlace(post, unit), 'sentences', {})
        else if (mark) {
          const end = unit.text.trimEnd().length
          const range = unit.range(end - 1, end)
          const suggestions = range
            ? [{ title: { en: `Remove “${mark}”`, ko: `“${mark}” 삭제` }, edits: [{ ...range, text: '' }] }]
            : []
          report(blockPlace(post, unit), 'punctuation', { mark }, { suggestions })
        }
      }
    },
  }),
  examples: {
    good: [
      '## 설치하기\n\n## Why Node.js?\n\n## Pens, paper, etc.\n\n## 1. はじめに\n\n## To be continued...\n\n## 12.\n\n## Hello :wave:\n',
      '<h2>It works!</h2>\n<h2>Step 1: install</h2>\n<h3>Made in the U.S.</h3>\n',
      { post: '## 준비물:\n', options: { punctuation: '.' } },
    ],
    bad: [
      {
        post: '⟦## 준비물:⟧\n\n⟦## We walked home.⟧\n\n⟦## 川を渡る。⟧\n',
        messages: ['punctuation', 'punctuation', 'punctuation'],
      },
      {
        post: '⟦<h2>Bring a coat. The wind is cold.</h2>⟧\n<p>Text.</p>\n',
        messages: ['sentences'],
      },
      { post: '⟦<h2>강을 따라 나루터까지 걷는 길</h2>⟧\n', options: { maxEm: 10 }, messages: ['long'] },
    ],
  },
})
