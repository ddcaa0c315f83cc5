import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type DiscoverInput, discover, discoverStdin } from '../../src/files/discover.ts'
import { siteFinder } from '../../src/files/generator.ts'
import { ignores } from '../../src/files/ignore.ts'
import { rootFinder } from '../../src/files/paths.ts'
import { noticeBoard } from '../../src/notice.ts'
import { folderWith } from '../support/folder.ts'

interface Wish {
  readonly paths?: readonly string[]
  readonly files?: readonly string[]
  readonly ignore?: readonly string[]
  readonly noIgnore?: boolean
}

const around = (cwd: string, { paths = [], ignore = [], noIgnore = false }: Wish) => {
  const board = noticeBoard()
  const rootOf = rootFinder([cwd, ...paths.map((path) => resolve(cwd, path))])
  const refuse = (pattern: string): void => board.add('pattern', pattern)
  const context: Omit<DiscoverInput, 'paths' | 'files'> = {
    cwd,
    rootOf,
    siteOf: siteFinder(rootOf),
    ignores: ignores({
      patterns: [{ folder: cwd, lines: ignore, means: 'excluded' }],
      files: !noIgnore,
      rootOf,
      refuse,
    }),
    notice: board.add,
    fail(error) {
      throw error
    },
  }
  return { context, board }
}

const find = async (cwd: string, wish: Wish = {}) => {
  const { context, board } = around(cwd, wish)
  const { paths = [], files } = wish
  const found = await discover({ ...context, paths, files: files && { folder: cwd, patterns: files } })
  return { paths: found.map(({ path }) => path), notices: board.all() }
}

describe('without paths', () => {
  test('takes what Jekyll publishes as posts, in any folder', async () => {
    const cwd = folderWith({
      '_config.yml': 'title: 여행기\n',
      '_posts/2024-05-02-busan.md': '',
      '_drafts/next.html': '',
      'travel/_posts/2024-01-01-seoul.markdown': '',
      'about.md': '',
      '_site/2024/busan.html': '',
      'vendor/theme/_posts/2020-01-01-sample.md': '',
    })
    expect((await find(cwd)).paths).toEqual([
      '_drafts/next.html',
      '_posts/2024-05-02-busan.md',
      'travel/_posts/2024-01-01-seoul.markdown',
    ])
  })

  test('leaves out list pages of Hugo and everything outside content', async () => {
    const cwd = folderWith({
      'hugo.toml': '',
      'content/_index.ko.md': '',
      'content/post/a.md': '',
      'content/post/_index.md': '',
      'archetypes/default.md': '',
      'notes/b.md': '',
    })
    expect((await find(cwd)).paths).toEqual(['content/post/a.md'])
  })

  test('knows Hexo by its _config.yml', async () => {
    const cwd = folderWith({
      '_config.yml': 'source_dir: source\n',
      'source/_posts/a.md': '',
      'source/about/index.md': '',
    })
    expect((await find(cwd)).paths).toEqual(['source/_posts/a.md'])
  })

  test('looks at each site of a repository by itself', async () => {
    const cwd = folderWith({
      'blog/_config.yml': '',
      'blog/_posts/2024-05-02-a.md': '',
      'blog/index.html': '',
      'docs/guide.md': '',
    })
    expect((await find(cwd)).paths).toEqual(['blog/_posts/2024-05-02-a.md', 'docs/guide.md'])
  })

  test('takes every post file where no generator is known, but none of those that hold no posts', async () => {
    const cwd = folderWith({
      'a.html': '',
      'b/c.htm': '',
      'README.md': '',
      'readme.ko.md': '',
      'readme-first.md': '',
      'LICENSE.md': '',
      'node_modules/x/y.md': '',
      '.github/z.md': '',
      'dist/index.html': '',
      'notes.txt': '',
    })
    expect((await find(cwd)).paths).toEqual(['a.html', 'b/c.htm', 'readme-first.md'])
  })

  test('takes the globs of the configuration instead', async () => {
    const cwd = folderWith({ '_config.yml': '', '_posts/2024-05-02-a.md': '', 'news/b.md': '', 'news/deep/c.md': '' })
    expect((await find(cwd, { files: ['news/**/*.md'] })).paths).toEqual(['news/b.md', 'news/deep/c.md'])
    expect((await find(cwd, { files: ['news/*.md'] })).paths).toEqual(['news/b.md'])
  })

  test('is an error when there is no post at all', async () => {
    const cwd = folderWith({ 'notes.txt': '' })
    await expect(find(cwd)).rejects.toThrow('No posts in “.”')
  })
})

