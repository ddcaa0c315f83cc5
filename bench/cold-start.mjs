// What a start costs, as multiples of an empty Node process. Whole processes, interleaved so that a busy moment of the
// machine disturbs all of them alike; medians. Usage: node bench/cold-start.mjs [rounds]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const rounds = Number(process.argv[2] ?? 21)
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const post = fileURLToPath(new URL('post.md', import.meta.url))

/** What is measured, with the most it may cost. */
const cases = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'postlint --version', args: [cli, '--version'], budget: 1.15 },
  { name: 'postlint post.md', args: [cli, '--no-config', post], budget: 2.3 },
].map((one) => ({ ...one, times: [] }))

const milliseconds = (args) => {
  const start = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== (stdout.includes('error') ? 1 : 0))
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]

for (const { args } of cases) milliseconds(args) // fills the file system's cache, and V8's of compiled code
for (let round = 0; round < rounds; round++) for (const { args, times } of cases) times.push(milliseconds(args))

const base = median(cases[0].times)
for (const { name, times, budget } of cases) {
  const ratio = median(times) / base
  const verdict = budget === undefined ? '' : ratio <= budget ? `  within ${budget} x` : `  OVER ${budget} x`
  console.log(`${name.padEnd(20)} ${median(times).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)} x${verdict}`)
}
