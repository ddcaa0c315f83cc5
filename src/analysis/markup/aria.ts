import type { Element } from 'hast'
import { attributeOf, elementsIn } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Roles of WAI-ARIA 1.2 and 1.3, of its graphics and publishing modules; abstract roles are none. */
export const roles = names(
  'alert alertdialog application article associationlist associationlistitemkey associationlistitemvalue banner ' +
    'blockquote button caption cell checkbox code columnheader combobox comment complementary contentinfo definition ' +
    'deletion dialog directory document emphasis feed figure form generic grid gridcell group heading image img ' +
    'insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox ' +
    'menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row ' +
    'rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator slider spinbutton status ' +
    'strong subscript suggestion superscript switch tab table tablist tabpanel term text textbox time timer toolbar ' +
    'tooltip tree treegrid treeitem graphics-document graphics-object graphics-symbol ' +
    'doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography ' +
    'doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote ' +
    'doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref ' +
    'doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist ' +
    'doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc',
)

const none: readonly string[] = []

const rolesIn = (node: Element): readonly string[] =>
  // Hardly any element declares one, and rules ask all of them.
  node.properties.role === undefined
    ? none
    : (attributeOf(node, 'role') ?? '')
        .toLowerCase()
        .split(/\s+/)
        .filter((role) => role !== '')

const isRole = (role: string): boolean => roles.has(role)

/** The role that an element declares: the first that exists, as further ones are for what does not know it. */
export const roleOf = (node: Element): string => rolesIn(node).find(isRole) ?? ''

/** The role that an element declares where none that it declares exists. */
export const unknownRole = (node: Element): string | undefined => (roleOf(node) === '' ? rolesIn(node)[0] : undefined)

const trueFalse = names('true false')
const trueFalseUndefined = names('true false undefined')
const trueFalseMixed = names('true false mixed undefined')
const anything = undefined

/** The attributes of WAI-ARIA with the words they may hold; undefined where that is text, numbers or ids. */
export const ariaAttributes: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map([
  ...(
    'activedescendant braillelabel brailleroledescription colcount colindex colindextext colspan controls describedby ' +
    'description details errormessage flowto keyshortcuts label labelledby level owns placeholder posinset ' +
    'roledescription rowcount rowindex rowindextext rowspan setsize valuemax valuemin valuenow valuetext'
  )
    .split(' ')
    .map((name) => [`aria-${name}`, anything] as const),
  ...'atomic busy disabled modal multiline multiselectable readonly required'
    .split(' ')
    .map((name) => [`aria-${name}`, trueFalse] as const),
  ...'expanded hidden selected grabbed'.split(' ').map((name) => [`aria-${name}`, trueFalseUndefined] as const),
  ['aria-checked', trueFalseMixed],
  ['aria-pressed', trueFalseMixed],
  ['aria-autocomplete', names('inline list both none')],
  ['aria-current', names('page step location date time true false')],
  ['aria-dropeffect', names('copy execute link move none popup')],
  ['aria-haspopup', names('true false menu listbox tree grid dialog')],
  ['aria-invalid', names('grammar spelling true false')],
  ['aria-live', names('assertive off polite')],
  ['aria-orientation', names('horizontal vertical undefined')],
  ['aria-relevant', names('additions all removals text')],
  ['aria-sort', names('ascending descending none other')],
])

/** The attributes that hold a number, with the form it has. */
const ariaNumbers: ReadonlyMap<string, RegExp> = new Map([
  ...'colcount colindex colspan level posinset rowcount rowindex rowspan setsize'
    .split(' ')
    .map((name) => [`aria-${name}`, /^[-+]?\d+$/] as const),
  ...'valuemax valuemin valuenow'.split(' ').map((name) => [`aria-${name}`, /^[-+]?(?:\d+\.?\d*|\.\d+)$/] as const),
])

/** The attributes that name one element only. */
const singleReferences: readonly string[] = ['aria-activedescendant', 'aria-errormessage']

export type AriaValueProblem =
  | { readonly kind: 'number' }
  | { readonly kind: 'single' }
  /** A word that is none of those allowed. */
  | { readonly kind: 'value'; readonly word: string; readonly allowed: ReadonlySet<string> }

/** What is wrong with the value of an attribute: no number, several ids where one belongs, an unknown word. */
export const ariaValueProblem = (name: string, written: string): AriaValueProblem | undefined => {
  const value = written.trim().toLowerCase()
  if (value === '') return undefined
  if (ariaNumbers.get(name)?.test(value) === false) return { kind: 'number' }
  const words = value.split(/\s+/)
  if (words.length > 1 && singleReferences.includes(name)) return { kind: 'single' }
  const allowed = ariaAttributes.get(name)
  const word = allowed && words.find((one) => !allowed.has(one))
  return allowed && word !== undefined ? { kind: 'value', word, allowed } : undefined
}

/** Attributes that name other elements by their ids, with their names in the tree. */
const idReferences: readonly (readonly [attribute: string, property: string])[] = [
  ['aria-labelledby', 'ariaLabelledBy'],
  ['aria-describedby', 'ariaDescribedBy'],
  ['aria-details', 'ariaDetails'],
  ['aria-activedescendant', 'ariaActiveDescendant'],
  ['aria-controls', 'ariaControls'],
  ['aria-owns', 'ariaOwns'],
  ['aria-flowto', 'ariaFlowTo'],
]

/** The ARIA attributes of an element, misspelt ones too, by their names in the tree. */
export const ariaProperties = (node: Element): readonly string[] =>
  Object.keys(node.properties).filter((name) => /^aria[A-Z-]/.test(name))

/** `ariaLabelledBy` in the tree is `aria-labelledby` in the source; unknown names stay as they are written. */
export const attributeName = (property: string): string => `aria-${property.replace(/^aria-?/, '').toLowerCase()}`

/** Names of image maps. */
export const mapNames = (post: Post): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const element of elementsIn(post.tree)) {
    const name = element.tagName === 'map' ? (attributeOf(element, 'name') ?? attributeOf(element, 'id')) : undefined
    if (name) found.add(name)
  }
  return found
}

/** What a control opens may come with a script; what is open, and what a scroll bar scrolls, has to be there. */
const isOpen = (node: Element): boolean => attributeOf(node, 'ariaExpanded') === 'true' || roleOf(node) === 'scrollbar'

/** The references of an element to others: attribute and ids. What says an error may come with the error. */
export const referencesOf = (node: Element): readonly { attribute: string; ids: readonly string[] }[] => {
  const found = idReferences.flatMap(([attribute, property]) => {
    const ids = (attributeOf(node, property) ?? '').split(/\s+/).filter((id) => id !== '')
    return ids.length > 0 && (attribute !== 'aria-controls' || isOpen(node)) ? [{ attribute, ids }] : []
  })
  const target = node.tagName === 'label' ? attributeOf(node, 'htmlFor') : undefined
  return target ? [...found, { attribute: 'for', ids: [target] }] : found
}
