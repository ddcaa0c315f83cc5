import type { Element } from 'hast'
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

/** What editors have left on an element, in the order of its parts. */
export function* leftoversOf(post: Post, node: Element): Generator<Leftover> {
  if (editorElement.test(node.tagName)) {
    const tags = tagsOf(post, node)
    yield { name: `<${node.tagName}>`, range: post.range(node, 'tag'), removal: tags && [tags.open, tags.close] }
  }
  for (const property of Object.keys(node.properties)) {
    if (property === 'className') yield* classLeftovers(post, node)
    else if (property === 'style') yield* styleLeftovers(post, node)
    else if (property === 'href') yield* addressLeftovers(post, node)
    else yield* attributeLeftovers(post, node, property)
  }
}

/** `dataKeSize` as it is written in HTML. */
const writtenName = (property: string): string =>
  property.startsWith('data')
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase()

function* attributeLeftovers(post: Post, node: Element, property: string): Generator<Leftover> {
  const name = writtenName(property)
  const isResidue =
    editorAttribute.test(name) ||
    ((name === 'data-start' || name === 'data-end') && isPosition(node)) ||
    (name === 'id' && String(node.properties.id).startsWith('docs-internal-guid-'))
  if (!isResidue) return
  const extent = attributeExtent(post, node, name)
  yield { name, range: post.range(node, { attribute: name }), removal: extent && [extent] }
}

/** `data-start="12" data-end="80"`: offsets that chat assistants leave on what they wrote. */
const isPosition = (node: Element): boolean =>
  [node.properties.dataStart, node.properties.dataEnd].every((value) => /^\d+$/.test(String(value)))

function* classLeftovers(post: Post, node: Element): Generator<Leftover> {
  const classes = classesOf(node)
  const word = classes.filter((name) => wordClass.test(name))
  const other = classes.find((name) => editorClass.test(name))
  const range = post.range(node, { attribute: 'class' })
  if (word.length > 0) yield { name: word[0]!, range, removal: classExtents(post, node, word) }
  // Naver's classes may carry styles that the site has copied.
  if (other) yield { name: other, range }
}

/** The classes with the white space before them, or the whole attribute when no class would be left. */
function classExtents(post: Post, node: Element, unwanted: readonly string[]): readonly Range[] | undefined {
  const whole = attributeExtent(post, node, 'class')
  const value = post.range(node, { value: 'class' })
  if (!whole || !value || unwanted.length === classesOf(node).length) return whole && [whole]
  const written = post.source.slice(value.start, value.end)
  const found = [...written.matchAll(/\S+\s*/g)].filter(([text]) => unwanted.includes(text.trim()))
  return found.map(({ 0: text, index }) => ({ start: value.start + index, end: value.start + index + text.length }))
}

function* addressLeftovers(post: Post, node: Element): Generator<Leftover> {
  if (!googleDetour.test(attributeOf(node, 'href') ?? '')) return
  yield { name: 'google.com/url', range: post.range(node, { attribute: 'href' }) }
}

function* styleLeftovers(post: Post, node: Element): Generator<Leftover> {
  if (!attributeOf(node, 'style')?.includes('mso-')) return
  const declaration = declarationsOf(post, node).find(({ property }) => property.startsWith('mso-'))
  if (!declaration) return
  const extents = declarationExtents(post, node, ({ property }) => property.startsWith('mso-'))
  const whole = attributeExtent(post, node, 'style')
  yield {
    name: declaration.property,
    range: post.range(node, { attribute: 'style' }),
    removal: extents === 'all' ? whole && [whole] : extents,
  }
}
