import { attributeOf, elementsIn, replaced } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { hidesItself } from '../images/alternative.ts'
import { accessibleName } from '../markup/accessible-name.ts'
import type { Cell } from './table.ts'

const scopes = new Set(['row', 'col', 'rowgroup', 'colgroup', ''])

/** Whether a cell has a `scope` that no browser knows, or has one although it heads nothing. */
export const isStrayScope = (post: Post, { element, isHeader }: Cell): boolean => {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined || post.isTemplate(scope)) return false
  return !isHeader || !scopes.has(scope.toLowerCase())
}

/** The ids of the heads that a cell names itself; undefined where its place in the table decides. */
export const namedHeads = ({ element }: Cell): readonly string[] | undefined =>
  attributeOf(element, 'headers')
    ?.split(/\s+/)
    .filter((id) => id !== '')

/** The first id in a cell's `headers` that is not one of the table's heads, or is the cell's own; none if it is hidden. */
export const strayHeader = (post: Post, cell: Cell, heads: ReadonlySet<string>): string | undefined => {
  if (hidesItself(cell.element)) return undefined
  const own = attributeOf(cell.element, 'id')
  return namedHeads(cell)?.find((id) => (!heads.has(id) || id === own) && !post.isTemplate(id))
}

/** Whether a head says something; what a picture or a field in it lacks is another matter. */
export const isNamedCell = (post: Post, { element }: Cell): boolean => {
  const { text, isOpen } = accessibleName(post, element)
  return text !== '' || isOpen || [...elementsIn(element)].some(({ tagName }) => replaced.has(tagName))
}
