import type { Post } from '../../post/post.ts'
import { contains, type Range } from '../../post/range.ts'
import { followTags } from './open-elements.ts'
import { tagsIn } from './tags.ts'

export type MistakeKind =
  /** An end tag without its element. */
  | 'stray'
  /** An end tag with another name than the element that it must end. */
  | 'mismatched'
  | 'unclosed'
  /** An unclosed element that HTML does not know: mostly text in angle brackets. */
  | 'unknown'
  /** `<div/>`: the slash does nothing. */
  | 'selfClosed'
  /** It ends only after the element around it. */
  | 'crossed'
  /** A block whose start ends the paragraph that it stands in. */
  | 'ended'
  /** A paragraph tag around paragraphs that Markdown makes. */
  | 'split'
  /** A block in an element for text. */
  | 'inside'
  /** A link in a link, and other things to click in things to click. */
  | 'nested'
  /** What the parser moves out of a table. */
  | 'fostered'
  /** The same, for text. */
  | 'text'
  /** A part of a table outside of it. */
  | 'outside'

/** Tags that do not make the tree that they seem to make. */
export interface Mistake extends Range {
  readonly kind: MistakeKind
  readonly name: string
  /** The other element that plays a part; '' where there is none. */
  readonly other: string
  readonly see?: Range
  /** Where the missing end tag belongs. */
  readonly missing?: number
}

const balanceKinds: ReadonlySet<MistakeKind> = new Set(['stray', 'mismatched', 'unclosed', 'unknown', 'crossed'])

/** Every place where tags are not nested as HTML wants them, in order of place. */
export function nestingMistakes(post: Post): readonly Mistake[] {
  const written = tagsIn(post)
  const found = followTags(post, written)
  if (found.length === 0) return found
  const branches = branchesOf(post)
  const content = post.content.type === 'element' ? post.range(post.content) : undefined
  return (
    found
      .filter((mistake) => !content || contains(content, mistake))
      // Themes put blocks into their buttons, and browsers let them.
      .filter(({ kind, other }) => kind !== 'inside' || other !== 'button' || post.format !== 'page')
      .filter(
        ({ kind, start }) =>
          !balanceKinds.has(kind) || !branches.some((range) => start >= range.start && start < range.end),
      )
      .sort((a, b) => a.start - b.start || a.end - b.end)
  )
}

const branchTag = /^\{%[-~+]?\s{0,20}(end)?(?:if|unless|case|for|tablerow)\b/

/** What stands between `{% if %}` and `{% endif %}`: tags there may have their other half in another branch. */
function branchesOf(post: Post): readonly Range[] {
  const found: Range[] = []
  let depth = 0
  let start = 0
  for (const mask of post.masks) {
    if (mask.kind !== 'control') continue
    const tag = branchTag.exec(post.source.slice(mask.start, Math.min(mask.end, mask.start + 40)))
    if (!tag) continue
    if (!tag[1] && depth++ === 0) start = mask.start
    else if (tag[1] && depth > 0 && --depth === 0) found.push({ start, end: mask.end })
  }
  return found
}
