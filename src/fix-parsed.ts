import type { PostResult } from './engine/finding.ts'
import { type FixOptions, plannedFixes } from './engine/fix.ts'
import type { LintedPost } from './engine/fix-check.ts'
import { fixPost } from './engine/fix-post.ts'
import { parsePost } from './post/parse.ts'
import { loadParts } from './post/parts.ts'
import type { Post, PostInput } from './post/post.ts'
import { finishesWithin } from './time-limit.ts'
import { UserError } from './user-error.ts'

/** Milliseconds that linting a post may take, and then all rounds of fixing it together. */
const firstBudget = 5000
const fixBudget = 60_000

/** @throws UserError if the work takes longer: the post stays as it is. */
const inTime = <T>(budget: number, work: () => T): T => {
  let done: { readonly value: T } | undefined
  finishesWithin(budget, () => {
    done = { value: work() }
  })
  if (done) return done.value
  const seconds = budget / 1000
  throw new UserError({
    en: `fixing this post took more than ${seconds} s`,
    ko: `이 글의 수정이 ${seconds}초를 넘었습니다`,
  })
}

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
  const first = inTime(firstBudget, () => inspect(post))
  // A change can make a post look like another format; this is found out by parsing it.
  if (plannedFixes(first.findings, options).length > 0) await loadParts()
  return inTime(fixBudget, () => fixPost(first, (source) => inspect(parsePost({ ...input, source })), options))
}
