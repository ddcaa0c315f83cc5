import { rule } from '../../src/engine/rule.ts'
import type { Budget } from '../../src/post/post.ts'

/** The message for each budget; what cannot be counted for people has one in common. */
const messageOf = {
  'file-size': 'fileSize',
  'markdown-size': 'markdownSize',
  depth: 'depth',
  nodes: 'tooComplex',
  containers: 'tooComplex',
  brackets: 'tooComplex',
  'front-matter-size': 'frontMatter',
  'front-matter-depth': 'frontMatter',
  findings: 'findings',
  time: 'time',
  thread: 'thread',
} as const satisfies Record<Budget, string>

const sizeText = (units: number): string => (units < 1024 ? `${units} B` : `${Math.round(units / 1024)} KiB`)

export default rule({
  summary: {
    en: 'Posts stay within what parsers take without harm.',
    ko: '글은 파서가 무리 없이 읽을 수 있는 범위를 지킵니다.',
  },
  why: {
    en: 'Thousands of nested elements or a broken tag name make browsers and generators slow, or give another page than the one that was written. Mostly it is a slip of a converter. postlint stops there and checks what it still can.',
    ko: '수천 겹의 요소나 깨진 태그 이름은 브라우저와 생성기를 느리게 하거나 의도와 다른 화면을 만듭니다. 대개 변환 과정의 실수입니다. postlint는 거기서 멈추고 나머지만 검사합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: tag name state',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state',
    },
    { authority: 'editorial', title: 'Bounds before recursion' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  group: 'same',
  messages: {
    fileSize: {
      en: 'The file is larger than {limit}, so it was not read. Split the post, or raise --max-file-size.',
      ko: '파일이 {limit:을/를} 넘어 읽지 않았습니다. 글을 나누거나 --max-file-size를 올리세요.',
    },
    markdownSize: {
      en: 'More than {limit} of Markdown, so only the bare text was checked. Split the post.',
      ko: 'Markdown이 {limit:을/를} 넘어 글자만 검사했습니다. 글을 나누세요.',
    },
    depth: {
      en: 'Elements lie more than {limit} deep in one another, so only the bare text was checked. Mostly an end tag is missing.',
      ko: '요소가 {limit}겹 넘게 겹쳐 글자만 검사했습니다. 대개 닫는 태그가 빠진 것입니다.',
    },
    tooComplex: {
      en: 'Too much nested or unclosed markup to parse in good time, so only the bare text was checked. Close it, or simplify the post.',
      ko: '겹치거나 닫히지 않은 마크업이 너무 많아 글자만 검사했습니다. 닫거나 단순하게 고치세요.',
    },
    frontMatter: {
      en: 'Too much front matter, or nested too deep, so none of it was checked. Move data to a file of its own.',
      ko: '프런트매터가 너무 크거나 깊이 겹쳐 검사하지 못했습니다. 데이터는 별도 파일로 옮기세요.',
    },
    findings: {
      en: 'More than {limit} findings; the rest is not shown. Mend these or switch off the noisiest rule first.',
      ko: '발견 항목이 {limit}개를 넘어 나머지는 표시하지 않습니다. 먼저 고치거나 가장 많은 규칙을 끄세요.',
    },
    time: {
      en: 'Checking this post took more than {limit} s, so it was given up. Split the post, or switch off the rule that is slow (see --stats).',
      ko: '검사가 {limit}초를 넘어 중단했습니다. 글을 나누거나 느린 규칙을 끄세요(--stats 참고).',
    },
    thread: {
      en: 'Checking this post ended the thread that did it: no memory was left, or a plugin exits. It was not checked.',
      ko: '이 글을 검사하던 스레드가 종료되어 검사하지 못했습니다. 메모리가 부족했거나 플러그인이 종료시킨 것입니다.',
    },
    tagName: {
      en: 'Browsers read “{name}” as one tag name, so no such element exists. Write the class or id as an attribute.',
      ko: '브라우저는 “{name}” 전체를 태그 이름으로 읽으므로 없는 요소가 됩니다. 클래스와 아이디는 속성으로 쓰세요.',
    },
  },
  check: ({ report }) => ({
    problem(found) {
      if (found.kind === 'tag-name') report(found.range, 'tagName', { name: found.name })
      if (found.kind !== 'budget') return
      const { budget, limit, range } = found
      const id = messageOf[budget]
      if (id === 'fileSize' || id === 'markdownSize') report(range, id, { limit: sizeText(limit) })
      else if (id === 'depth' || id === 'findings' || id === 'time') report(range, id, { limit })
      else report(range, id, {})
    },
  }),
  examples: {
    good: [
      '<div><div><div><p>네 겹은 괜찮습니다.</p></div></div></div>\n',
      '<p class="intro" id="start">Classes and ids are attributes.</p>\n',
    ],
    bad: [
      { post: '<⟦p.intro⟧>머리말입니다.</⟦p.intro⟧>\n', messages: ['tagName'] },
      {
        post: '⟦<⟧p>A page of a few megabytes.</p>\n',
        problems: [{ kind: 'budget', budget: 'file-size', limit: 2_097_152, range: { start: 0, end: 1 } }],
        messages: ['fileSize'],
      },
      {
        post: '⟦끝⟧없이 이어지는 글입니다.\n',
        problems: [{ kind: 'budget', budget: 'markdown-size', limit: 524_288, range: { start: 0, end: 1 } }],
        messages: ['markdownSize'],
      },
      {
        post: '⟦<div>⟧<div><div>And so on, five hundred times.\n',
        problems: [{ kind: 'budget', budget: 'depth', limit: 512, range: { start: 0, end: 5 } }],
        messages: ['depth'],
      },
      {
        post: '⟦[⟧[[[ 括弧が閉じられていません。\n',
        problems: [{ kind: 'budget', budget: 'brackets', limit: 500, range: { start: 0, end: 1 } }],
        messages: ['tooComplex'],
      },
      {
        post: '---\n⟦list: [[[ and so on ]]]⟧\n---\n\n<p>目次です。</p>\n',
        problems: [{ kind: 'budget', budget: 'front-matter-depth', limit: 64, range: { start: 4, end: 27 } }],
        messages: ['frontMatter'],
      },
      {
        post: '⟦<⟧p>같은 실수가 되풀이됩니다.</p>\n',
        problems: [{ kind: 'budget', budget: 'findings', limit: 20_000, range: { start: 0, end: 1 } }],
        messages: ['findings'],
      },
      {
        post: '⟦<⟧p>A post that takes forever.</p>\n',
        problems: [{ kind: 'budget', budget: 'time', limit: 5, range: { start: 0, end: 1 } }],
        messages: ['time'],
      },
      {
        post: '⟦<⟧p>一篇耗尽内存的文章。</p>\n',
        problems: [{ kind: 'budget', budget: 'thread', limit: 1, range: { start: 0, end: 1 } }],
        messages: ['thread'],
      },
    ],
  },
})
