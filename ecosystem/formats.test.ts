import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { payloads } from '../test/report/hostile.ts'
import { hasCommand, npmFolder, requireFrom, run } from './tools.ts'

// Every format as those read it for whom it is written: the example posts, and posts that are hostile in name, words and
// markup, with a file that cannot be read.

const root = join(import.meta.dirname, '..')
const hasXmllint = hasCommand('xmllint', 'libxml2-utils')
const schemas = join(import.meta.dirname, 'schemas')
let site = ''

/** A file name that holds as much of a text as file names can. */
const fileName = (text: string, index: number): string =>
  `${index} ${text
    .replaceAll(/[/\0]/g, '∕')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .slice(0, 60)}.md`

const postOf = (text: string): string =>
  `---\ntitle: ${JSON.stringify(text)}\ndescription: ${JSON.stringify(text)}\n---\n\n<p>&nbsp;</p>\n\n<p class="${text.replaceAll('"', '&quot;')}" style="color:red;mso-x:1">${text} affected 문장입니다.</p>\n\n![DSC_0001.JPG](${text})\n`

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'postlint-formats-'))
  for (const [index, [, text]] of payloads.entries()) writeFileSync(join(site, fileName(text, index)), postOf(text))
  writeFileSync(join(site, 'clean 글.md'), '---\ntitle: 글\n---\n\n한 문장입니다.\n')
})
afterAll(() => rmSync(site, { recursive: true, force: true }))

const inputs: readonly (readonly [name: string, lint: (format: string) => string])[] = [
  ['the example posts', (format) => report(format, ['fixtures'], root)],
  ['hostile posts', (format) => report(format, ['.'], site)],
  ['a run that fails', (format) => report(format, ['gone\x1b]]>.md'], site, 2)],
]

const report = (format: string, paths: readonly string[], cwd: string, expected = 1): string => {
  const presets = ['recommended', 'strict', 'seo', 'accessibility'].flatMap((name) => ['--preset', name])
  const args = [inject('cli'), '--no-config', ...presets, '--format', format, ...paths]
  const { status, stdout, stderr } = run(process.execPath, args, { cwd, env: { ...process.env, GITHUB_ACTIONS: '' } })
  expect(status, stderr).toBe(expected)
  return stdout
}

const fileWith = (name: string, text: string): string => {
  const file = join(site, name)
  writeFileSync(file, text)
  return file
}

type Validate = ((data: unknown) => boolean) & { errors?: unknown }
const ajvFolder = () => npmFolder('ajv', ['ajv@8', 'ajv-formats@3'])

describe.each(inputs)('%s', (_name, lint) => {
  describe('sarif', () => {
    const folder = () => npmFolder('sarif', ['@microsoft/sarif-multitool-linux@5'])
    const tool = () => join(folder(), 'node_modules/@microsoft/sarif-multitool-linux')

    it('is valid by the schema', () => {
      const load = requireFrom(ajvFolder())
      const { default: Ajv } = load('ajv/dist/2020.js')
      const ajv = new Ajv({ strict: false, allErrors: true })
      load('ajv-formats')(ajv)
      const validate: Validate = ajv.compile(JSON.parse(readFileSync(join(tool(), 'sarif-2.1.0.json'), 'utf8')))
      validate(JSON.parse(lint('sarif')))
      expect(validate.errors).toBeNull()
    })

    it("is valid by Microsoft's validator, by its rules for GitHub too", (context) => {
      if (process.platform !== 'linux' || process.arch !== 'x64')
        return context.skip('the validator is a Linux program')
      const file = fileWith('report.sarif', lint('sarif'))
      const out = `${file}.out`
      const program = join(tool(), 'Sarif.Multitool')
      run('chmod', ['+x', program])
      const kinds = [
        '--rule-kind',
        'Sarif;Ghas',
        '--level',
        'Error;Warning',
        '--output',
        out,
        '--log',
        'ForceOverwrite',
      ]
      const { stdout, stderr } = run(program, ['validate', file, ...kinds])
      const [{ results = [], invocations = [] }] = JSON.parse(readFileSync(out, 'utf8')).runs
      expect(invocations[0]?.executionSuccessful ?? true, stdout + stderr).toBe(true)
      const told = results.map(({ ruleId, level, message, locations }: Record<string, unknown>) =>
        JSON.stringify({ ruleId, level, message, locations }).slice(0, 600),
      )
      // That there is no address to read more about postlint is true; everything else would be a mistake.
      expect(told.filter((one: string) => !one.includes('Warning_ProvideToolnformationUri'))).toEqual([])
    })
  })

  it.each([
    ['rdjson', 'rdjson.json'],
    ['gitlab', 'gitlab.json'],
  ])('%s is valid by its schema', (format, schema) => {
    const { default: Ajv } = requireFrom(ajvFolder())('ajv')
    const validate: Validate = new Ajv({ allErrors: true }).compile(
      JSON.parse(readFileSync(join(schemas, schema), 'utf8')),
    )
    validate(JSON.parse(lint(format)))
    expect(validate.errors).toBeNull()
  })

  it.runIf(hasXmllint).each([
    ['junit', 'junit.xsd'],
    ['checkstyle', 'checkstyle.xsd'],
  ])('%s is valid XML by its schema', (format, schema) => {
    const file = fileWith(`${format}.xml`, lint(format))
    const { status, stderr } = run('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), file])
    expect(stderr).toMatch(/ validates\n$/)
    expect(status).toBe(0)
  })

  it("github speaks as GitHub's own toolkit does", () => {
    const lines = lint('github').trimEnd().split('\n')
    const load = join(npmFolder('actions', ['@actions/core@3']), 'node_modules/@actions/core/lib/command.js')
    const decode = (text: string) => text.replace(/%(25|0D|0A|3A|2C)/g, (code) => decodeURIComponent(code))
    const commands = lines.map((line) => {
      const [, name = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
      const entries = properties
        .split(',')
        .map((one) => [one.slice(0, one.indexOf('=')), decode(one.slice(one.indexOf('=') + 1))])
      return [name, Object.fromEntries(entries), decode(data)]
    })
    const script = `import { issueCommand } from ${JSON.stringify(pathToFileURL(load).href)}
      for (const command of JSON.parse(process.argv[1])) issueCommand(...command)`
    const { stdout, stderr } = run(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(commands)])
    expect(stderr).toBe('')
    expect(stdout.trimEnd().split('\n')).toEqual(lines)
  })

  it("azure is read by Azure's own parser", () => {
    const load = requireFrom(npmFolder('azure', ['azure-pipelines-task-lib@5']))
    const { commandFromString } = load('azure-pipelines-task-lib/taskcommand')
    const lines = lint('azure').trimEnd().split('\n')
    for (const line of lines) {
      const { command, properties, message } = commandFromString(line)
      expect(command).toBe('task.logissue')
      expect(['error', 'warning']).toContain(properties.type)
      expect(
        Object.keys(properties).filter((key) => !/^(?:type|sourcepath|linenumber|columnnumber|code)$/.test(key)),
      ).toEqual([])
      expect(properties.linenumber ?? '1').toMatch(/^\d+$/)
      expect(message).not.toBe('')
    }
    expect(lines.length).toBeGreaterThan(0)
  })
})
