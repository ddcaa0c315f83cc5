import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { startCluster } from './slurm.ts'
import { emptyFolder } from './support.ts'
import { hasCommand, run } from './tools.ts'

// What the README says about many machines, done by the engines that it names.

const root = join(import.meta.dirname, '..')
const section = /^## On many machines\n(.*?)^## /ms.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
const blockWith = (words: string): string =>
  [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text = '']) => text).find((text) => text.includes(words)) ??
  ''

const built = (commands: string): string =>
  commands.replaceAll('npx postlint', `'${process.execPath}' '${inject('cli')}'`)

/** The posts of the fixtures, in a folder without ignore files or CI around them. */
const site = () => {
  const folder = emptyFolder()
  cpSync(join(root, 'fixtures'), join(folder, 'posts'), { recursive: true })
  mkdirSync(join(folder, 'reports'))
  return folder
}

const env = { ...process.env, CI: '', GITHUB_ACTIONS: '' }
const shell = (commands: string, cwd: string, more: NodeJS.ProcessEnv = {}) =>
  run('bash', ['-c', built(commands)], { cwd, env: { ...env, ...more } })
const once = (cwd: string, args = '') => shell(`npx postlint ${args}`, cwd)

describe('GNU parallel', () => {
  it.runIf(hasCommand('parallel', 'parallel'))('lints the parts of which the README makes one report', () => {
    const cwd = site()
    const { status, stdout, stderr } = shell(blockWith('| parallel'), cwd)
    expect({ status, stdout, stderr }).toEqual(once(cwd))
  })

  it.runIf(hasCommand('parallel', 'parallel'))('may hand out the files itself', () => {
    const cwd = site()
    const { stdout } = shell(
      `find posts -name '*.md' -print0 | parallel -0 -N4 "npx postlint --format blob=reports/{#}.blob {} > /dev/null"
       npx postlint merge-reports --format json reports`,
      cwd,
    )
    expect(stdout).toBe(once(cwd, `--format json $(find posts -name '*.md')`).stdout)
  })
})

const hasSlurm = process.getuid?.() === 0 && hasCommand('munged', 'munge') && hasCommand('sbatch', 'slurm-wlm')

describe('Slurm', () => {
  it.runIf(hasSlurm)('lints the parts as an array of tasks', { timeout: 120_000 }, async () => {
    const cwd = site()
    writeFileSync(join(cwd, 'posts.sbatch'), built(blockWith('#SBATCH')))
    const cluster = await startCluster(emptyFolder())
    try {
      const { status, stderr } = run('sbatch', ['--wait', 'posts.sbatch'], { cwd, env: { ...env, ...cluster.env } })
      expect(status, stderr).toBe(0)
    } finally {
      await cluster.stop()
    }
    const { status, stdout } = shell('npx postlint merge-reports reports', cwd)
    expect({ status, stdout }).toEqual({ status: once(cwd).status, stdout: once(cwd).stdout })
  })
})

describe('a matrix of GitHub Actions', () => {
  interface Job {
    readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
    readonly steps: readonly { readonly run?: string }[]
  }
  const { jobs } = parse(blockWith('matrix:')) as { readonly jobs: Readonly<Record<'lint' | 'report', Job>> }
  const commandsOf = ({ steps }: Job): string[] =>
    steps.flatMap((step) => (step.run?.startsWith('npx postlint') ? [step.run] : []))

  it('lints the parts in jobs of their own', () => {
    const cwd = site()
    for (const shard of jobs.lint.strategy?.matrix.shard ?? []) {
      for (const command of commandsOf(jobs.lint))
        expect(shell(command.replace(/\$\{\{ matrix\.shard \}\}/g, String(shard)), cwd).status).toBe(0)
    }
    const [command = ''] = commandsOf(jobs.report)
    const { status, stdout, stderr } = shell(command, cwd)
    expect({ status, stdout, stderr }).toEqual(once(cwd, '--max-warnings 0'))
  })
})
