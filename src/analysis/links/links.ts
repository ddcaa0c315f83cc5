import type { Element, Root } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf, classesOf } from '../../post/elements.ts'
import type { Post, TextUnit, UnitRun } from '../../post/post.ts'
import { relWords } from './link-types.ts'

export const isLink = ({ tagName }: Element): boolean => tagName === 'a'

/** Whether Markdown made the link of an address: of a bare one in the text, or of one in angle brackets. */
export const autolinkOf = (post: Post, element: Element): 'bare' | 'bracketed' | undefined => {
  const range = post.range(element)
  if (!range || post.isWritten(element) || post.source[range.start] === '[') return undefined
  return post.source[range.start] === '<' ? 'bracketed' : 'bare'
}

/** Whether something is an embedded post or a row of buttons as services and themes hand them out: its texts are not the writer's. */
export const isHandedOut = (around: readonly (Root | Element)[]): boolean =>
  around.some(
    (one) =>
      one.type === 'element' &&
      classesOf(one).some((name) => /-(?:tweet|media)$|(?:^|[-_])(?:share|social)(?:$|[-_])/.test(name)),
  )

/** Whether a link, given with what is around it, is a button or the label of a category, whose texts themes write. */
export const isOfTheme = (around: readonly (Root | Element)[]): boolean =>
  around.some(
    (one) =>
      one.type === 'element' &&
      (classesOf(one).some((name) => /^(?:btn|button|label|tag|share)/.test(name)) ||
        relWords((attributeOf(one, 'rel') ?? '').toLowerCase()).includes('tag')),
  )

/** A link inside one text unit. */
export interface Link {
  readonly element: Element
  readonly start: number
  readonly end: number
}

const none: readonly Link[] = []

const isLinked = ({ inline }: UnitRun): boolean => inline.length > 0 && inline.some(isLink)

/** The links of a unit, in order; their texts are `unit.text.slice(start, end)`. */
export const linksOf = (unit: TextUnit): readonly Link[] => {
  if (!unit.runs.some(isLinked)) return none
  const found = new Map<Element, Link>()
  for (const { start, end, inline } of unit.runs) {
    const element = inline.find(isLink)
    if (element) found.set(element, { element, start: found.get(element)?.start ?? start, end })
  }
  return [...found.values()]
}

/** A link of a post's text, and where it stands. */
interface UnitLink {
  readonly unit: TextUnit
  readonly link: Link
}

/** All links in the text of a post, in order. */
export const textLinksOf = perPart((post: Post): readonly UnitLink[] => {
  const found: UnitLink[] = []
  for (const unit of post.units) for (const link of linksOf(unit)) found.push({ unit, link })
  return found
})

/** The language of the text around each link. */
export const linkLanguages = (post: Post): ReadonlyMap<Element, string> =>
  new Map(textLinksOf(post).map(({ unit, link }) => [link.element, unit.language]))
