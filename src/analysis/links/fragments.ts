import type { Element } from 'hast'
import { attributeOf, elementsIn, headings, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { idsOf } from '../markup/ids.ts'
import { type Slugger, sluggersOf, slugsOf } from './slugs.ts'

/** What a link to a place of the post can lead to. */
export interface Fragments {
  readonly ids: ReadonlySet<string>
  /** Words of headings with emoji, which some generators spell out in the id (`🦀` as `crab`). */
  readonly spelled: readonly (readonly string[])[]
  /** Ids in templates, and what shortcodes and includes bring, are unknown. */
  readonly isOpen: boolean
}

/** The text of a heading as sluggers see it: without templates, raw tags and the spaces around it. */
const headingText = (heading: Element): string =>
  textOf(heading)
    .replace(/\ue000+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a heading with emoji may have a fragment as its id: it holds all words of the heading in order. */
export const isSpelledOut = ({ spelled }: Fragments, fragment: string): boolean => {
  const words = wordsOf(fragment)
  return spelled.some((heading) => {
    let at = 0
    for (const word of words) if (word === heading[at]) at++
    return heading.length > 0 && at === heading.length && words.length > at
  })
}

/** Ids that attribute lists and Pandoc or Hugo headings give: `{#id}`, `{: #id .class}`, `{:name="id"}`. */
const listedIds = (post: Post): string[] =>
  post.masks.flatMap(({ kind, start, end }) => {
    if (kind !== 'control' || end - start > 300) return []
    const text = post.source.slice(start, end)
    const ids = /^\{[:#]/.test(text) ? text.matchAll(/#([^\s{}#"'=]+)|\b(?:id|name)=["']?([^\s"'}]+)/g) : []
    return [...ids].map(([, short, long]) => short ?? long ?? '')
  })

/** Hugo takes attributes behind a heading that other generators leave in its text. */
const braceIds = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => /\{\s{0,5}#([^\s{}]+)[^{}]*\}$/.exec(text)?.[1] ?? [])

/** Everything in a post that a link may point at: ids, names of anchors, the ids that generators give to headings. */
export const fragmentsOf = (post: Post, slugger: Slugger | 'auto'): Fragments => {
  const ids = new Set<string>(idsOf(post).keys())
  const texts: string[] = []
  let isOpen = false
  for (const element of elementsIn(post.tree)) {
    const { tagName } = element
    if (headings.has(tagName)) texts.push(headingText(element))
    const name = tagName === 'a' || tagName === 'map' ? attributeOf(element, 'name') : undefined
    if (name) ids.add(name)
    if (post.isTemplate(attributeOf(element, 'id')) || post.isTemplate(name)) isOpen = true
  }
  if (post.format !== 'page') {
    for (const id of slugsOf(texts, slugger === 'auto' ? sluggersOf(generatorOf(post)) : [slugger])) ids.add(id)
    for (const id of [...listedIds(post), ...braceIds(texts)]) ids.add(id)
  }
  const spelled = texts.filter((text) => /\p{Extended_Pictographic}/u.test(text)).map(wordsOf)
  return { ids, spelled, isOpen: isOpen || post.masks.some(({ kind }) => kind === 'value') }
}

const generatorOf = ({ generator, sitePath }: Post): Post['generator'] =>
  generator === 'any' && /(?:^|\/)source\//.test(sitePath) ? 'hexo' : generator
