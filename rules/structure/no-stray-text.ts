import type { RootContent } from 'hast'
import { masksIn } from '../../src/analysis/blocks/extent.ts'
import { type TopLevel, topLevelOf } from '../../src/analysis/blocks/top-level.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { rule } from '../../src/engine/rule.ts'
import { isBlank, isElement, replaced, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

type Run = TopLevel & { kind: 'run' }

/** Text, a link or a picture; a lone frame or line break is another matter, and so is a template's value alone. */
const isProse = (node: RootContent): boolean => {
  if (node.type === 'text') return !isBlank(node.value.replace(/\ue000+/g, ''))
  if (node.type !== 'element') return false
  if (node.tagName === 'img' || (node.tagName === 'a' && node.properties.href !== undefined)) return true
  if (replaced.has(node.tagName)) return false
  return node.children.some(isProse)
}

/** Shortcodes and blocks of templates may put a block around what stands between them. */
const isTemplateMade = (post: Post, range: Range): boolean =>
  masksIn(post, range).some(
    ({ kind, start }) => kind === 'control' || /^\{(?:%|\{[<%])/.test(post.source.slice(start, start + 3)),
  )

const hasBlankLine = (post: Post, { start, end }: Range): boolean =>
  /(?:\r\n?|\n)[ \t]*[\r\n]/.test(post.source.slice(start, end))

const hasEndBehind = (post: Post, { end }: Range): boolean =>
  /^[ \t]*<\/p>/i.test(post.source.slice(end, end + 40)) && !post.isMasked({ start: end, end: end + 1 })

const wrapping = (post: Post, run: Run, range: Range): Fix | undefined => {
  const isWhole = run.nodes.every((node) => node.type === 'text' || node.type === 'comment' || post.isWritten(node))
  // Where blank lines part the text, its writer meant several paragraphs.
  if (!isWhole || post.isMasked(range) || hasBlankLine(post, range)) return undefined
  const opening = { start: range.start, end: range.start, text: '<p>' }
  const closing = { start: range.end, end: range.end, text: '</p>' }
  // The end of a paragraph that something else has ended before serves this one.
  return { safe: true, edits: hasEndBehind(post, range) ? [opening] : [opening, closing] }
}

/** Posts that set their text without any paragraphs follow a style of their own. */
const usesParagraphs = (parts: readonly TopLevel[]): boolean => {
  const length = { paragraphs: 0, runs: 0 }
  for (const part of parts) {
    if (part.kind === 'run') length.runs += part.nodes.reduce((sum, node) => sum + textOf(node).trim().length, 0)
    else if (isElement(part.element, 'p')) length.paragraphs += textOf(part.element).trim().length
  }
  return length.paragraphs > length.runs
}

export default rule({
  summary: { en: 'All text stands in a paragraph or another block.', ko: '모든 글은 단락 같은 블록 안에 둡니다.' },
  why: {
    en: 'Text beside the paragraphs is not styled like them: no margin, often another width, and feeds and reading modes may drop it.',
    ko: '단락 밖의 글은 단락의 스타일을 받지 못해 여백이 없고 너비도 달라지며, 피드와 읽기 모드에서는 빠질 수 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: paragraphs',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#paragraphs',
    },
    { authority: 'editorial', title: 'Text outside paragraphs escapes the theme' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 7 },
  fixable: 'safe',
  messages: {
    stray: {
      en: 'Text outside any paragraph does not get the paragraphs’ style. Put it in <p>.',
      ko: '단락 밖에 있는 글은 단락 스타일을 받지 못합니다. <p>로 감싸세요.',
    },
  },
  check({ post, report }) {
    // Markdown makes its own paragraphs.
    if (post.format === 'markdown') return undefined
    return {
      done() {
        const parts = topLevelOf(post)
        const stray = parts.filter((part): part is Run => part.kind === 'run' && part.nodes.some(isProse))
        if (stray.length === 0 || !usesParagraphs(parts)) return
        for (const part of stray) {
          if (!part.range || isTemplateMade(post, part.range)) continue
          report(part.range, 'stray', {}, { fix: wrapping(post, part, part.range) })
        }
      },
    }
  },
  examples: {
    good: [
      '<p>예매는 정오에 시작합니다.</p>\n<!-- 끝 -->\n{% include share.html %}\n{{ content_after }}\n',
      '첫 줄입니다.<br>\n둘째 줄입니다.<br>\n<ul><li>항목</li></ul>\n',
      '<h2>Map</h2>\n<p>How to get there.</p>\n<br>\n<iframe src="https://maps.example/x" title="Map"></iframe>\n<a id="end"></a>\n',
      { post: 'A paragraph of Markdown.\n\nAnother with <b>bold</b>.\n' },
    ],
    bad: [
      {
        post: '<p>장은 새벽 네 시에 열립니다.\n<hr>\n⟦아침 여덟 시면 파합니다.⟧</p>\n<p>버스는 한 시간마다 옵니다.</p>\n',
        fixed:
          '<p>장은 새벽 네 시에 열립니다.\n<hr>\n<p>아침 여덟 시면 파합니다.</p>\n<p>버스는 한 시간마다 옵니다.</p>\n',
      },
      {
        post: '<p>공연은 저녁 7시에 시작하고 두 시간 동안 이어집니다.</p>\n⟦예매는 <a href="/tickets/">예매 안내</a>에서 합니다.⟧\n',
        fixed:
          '<p>공연은 저녁 7시에 시작하고 두 시간 동안 이어집니다.</p>\n<p>예매는 <a href="/tickets/">예매 안내</a>에서 합니다.</p>\n',
        messages: ['stray'],
      },
      {
        post: '<h2>Route</h2>\n⟦By train.⟧\n<p>The train leaves every hour from the old station.</p>\n⟦<img src="map.png" alt="Map">⟧\n',
        fixed:
          '<h2>Route</h2>\n<p>By train.</p>\n<p>The train leaves every hour from the old station.</p>\n<p><img src="map.png" alt="Map"></p>\n',
      },
    ],
  },
})
