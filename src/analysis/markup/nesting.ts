import { perPart } from '../../memo.ts'
import type { Post } from '../../post/post.ts'
import { contains, type Range } from '../../post/range.ts'
import { followTags } from './follow-tags.ts'
import type { Mistake, MistakeKind } from './nesting-mistake.ts'

const balanceKinds: ReadonlySet<MistakeKind> = new Set(['stray', 'mismatched', 'unclosed', 'unknown', 'crossed'])

/** Every place where tags are not nested as HTML wants them, in order of place. */
export const nestingMistakes = perPart((post: Post): readonly Mistake[] => findMistakes(post))

function findMistakes(post: Post): readonly Mistake[] {
  const found = followTags(post)
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
