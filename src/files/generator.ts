import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Generator } from '../post/post.ts'
import { askUpwards, relativePath } from './paths.ts'
import { readSmallText } from './read.ts'

/** A site that a file belongs to. */
export interface Site {
  readonly root: string
  readonly generator: Generator
  /** The file or folder that gives the generator away, relative to the root. */
  readonly marker: string
  /** Whether a configuration file says so; else only a folder's name does. */
  readonly isConfigured: boolean
}

const files = (name: string, extensions: string): string[] => extensions.split(' ').map((end) => `${name}.${end}`)

/** Files that only one generator has; `_config.yml` and `config.toml` come last, since others leave them lying around. */
const markers: readonly (readonly [Generator, readonly string[]])[] = [
  ['astro', files('astro.config', 'mjs js ts mts cjs')],
  ['eleventy', [...files('eleventy.config', 'js cjs mjs ts mts cts'), ...files('.eleventy', 'js cjs')]],
  ['hugo', files('hugo', 'toml yaml yml json')],
]
const jekyllFiles = files('_config', 'yml yaml')
const oldHugoFiles = [...files('config', 'toml yaml yml json'), join('config', '_default')]

/** The generator that a folder is the root of, by the files in it. */
export const markedSite = (root: string): Site | undefined => {
  const has = (name: string): boolean => existsSync(join(root, name))
  const found = (generator: Generator, marker: string): Site => ({ root, generator, marker, isConfigured: true })
  for (const [generator, names] of markers) {
    const marker = names.find(has)
    if (marker) return found(generator, marker)
  }
  const shared = jekyllFiles.find(has)
  if (shared) {
    const isHexo = /^source_dir[ \t]*:/m.test(readSmallText(join(root, shared)) ?? '')
    return found(isHexo ? 'hexo' : 'jekyll', shared)
  }
  const old = has('content') ? oldHugoFiles.find(has) : undefined
  return old === undefined ? undefined : found('hugo', old)
}

/** The site that the names of the folders around a file suggest. `content/` only counts inside the project. */
const namedSite = (folder: string, project: string): Site | undefined => {
  const found = (root: string, generator: Generator, marker: string): Site => ({
    root,
    generator,
    marker,
    isConfigured: false,
  })
  const segments = folder.split('/')
  const above = (count: number): string => segments.slice(0, count).join('/') || '/'
  const posts = segments.findLastIndex((name) => name === '_posts' || name === '_drafts')
  if (posts > 0) {
    const marker = `${segments[posts]}/`
    return segments[posts - 1] === 'source'
      ? found(above(posts - 1), 'hexo', `source/${marker}`)
      : found(above(posts), 'jekyll', marker)
  }
  const inside = project === '/' ? 1 : project.split('/').length
  const content = segments.indexOf('content', inside)
  if (content < 0) return undefined
  return content > inside && segments[content - 1] === 'src'
    ? found(above(content - 1), 'astro', 'src/content/')
    : found(above(content), 'hugo', 'content/')
}

/** Finds the site of a file: by a marker file in the folders above it, else by their names. Remembers its answers. */
export const siteFinder = (rootOf: (folder: string) => string): ((file: string) => Site | undefined) => {
  const marked = askUpwards(markedSite)
  return (file) => {
    const folder = dirname(file)
    return marked(folder) ?? namedSite(folder, rootOf(folder))
  }
}

const hasFolder = (path: string, ...names: string[]): boolean =>
  path
    .split('/')
    .slice(0, -1)
    .some((name) => names.includes(name))
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether a site takes the file for a post, by its path from the root; where the generator has no rule, every file may be one. */
export const isPostOf = (site: Site | undefined, file: string): boolean => {
  if (!site) return true
  const path = relativePath(site.root, file)
  switch (site.generator) {
    case 'jekyll':
      return hasFolder(path, '_posts', '_drafts')
    case 'hexo':
      return /^source\/(?:.+\/)?_(?:posts|drafts)\//.test(path)
    case 'hugo':
      return path.startsWith('content/') && !/^_index\./.test(fileName(path))
    case 'astro':
      return /^src\/(?:content|pages|posts)\//.test(path)
    default:
      return true
  }
}
