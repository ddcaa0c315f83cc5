import { perPart } from '../memo.ts'
import type { Post } from '../post/post.ts'
import { addTallies, type Script, type ScriptTally } from './scripts.ts'
import { tallyOf } from './unit-scripts.ts'

/** The letters of a post by script: most posts are in one, so that much cannot be found in them. */
export const lettersOf = perPart((post: Post): ScriptTally => addTallies(post.units.map(tallyOf)))

/** Whether a post holds letters of a script, at least so many. */
export const holdsScript = (post: Post, script: Script, least = 1): boolean =>
  (lettersOf(post).get(script) ?? 0) >= least
