import type { Element } from 'hast'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { Texts } from '../../texts.ts'

interface Mending {
  readonly title: Texts
  readonly edits: readonly (Range & { readonly text: string })[]
  readonly asks?: {
    readonly question: Texts
    readonly placeholder: string
    readonly as: 'attribute' | 'markdown'
  }
}

const behindName = (tag: Range, { tagName }: Element): Range => {
  const at = tag.start + 1 + tagName.length
  return { start: at, end: at }
}

/** An image with the alternative that its writer says; none where the source has no place for it. */
export const withAlternative = (post: Post, node: Element): readonly Mending[] => {
  const alternative = post.range(node, { attribute: 'alt' })
  const tag = post.range(node, 'tag')
  if (alternative) return saying(alternative, 'alt="…"', 'attribute')
  if (tag) return saying(behindName(tag, node), ' alt="…"', 'attribute')
  const start = post.range(node)?.start
  if (start === undefined || !post.source.startsWith('![]', start)) return []
  const inBrackets = start + '!['.length
  return saying({ start: inBrackets, end: inBrackets }, '…', 'markdown')
}

const saying = ({ start, end }: Range, text: string, as: 'attribute' | 'markdown'): readonly Mending[] => [
  {
    title: { en: 'Write an alternative text', ko: '대체 텍스트 쓰기' },
    edits: [{ start, end, text }],
    asks: { question: { en: 'What the image shows', ko: '이미지가 보여 주는 내용' }, placeholder: '…', as },
  },
]

/** An image without `alt`, declared to be decoration. */
export const asDecoration = (post: Post, node: Element): readonly Mending[] => {
  const tag = post.range(node, 'tag')
  if (!tag) return []
  const title = { en: 'Mark it as decoration with alt=""', ko: 'alt=""로 장식 이미지 표시' }
  return [{ title, edits: [{ ...behindName(tag, node), text: ' alt=""' }] }]
}
