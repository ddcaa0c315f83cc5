import type { FrontEntry, Generator, Post } from '../../post/post.ts'

/** Fields that a generator itself reads as true or false, in lower case. */
export const switches: ReadonlySet<string> = new Set(
  'draft published headless iscjklanguage render_with_liquid eleventyexcludefromcollections'.split(' '),
)

/** Fields that themes usually ask for as true or false: any text but the empty one counts as true there. */
export const themeSwitches: ReadonlySet<string> = new Set(
  `comment comments toc math mathjax katex mermaid hidden hide featured pin pinned sticky search searchable noindex share
   sharing sidebar author_profile read_time show_date showtoc tocopen related breadcrumbs breaking popular trending`.split(
    /\s+/,
  ),
)

/** Fields that hold a date, in lower case. */
export const dateFields: ReadonlySet<string> = new Set(
  'date pubdate publishdate lastmod last_modified_at updateddate'.split(' '),
)

const truths = new Set(['true', 'yes', 'on', '1'])
const falsehoods = new Set(['false', 'no', 'off', '0'])

/** The truth value that a text spells; undefined for any other text. */
export const truthOf = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase()
  return truths.has(word) ? true : falsehoods.has(word) ? false : undefined
}

/** Whether a scalar stands in quotes. */
export const isQuoted = ({ source }: Post, { valueRange: { start, end } }: FrontEntry): boolean => {
  const quote = source[start - 1]
  return (quote === '"' || quote === "'") && source[end] === quote
}

/** Generators whose YAML parser follows YAML 1.2, where `yes`, `no`, `on` and `off` are words. */
const modernYaml: ReadonlySet<Generator> = new Set(['hexo', 'astro', 'eleventy'])

/** Whether the generator takes an unquoted `yes`, `no`, `on` or `off` for a truth value, as YAML 1.1 says. */
export const readsAsTruth = (post: Post, entry: FrontEntry, generator: Generator): boolean =>
  post.front.format === 'yaml' &&
  !modernYaml.has(generator) &&
  entry.type === 'text' &&
  !isQuoted(post, entry) &&
  /^(?:yes|no|on|off)$/i.test(entry.text)

/** Whether a number is printed otherwise than it is written: `1.10`, `007`, `1e3`. */
const isPrintedOtherwise = ({ type, text }: FrontEntry): boolean =>
  type === 'number' && String(Number(text.replaceAll('_', ''))) !== text

/** Whether what was written as text is read as something else: `[Notice]`, `1.10`, `no`. */
export const isReadOtherwise = (post: Post, entry: FrontEntry, generator: Generator): boolean =>
  entry.type === 'boolean' ||
  (entry.type === 'list' && post.source[entry.valueRange.start] === '[') ||
  isPrintedOtherwise(entry) ||
  readsAsTruth(post, entry, generator)
