import type { Post } from '../../post/post.ts'
import { isInPostFolder } from '../../post/post-folder.ts'
import type { Range } from '../../post/range.ts'
import { modelOf } from './content-model.ts'
import { followEnd } from './end-tag.ts'
import { lookAheadIn } from './look-ahead.ts'
import { type Mistake, mistakeAt } from './nesting-mistake.ts'
import { besides, endAll, endAt, nothingOpen, type OpenElements } from './open-elements.ts'
import { endParagraph, followStart } from './start-tag.ts'
import { tagsIn, type WrittenTags } from './tags.ts'

/** Follows the tags of a post, in order, and tells where they do not make the tree that they seem to make. */
export function followTags(post: Post): Mistake[] {
  const written = tagsIn(post)
  const { tags } = written
  const ahead = lookAheadIn(tags)
  const isKramdown = isReadByKramdown(post)
  const open = nothingOpen()
  // HTML has none.
  const passBlocks =
    post.markup.made.length === 0 ? undefined : blockPasser(post, open, tags.at(-1)?.end ?? 0, isKramdown)
  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index]!
    passBlocks?.(tag.start)
    inspectText(open, written, index)
    if (tag.model.isSkeleton) continue
    if (tag.kind === 'open') followStart(open, tag, written, isKramdown)
    else followEnd(open, tag, index, ahead)
  }
  passBlocks?.(Number.POSITIVE_INFINITY)
  endAll(open)
  return open.mistakes
}

const isReadByKramdown = ({ format, generator, sitePath }: Post): boolean =>
  format === 'markdown' && (generator === 'jekyll' || (generator === 'any' && isInPostFolder(sitePath, 'jekyll')))

/** Text before a tag stands where only the parts of a table may. */
function inspectText({ stack, mistakes }: OpenElements, written: WrittenTags, index: number): void {
  const top = stack.at(-1)
  if (!top?.model.parts || top.madeUntil !== undefined) return
  const text = written.textBefore(written.tags[index]!)
  if (text) mistakes.push(mistakeAt(text, 'text', '', besides(top)))
}

/**
 * Opens and closes the blocks that Markdown makes, up to an offset.
 * @param lastTag Where the last tag ends: blocks after it cannot be inside anything written.
 */
function blockPasser(post: Post, open: OpenElements, lastTag: number, isKramdown: boolean): (offset: number) => void {
  const { made } = post.markup
  let index = 0
  return (offset) => {
    for (;;) {
      const block = made[index]
      endBlocks(open, Math.min(offset, block?.start ?? offset))
      if (!block || block.start > offset) return
      index++
      if (block.end <= lastTag && !isKramdown && !post.isMasked(block)) inspectBlock(open, block, block.end <= offset)
      open.stack.push({
        name: block.tagName,
        model: modelOf(block.tagName),
        tag: block,
        madeUntil: block.end,
        hasAddress: undefined,
        own: undefined,
        isMisplaced: false,
      })
    }
  }
}

function endBlocks(open: OpenElements, offset: number): void {
  for (;;) {
    const index = open.stack.findLastIndex(({ madeUntil }) => madeUntil !== undefined && madeUntil <= offset)
    if (index < 0) return
    endAt(open, index, open.stack[index]!.madeUntil!)
  }
}

/**
 * A block of Markdown inside raw HTML.
 * @param isPure Whether there is no HTML in the block.
 */
function inspectBlock(open: OpenElements, block: Range & { readonly tagName: string }, isPure: boolean): void {
  const top = open.stack.at(-1)
  if (!top || top.madeUntil !== undefined) return
  if (isPure && top.model.parts) open.mistakes.push(mistakeAt(block, 'text', block.tagName, besides(top)))
  else if (top.name === 'p') endParagraph(open, open.stack.length - 1, block)
}
