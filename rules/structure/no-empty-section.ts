import type { RootContent } from 'hast'
import { masksIn } from '../../src/analysis/blocks/extent.ts'
import { type FlowPart, flowOf } from '../../src/analysis/blocks/flow.ts'
import { allHeadingsOf, type Heading, holdsWidget, levelOfHeading } from '../../src/analysis/blocks/outline.ts'
import { announcesSources } from '../../src/analysis/links/references.ts'
import { rule } from '../../src/engine/rule.ts'
import { isBlank, isElement, isVisible, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import { opaque } from '../../src/post/template.ts'

const isNothing = ({ kind }: FlowPart): boolean => kind === 'space' || kind === 'rule'

const levelOf = (post: Post, part: FlowPart): number | undefined =>
  part.kind === 'heading' && part.element ? levelOfHeading(post, part.element) : undefined

/** The next part that shows something. */
const followerOf = (parts: readonly FlowPart[], index: number): FlowPart | undefined => {
  let next = index + 1
  while (next < parts.length && isNothing(parts[next]!)) next++
  return parts[next]
}

/** Whether the next heading opens an article of its own, as in a list of posts: the articles are the content then. */
const isCard = (next: FlowPart, part: FlowPart): boolean =>
  next.parents.some((around) => isElement(around, 'article') && !part.parents.includes(around))

const isCode = ({ nodes }: FlowPart): boolean =>
  nodes.some((node) => isElement(node, 'code')) &&
  nodes.every((node) => isElement(node, 'code') || isBlank(textOf(node).replaceAll(opaque, '')))

/** Nearly every heading is followed by text in a paragraph beside it: then nothing more needs to be known of the post. */
const isFollowed = (post: Post, { element, parents }: Heading): boolean => {
  const siblings = parents.at(-1)!.children
  let next = siblings.indexOf(element) + 1
  while (next < siblings.length && isSpace(siblings[next]!)) next++
  const after = siblings[next]
  if (after?.type !== 'element' || after.tagName !== 'p' || after.properties.role !== undefined) return false
  const [first] = after.children
  return first?.type === 'text' && !isBlank(first.value) && !post.isTemplate(first.value)
}

const isSpace = (node: RootContent): boolean => node.type === 'text' && isBlank(node.value)

/** `start()` and `stop()` share the section that follows; a title may take two lines. */
const isOneWith = (next: FlowPart, part: FlowPart, level: number): boolean =>
  (isCode(part) && isCode(next)) || (level === 1 && isElement(next.element, 'h1'))

/** Templates between two places may print anything, whatever the tree shows of them. */
const mayHold = (post: Post, start: number, end: number): boolean =>
  masksIn(post, { start, end }).some(
    ({ kind, start: at }) => kind !== 'comment' && !/^\{[:#]/.test(post.source.slice(at, at + 2)),
  )

export default rule({
  summary: { en: 'Every heading has something under it.', ko: '제목 아래에는 내용이 있어야 합니다.' },
  why: {
    en: 'A heading promises a part of the post. Where the next heading or the end follows at once, something was forgotten, or the heading is not one.',
    ko: '제목은 그 아래에 내용이 있다는 약속입니다. 바로 다음 제목이 오거나 글이 끝나면 내용을 빠뜨렸거나 제목이 아닌 것입니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H69: heading elements at the beginning of each section',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H69',
    },
    { authority: 'editorial', title: 'A heading heads something' },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'structure', weight: 3 },
  group: 'all',
  messages: {
    next: {
      en: 'Nothing stands between this heading and the next. Write the section or delete the heading.',
      ko: '이 제목과 다음 제목 사이에 내용이 없습니다. 내용을 쓰거나 제목을 지우세요.',
    },
    end: {
      en: 'Nothing follows this heading. Write the section or delete the heading.',
      ko: '이 제목 뒤에 아무 내용이 없습니다. 내용을 쓰거나 제목을 지우세요.',
    },
  },
  check: ({ post, report }) => ({
    done() {
      if (allHeadingsOf(post).every((heading) => isFollowed(post, heading))) return
      const parts = flowOf(post)
      for (const [index, part] of parts.entries()) {
        if (part.kind !== 'heading') continue
        const after = followerOf(parts, index)
        // Under nearly every heading something stands.
        if (after && after.kind !== 'heading') continue
        const level = levelOf(post, part)
        const { element, range } = part
        if (level === undefined || !element || !range || !element.children.some(isVisible)) continue
        // A picture or a frame in a heading is content itself.
        if (holdsWidget(element) || element.children.every((child) => textOf(child).trim() === '')) continue
        const next = after && levelOf(post, after)
        if (after && (next === undefined || next > level)) continue
        if (after && (isCard(after, part) || isOneWith(after, part, level))) continue
        if (mayHold(post, range.end, after?.range?.start ?? post.body.end)) continue
        // Generators put comments, footnotes and shared references under the last heading.
        if (!after && (post.format === 'page' || announcesSources(textOf(element)))) continue
        report(range, after ? 'next' : 'end', {})
      }
    },
  }),
  examples: {
    good: [
      '<h2>가는 길</h2>\n<h3>지하철</h3>\n<p>2호선을 탑니다.</p>\n<h2>지도</h2>\n<iframe src="https://maps.example/" title="지도"></iframe>\n',
      '## Map\n\n{% include map.html %}\n\n## Photos\n\n<script src="https://gist.example/1.js"></script>\n\n## Text\n\n---\n\nA line under the heading is fine.\n\n## References\n\n[a]: https://example.com/\n',
      '<section><h2>地図</h2></section>\n<div><p>駅の前。</p></div>\n<h2><img src="a.jpg" alt="駅"></h2>\n',
      '### `start()` {#start}\n\n### `stop()`\n\nThey measure the time between them.\n',
      '<h2>Related</h2>\n<article><h2>One</h2><p>Text.</p></article>\n',
    ],
    bad: [
      {
        post: '⟦<h2>가는 길</h2>⟧\n<p>&nbsp;</p>\n<h2>먹을 것</h2>\n<p>칼국수.</p>\n⟦<h2>마무리</h2>⟧\n<!-- 나중에 -->\n',
        messages: ['next', 'end'],
      },
      { post: '## Part\n\nText.\n\n⟦### Detail⟧\n\n---\n\n## 次\n\n本文。\n', messages: ['next'] },
    ],
  },
})
