import type { FrontField, Post } from '../../post/post.ts'

/** Texts for readers of the post or of a list, which no search engine is told. */
const leads = new Set(['subtitle', 'feature_text', 'lead'])

/** The text that generators hand to search engines as the description; undefined where there is none or a template makes it. */
export const descriptionOf = ({ front, isTemplate }: Post): FrontField | undefined => {
  const field = front.summary
  if (!field || field.value.trim() === '' || isTemplate(field.value) || /\{\{|\{%/.test(field.value)) return undefined
  const isForSearch = field.entry ? !leads.has(field.key) && field.entry.type === 'text' : field.key === 'description'
  return isForSearch ? field : undefined
}
