import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { printedLength } from '../../src/analysis/blocks/printed-length.ts'
import { isEntry, isHeadingLike, isLabel, isSentence } from '../../src/analysis/style/bold-roles.ts'
import { type BoldRun, emphasisOf } from '../../src/analysis/style/emphasis.ts'
import type { Edit } from '../../src/engine/finding.ts'
import { int, number } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Fewer bold runs than this are no habit, however short the post. */
const fewRuns = 3
/** In a long post some bold sentences are few: they count from this part of the largest share. */
const noticeable = 0.5

/** The share of the text that bold makes up; undefined where it is below `least`, as some of the text mostly shows. */
const shareOf = (bold: number, units: readonly TextUnit[], least: number): number | undefined => {
  let characters = 0
  for (const { text } of units) {
    characters += printedLength(text)
    if (bold / characters < least) return undefined
  }
  return bold / characters
}

/** Both marks of a bold run: its tags, or its asterisks or underscores in Markdown. */
const marks = (post: Post, { element }: BoldRun): readonly Range[] => {
  if (isEditable(post, element)) {
    const tags = tagsOf(post, element)
    return tags ? [tags.open, tags.close] : []
  }
  const range = post.range(element)
  const written = range && post.source.slice(range.start, range.end)
  if (!range || !written || !/^(?:\*\*[^*]+\*\*|__[^_]+__)$/.test(written) || post.isMasked(range)) return []
  return [
    { start: range.start, end: range.start + 2 },
    { start: range.end - 2, end: range.end },
  ]
}

export default rule({
  summary: { en: 'Bold text is rare enough to stand out.', ko: '굵은 글씨는 눈에 띌 만큼만 씁니다.' },
  why: {
    en: 'Bold says “this matters more than the rest”. Where whole sentences are bold nothing stands out, and screen readers that announce it interrupt the reading all the time.',
    ko: '굵은 글씨는 “나머지보다 중요하다”는 뜻입니다. 문장이 통째로 굵으면 아무것도 눈에 띄지 않고, 이를 알려 주는 스크린 리더는 읽기를 계속 끊습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H49: semantic markup for emphasized text',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H49',
    },
    { authority: 'editorial', title: 'Emphasis works by contrast' },
  ],
  presets: {
    recommended: 'warn',
    strict: ['warn', { maxShare: 0.1 }],
    seo: 'warn',
    accessibility: 'warn',
  },
  score: { category: 'content', weight: 3 },
  threshold: true,
  options: {
    maxShare: number(
      0.15,
      { en: 'Largest share of the text that may be bold', ko: '굵은 글씨가 본문에서 차지할 수 있는 최대 비율' },
      { minimum: 0, maximum: 1 },
    ),
    maxRunChars: int(
      60,
      {
        en: 'Characters from which a bold sentence is long; three of these are too many',
        ko: '긴 굵은 문장으로 보는 글자 수. 이런 문장이 셋이면 지나침',
      },
      { minimum: 1 },
    ),
  },
  messages: {
    share: {
      en: '{percent} % of the text is bold, in {count} places; at most {limit} % still stands out. Keep bold for a few key words.',
      ko: '본문의 {percent}%가 굵은 글씨입니다({count}곳). {limit}%를 넘으면 눈에 띄지 않습니다. 핵심 낱말에만 쓰세요.',
    },
    sentences: {
      en: '{count} whole sentences of more than {limit} characters are bold. Keep bold for a few key words.',
      ko: '{limit}자가 넘는 문장 {count}개가 통째로 굵은 글씨입니다. 핵심 낱말에만 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const { runs: all, units } = emphasisOf(post)
      if (all.length < fewRuns) return
      const { maxRunChars } = options
      const least = options.maxShare * noticeable
      // At most all of what is bold counts: mostly too little, whatever it is there for.
      const most = all.reduce((sum, { start, end }) => sum + end - start, 0)
      if (shareOf(most, units, least) === undefined) return
      const runs = all.filter((run) => !isLabel(run, maxRunChars) && !isHeadingLike(run, maxRunChars) && !isEntry(run))
      if (runs.length < fewRuns) return
      const length = ({ unit, start, end }: BoldRun): number => printedLength(unit.text, start, end)
      const bold = runs.reduce((sum, run) => sum + length(run), 0)
      const share = shareOf(bold, units, least)
      if (share === undefined) return
      const isShare = share > options.maxShare
      const sentences = isShare ? [] : runs.filter((run) => length(run) > options.maxRunChars && isSentence(run))
      if (!isShare && sentences.length < fewRuns) return
      const found = isShare ? runs : sentences
      const [first, ...others] = found.map(({ element }) => post.place(element))
      const edits: Edit[] = found.flatMap((run) => marks(post, run)).map((mark) => ({ ...mark, text: '' }))
      const details = {
        related: others.map((place) => ({ ...place, kind: 'place' as const })),
        suggestions:
          edits.length > 0
            ? [{ title: { en: 'Take the bold away from these places', ko: '이 곳들의 굵은 글씨 해제' }, edits }]
            : [],
      }
      const percent = Math.round(share * 100)
      const limit = Math.round(options.maxShare * 100)
      if (isShare) report(first!, 'share', { percent, count: found.length, limit }, details)
      else report(first!, 'sentences', { count: found.length, limit: options.maxRunChars }, details)
    },
  }),
  examples: {
    good: [
      '<p>서버를 <b>반드시</b> 다시 시작합니다. 설정 파일은 재시작한 뒤에만 읽습니다.</p>\n',
      '- **속도:** 콜드 스타트가 절반으로 줄었습니다.\n- **용량:** 묶음이 2 MB 작아졌습니다.\n- **호환성:** Node 20부터 씁니다.\n',
      '- ✅ **캐시**: 켬\n- ✅ **압축**: 켬\n- ❌ **미리 보기**: 끔\n',
      '**Q. Does it run offline?**\n\nYes, it does.\n\n**Q. Is it free?**\n\nIt is.\n\n**Q. Where are the logs?**\n\nIn your home folder.\n',
      '<ul><li><b><a href="/a">Contacts</a></b></li><li><b><a href="/b">Events</a></b></li><li><b><a href="/c">Archive</a></b></li></ul>\n',
      '<table><tr><td><b>Name</b></td><td><b>Role</b></td></tr><tr><td>Ada</td><td>Author</td></tr></table>\n<p>Ada wrote it.</p>\n',
    ],
    bad: [
      {
        post: '<p>배포가 늦어졌습니다. ⟦<b>원인은 캐시 설정이었습니다.</b>⟧ 설정을 고쳤습니다. ⟦<b>오늘부터 정상입니다.</b>⟧</p>\n<p>⟦<strong>다음 배포는 월요일입니다.</strong>⟧ 변경 목록은 따로 올립니다.</p>\n',
        messages: ['share'],
      },
      {
        post: '⟦**The first build took eleven minutes because every package was compiled twice.**⟧ We looked at the logs.\n\nThe second run was no better. ⟦**The cache key held the time of day, so that no run ever found what the last one had left.**⟧\n\nThen we fixed it. ⟦**Since last week the build takes three minutes, and most of that is the download of images.**⟧\n',
        options: { maxShare: 0.9, maxRunChars: 50 },
        messages: ['sentences'],
      },
    ],
  },
})
