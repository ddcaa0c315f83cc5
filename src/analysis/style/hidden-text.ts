import type { Element, Root } from 'hast'
import { perObject } from '../../memo.ts'
import { attributeOf, classesOf, isElement } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { pixelsOf } from './font-size.ts'
import { colorOf, type Declaration, declarationsOf, declaredColor, legacyColorOf } from './inline-style.ts'

type Parents = readonly (Root | Element)[]

/** Text smaller than this cannot be read by anybody. */
const unreadable = 1
const farLeft = -500

/** What of a style keeps everybody from seeing the text. */
export const hidingIn = perObject((declarations: readonly Declaration[]) => declarations.find(hides))

const hides = ({ property, value }: Declaration): boolean => {
  const word = value.trim().toLowerCase()
  switch (property) {
    case 'display':
      return word === 'none'
    case 'visibility':
      return word === 'hidden' || word === 'collapse'
    case 'opacity':
      return /^(?:0+(?:\.0*)?|\.0+)%?$/.test(word)
    case 'text-indent':
    case 'left':
    case 'top':
    case 'margin-left':
      return (pixelsOf(word) ?? 0) <= farLeft
    case 'font-size': {
      const size = pixelsOf(word)
      return size !== undefined && size >= 0 && size <= unreadable
    }
    default:
      return false
  }
}

/** Parts of names of what scripts and themes open, or give to screen readers. */
const opener =
  /toggl|collaps|accordion|modal|popup|tooltip|overlay|dialog|tab|spoiler|answer|solution|hint|reveal|sr-only|screen-?reader|visually|hid|fold|more|menu|drop|lightbox|slide|carousel|js-|print|preview|template|loading|^[ehpu]-/i

/** Text that is hidden until something on the page shows it, or that only screen readers get. */
export const isToggled = (post: Post, node: Element): boolean => {
  const id = attributeOf(node, 'id')
  if (id && post.source.split(id, 3).length > 2) return true
  if (classesOf(node).some((name) => opener.test(name))) return true
  return Object.keys(node.properties).some((name) => /^(?:data|aria|on)[A-Z]|^role$/.test(name))
}

const backgroundOf = (post: Post, node: Element): string | undefined => {
  const declared = declarationsOf(post, node).findLast(({ property }) => property.startsWith('background'))
  if (declared) return declared.property === 'background-image' ? 'unknown' : (declaredColor(declared) ?? 'unknown')
  const old = attributeOf(node, 'bgColor')
  return old === undefined ? undefined : (legacyColorOf(old) ?? 'unknown')
}

const white = '#ffffffff'

/** Whether the text of an element has the colour of what lies behind it; `assumed` where that is the page's white. */
export const isOnItself = (post: Post, node: Element, parents: Parents): boolean | 'assumed' => {
  const declared = declarationsOf(post, node).findLast(({ property }) => property === 'color')
  const old = node.tagName === 'font' ? attributeOf(node, 'color') : undefined
  const color = declared ? colorOf(declared.value) : old === undefined ? undefined : legacyColorOf(old)
  if (!color) return false
  for (const element of [node, ...parents.toReversed()]) {
    if (!isElement(element)) continue
    const background = backgroundOf(post, element)
    if (background !== undefined) return background === color
    // A theme may paint what lies behind.
    if (classesOf(element).length > 0) return false
  }
  return color === white && post.format !== 'page' ? 'assumed' : false
}
