import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

/** Schemes that run what follows them. */
const runs = /^\s*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t)\s*:/i
/** `javascript:void(0)` runs nothing: what is wrong with it is that it leads nowhere. */
const runsNothing = /^\s*javascript:\s*(?:void\s*\(?\s*0?\s*\)?)?\s*;?\s*$/i
const addressProperties = ['href', 'src', 'data', 'action', 'formAction', 'xLinkHref']

/** The attributes of an element whose address runs script when it is followed, by their names in HTML. */
export const runningAddresses = (node: Element): readonly string[] =>
  addressProperties
    .filter((property) => {
      const address = attributeOf(node, property)
      return address !== undefined && runs.test(address) && !runsNothing.test(address)
    })
    .map((property) => (property === 'xLinkHref' ? 'xlink:href' : property.toLowerCase()))

/** The attributes of an element that hold script for its events, by their names in HTML. */
export const handlersOf = (node: Element): readonly string[] =>
  Object.keys(node.properties)
    .filter((property) => /^on[A-Z]/.test(property))
    .map((property) => property.toLowerCase())

/** Kinds of `script` that hold data. */
export const isDataType = (type: string): boolean =>
  /^(?:application\/(?:.*\+)?json|text\/(?:plain|template|x-[\w-]+)|math\/.*)/i.test(type)

const bookmarklet = /bookmarklet|북마클[릿렛]|ブックマークレット|书签|書籤|букмарклет/i

/** Posts about bookmarklets offer links that hold script, to be dragged away. */
export const offersBookmarklet = (post: Post): boolean => bookmarklet.test(post.source)

/** Where a page does not say what of it is the post, scripts and forms may be the theme's. */
export const mayBeThemes = ({ format, content }: Post): boolean =>
  format === 'page' && (content.type === 'root' || /^(?:body|main)$/.test(content.tagName))
