import type { PostResult } from './engine/finding.ts'
import { type FixOptions, plannedFixes } from './engine/fix.ts'
import type { LintedPost } from './engine/fix-check.ts'
import { fixPost } from './engine/fix-post.ts'
import { parsePost } from './post/parse.ts'
import { loadParts } from './post/parts.ts'
import type { Post, PostInput } from './post/post.ts'

/** Fixes a post that has been parsed from `input`, and gives the result of linting what has come of it. */
export const fixParsed = async (
  post: Post,
  input: PostInput,
  lintPost: (post: Post) => PostResult,
  options: FixOptions,
): Promise<PostResult> => {
  const inspect = (inspected: Post): LintedPost => {
    const result = lintPost(inspected)
    return { source: inspected.source, findings: result.findings, post: inspected, result }
  }
  const first = inspect(post)
  // A change can make a post look like another format; this is found out by parsing it.
  if (plannedFixes(first.findings, options).length > 0) await loadParts()
  return fixPost(first, (source) => inspect(parsePost({ ...input, source })), options)
}
