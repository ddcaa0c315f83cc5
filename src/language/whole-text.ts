import { perPart } from '../memo.ts'
import type { Post } from '../post/post.ts'

/** The texts of all units of a post, a line each: one look at it tells most rules that there is nothing to find. */
export const wholeText = perPart((post: Post): string => post.units.map(({ text }) => text).join('\n'))
