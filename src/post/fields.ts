import { dateInName, isInDraftFolder, type Meaning, nameOf, namesOf, wrapperKeys } from './conventions.ts'
import type { FrontEntry, FrontField, FrontMatter, Generator } from './post.ts'
import type { Range } from './range.ts'

export type Fields = Pick<FrontMatter, Meaning>

interface Site {
  readonly generator: Generator
  readonly sitePath: string
  /** Where to point at for what is read off the path. */
  readonly open: Range
}

/** Reads the entries by meaning: title, summary, date, ... whatever the generator calls them. */
export const fieldsOf = (entries: readonly FrontEntry[], { generator, sitePath, open }: Site): Fields => {
  const byName = entriesByName(entries, generator)
  const find = (meaning: Meaning): FrontField[] => {
    const fields: FrontField[] = []
    for (const name of namesOf(meaning, generator)) {
      const entry = byName.get(name)
      if (entry && !fields.some((field) => field.entry === entry)) fields.push(fieldOf(entry))
    }
    return fields
  }
  const fromPath = (value: string | undefined): FrontField[] =>
    value === undefined ? [] : [{ value, key: '', keyRange: open, valueRange: open, all: [] }]
  return {
    title: first(find('title')),
    summary: first(find('summary')),
    date: first([...find('date'), ...fromPath(dateInName(sitePath))]),
    modified: first(find('modified')),
    image: first(find('image')),
    tags: first(find('tags')),
    categories: first(find('categories')),
    lang: first(find('lang')),
    draft: first([...find('draft').flatMap(asDraft), ...fromPath(isInDraftFolder(sitePath) ? 'true' : undefined)]),
    author: first(find('author')),
  }
}

/** The first field that says something stands for all of them. */
const first = (fields: readonly FrontField[]): FrontField | undefined => {
  const best = fields.find(({ value }) => value.trim() !== '') ?? fields[0]
  if (!best) return undefined
  const { value, key, keyRange, valueRange, entry } = best
  return { value, key, keyRange, valueRange, entry, all: fields }
}

/** Entries of the top, of the maps in it (`seo.description`), and of `params` and `extra` as if they stood at the top. */
const entriesByName = (entries: readonly FrontEntry[], generator: Generator): Map<string, FrontEntry> => {
  const found = new Map<string, FrontEntry>()
  for (const entry of entries) found.set(nameOf(entry.key, generator), entry)
  for (const entry of entries) {
    if (entry.type !== 'map') continue
    for (const child of entry.children) {
      found.set(nameOf(child.path, generator), child)
      const name = nameOf(child.key, generator)
      if (wrapperKeys.has(entry.key) && !found.has(name)) found.set(name, child)
    }
  }
  return found
}

const fieldOf = (entry: FrontEntry): FrontField => {
  const { key, keyRange, valueRange } = entry
  return { value: textOf(entry), key, keyRange, valueRange, entry, all: [] }
}

/** What an entry says in one line: a scalar's text, a list's items, a map's main value. */
const textOf = ({ type, text, children }: FrontEntry): string => {
  if (type === 'list') return children.map(textOf).join(', ')
  if (type !== 'map') return text
  const main = children.find(({ key }) => mainKeys.has(key)) ?? children.find((child) => child.text !== '')
  return main ? textOf(main) : ''
}

/** The keys under which a map keeps what it is about: an image's file, an author's name. */
const mainKeys: ReadonlySet<string> = new Set([
  'path',
  'src',
  'url',
  'image',
  'feature',
  'teaser',
  'overlay_image',
  'name',
])

/** `published: false` says the same as `draft: true`; where `published` is a date it says nothing. */
const asDraft = (field: FrontField): FrontField[] => {
  if (field.key !== 'published') return [field]
  if (field.entry?.type !== 'boolean') return []
  return [{ ...field, value: field.value === 'false' ? 'true' : 'false' }]
}
