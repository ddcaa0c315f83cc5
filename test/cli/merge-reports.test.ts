import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatNames } from '../../src/report/index.ts'
import { payloads } from '../report/hostile.ts'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

/** A site with findings of every severity, a draft in MDX, a post that is no UTF-8, a report, and hostile words. */
const site = () => {
  const hostile = payloads
    .filter((_, index) => index % 5 === 0)
    .map(([, text], index) => [
      `_posts/2024-02-${String((index % 28) + 1).padStart(2, '0')}-${index}.md`,
      `---\ntitle: ${JSON.stringify(text)}\n---\n\n<p>&nbsp;</p>\n\n<p class="MsoNormal">${text} affected 문장입니다.</p>\n`,
    ])
  const cwd = folderWith({
    '_config.yml': '',
    '_posts/2024-01-01-a.md': badPost,
    '_posts/2024-01-02-b.md': cleanPost,
    '_posts/2024-01-03-c.mdx': '# MDX\n',
    '_posts/2024-01-04-report.md': '<!-- postlint report -->\n',
    '_posts/2024-01-05-d.html': '---\ntitle: [글] 하나\n---\n<p>하나</p>\n',
    ...Object.fromEntries(hostile),
  })
  writeFileSync(join(cwd, '_posts/2024-01-06-e.md'), Buffer.from([0xb0, 0xa1, 0xb3, 0xaa, 0x0a]))
  return cwd
}

const lintShards = (cwd: string, total: number, args: readonly string[] = []) =>
  Array.from({ length: total }, (_, index) =>
    postlint([...args, '--shard', `${index + 1}/${total}`, '--format', `blob=out/${index + 1}.blob`], { cwd }),
  )

describe('what is merged', () => {
  it('is to a byte what one run prints, in every format and language', { timeout: 120_000 }, () => {
    const cwd = site()
    lintShards(cwd, 3)
    const toFiles = (folder: string) => formatNames.flatMap((format) => ['--format', `${format}=${folder}/${format}`])
    for (const wish of [
      ['--locale', 'ko', '--max-warnings', '0'],
      ['--quiet', '--color'],
    ]) {
      const one = postlint([...wish, ...toFiles('one')], { cwd })
      expect(postlint(['merge-reports', ...wish, ...toFiles('merged'), 'out'], { cwd })).toEqual(one)
      for (const format of formatNames)
        expect(readFileSync(join(cwd, 'merged', format))).toEqual(readFileSync(join(cwd, 'one', format)))
    }
  })

  it('keeps what --quiet hid from the shards, and counts what was fixed', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': badPost, 'c.md': cleanPost })
    const once = postlint(['--rule', 'no-empty-paragraph: warn'], { cwd })
    lintShards(cwd, 2, ['--quiet', '--rule', 'no-empty-paragraph: warn'])
    expect(postlint(['merge-reports', 'out'], { cwd })).toEqual(once)
    lintShards(cwd, 2, ['--fix'])
    expect(postlint(['merge-reports', 'out'], { cwd }).stdout).toMatch(/^Fixed 2 problems in 2 files/)
  })

  it('ends as the shards did', () => {
    const cwd = folderWith({ 'a.md': cleanPost, 'b.md': cleanPost })
    lintShards(cwd, 2)
    expect(postlint(['merge-reports', 'out'], { cwd })).toEqual(postlint([], { cwd }))
    writeFileSync(join(cwd, '.postlintrc.yaml'), 'rules: { nope: error }\n')
    const broken = postlint([], { cwd })
    expect(lintShards(cwd, 2).map(({ status }) => status)).toEqual([2, 2])
    rmSync(join(cwd, '.postlintrc.yaml'))
    const merged = postlint(['merge-reports', 'out'], { cwd })
    expect(merged.status).toBe(2)
    expect(merged.stderr).toBe(broken.stderr)
  })

  it('is annotated once on GitHub Actions', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const env = { GITHUB_ACTIONS: 'true' }
    expect(postlint(['--format', 'blob=out/a.blob'], { cwd, env }).stderr).toBe('')
    expect(postlint(['merge-reports', 'out'], { cwd, env }).stderr).toMatch(/^::error file=a\.md,/)
  })
})