describe('named paths', () => {
  test('come once, in order of path, however they are named', async () => {
    const cwd = folderWith({ 'b.md': '', 'a/z.md': '', 'a/README.md': '' })
    const { paths } = await find(cwd, { paths: ['b.md', 'a', './a/z.md', resolve(cwd, 'b.md'), 'a/README.md', 'a'] })
    expect(paths).toEqual(['a/README.md', 'a/z.md', 'b.md'])
  })

  test('may lie where discovery does not look', async () => {
    const cwd = folderWith({ 'vendor/a.md': '', 'public/b.html': '', '_config.yml': '' })
    expect((await find(cwd, { paths: ['vendor/a.md', 'public'] })).paths).toEqual(['public/b.html', 'vendor/a.md'])
  })

  test('are files before they are globs', async () => {
    const cwd = folderWith({ '[새 글] (1).md': '', 'a{b}.md': '', 'ab.md': '' })
    expect((await find(cwd, { paths: ['[새 글] (1).md', 'a{b}.md'] })).paths).toEqual(['[새 글] (1).md', 'a{b}.md'])
  })

  test('that match a glob are taken, and only those', async () => {
    const cwd = folderWith({ 'a.md': '', 'b.html': '', 'c/d.md': '', 'c/.hidden/e.md': '' })
    expect((await find(cwd, { paths: ['*.md'] })).paths).toEqual(['a.md'])
    expect((await find(cwd, { paths: ['**/*.{md,html}'] })).paths).toEqual(['a.md', 'b.html', 'c/d.md'])
    expect((await find(join(cwd, 'c'), { paths: ['../*.html'] })).paths).toEqual(['../b.html'])
  })

  test('of another kind are skipped with a notice', async () => {
    const cwd = folderWith({ 'a.md': '', 'b.mdx': '', 'c.png': '' })
    const { paths, notices } = await find(cwd, { paths: ['a.md', 'b.mdx', 'c.png'] })
    expect(paths).toEqual(['a.md'])
    expect(notices).toEqual([
      { kind: 'not-a-post', paths: ['c.png'] },
      { kind: 'mdx', paths: ['b.mdx'] },
    ])
  })

  test('that do not exist are an error with the nearest name', async () => {
    const cwd = folderWith({ '_posts/2024-05-02-busan.md': '' })
    const error = await find(cwd, { paths: ['_posts/2024-05-02-bussan.md'] }).catch((thrown) => thrown)
    expect(error.report('en')).toEqual({
      message: 'No such file or folder: “_posts/2024-05-02-bussan.md”',
      hint: 'Did you mean “_posts/2024-05-02-busan.md”?',
    })
    await expect(find(cwd, { paths: ['_posts/*.html'] })).rejects.toThrow('No post matches “_posts/*.html”')
    await expect(find(cwd, { paths: ['nothing/at/all'] })).rejects.toThrow('No such file or folder')
  })

  test('are not empty', async () => {
    await expect(find(folderWith({ 'a.md': '' }), { paths: [''] })).rejects.toThrow('An empty path names no file')
  })

  test.each(['*a*a*a*a*a*b.md', `${'a'.repeat(300)}*`, '{a,{b,c}}.md', '+(a|aa)*.md', '**/**/**/**/**/x.md'])(
    'refuses the glob %s, which could take forever',
    async (pattern) => {
      await expect(find(folderWith({ 'a.md': '' }), { paths: [pattern] })).rejects.toThrow('The pattern')
    },
  )
})

