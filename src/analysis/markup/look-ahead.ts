import type { Tag } from './tags.ts'

/** No more tags than this are looked ahead at, all in all. */
const lookAheadBudget = 500_000

/** Looks ahead in the tags of a post, to tell what a wrong end tag was meant to end. */
export interface LookAhead {
  /** How many end tags after an index belong to elements that are open there. */
  endsAfter(index: number, name: string): number
  /**
   * Whether an end tag is one too many: the element inside is still to be ended, and there are end tags enough for all
   * that are open by the name.
   * @param opens How many are open.
   */
  isStray(index: number, name: string, opens: number, inner: string): boolean
}

export function lookAheadIn(tags: readonly Tag[]): LookAhead {
  let steps = 0
  return {
    endsAfter(index, name) {
      let depth = 0
      let ends = 0
      for (let at = index + 1; at < tags.length && steps++ < lookAheadBudget; at++) {
        const tag = tags[at]!
        if (tag.name !== name) continue
        if (tag.kind === 'open') depth += tag.isSelfClosed ? 0 : 1
        else if (depth > 0) depth--
        else ends++
      }
      return ends
    },
    isStray(index, name, opens, inner) {
      let ends = 0
      let depth = 0
      let innerDepth = 0
      let hasEnded = false
      for (let at = index + 1; at < tags.length && steps++ < lookAheadBudget; at++) {
        const tag = tags[at]!
        const step = tag.kind === 'close' ? -1 : tag.isSelfClosed ? 0 : 1
        if (tag.name === inner) {
          innerDepth += step
          if (innerDepth < 0) hasEnded = true
        } else if (tag.name === name) {
          depth += step
          if (depth >= 0) continue
          if (!hasEnded) return false
          depth = 0
          if (++ends >= opens) return true
        }
      }
      return false
    },
  }
}
