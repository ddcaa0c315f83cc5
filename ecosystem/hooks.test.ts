import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksIn } from '../test/blocks.ts'
import { mustRun, posts, projectRepository, runIn, siteWith, writeFiles } from './site.ts'
import { emptyFolder } from './support.ts'
import { hasCommand } from './tools.ts'

// Git hooks as the documentation sets them up, each by its own tool, on commits of posts whose names are not plain.

const root = join(import.meta.dirname, '..')
const name = '_posts/2024-03-02-봄 산책.md'

const blockOf = (file: string, section: string, kind: string): string => {
  const block = blocksIn(readFileSync(join(root, file), 'utf8')).find(
    (one) => one.section === section && one.kind === kind,
  )
  if (!block) throw new Error(`${file} has no ${kind} block under “${section}”`)
  return block.text
}
const documented = (section: string, kind: string): string => blockOf('docs/hooks-and-ci.md', section, kind)

const commit = (site: string, text: string, env: NodeJS.ProcessEnv = {}) => {
  writeFiles(site, { [name]: text })
  mustRun(site, 'git', 'add', '--all')
  return runIn(site, 'git', ['commit', '--message=A post'], env)
}
const committed = (site: string): string => mustRun(site, 'git', 'show', `HEAD:${name}`)
const commits = (site: string): number => Number(mustRun(site, 'git', 'rev-list', '--count', 'HEAD'))

const expectRefusal = (site: string, env: NodeJS.ProcessEnv = {}): void => {
  const before = commits(site)
  const { status, output } = commit(site, posts.broken, env)
  expect(status, output).not.toBe(0)
  expect(output).toContain(name)
  expect(output).toContain('no-mixed-language')
  expect(commits(site)).toBe(before)
}

const expectMending = (site: string): void => {
  const { status, output } = commit(site, posts.fixable)
  expect(status, output).toBe(0)
  expect(committed(site)).toBe(posts.good)
  expect(readFileSync(join(site, name), 'utf8')).toBe(posts.good)
}

/** A package.json with what the documentation adds to it. */
const packageJson = (text: string): string => JSON.stringify({ private: true, ...JSON.parse(text) })

describe('lint-staged, called by husky', () => {
  it('stops what needs a writer, and commits what is mended', () => {
    const section = 'husky and lint-staged'
    const site = siteWith({ 'package.json': packageJson(documented(section, 'json')) }, 'husky@9', 'lint-staged@16')
    const [, ...commands] = documented(section, 'sh').trimEnd().split('\n')
    for (const command of commands) mustRun(site, 'sh', '-c', command)
    expectRefusal(site)
    expectMending(site)
  })
})

describe('lefthook', () => {
  it('stops what needs a writer, and commits what is mended', () => {
    const site = siteWith({ 'lefthook.yml': documented('lefthook', 'yaml') }, 'lefthook@2')
    mustRun(site, 'npx', 'lefthook', 'install')
    expectRefusal(site)
    expectMending(site)
  })
})

describe('simple-git-hooks', () => {
  it('stops errors, and lets the rest pass', () => {
    const text = packageJson(documented('simple-git-hooks', 'json'))
    const site = siteWith({ 'package.json': text }, 'simple-git-hooks@2')
    mustRun(site, 'npx', 'simple-git-hooks')
    expectRefusal(site)
    expect(commit(site, posts.good).status).toBe(0)
    expect(committed(site)).toBe(posts.good)
  })
})

const hasPreCommit = hasCommand('pre-commit', 'pre-commit')

describe.runIf(hasPreCommit)('pre-commit', () => {
  /** Not posts, though they look like it. */
  const others = {
    'README.md': '<p>&nbsp;</p>\n',
    '_layouts/post.html': '<p>&nbsp;</p>\n',
    'a/_site/a.html': '<p></p>',
  }

  const repositoryWith = (files: Readonly<Record<string, string>>): string => {
    const site = emptyFolder()
    writeFiles(site, files)
    mustRun(site, 'git', 'init', '--quiet', '--initial-branch=main')
    mustRun(site, 'git', 'add', '--all')
    mustRun(site, 'git', 'commit', '--quiet', '--message=Begin')
    return site
  }

  it('tries this repository', () => {
    const site = repositoryWith({ ...others, [name]: posts.broken })
    const args = ['try-repo', projectRepository(), 'postlint', '--all-files', '--color=never']
    const { status, output } = runIn(site, 'pre-commit', args)
    expect(status, output).toBe(1)
    expect(output).toContain(name)
    expect(output).toMatch(/1 error, 1 warning · 1 file checked/)
  })

  it('runs the hooks that the README configures', () => {
    const project = projectRepository()
    const revision = mustRun(project, 'git', 'rev-parse', 'HEAD').trim()
    const configuration = blockOf('README.md', 'Hooks and CI', 'yaml')
      .replace(/repo: .*/, `repo: ${project}`)
      .replace(/rev: .*/, `rev: ${revision}`)
    const site = repositoryWith({
      ...others,
      '.pre-commit-config.yaml': `${configuration}      - id: postlint-site\n`,
    })
    const env = { PRE_COMMIT_HOME: emptyFolder() }
    const installed = runIn(site, 'pre-commit', ['install'], env)
    expect(installed.status, installed.output).toBe(0)

    expectRefusal(site, env)

    const mended = commit(site, posts.fixable, env)
    expect(mended.output).toMatch(/files were modified by this hook/)
    expect(mended.status).toBe(1)
    expect(readFileSync(join(site, name), 'utf8')).toBe(posts.good)
    expect(commit(site, posts.good, env).status).toBe(0)

    // The whole site, also where the post that has an error is not part of the commit.
    writeFiles(site, { '_posts/2024-03-03-other.md': posts.broken })
    mustRun(site, 'git', 'add', '--all')
    mustRun(site, 'git', 'commit', '--quiet', '--no-verify', '--message=Sneak in')
    const { output } = commit(site, `${posts.good}\n<p>끝입니다.</p>\n`, env)
    expect(output).toMatch(/postlint\.+Passed/)
    expect(output).toMatch(/postlint \(whole site\)\.+Failed/)
    expect(output).toContain('_posts/2024-03-03-other.md')
  })

  it('takes the postlint of the site', () => {
    const site = siteWith({ '.pre-commit-config.yaml': documented('pre-commit', 'yaml') })
    expect(runIn(site, 'pre-commit', ['install']).status).toBe(0)
    expectRefusal(site)
    expect(commit(site, posts.good).status).toBe(0)
    expect(committed(site)).toBe(posts.good)
  })
})
