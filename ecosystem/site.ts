import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { emptyFolder } from './support.ts'
import { run } from './tools.ts'

// Sites that use postlint as their owners do: installed from a package or a repository, called by other tools.

const root = join(import.meta.dirname, '..')

/** What the CI that runs these tests says of itself is not said of the sites. */
const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, CI, ...ownEnvironment } = process.env
/** For git and npm alike: no settings of this machine's user, an author for commits. */
export const siteEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(ownEnvironment).filter(([name]) => !/^(?:GIT_|npm_|LC_|LANG)/.test(name))),
  LANG: 'C.UTF-8',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Writer',
  GIT_AUTHOR_EMAIL: 'writer@example.org',
  GIT_COMMITTER_NAME: 'Writer',
  GIT_COMMITTER_EMAIL: 'writer@example.org',
  // The second installation of a package needs no network.
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  ASTRO_TELEMETRY_DISABLED: '1',
}

/** Runs a program in a site; the output is both of its streams. */
export const runIn = (cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = run(command, args, { cwd, env: { ...siteEnvironment, ...env } })
  return { status, stdout, output: stdout + stderr }
}

/** The same for what has to succeed; gives what it printed. */
export const mustRun = (cwd: string, command: string, ...args: readonly string[]): string => {
  const { status, stdout, output } = runIn(cwd, command, args)
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${status}: ${output}`)
  return stdout
}

/** Makes a repository of a folder, with all that is in it committed. */
export const commitAll = (folder: string): void => {
  mustRun(folder, 'git', 'init', '--quiet', '--initial-branch=main')
  mustRun(folder, 'git', 'add', '--all')
  mustRun(folder, 'git', 'commit', '--quiet', '--no-verify', '--message=All')
}

/** Writes files into a folder. */
export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const lasting: string[] = []
const lastingFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postlint-project-'))
  lasting.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of lasting.splice(0)) rmSync(folder, { recursive: true, force: true })
})

let repository = ''
/** This project as it is now, as a repository somebody could clone: no packages, nothing built. */
export const projectRepository = (): string => {
  if (repository === '') {
    repository = lastingFolder()
    for (const name of readdirSync(root)) {
      if (['.git', 'dist', 'node_modules'].includes(name)) continue
      cpSync(join(root, name), join(repository, name), { recursive: true })
    }
    commitAll(repository)
  }
  return repository
}

let packed = ''
/** This project as a package, packed once for all tests of a file. */
export const projectPackage = (): string => {
  if (packed === '') {
    const copy = lastingFolder()
    cpSync(projectRepository(), copy, { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    packed = join(copy, mustRun(copy, 'npm', 'pack', '--silent').trim().split('\n').at(-1)!)
  }
  return packed
}

/** A site with postlint and other packages installed, as a repository. */
export const siteWith = (files: Readonly<Record<string, string>>, ...packages: readonly string[]): string => {
  const folder = emptyFolder()
  writeFiles(folder, { 'package.json': '{ "private": true }\n', '.gitignore': 'node_modules/\n', ...files })
  mustRun(folder, 'npm', 'install', '--save-dev', '--ignore-scripts', projectPackage(), ...packages)
  commitAll(folder)
  return folder
}

const bodyOf = (word: string): string =>
  `<p>서재 조명은 책상 위의 밝기와 방 전체의 밝기를 나누어 생각하면 ${word} 고를 수 있습니다.</p>\n`

/** Posts by what `recommended` says of them: nothing; an error that `--fix` mends; one that needs a writer. */
export const posts = (() => {
  const head = `---\ntitle: 작은 서재를 위한 조명 고르기\ndate: 2024-03-02\ndescription: 책상 크기와 창의 방향에 맞춰 서재 조명을 고르는 순서를 정리했습니다.\n---\n\n`
  const good = head + bodyOf('쉽게')
  const rest = '\n<p>천장등은 책상 조명의 3분의 1 밝기면 충분합니다.</p>\n'
  return {
    good: good + rest,
    fixable: `${good}\n<p>&nbsp;</p>\n${rest}`,
    broken: head + bodyOf('wonderful하게') + rest,
    both: `${head + bodyOf('wonderful하게')}\n<p>&nbsp;</p>\n${rest}`,
  }
})()
