import type { Element, Nodes, Root, RootContent } from 'hast'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const headings = names('h1 h2 h3 h4 h5 h6')

/** Elements that start a block of their own, table parts included. */
export const blocks = names(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section ' +
    'summary table tbody td tfoot th thead tr ul',
)

/** Elements whose text is not prose. */
export const codeLike = names('code kbd math pre samp script style svg template textarea')

/** Elements that never show anything themselves. */
export const invisible = names('base head link meta noscript param script source style template title track')

/** Elements that show something without any text. */
export const replaced = names(
  'audio button canvas embed hr iframe img input math meter object picture progress select svg textarea video',
)

/** Elements that only change how text looks or reads; without content they are nothing. */
export const formatting = names('b big center em font i ins mark o:p q s small span strike strong sub sup tt u var')

export const isElement = (node: Nodes | undefined, ...tagNames: readonly string[]): node is Element =>
  node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))

const isMadeUp = (tagName: string): boolean => tagName.includes('-') || tagName.includes(':')

/** Whether a node may stand inside a paragraph: it is no block, holds none, and is no element that a site made up. */
export const isPhrasing = (node: RootContent): boolean =>
  node.type !== 'element' || (!blocks.has(node.tagName) && !isMadeUp(node.tagName) && node.children.every(isPhrasing))

/** Characters that print nothing: white space of every kind, no-break and zero-width ones included. */
export const isBlank = (text: string): boolean => !printsAtOnce(text.charCodeAt(0)) && blank.test(text)

const blank = /^[\s\u00ad\u200b-\u200d\u2060\ufeff\u3164]*$/

/** Nearly every text shows with its first character that it is not blank, and every rule asks that of every text. */
const printsAtOnce = (code: number): boolean => (code > 0x20 && code < 0xa0) || (code > 0x3164 && code < 0xfeff)

/** Whether one of some nodes is code: of the nodes around another, whether that stands in code. */
export const isInCode = (around: readonly Nodes[]): boolean =>
  around.some((node) => isElement(node) && codeLike.has(node.tagName))

/** Every element below a node, in document order. */
export function* elementsIn(node: Root | Element): Generator<Element> {
  // One generator for all depths: each `yield*` would hand every element through all those around it.
  const rest: RootContent[] = node.children.toReversed()
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.type !== 'element') continue
    yield next
    for (let at = next.children.length - 1; at >= 0; at--) rest.push(next.children[at]!)
  }
}

/** The text of a node and all below it, white space as in the source. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && invisible.has(node.tagName))) return ''
  let text = ''
  for (const child of node.children) text += textOf(child)
  return text
}

/** Whether a reader sees anything of a node: text, a picture, a frame, a form field. */
export function isVisible(node: Nodes): boolean {
  if (node.type === 'text') return !isBlank(node.value)
  if (node.type === 'element' && replaced.has(node.tagName)) return true
  if (!('children' in node) || (node.type === 'element' && invisible.has(node.tagName))) return false
  return node.children.some(isVisible)
}

const none: readonly string[] = []

/** The `class` attribute's tokens. */
export const classesOf = ({ properties: { className } }: Element): readonly string[] =>
  // The parsers only make texts of them, whatever else the type allows.
  Array.isArray(className) ? (className as string[]) : none

/** Whether an element has any attribute. */
export const hasAttributes = ({ properties }: Element): boolean => {
  for (const _ in properties) return true
  return false
}

/** An attribute's value as text, whatever form the tree gives it; undefined where there is none. */
export const attributeOf = (node: Element, property: string): string | undefined => {
  const value = node.properties[property]
  if (value === undefined || value === null || value === false) return undefined
  return value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
}