describe('a shard', () => {
  it('without posts is clean, and says so', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const outcomes = [1, 2].map((index) => postlint(['--shard', `${index}/2`], { cwd }))
    expect(outcomes.map(({ status }) => status).sort()).toEqual([0, 1])
    const [empty] = outcomes.filter(({ status }) => status === 0)
    expect(empty!.stderr).toMatch(/^postlint: --shard \d\/2: no post falls into this shard, so there is nothing/)
  })

  it('is taken from the environment when asked for, and never guessed', () => {
    const cwd = folderWith({ 'a.md': badPost, 'b.md': badPost, 'c.md': badPost, 'd.md': badPost })
    const args = ['--shard', 'auto', '--format', 'json']
    const pathsOf = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { results: { path: string }[] }).results.map(({ path }) => path)
    const gitlab = postlint(args, { cwd, env: { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2' } })
    const slurm = postlint(args, { cwd, env: { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '2' } })
    expect(pathsOf(gitlab)).toEqual(pathsOf(postlint(['--shard', '1/2', '--format', 'json'], { cwd })))
    expect(pathsOf(slurm)).toEqual(pathsOf(gitlab))
    const unknown = postlint(args, { cwd })
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toContain('--shard auto finds nothing that says which part this is')
    expect(postlint(['--shard', '3/2'], { cwd }).stderr).toBe(
      'postlint: --shard “3/2” must be a part of the whole, such as 2/8, or auto\n',
    )
  })
})

describe('blobs that do not make a whole', () => {
  const merge = (cwd: string, ...paths: string[]) => {
    const { status, stdout, stderr } = postlint(['merge-reports', ...paths], { cwd })
    expect(status).toBe(2)
    expect(stdout).not.toContain('No problems')
    return stderr
  }
  const posts = { 'a.md': badPost, 'b.md': cleanPost, 'c.md': badPost, 'd.md': cleanPost }

  it('are refused by name', () => {
    const cwd = folderWith(posts)
    lintShards(cwd, 2)
    expect(merge(cwd)).toContain('merge-reports needs files')
    expect(merge(cwd, 'gone.blob')).toContain('Cannot read “gone.blob”')
    expect(merge(cwd, 'a.md')).toContain('a.md: This was not written by --format blob')
    expect(merge(cwd, 'out/1.blob')).toBe('postlint: Shard 2/2 is missing\n')

    postlint(['--shard', '1/2', '--format', 'blob=twice.blob'], { cwd })
    expect(merge(cwd, 'out', 'twice.blob')).toContain('twice.blob: Shard 1/2 does not go with shard 1/2 in out/1.blob')
    postlint(['--format', 'blob=all.blob'], { cwd })
    expect(merge(cwd, 'out', 'all.blob')).toMatch(/“a\.md” is in .*\.blob too/)
    postlint(['--shard', '2/2', '--preset', 'strict', '--format', 'blob=out/2.blob'], { cwd })
    expect(merge(cwd, 'out')).toContain('The configuration was another than for out/1.blob')
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, text.lastIndexOf('{')), 'breaks off before its end'],
    ['cut in a line', (text: string) => text.slice(0, -5), 'all.blob:6: This line is damaged'],
    ['missing a line', (text: string) => text.replace(/\n.*/, ''), 'This line is damaged'],
    ['out of order', (text: string) => text.replace('"path":"b.md"', '"path":"z.md"'), ':4: This line is damaged'],
    ['of another version', (text: string) => text.replace('"version":"', '"version":"9.'), 'Written by postlint 9.'],
    ['of another kind', (text: string) => text.replace('"blob":1', '"blob":2'), 'was not written by --format blob'],
    ['with odd values', (text: string) => text.replace('"line":9', '"line":{}'), ':2: This line is damaged'],
    ['followed by more', (text: string) => `${text}{}\n`, ':6: This line is damaged'],
    ['empty', () => '', 'was not written by --format blob'],
  ])('are refused when %s', (_what, change, message) => {
    const cwd = folderWith(posts)
    postlint(['--format', 'blob=all.blob'], { cwd })
    const file = join(cwd, 'all.blob')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, change(before))
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    expect(merge(cwd, 'all.blob')).toContain(message)
  })
})
