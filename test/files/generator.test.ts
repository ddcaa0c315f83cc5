import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { siteFinder } from '../../src/files/generator.ts'
import { jekyllDefaults } from '../../src/files/jekyll-defaults.ts'
import { relativePath, rootFinder } from '../../src/files/paths.ts'
import { folderWith } from '../support/folder.ts'

const siteOf = (files: Record<string, string>, file: string) => {
  const folder = folderWith({ '.git/': '', ...files })
  const site = siteFinder(rootFinder([folder]))(join(folder, file))
  return site && { generator: site.generator, root: relativePath(folder, site.root), marker: site.marker }
}

describe('generator', () => {
  test.each([
    ['jekyll', { '_config.yml': 'title: x' }, '_config.yml'],
    ['hexo', { '_config.yml': 'title: x\nsource_dir: source' }, '_config.yml'],
    ['hugo', { 'hugo.yaml': '' }, 'hugo.yaml'],
    ['hugo', { 'config.toml': '', 'content/': '' }, 'config.toml'],
    ['astro', { 'astro.config.mjs': '', '_config.yml': '' }, 'astro.config.mjs'],
    ['eleventy', { '.eleventy.js': '' }, '.eleventy.js'],
  ])('%s is known by its files %j', (generator, files, marker) => {
    expect(siteOf(files, 'deep/down/a.md')).toEqual({ generator, root: '', marker })
  })

  test('the nearest site counts', () => {
    expect(siteOf({ '_config.yml': '', 'docs/hugo.toml': '' }, 'docs/content/a.md')?.generator).toBe('hugo')
  })

  test.each([
    ['blog/_posts/2024-05-02-a.md', 'jekyll', 'blog'],
    ['site/source/_posts/a.md', 'hexo', 'site'],
    ['web/content/posts/a.md', 'hugo', 'web'],
    ['web/src/content/blog/a.md', 'astro', 'web'],
  ])('without such files, the folders of %s say %s', (file, generator, root) => {
    expect(siteOf({}, file)).toMatchObject({ generator, root })
  })

  test('nothing says nothing', () => {
    expect(siteOf({ 'config.toml': '' }, 'notes/a.md')).toBeUndefined()
  })
})

describe('defaults of Jekyll', () => {
  const config = `
title: 여행기
defaults:
  - scope:
      path: ""
      type: posts
    values:
      layout: post
      author: 김하늘
      image: ""
  - scope: { path: "_posts/news/" }
    values: { tags: [news] }
  - scope: { path: "travel/*/photos" }
    values: { gallery: true }
  - scope: { type: pages }
    values: { lang: ko }
  - values: { comments: }
  - not a map
`
  const keysOf = jekyllDefaults

  test('count by type and path; an empty value is none', async () => {
    const keys = await keysOf(folderWith({ '_config.yml': config }))
    expect(keys('_posts/2024-05-02-a.md')).toEqual(['layout', 'author'])
    expect(keys('_drafts/a.md')).toEqual(['layout', 'author'])
    expect(keys('_posts/news/2024-05-02-a.md')).toEqual(['layout', 'author', 'tags'])
    expect(keys('_posts/newsroom/2024-05-02-a.md')).toEqual(['layout', 'author'])
    expect(keys('travel/busan/photos/a.md')).toEqual(['gallery', 'lang'])
    expect(keys('about.md')).toEqual(['lang'])
  })

  test.each([
    ['missing', undefined],
    ['broken', 'defaults:\n  - [x'],
    ['of another shape', 'defaults: { a: b }\n'],
    ['hostile', `defaults: ${'['.repeat(20_000)}`],
  ])('a configuration that is %s supplies nothing', async (_, text) => {
    const keys = await keysOf(folderWith(text === undefined ? {} : { '_config.yml': text }))
    expect(keys('_posts/a.md')).toEqual([])
  })
})
