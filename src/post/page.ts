import type { Element, Root } from 'hast'
import { elementsIn } from './elements.ts'
import type { FrontField, FrontMatter, Post } from './post.ts'
import type { Range } from './range.ts'

/** Where a built page keeps its post, best first. */
const usualSelectors = ['[itemprop=articleBody]', '.post-content', '.entry-content', '.article-body']

/** The part of a page that is the post: what the configuration selects, else the usual places, else a lone article, main, body. */
export function selectContent(tree: Root, configured?: string): Root | Element {
  const elements = [...elementsIn(tree)]
  for (const selector of configured ? [configured, ...usualSelectors] : usualSelectors) {
    const found = elements.find((element) => matches(element, selector))
    if (found) return found
  }
  const articles = elements.filter(({ tagName }) => tagName === 'article')
  if (articles.length === 1) return articles[0]!
  const byName = (name: string) => elements.find(({ tagName }) => tagName === name)
  return byName('main') ?? byName('body') ?? tree
}

/** What `matches` understands, from start to end: a tag, ids, classes and attributes of one element, with nothing between them. */
export const selectorPattern =
  '^(?:[A-Za-z][\\w-]*)?(?:[#.][\\w-]+|\\[[\\w:-]+(?:=(?:"[^"\\]=]*"|\'[^\'\\]=]*\'|[^"\'\\]=\\s]+))?\\])*$'

/** Whether an element matches a compound selector of `tag`, `#id`, `.class` and `[attribute=value]`. */
export function matches({ tagName, properties }: Element, selector: string): boolean {
  const parts = selector.match(/[#.]?[\w-]+|\[[^\]]*\]/g) ?? []
  return (
    parts.length > 0 &&
    parts.every((part) => {
      if (part.startsWith('#')) return properties.id === part.slice(1)
      if (part.startsWith('.')) return asWords(properties.className).includes(part.slice(1))
      if (!part.startsWith('[')) return tagName === part.toLowerCase()
      const [name = '', value] = part.slice(1, -1).split('=')
      // The tree names `data-kind` `dataKind` and `class` `className`.
      const wanted = name === 'class' ? 'classname' : name.replaceAll('-', '').toLowerCase()
      const key = Object.keys(properties).find((property) => property.toLowerCase() === wanted)
      if (key === undefined) return false
      return value === undefined || asWords(properties[key]).includes(value.replace(/^["']|["']$/g, ''))
    })
  )
}

const asWords = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value ?? '')])

export type PageFields = Pick<FrontMatter, 'title' | 'summary' | 'date' | 'image' | 'lang'>

/** The fields of a page without front matter, read from its head. */
export function readHead(tree: Root, range: Post['range']): PageFields {
  const fields: { [Key in keyof PageFields]: FrontField[] } = { title: [], summary: [], date: [], image: [], lang: [] }
  const add = (meaning: keyof PageFields, key: string, value: unknown, keyRange?: Range, valueRange?: Range): void => {
    if (typeof value !== 'string' || value.trim() === '' || !keyRange) return
    fields[meaning]!.push({ value, key, keyRange, valueRange: valueRange ?? keyRange, all: [] })
  }
  for (const element of elementsIn(tree)) {
    const { tagName, properties } = element
    const own = range(element, 'tag')
    if (tagName === 'html') {
      add(
        'lang',
        'html[lang]',
        properties.lang,
        range(element, { attribute: 'lang' }),
        range(element, { value: 'lang' }),
      )
    } else if (tagName === 'title') {
      const [text] = element.children
      if (text?.type === 'text') add('title', 'title', text.value, own, range(text))
    } else if (tagName === 'meta') {
      const name = String(properties.property ?? properties.name ?? '').toLowerCase()
      const meaning = metaMeanings.get(name)
      if (meaning) add(meaning, name, properties.content, own, range(element, { value: 'content' }))
    } else if (tagName === 'body') break
  }
  const first = (list: FrontField[] | undefined): FrontField | undefined => list?.[0] && { ...list[0], all: list }
  return {
    title: first(fields.title),
    summary: first(fields.summary),
    date: first(fields.date),
    image: first(fields.image),
    lang: first(fields.lang),
  }
}

const metaMeanings = new Map<string, keyof PageFields>([
  ['description', 'summary'],
  ['og:title', 'title'],
  ['og:description', 'summary'],
  ['og:image', 'image'],
  ['article:published_time', 'date'],
])
