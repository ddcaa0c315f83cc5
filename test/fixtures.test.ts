import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { openProject } from '../src/project.ts'

/** Where a finding starts and ends, as `--format json` has it. */
interface Place {
  readonly start: { readonly line: number; readonly column: number }
  readonly end: { readonly line: number; readonly column: number }
}
interface Finding extends Place {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly related: readonly (Place & { readonly kind: 'place' | 'see'; readonly message?: string })[]
}
interface Result {
  readonly path: string
  readonly language: string
  readonly findings: readonly Finding[]
}

const root = join(import.meta.dirname, '..')
const suffix = '.report.txt'
const files = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .map((path) => `fixtures/${path.replaceAll('\\', '/')}`)
  .sort()
const posts = files.filter((path) => /\.(?:md|html)$/.test(path))

const at = ({ start, end }: Place): string => `${start.line}:${start.column}-${end.line}:${end.column}`

const lines = (finding: Finding): readonly string[] => [
  `${at(finding)} ${finding.severity} ${finding.rule}: ${finding.message}`,
  ...finding.related.map(({ kind, message, ...place }) => `  ${at(place)} ${kind}${message ? `: ${message}` : ''}`),
]

/** What a person reads in review: a finding a line, its further places below it. */
const report = ({ language, findings }: Result, format: string): string =>
  `${[`${language}, ${format}`, ...findings.flatMap(lines)].join('\n')}\n`

const reports = new Map<string, string>()

beforeAll(async () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [inject('cli'), 'fixtures', '--no-config', '--locale', 'en', '--format', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  expect(stderr).toBe('')
  const { results, errors } = JSON.parse(stdout) as { results: readonly Result[]; errors: readonly unknown[] }
  expect(errors).toEqual([])

  const project = await openProject({ cwd: root, paths: ['fixtures'], noConfig: true, registry: rules })
  const formats = new Map<string, string>()
  for (const found of await project.discover()) formats.set(found.path, (await project.read(found)).post.format)
  for (const result of results) reports.set(result.path, report(result, formats.get(result.path) ?? 'unread'))
})

describe('the example posts', () => {
  it('are all linted', () => {
    expect([...reports.keys()]).toEqual(posts)
  })

  it.each(posts)('%s is reported as expected', (path) => {
    const expected = join(root, `${path}${suffix}`)
    const found = reports.get(path) ?? ''
    // `UPDATE_FIXTURES=1` writes the reports anew: read what has changed before it is committed.
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(expected, found)
    expect(found).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : 'no report beside the post')
  })

  it('leave no report without its post', () => {
    const orphans = files.filter((path) => path.endsWith(suffix) && !posts.includes(path.slice(0, -suffix.length)))
    expect(orphans).toEqual([])
  })
})
