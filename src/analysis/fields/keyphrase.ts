import type { FrontEntry, Post } from '../../post/post.ts'

/** The phrase that a post wants to be found by, as its front matter names it. */
export const keyphraseOf = ({ front }: Post, fields: readonly string[]): FrontEntry | undefined => {
  for (const field of fields) {
    const entry = front.get(field) ?? front.entries.flatMap(({ children }) => children).find(({ key }) => key === field)
    const only = entry?.type === 'list' ? (entry.children.length === 1 ? entry.children[0] : undefined) : entry
    if (only?.type === 'text' && only.text.trim() !== '') return only
  }
  return undefined
}

/** Keys under which sites and SEO plugins keep it. */
export const keyphraseFields: readonly string[] = [
  ...['keyphrase', 'focus_keyphrase', 'focusKeyphrase', 'focus_keyword', 'focusKeyword', 'focuskw', 'focus_kw'],
]