describe('ignoring', () => {
  test('follows .gitignore as git does: nested, negated, folders as a whole', async () => {
    const cwd = folderWith({
      '.git/': '',
      '.gitignore': 'drafts/\n*.tmp.md\n/old\n',
      'drafts/a.md': '',
      'drafts/.gitignore': '!a.md\n',
      'old/b.md': '',
      'new/old/c.md': '',
      'new/.gitignore': '!keep.tmp.md\nsecret*\n',
      'new/keep.tmp.md': '',
      'new/x.tmp.md': '',
      'new/secret.md': '',
    })
    expect((await find(cwd)).paths).toEqual(['new/keep.tmp.md', 'new/old/c.md'])
    expect((await find(join(cwd, 'new'))).paths).toEqual(['keep.tmp.md', 'old/c.md'])
    expect((await find(cwd, { noIgnore: true })).paths).toHaveLength(6)
  })

  test('agrees with git itself on a handful of odd patterns', async () => {
    const cwd = folderWith({
      '.gitignore': '# comment\n\\#kept.md\n**/deep/*.md\n!**/deep/not.md\ntrail \nfoo/*\n!foo/bar/\n[ab].md\n',
      '#kept.md': '',
      'x/deep/yes.md': '',
      'x/deep/not.md': '',
      'foo/one.md': '',
      'foo/bar/two.md': '',
      'a.md': '',
      'c.md': '',
      '한글/글.md': '',
    })
    execFileSync('git', ['init', '-q'], { cwd })
    const listed = execFileSync('git', ['-c', 'core.quotePath=off', 'ls-files', '-co', '--exclude-standard', '*.md'], {
      cwd,
    })
    expect((await find(cwd)).paths).toEqual(listed.toString().trim().split('\n').sort())
  })

  test('.postlintignore and patterns of the user come on top', async () => {
    const cwd = folderWith({ '.postlintignore': 'b.md\n', 'a.md': '', 'b.md': '', 'c/d.md': '', 'c/e.md': '' })
    const { paths, notices } = await find(cwd, { paths: ['a.md', 'b.md', 'c'], ignore: ['c/d.md'] })
    expect(paths).toEqual(['a.md', 'c/e.md'])
    expect(notices).toEqual([{ kind: 'ignored', paths: ['b.md'] }])
  })

  test.each([['./b.md'], ['c/../b.md', '!b.md', './b.md'], ['<cwd>/b.md'], ['./c/', 'b.md']])(
    'patterns of the user may be paths: %s',
    async (...patterns) => {
      const cwd = folderWith({ 'a.md': '', 'b.md': '', 'd/b.md': '' })
      const ignore = patterns.map((pattern) => pattern.replace('<cwd>', cwd))
      const { paths, notices } = await find(cwd, { paths: ['a.md', 'b.md'], ignore })
      expect(paths).toEqual(['a.md'])
      expect(notices).toEqual([{ kind: 'excluded', paths: ['b.md'] }])
    },
  )

  test('a path is that one file, in no other folder', async () => {
    const cwd = folderWith({ 'b.md': '', 'd/b.md': '', 'e/f/a.md': '' })
    expect((await find(cwd, { ignore: ['./b.md', join(cwd, 'e/')] })).paths).toEqual(['d/b.md'])
    expect((await find(cwd, { paths: ['d/b.md'], ignore: ['./', '!./d/', '!./d/b.md'] })).paths).toEqual(['d/b.md'])
  })

  test('a folder that a pattern leaves out is not said to need --no-ignore', async () => {
    const cwd = folderWith({ 'public/a.html': '' })
    const error = await find(cwd, { paths: ['public'], ignore: ['./public'] }).catch((thrown) => thrown)
    expect(error.report('en').hint).toBe('It is left out by --ignore-pattern.')
  })

  test('a folder that is ignored is an error that says so', async () => {
    const cwd = folderWith({ '.git/': '', '.gitignore': 'public\n', 'public/a.html': '' })
    const error = await find(cwd, { paths: ['public'] }).catch((thrown) => thrown)
    expect(error.report('en').hint).toContain('--no-ignore')
  })

  test('an ignore file without a repository counts below the working directory only', async () => {
    const cwd = folderWith({ '.gitignore': '*.md\n', 'blog/a.md': '' })
    expect((await find(join(cwd, 'blog'))).paths).toEqual(['a.md'])
  })

  test('leaves out patterns that could take forever, and says so', async () => {
    const cwd = folderWith({ '.gitignore': '*a*a*a*a*a*a*a*a*b\n', 'a.md': '' })
    expect(await find(cwd)).toEqual({ paths: ['a.md'], notices: [{ kind: 'pattern', paths: ['*a*a*a*a*a*a*a*a*b'] }] })
  })

  test('standard input cannot be a folder', () => {
    const { context } = around(folderWith({ 'posts/': '' }), {})
    for (const path of ['.', '', 'posts']) expect(() => discoverStdin(path, context)).toThrow('is a folder')
  })

  test('standard input is skipped where a file of that name would be', () => {
    const cwd = folderWith({ '.gitignore': 'drafts\n' })
    const { context, board } = around(cwd, {})
    expect(discoverStdin('posts/new.md', context).map(({ path }) => path)).toEqual(['posts/new.md'])
    expect(discoverStdin('drafts/new.md', context)).toEqual([])
    expect(discoverStdin('new.txt', context)).toEqual([])
    expect(board.all().map(({ kind }) => kind)).toEqual(['ignored', 'not-a-post'])
  })
})

describe('links and devices', () => {
  test('a link inside the project is followed to its file, one out of it never', async () => {
    const outside = folderWith({ 'secret.md': '', 'folder/x.md': '' })
    const cwd = folderWith({ 'real/a.md': '' })
    symlinkSync('real/a.md', join(cwd, 'inside.md'))
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'outside.md'))
    symlinkSync(join(outside, 'folder'), join(cwd, 'away'))
    symlinkSync('.', join(cwd, 'loop'))
    symlinkSync('nowhere', join(cwd, 'broken.md'))
    expect(await find(cwd)).toEqual({
      paths: ['inside.md', 'real/a.md'],
      notices: [{ kind: 'outside', paths: ['outside.md'] }],
    })
    expect((await find(cwd, { paths: ['outside.md', 'real'] })).notices).toEqual([
      { kind: 'outside', paths: ['outside.md'] },
    ])
    await expect(find(cwd, { paths: ['away'] })).rejects.toThrow('leads out of the project')
  })

  test('a FIFO is not opened', async () => {
    const cwd = folderWith({ 'a.md': '' })
    execFileSync('mkfifo', [join(cwd, 'pipe.md')])
    expect(await find(cwd)).toEqual({ paths: ['a.md'], notices: [] })
    expect((await find(cwd, { paths: ['pipe.md'] })).notices).toEqual([{ kind: 'not-a-post', paths: ['pipe.md'] }])
  })
})
