import type { Element } from 'hast'
import { perPart } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

/** Schemes that run what follows them. */
const runs = /^\s*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t)\s*:/i
/** `javascript:void(0)` runs nothing: what is wrong with it is that it leads nowhere. */
const runsNothing = /^\s*javascript:\s*(?:void\s*\(?\s*0?\s*\)?)?\s*;?\s*$/i
const addressProperties = new Set(['href', 'src', 'data', 'action', 'formAction', 'xLinkHref'])

const none: readonly string[] = []

/** The attributes of an element whose address runs script when it is followed, by their names in HTML. */
export const runningAddresses = (node: Element): readonly string[] => {
  let found: string[] | undefined
  for (const property in node.properties) {
    if (!addressProperties.has(property)) continue
    const address = attributeOf(node, property)
    if (address === undefined || !runs.test(address) || runsNothing.test(address)) continue
    found ??= []
    found.push(property === 'xLinkHref' ? 'xlink:href' : property.toLowerCase())
  }
  return found ?? none
}

/** The attributes of an element that hold script for its events, by their names in HTML. */
export const handlersOf = (node: Element): readonly string[] => {
  let found: string[] | undefined
  for (const property in node.properties) {
    if (!property.startsWith('on') || !/^on[A-Z]/.test(property)) continue
    found ??= []
    found.push(property.toLowerCase())
  }
  return found ?? none
}

/** Kinds of `script` that hold data. */
export const isDataType = (type: string): boolean =>
  /^(?:application\/(?:.*\+)?json|text\/(?:plain|template|x-[\w-]+)|math\/.*)/i.test(type)

const bookmarklet = /bookmarklet|북마클[릿렛]|ブックマークレット|书签|書籤|букмарклет/i

/** Posts about bookmarklets offer links that hold script, to be dragged away. */
export const offersBookmarklet = perPart((post: Post): boolean => bookmarklet.test(post.source))

/** Where a page does not say what of it is the post, scripts and forms may be the theme's. */
export const mayBeThemes = ({ format, content }: Post): boolean =>
  format === 'page' && (content.type === 'root' || /^(?:body|main)$/.test(content.tagName))
