// How time and memory grow: with the number of posts, on one thread and on two, and with the size of one post. Prints a
// Markdown table. Usage: node bench/scale.mjs [--few 10000] [--many 100000] [--rounds 1]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generatePost, randomFrom, writePosts } from './generate-posts.mjs'

const { values: wish } = parseArgs({
  options: {
    few: { type: 'string', default: '10000' },
    many: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '1' },
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
  },
})
const rounds = Number(wish.rounds)
const folder = mkdtempSync(join(tmpdir(), 'postlint-bench-'))
const peakFile = join(folder, 'peak')
const watch = fileURLToPath(new URL('peak-memory.cjs', import.meta.url))
const { CI, GITHUB_ACTIONS, ...environment } = process.env
const env = { ...environment, XDG_CACHE_HOME: join(folder, 'cache'), POSTLINT_BENCH_PEAK: peakFile }

/** Lints a folder: the least disturbed of the rounds, in seconds, and the largest peak, in megabytes. */
const lint = (cwd, ...flags) => {
  const times = []
  const peaks = []
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint()
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', watch, wish.cli, '--no-config', '--no-cache', '--format', 'jsonl', ...flags],
      { cwd, env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
    )
    if (status !== 0 && status !== 1) throw new Error(`postlint ended with ${status}: ${stderr}`)
    times.push(Number(process.hrtime.bigint() - start) / 1e9)
    peaks.push(Number(readFileSync(peakFile, 'utf8')))
  }
  return { seconds: Math.min(...times), megabytes: Math.max(...peaks) }
}

const row = (name, { seconds, megabytes }, note = '') =>
  console.log(`| ${name} | ${seconds.toFixed(1)} s | ${megabytes.toFixed(0)} MB | ${note} |`)
const verdict = (value, most, unit) =>
  `${value.toFixed(unit ? 0 : 2)}${unit}: ${value <= most ? 'within' : 'OVER'} ${most}`

const sites = (name, count) => {
  const cwd = join(folder, name)
  writePosts(cwd, { count })
  return cwd
}

/** A site of one post of so many megabytes: the bodies of many under the front matter of the first. */
const largePost = (format, megabytes) => {
  const random = randomFrom(7)
  const parts = []
  for (let size = 0, number = 1; size < megabytes * 1024 * 1024; number++) {
    const { text } = generatePost(random, number, format, false)
    const part = parts.length === 0 ? text : text.replace(/^---\n[\s\S]*?\n---\n/, '')
    parts.push(part)
    size += Buffer.byteLength(part)
  }
  const cwd = join(folder, `${format}-${megabytes}`)
  mkdirSync(join(cwd, '_posts'), { recursive: true })
  writeFileSync(join(cwd, '_config.yml'), '')
  writeFileSync(join(cwd, `_posts/2024-01-01-long.${format === 'html' ? 'html' : 'md'}`), parts.join('\n'))
  return cwd
}

try {
  console.log('| | time | peak memory | |\n| --- | ---: | ---: | --- |')
  const few = sites('few', Number(wish.few))
  const many = sites('many', Number(wish.many))
  for (const [threads, most] of [
    [1, 300],
    [2, 450],
  ]) {
    const small = lint(few, '--concurrency', String(threads))
    const large = lint(many, '--concurrency', String(threads))
    const name = `${threads} thread${threads === 1 ? '' : 's'}`
    row(`${wish.few} posts, ${name}`, small)
    const growth = verdict(large.seconds / small.seconds, (11 * Number(wish.many)) / Number(wish.few) / 10, '')
    row(`${wish.many} posts, ${name}`, large, `${growth} x the time; ${verdict(large.megabytes, most, ' MB')}`)
  }
  for (const format of ['html', 'markdown']) {
    const small = lint(largePost(format, 1))
    const large = lint(largePost(format, 10), '--max-file-size', '20000000')
    row(`one post of 1 MB, ${format}`, small)
    row(`one post of 10 MB, ${format}`, large, `${verdict(large.seconds / small.seconds, 12, '')} x the time`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
