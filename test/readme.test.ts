import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { rules } from '../rules/index.ts'
import { formatNames } from '../src/report/index.ts'
import { blocksIn } from './blocks.ts'

// What the README shows is what happens.

const root = join(import.meta.dirname, '..')
const file = join(root, 'README.md')
const readme = readFileSync(file, 'utf8')

const blocks = blocksIn(readme)

const blockOf = (section: string, kind: string): string => {
  const block = blocks.find((one) => one.section === section && one.kind === kind)
  if (!block) throw new Error(`the README has no ${kind} block under “${section}”`)
  return block.text
}

const ruleSection = 'Writing a rule'
const linesOf = (kind: string, text: string): readonly string[] =>
  kind === 'sh' ? text.split('\n').filter((line) => line !== '' && !line.startsWith('#')) : []
const commands = blocks.flatMap(({ kind, text }) => linesOf(kind, text))
const samples = blocks.filter(({ section, kind }) => kind === 'console' && section !== ruleSection)

/** Runs a line of the README as a user does, in an environment without surprises. */
const shell = (command: string, cwd: string) =>
  spawnSync('sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'en_US.UTF-8' },
  })

/** The line with the command line that was built for the tests. */
const built = (command: string): string =>
  command.replace(/node dist\/cli\.js|npx postlint/, `'${process.execPath}' '${inject('cli')}'`)

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postlint-readme-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The Jekyll site of the fixtures, with what installing postlint leaves in its package.json. */
const exampleSite = (): string => {
  const folder = temporaryFolder()
  cpSync(join(root, 'fixtures/jekyll'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "devDependencies": { "postlint": "file:../postlint" } }\n')
  return folder
}

const splitSample = (text: string): { command: string; output: string } => {
  const end = text.indexOf('\n')
  return { command: text.slice('$ '.length, end), output: text.slice(end + 1) }
}

describe('the commands of the README', () => {
  it.each(commands.filter((line) => line.startsWith('npx postlint')))('%s', (command) => {
    const { status, stderr } = shell(built(command), exampleSite())
    expect([0, 1], stderr).toContain(status)
  })

  it.each(commands.filter((line) => line.includes('node dist/cli.js')))('%s', (command) => {
    // CI installs with the same line.
    const { status, stderr } = shell(built(command.replace('npm ci && ', '')), root)
    expect(stderr).toBe('')
    expect(status).toBe(1)
  })

  it('name scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
    const named = commands.flatMap((line) => [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name))
    for (const name of named) expect(Object.keys(scripts)).toContain(name)
    for (const [, path = ''] of readme.matchAll(/npx vitest run (\S+?)`?[\s`]/g))
      expect(existsSync(join(root, path))).toBe(true)
  })

  it.each(samples.map(({ text }) => splitSample(text)))('print what it says: $command', ({ command, output }) => {
    const { stdout, stderr } = shell(built(command), root)
    expect(stderr).toBe('')
    expect(output).toBe(stdout)
  })
})

describe('the README', () => {
  it('shows a configuration that postlint takes', () => {
    const site = exampleSite()
    writeFileSync(join(site, '.postlintrc.yaml'), blockOf('Configuration', 'yaml'))
    const { status, stdout } = shell(built('npx postlint --format json'), site)
    const { errors, results } = JSON.parse(stdout) as { errors: unknown[]; results: { findings: { rule: string }[] }[] }
    expect(errors).toEqual([])
    expect(results.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain('no-promotional-footer')
    expect(status).toBe(1)
  })

  it('shows comments that suppress all that there is to find', () => {
    const site = exampleSite()
    writeFileSync(join(site, 'quoted.html'), blockOf('Configuration', 'html'))
    const { summary } = JSON.parse(shell(built('npx postlint --format json quoted.html'), site).stdout)
    expect(summary).toMatchObject({ errors: 0, warnings: 0, infos: 0, suppressed: 2 })
  })

  it('speaks of every format', () => {
    const part = readme.split(/^## /m).find((one) => one.startsWith('Formats\n')) ?? ''
    const told = [...part.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, names = '']) => names.match(/[a-z]+/g) ?? [])
    expect(told.toSorted()).toEqual([...formatNames].sort())
  })

  it('shows a formatter that works', () => {
    const site = exampleSite()
    const plugin = `${blockOf('Formats', 'js')}\nexport const name = 'acme'\nexport const formatters = { short }\n`
    writeFileSync(join(site, 'acme.js'), plugin)
    writeFileSync(join(site, '.postlintrc.yaml'), 'plugins: ./acme.js\n')
    const { stdout, stderr } = shell(built('npx postlint --format acme/short'), site)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^postlint \d.*\n(?:"_posts\/.*" \d+\n)+\d+ errors\n$/)
  })

  it('speaks of every family of rules', () => {
    const part = readme.split(/^## /m).find((one) => one.startsWith('What it checks\n')) ?? ''
    const told = [...part.matchAll(/^\| ([a-z][a-z-]+) +\| /gm)].map(([, family]) => family)
    expect(told.filter((name) => name !== 'family')).toEqual([...new Set(rules.map(({ family }) => family))])
  })

  it('links to files that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
  })

  it('leads from nothing to a rule that finds something', { timeout: 180_000 }, () => {
    const copy = temporaryFolder()
    for (const name of readdirSync(root)) {
      if (!['.git', 'dist', 'node_modules'].includes(name))
        cpSync(join(root, name), join(copy, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

    const path = /This is all of `([^`]+)`/.exec(readme)?.[1] ?? ''
    expect(existsSync(join(copy, dirname(path)))).toBe(true)
    writeFileSync(join(copy, path), blockOf(ruleSection, 'ts'))
    for (const command of [...linesOf('sh', blockOf(ruleSection, 'sh')), `npx biome check ${path}`]) {
      const { status, stdout, stderr } = shell(command, copy)
      expect(status, `${command}\n${stdout}${stderr}`).toBe(0)
    }
    expect(shell('npx tsc --noEmit', copy).stdout).not.toContain(path)

    const { command, output } = splitSample(blockOf(ruleSection, 'console'))
    expect(shell(command, copy).stdout).toBe(output)
  })
})
