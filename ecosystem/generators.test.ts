import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { posts, runIn, siteWith, writeFiles } from './site.ts'
import { hasCommand } from './tools.ts'

// The recipes for site generators, each built by its generator: an error ends the build, and pages can be linted.

const root = join(import.meta.dirname, '..')
const recipe = (...paths: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    paths.map((path) => [path.slice(path.indexOf('/') + 1), readFileSync(join(root, 'examples', path), 'utf8')]),
  )

const page = (content: string): string =>
  `<!doctype html>\n<html lang="ko">\n<head><meta charset="utf-8"><title>산책</title></head>\n<body><article>${content}</article></body>\n</html>\n`

interface Generator {
  readonly name: string
  /** Whether it can be had here. */
  readonly isHere?: boolean
  readonly packages?: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly post: string
  readonly build: readonly [string, ...string[]]
  /** Where pages are built. */
  readonly output: string
  /** What the rest of a post's name makes of a page's. */
  readonly built: string
}

const generators: readonly Generator[] = [
  {
    name: 'Eleventy',
    packages: ['@11ty/eleventy@3'],
    files: {
      ...recipe('eleventy/postlint.js', 'eleventy/eleventy.config.js'),
      'package.json': '{ "private": true, "type": "module" }\n',
      '_includes/post.njk': page('{{ content | safe }}'),
      'posts/posts.json': '{ "layout": "post.njk" }\n',
    },
    post: 'posts/walk.md',
    build: ['npx', 'eleventy', '--quiet'],
    output: '_site',
    built: '_site/posts/walk/index.html',
  },
  {
    name: 'Astro',
    packages: ['astro@5'],
    files: {
      ...recipe('astro/postlint.js', 'astro/astro.config.mjs'),
      'package.json': '{ "private": true, "type": "module" }\n',
    },
    post: 'src/pages/walk.md',
    build: ['npx', 'astro', 'build'],
    output: 'dist',
    built: 'dist/walk/index.html',
  },
  {
    name: 'Hexo',
    packages: ['hexo@8', 'hexo-renderer-marked', 'hexo-renderer-ejs'],
    files: {
      ...recipe('hexo/scripts/postlint.js'),
      'package.json': '{ "private": true, "hexo": { "version": "8" } }\n',
      '_config.yml': 'title: 산책\nsource_dir: source\npermalink: :title/\ntheme: plain\n',
      'themes/plain/layout/index.ejs': page('<a href="/walk/">산책</a>'),
      'themes/plain/layout/post.ejs': page('<%- page.content %>'),
    },
    post: 'source/_posts/walk.md',
    build: ['npx', 'hexo', 'generate'],
    output: 'public',
    built: 'public/walk/index.html',
  },
  {
    name: 'Jekyll',
    isHere: hasCommand('jekyll', 'jekyll'),
    files: {
      ...recipe('jekyll/_plugins/postlint.rb'),
      '_config.yml':
        'title: 산책\npermalink: /:title/\ndefaults: [{ scope: { path: "" }, values: { layout: post } }]\n',
      '_layouts/post.html': page('{{ content }}'),
    },
    post: '_posts/2024-03-02-walk.md',
    build: ['jekyll', 'build', '--quiet', '--disable-disk-cache'],
    output: '_site',
    built: '_site/walk/index.html',
  },
  {
    name: 'Hugo',
    isHere: hasCommand('hugo', 'hugo'),
    files: {
      ...recipe('hugo/package.json'),
      'hugo.toml': 'baseURL = "https://example.org/"\ntitle = "산책"\n[markup.goldmark.renderer]\nunsafe = true\n',
      // Hugo before 0.110 knows this name only.
      'layouts/_default/single.html': page('{{ .Content }}'),
    },
    post: 'content/walk.md',
    build: ['npm', 'run', 'build'],
    output: 'public',
    built: 'public/walk/index.html',
  },
]

describe.each(generators)('$name', ({ isHere = true, packages = [], files, post, build, output, built }) => {
  it.runIf(isHere)('builds posts without errors only, and pages that can be linted', () => {
    const site = siteWith({ ...files, [post]: posts.broken }, ...packages)
    const [command, ...args] = build
    const stopped = runIn(site, command, args)
    expect(stopped.output).toContain('no-mixed-language')
    expect(stopped.status, stopped.output).not.toBe(0)
    expect(existsSync(join(site, built))).toBe(false)

    writeFiles(site, { [post]: posts.good })
    const done = runIn(site, command, args)
    expect(done.status, done.output).toBe(0)
    expect(readFileSync(join(site, built), 'utf8')).toContain('쉽게')

    const pages = runIn(site, 'npx', ['postlint', '--no-ignore', '--preset', 'seo', '--format', 'jsonl', output])
    const results = pages.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.at(-1).summary.files).toBeGreaterThan(0)
    const page = results.find(({ path }) => path === built)
    expect(page.findings.map(({ rule }: { rule: string }) => rule)).toContain('page-meta-description')
  })
})
