import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Cell } from './table.ts'

const scopes = new Set(['row', 'col', 'rowgroup', 'colgroup', ''])

/** Whether a cell has a `scope` that no browser knows, or has one although it heads nothing. */
export const isStrayScope = (post: Post, { element, isHeader }: Cell): boolean => {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined || post.isTemplate(scope)) return false
  return !isHeader || !scopes.has(scope.toLowerCase())
}

/** The first id in a cell's `headers` that is not one of the table's heads, or is the cell's own. */
export const strayHeader = (post: Post, { element }: Cell, heads: ReadonlySet<string>): string | undefined => {
  const ids = (attributeOf(element, 'headers') ?? '').split(/\s+/).filter((id) => id !== '')
  return ids.find((id) => (!heads.has(id) || id === attributeOf(element, 'id')) && !post.isTemplate(id))
}
