import type { Element } from 'hast'
import { perText } from '../../memo.ts'
import { attributeOf, classesOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { attributeExtent, tagsOf } from '../blocks/extent.ts'
import { declarationExtents, declarationsOf } from '../style/inline-style.ts'

/** Attributes that only an editor reads: Tistory, TinyMCE, ProseMirror, Slate, Lexical, Grammarly, Draft.js, Angular. */
const editorAttribute =
  /^(?:data-(?:ke|mce|pm|slate|lexical|gramm)-[\w-]+|data-(?:offset-key|contents|stringify-type|gramm|is-last-node|is-only-node|reader-unique-id)|_ng(?:content|host)[\w-]*|contenteditable)$/
/** Classes of Word, SunEditor and Naver SmartEditor. */
const wordClass = /^Mso[A-Z]\w*$/
const editorClass =
  /^(?:__se__\w+|se_(?:textarea|paragraph|publish\w*)|se-(?:component|section|module|text|main-container|viewer|fs|ff|style|oglink|sticker|quotation|documentTitle|imageStrip|imageGroup|placesMap)(?:-[\w-]*)?)$/
const editorElement = /^(?:[ow]:[\w-]+|grammarly-[\w-]+)$/
const editorComment = /^\s*(?:\/?wp:[a-z]|\[if (?:gte )?mso|StartFragment|EndFragment)/
/** Google Docs and search results lead every link over an address of Google's. */
const googleDetour = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?(?:[^&]*&){0,8}(?:q|url)=/i

/** One piece of residue: what to call it, where it is, and what to delete so that it goes. */
export interface Leftover {
  readonly name: string
  readonly range: Range | undefined
  /** Absent where something on the site may depend on it. */
  readonly removal?: readonly Range[]
}

/** Whether a comment is an editor's note to itself. */
export const isEditorComment = (text: string): boolean => editorComment.test(text)

const nothing: readonly Leftover[] = []

/** What editors have left on an element, in the order of its parts. */
export function leftoversOf(post: Post, node: Element): readonly Leftover[] {
  let found: Leftover[] | undefined
  if (isEditorElement(node.tagName)) {
    const tags = tagsOf(post, node)
    found = [{ name: `<${node.tagName}>`, range: post.range(node, 'tag'), removal: tags && [tags.open, tags.close] }]
  }
  for (const property in node.properties) {
    const own = leftoversIn(post, node, property)
    if (own.length === 0) continue
    found ??= []
    found.push(...own)
  }
  return found ?? nothing
}

function leftoversIn(post: Post, node: Element, property: string): readonly Leftover[] {
  if (property === 'className') return classLeftovers(post, node)
  if (property === 'style') return styleLeftovers(post, node)
  return property === 'href' ? addressLeftovers(post, node) : attributeLeftovers(post, node, property)
}

const isEditorElement = perText((tagName) => editorElement.test(tagName))

interface Attribute {
  /** As it is written in HTML. */
  readonly name: string
  readonly isEditors: boolean
}

/** What is known of an attribute by its name in the tree, such as `dataKeSize`. */
const attributeNamed = perText((property): Attribute => {
  const name = property.startsWith('data')
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase()
  return { name, isEditors: editorAttribute.test(name) }
})

function attributeLeftovers(post: Post, node: Element, property: string): readonly Leftover[] {
  const { name, isEditors } = attributeNamed(property)
  const isResidue =
    isEditors ||
    ((name === 'data-start' || name === 'data-end') && isPosition(node)) ||
    (name === 'id' && String(node.properties.id).startsWith('docs-internal-guid-'))
  if (!isResidue) return nothing
  const extent = attributeExtent(post, node, name)
  return [{ name, range: post.range(node, { attribute: name }), removal: extent && [extent] }]
}

/** `data-start="12" data-end="80"`: offsets that chat assistants leave on what they wrote. */
const isPosition = (node: Element): boolean =>
  [node.properties.dataStart, node.properties.dataEnd].every((value) => /^\d+$/.test(String(value)))

function classLeftovers(post: Post, node: Element): readonly Leftover[] {
  const classes = classesOf(node)
  const word = classes.filter((name) => name.startsWith('Mso') && wordClass.test(name))
  const other = classes.find(isEditorClass)
  if (word.length === 0 && !other) return nothing
  const range = post.range(node, { attribute: 'class' })
  const words = word.length > 0 ? [{ name: word[0]!, range, removal: classExtents(post, node, word) }] : nothing
  // Naver's classes may carry styles that the site has copied.
  return other ? [...words, { name: other, range }] : words
}

const isEditorClass = perText((name) => editorClass.test(name))

/** The classes with the white space before them, or the whole attribute when no class would be left. */
function classExtents(post: Post, node: Element, unwanted: readonly string[]): readonly Range[] | undefined {
  const whole = attributeExtent(post, node, 'class')
  const value = post.range(node, { value: 'class' })
  if (!whole || !value || unwanted.length === classesOf(node).length) return whole && [whole]
  const written = post.source.slice(value.start, value.end)
  const found = [...written.matchAll(/\S+\s*/g)].filter(([text]) => unwanted.includes(text.trim()))
  return found.map(({ 0: text, index }) => ({ start: value.start + index, end: value.start + index + text.length }))
}

function addressLeftovers(post: Post, node: Element): readonly Leftover[] {
  if (!googleDetour.test(attributeOf(node, 'href') ?? '')) return nothing
  return [{ name: 'google.com/url', range: post.range(node, { attribute: 'href' }) }]
}

function styleLeftovers(post: Post, node: Element): readonly Leftover[] {
  if (!attributeOf(node, 'style')?.includes('mso-')) return nothing
  const declaration = declarationsOf(post, node).find(({ property }) => property.startsWith('mso-'))
  if (!declaration) return nothing
  const extents = declarationExtents(post, node, ({ property }) => property.startsWith('mso-'))
  const whole = attributeExtent(post, node, 'style')
  const range = post.range(node, { attribute: 'style' })
  return [{ name: declaration.property, range, removal: extents === 'all' ? whole && [whole] : extents }]
}
