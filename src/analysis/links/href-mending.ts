import type { Element } from 'hast'
import { attributeOf, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { Texts } from '../../texts.ts'
import { isEditable } from '../blocks/extent.ts'
import { addressTextOf } from './address-text.ts'
import type { HrefProblem } from './href-problem.ts'
import type { LinkTarget } from './link-target.ts'
import { autolinkOf } from './links.ts'

type Edits = readonly (Range & { readonly text: string })[]

/** How a wrong address can be mended: at once, or when its writer agrees. */
interface Mending {
  readonly fix?: { readonly safe: boolean; readonly edits: Edits }
  readonly suggestions?: readonly { readonly title: Texts; readonly edits: Edits }[]
}

/** Links that a script turns into something else: buttons, tabs, menus. */
const isWidget = (node: Element): boolean => {
  const role = attributeOf(node, 'role')
  const isHook = /^(?:data(?:Bs)?(?:Toggle|Target|Dismiss|Action)|onClick)$/i
  return (role !== undefined && role !== 'link') || Object.keys(node.properties).some((name) => isHook.test(name))
}

/** Tutorials tell their readers to open an address on their own machine. */
const isInstruction = (node: Element): boolean =>
  /localhost|127\.0|0\.0\.0\.0|:\d{4}/.test(textOf(node)) || addressTextOf(textOf(node).trim(), '') !== undefined

/** Whether an address is no mistake of the writer's, whatever its form. */
export const isIntended = (post: Post, node: Element, { kind }: HrefProblem): boolean => {
  if (kind === 'hash' || kind === 'empty' || kind === 'script') return isWidget(node)
  if (kind === 'local') return isInstruction(node)
  // Whether a bare address is a link at all, and where it ends, differs from one generator to the next.
  return (kind === 'host' || kind === 'character') && autolinkOf(post, node) === 'bare'
}

const written = (post: Post, node: Element, { place, value }: LinkTarget, text: string) => {
  if (/[\s"'<>]/.test(text)) return []
  if (post.range(node, { attribute: 'href' })) {
    return isEditable(post, node) ? [{ ...place, text: `href="${text.replace(/&(?!amp;)/g, '&amp;')}"` }] : []
  }
  return value ? [{ ...value, text }] : []
}

/** A missing pair of slashes is mended without asking; what else was meant is for the writer to say. */
export const mending = (post: Post, node: Element, target: LinkTarget, { kind, mended }: HrefProblem): Mending => {
  const edits = mended === undefined ? [] : written(post, node, target, mended)
  if (edits.length === 0) return {}
  if (kind === 'slashes') return { fix: { safe: true, edits } }
  return { suggestions: [{ title: { en: `Write “${mended}”`, ko: `“${mended}”로 쓰기` }, edits }] }
}
