import { fieldsOf } from './fields.ts'
import { type Block, findBlock } from './front-matter/block.ts'
import { lineAt } from './front-matter/lines.ts'
import { readPlainYaml } from './front-matter/plain-yaml.ts'
import { type FrontProblem, moved, problem, type Reading, sizeLimit } from './front-matter/reading.ts'
import { part } from './parts.ts'
import type { FrontEntry, FrontMatter, Generator, PostInput } from './post.ts'
import { isInPostFolder } from './post-folder.ts'

export { type ScalarMap, scalarMap } from './front-matter/scalar-map.ts'

export type FrontMatterOptions = Pick<PostInput, 'generator' | 'sitePath' | 'inheritedKeys'>

/** Finds and reads the front matter of a post: YAML, TOML or JSON, every key and value with its place in the source. */
export const parseFrontMatter = (
  source: string,
  { generator, sitePath, inheritedKeys = [] }: FrontMatterOptions,
): { readonly front: FrontMatter; readonly problems: readonly FrontProblem[] } => {
  const block = findBlock(source, generator)
  const { entries, problems, broken } = block ? readBlock(source, block) : nothing
  const range = block?.range ?? { start: 0, end: 0 }
  const open = block?.open ?? { start: 0, end: Math.min(1, source.length) }
  const byKey = new Map<string, FrontEntry>(entries.map((entry) => [entry.key, entry]))
  const inherited = new Set(inheritedKeys)
  const front: FrontMatter = {
    format: block?.format ?? 'none',
    range,
    open,
    inner: block?.inner ?? range,
    broken,
    entries,
    get: (key) => byKey.get(key),
    inherits: (key) => inherited.has(key),
    ...fieldsOf(entries, { generator, sitePath, open }),
  }
  const around = block ? placeProblems(source, block) : missing(source, sitePath, generator)
  return { front, problems: [...around, ...problems.slice(0, problemLimit)] }
}

/** Whoever has more problems than this has one. */
const problemLimit = 100

const nothing: Reading = { entries: [], problems: [], broken: false }
const readers = {
  yaml: (text: string): Reading => part('yaml').readYaml(text),
  toml: (text: string): Reading => part('toml').readToml(text),
  json: (text: string): Reading => part('json').readJson(text),
}

const readBlock = (source: string, { format, inner, unclosed }: Block): Reading => {
  if (inner.end - inner.start > sizeLimit) {
    const range = { start: inner.start, end: lineAt(source, inner.start).end }
    return {
      entries: [],
      problems: [{ kind: 'budget', budget: 'front-matter-size', limit: sizeLimit, range }],
      broken: true,
    }
  }
  const reading =
    (format === 'yaml' && readPlainYaml(source, inner)) ||
    moved(readers[format](source.slice(inner.start, inner.end)), inner.start)
  return unclosed ? { ...reading, broken: true } : reading
}

const placeProblems = (source: string, { open, range, notFirst, unclosed }: Block): FrontProblem[] => {
  const fence = source.slice(open.start, open.end)
  if (unclosed) return [problem('unclosed', fence, open)]
  if (!notFirst) return []
  const before = source.slice(0, range.start)
  return before === '\uFEFF' ? [problem('bom', '', { start: 0, end: 1 })] : [problem('not-first', fence, open)]
}

/** Whole pages and files outside the posts' folder need none. */
const missing = (source: string, sitePath: string, generator: Generator): FrontProblem[] => {
  // `_posts/` speaks for itself, whatever else is known of the site.
  if (!isInPostFolder(sitePath, generator === 'any' ? 'jekyll' : generator)) return []
  const isPage = /^\s{0,1000}<(?:!doctype|html|\?xml)[\s>]/i.test(source.slice(0, 1100))
  return isPage || source.trim() === '' ? [] : [problem('missing', '', { start: 0, end: lineAt(source, 0).end })]
}
