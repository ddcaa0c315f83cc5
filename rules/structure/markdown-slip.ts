import { type MarkdownSlip, markdownSlipsOf } from '../../src/analysis/markup/markdown-slips.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'

/** Where the meant text can only be one thing. */
const titles: Readonly<Partial<Record<MarkdownSlip['kind'], { readonly en: string; readonly ko: string }>>> = {
  flanking: { en: 'Write it as <strong>', ko: '<strong>으로 쓰기' },
  html: { en: 'Write it as <a>', ko: '<a>로 쓰기' },
}

const repair = { en: 'Write it as it was meant', ko: '의도한 대로 고치기' }

export default rule({
  summary: { en: 'Markdown becomes what it was written for.', ko: '마크다운 문법이 의도한 대로 바뀌게 씁니다.' },
  why: {
    en: 'A space, a swapped bracket or a missing definition is enough for Markdown to stay on the page as text: readers see asterisks, hashes and brackets instead of bold text, headings and links.',
    ko: '공백 하나, 뒤바뀐 괄호, 빠진 정의 때문에 마크다운이 글자 그대로 남습니다. 독자는 굵은 글씨, 제목, 링크 대신 별표, 샵, 괄호를 보게 됩니다.',
  },
  source: [
    { authority: 'standard', title: 'CommonMark', url: 'https://spec.commonmark.org/current/' },
    {
      authority: 'convention',
      title: 'markdownlint: MD011, MD018, MD037, MD052',
      url: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'structure', weight: 3 },
  group: 'all',
  options: {
    kinds: list(
      [
        ...['link', 'spaced-link', 'spaced-address', 'reference', 'footnote'],
        ...['emphasis', 'spaced-emphasis', 'flanking', 'heading', 'html'],
      ],
      { en: 'What to look for', ko: '찾을 종류' },
    ),
  },
  messages: {
    link: {
      en: '“{what}” is no link: the brackets are swapped. Write [text](address).',
      ko: '“{what:은/는}” 괄호가 뒤바뀌어 링크가 되지 않습니다. [텍스트](주소)로 쓰세요.',
    },
    'spaced-link': {
      en: '“{what}” is no link: a space parts text and address. Remove it.',
      ko: '“{what:은/는}” 텍스트와 주소 사이의 공백 때문에 링크가 되지 않습니다. 공백을 지우세요.',
    },
    'spaced-address': {
      en: '“{what}” is no link: its address holds a space. Write the address in <…> or %20 for the space.',
      ko: '“{what:은/는}” 주소에 공백이 있어 링크가 되지 않습니다. 주소를 <…>로 감싸거나 공백을 %20으로 쓰세요.',
    },
    reference: {
      en: 'No definition “[{what}]: address” exists, so the brackets stay text. Add it or correct the name.',
      ko: '“[{what}]: 주소” 정의가 없어 괄호가 글자로 남습니다. 정의를 추가하거나 이름을 고치세요.',
    },
    footnote: {
      en: 'No footnote “[^{what}]: text” exists, so the mark stays text. Add it or remove the mark.',
      ko: '“[^{what}]: 내용” 각주가 없어 표시가 글자로 남습니다. 각주를 추가하거나 표시를 지우세요.',
    },
    emphasis: {
      en: 'A space inside {what} keeps it from becoming bold. Remove the space.',
      ko: '{what} 안쪽의 공백 때문에 굵은 글씨가 되지 않습니다. 공백을 지우세요.',
    },
    flanking: {
      en: 'The asterisks of “{what}” stay text: with punctuation inside and a letter outside, CommonMark sees no emphasis. Use <strong> or move the punctuation out.',
      ko: '“{what}” 표시가 글자로 남습니다. 안쪽이 문장 부호이고 바깥이 글자이면 CommonMark는 강조로 보지 않습니다. <strong>을 쓰거나 부호를 밖으로 옮기세요.',
    },
    heading: {
      en: 'Without a space after “{what}” this is no heading but text. Add the space.',
      ko: '“{what}” 뒤에 공백이 없어 제목이 아니라 글로 나옵니다. 공백을 넣으세요.',
    },
    html: {
      en: '“{what}” is no link: Markdown is not read inside a block of HTML. Use <a>.',
      ko: '“{what:은/는}” HTML 블록 안이라 마크다운 링크가 되지 않습니다. <a>를 쓰세요.',
    },
    'spaced-emphasis': {
      en: 'A space inside “{what}” keeps it from becoming emphasis. Remove the space.',
      ko: '“{what}” 안쪽의 공백 때문에 강조가 되지 않습니다. 공백을 지우세요.',
    },
  },
  check({ post, options, report }) {
    if (post.format !== 'markdown') return undefined
    return {
      done() {
        for (const { kind, what, meant, start, end } of markdownSlipsOf(post, new Set(options.kinds))) {
          const title = titles[kind] ?? repair
          const suggestions = meant === undefined ? [] : [{ title, edits: [{ start, end, text: meant }] }]
          report({ start, end }, kind, { what }, { suggestions })
        }
      },
    }
  },
  examples: {
    good: [
      'See [the map](/map) and [the list][list] (printed) [sic].\n\n[list]: /list\n',
      '배열 `a[i][j]`와 matrix[row][column], 2 ** 3 ** 2, `(x)[/y]`, \\[text\\]\\[ref\\], 인용 [1][2].\n',
      '# 제목\n\n#여행 #맛집 #제주\n\n#1 reason to go\n\n#include is a directive.\n\n    ##code\n',
      'これは**強調**です。脚注[^1]もあります。\n\n[^1]: 注。\n',
      { post: '**“열린 마당”**은 다음 달에 열립니다.\n', path: '_posts/2024-05-01-open.md' },
      '{% raw %}```js\nrun()\n```{% endraw %}\n',
      '<div markdown="1">[map](https://maps.example.org/)</div>\n',
      { post: '##제목\n', options: { kinds: ['link'] } },
      '넓이는 가로 * 세로 * 2입니다. /* 주석 */\n',
    ],
    bad: [
      {
        post: 'Go to ⟦(the map)[https://maps.example.org/]⟧, ⟦[the list] (https://list.example.org)⟧ and ⟦[the plan](/files/my plan.pdf)⟧.\n',
        messages: ['link', 'spaced-link', 'spaced-address'],
      },
      {
        post: '자세한 내용은 ⟦[안내 문서][guide]⟧와 ⟦[이용 약관][]⟧에 있습니다⟦[^2]⟧. [빈칸][ ]\n',
        messages: ['reference', 'footnote'],
      },
      {
        post: 'The train is ⟦** late **⟧ today.\n\n제목은 ⟦**“열린 마당”**⟧입니다.\n\n⟦##次の停車駅##⟧\n',
        messages: ['emphasis', 'flanking', 'heading'],
        path: 'content/post.md',
      },
      { post: '<p>请看⟦[地图](https://maps.example.cn/)⟧。</p>\n', messages: ['html'], path: 'post.md' },
      {
        post: 'This is ⟦*important *⟧ for all, and so ⟦_ is this_⟧; 2 * 3 * 4 is 24, a_b * c_d too.\n',
        options: { kinds: ['spaced-emphasis'] },
        messages: ['spaced-emphasis'],
      },
    ],
  },
})
