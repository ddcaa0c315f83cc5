// What whole runs cost, beside the bare parser and other linters. Whole processes, interleaved so that a busy moment of
// the machine disturbs all of them alike; medians with the quickest and the slowest. Prints a Markdown table.
// Usage: npm run bench [-- --rounds 5 --posts 2000 --many 20000 --without-peers]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writePosts } from './generate-posts.mjs'
import { installPeers } from './peer-tools.mjs'

const { values: wish } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    posts: { type: 'string', default: '2000' },
    /** Posts of the comparison of threads; 0 leaves it out. */
    many: { type: 'string', default: '0' },
    'without-peers': { type: 'boolean', default: false },
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
  },
})
const rounds = Number(wish.rounds)
const posts = Number(wish.posts)
const many = Number(wish.many)

const folder = mkdtempSync(join(tmpdir(), 'postlint-bench-'))
// Away from the user's own caches; hooks and CI servers would change what is done.
const { CI, GITHUB_ACTIONS, ...environment } = process.env
const env = { ...environment, XDG_CACHE_HOME: join(folder, 'cache') }

const milliseconds = ({ name, cwd, args }) => {
  const start = process.hrtime.bigint()
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1024 ** 3,
  })
  const time = Number(process.hrtime.bigint() - start) / 1e6
  if (error || status > 1 || status === null) throw new Error(`${name} ended with ${error ?? status}: ${stderr}`)
  return time
}

const sorted = (times) => times.toSorted((a, b) => a - b)
const median = (times) => sorted(times)[times.length >> 1]

/** Runs the cases of a group in turn. Gives the median of each by its name. */
const measure = ({ title, cases }) => {
  console.log(`\n| ${title} | median | from – to | x ${cases[0].name} | |\n| --- | ---: | ---: | ---: | --- |`)
  const times = new Map(cases.map(({ name }) => [name, []]))
  for (const one of cases) milliseconds(one) // fills the file system's cache, and those of the tools
  for (let round = 0; round < rounds; round++) for (const one of cases) times.get(one.name).push(milliseconds(one))
  const base = median(times.get(cases[0].name))
  for (const { name, budgets = [] } of cases) {
    const all = sorted(times.get(name))
    const verdicts = budgets
      .filter(({ of }) => times.has(of))
      .map(({ of, most }) => {
        const ratio = median(all) / median(times.get(of))
        const verdict = `${ratio <= most ? 'within' : 'OVER'} ${most} x`
        return of === cases[0].name ? verdict : `${verdict} ${of} (${ratio.toFixed(2)})`
      })
    const spread = `${all[0].toFixed(0)} – ${all.at(-1).toFixed(0)} ms`
    const ratio = (median(all) / base).toFixed(2)
    console.log(`| ${name} | ${median(all).toFixed(0)} ms | ${spread} | ${ratio} | ${verdicts.join(', ')} |`)
  }
}

/** Flags that this build of postlint may not have yet. */
const help = spawnSync(process.execPath, [wish.cli, '--help'], { encoding: 'utf8', env }).stdout
const hasThreads = help.includes('--concurrency')
const hasCache = help.includes('--no-cache')
const postlint = (...flags) => [wish.cli, '--no-config', ...flags]
const anew = hasCache ? ['--no-cache'] : []
const threads = (count) => [...anew, ...(hasThreads ? ['--concurrency', String(count)] : [])]
const when = (condition, one) => (condition ? [one] : [])

const site = (name, count, options) => {
  const cwd = join(folder, name)
  writePosts(cwd, { count, ...options })
  return cwd
}
const bare = (format, cwd) => [fileURLToPath(new URL('bare.mjs', import.meta.url)), format, cwd]

const run = () => {
  const peers = wish['without-peers'] ? undefined : installPeers()
  const peer = (name, cwd, makeArgs) => when(peers, { name, cwd, args: peers && makeArgs(peers) })
  const node = (cwd) => ({ name: 'node -e 0', cwd, args: ['-e', '0'] })

  const one = site('one', 1)
  const oneMarkdown = site('one-markdown', 1, { format: 'markdown' })
  const html = site('html', posts)
  const clean = site('clean', posts, { clean: true })
  const markdown = site('markdown', posts, { format: 'markdown' })
  const rehype = 'bare rehype-parse'
  const chain = 'bare remark to hast'

  measure({
    title: 'One post',
    cases: [
      node(one),
      {
        name: 'postlint',
        cwd: one,
        args: postlint('.'),
        budgets: [
          { of: 'node -e 0', most: 2.3 },
          { of: 'HTMLHint', most: 1.05 },
          { of: 'html-validate', most: 0.33 },
        ],
      },
      ...peer('HTMLHint', one, ({ htmlhint }) => htmlhint('**/*.html')),
      ...peer('html-validate', one, ({ htmlValidate }) => htmlValidate('**/*.html')),
      ...peer('ESLint with html-eslint', one, ({ eslint }) => eslint('.')),
      ...peer('linthtml', one, ({ linthtml }) => linthtml('**/*.html')),
      ...peer('textlint (HTML)', one, ({ textlint }) => textlint('**/*.html')),
      {
        name: 'postlint (Markdown)',
        cwd: oneMarkdown,
        args: postlint('.'),
        budgets: [
          { of: 'node -e 0', most: 2.3 },
          { of: 'markdownlint-cli2', most: 0.45 },
        ],
      },
      ...peer('markdownlint-cli2', oneMarkdown, ({ markdownlint }) => markdownlint('**/*.md')),
      ...peer('remark-lint', oneMarkdown, ({ remark }) => remark()),
      ...peer('textlint (Markdown)', oneMarkdown, ({ textlint }) => textlint('**/*.md')),
    ],
  })
  measure({
    title: `${posts} HTML posts`,
    cases: [
      { name: rehype, cwd: html, args: bare('html', html) },
      {
        name: 'postlint',
        cwd: html,
        args: postlint(...threads(1)),
        budgets: [
          { of: rehype, most: 2 },
          { of: rehype, most: 1.8 },
          { of: 'html-validate', most: 0.15 },
          { of: 'ESLint with html-eslint', most: 0.25 },
        ],
      },
      ...when(hasThreads, {
        name: 'postlint, 2 threads',
        cwd: html,
        args: postlint(...threads(2)),
      }),
      ...when(hasThreads, {
        name: 'postlint, threads by itself',
        cwd: html,
        args: postlint(...anew),
        budgets: [{ of: 'postlint', most: 1.05 }],
      }),
      ...when(hasCache, {
        name: 'postlint, nothing changed',
        cwd: html,
        args: postlint('--cache'),
        budgets: [{ of: 'postlint', most: 0.25 }],
      }),
      ...peer('HTMLHint', html, ({ htmlhint }) => htmlhint('**/*.html')),
      ...peer('linthtml', html, ({ linthtml }) => linthtml('**/*.html')),
      ...peer('ESLint with html-eslint', html, ({ eslint }) => eslint('.')),
      ...peer('html-validate', html, ({ htmlValidate }) => htmlValidate('**/*.html')),
      ...peer('textlint (HTML)', html, ({ textlint }) => textlint('**/*.html')),
    ],
  })
  if (hasCache)
    measure({
      title: `${posts} HTML posts without findings, nothing changed`,
      cases: [
        node(clean),
        { name: 'postlint', cwd: clean, args: postlint('--cache'), budgets: [{ of: 'node -e 0', most: 3 }] },
      ],
    })
  measure({
    title: `${posts} Markdown posts`,
    cases: [
      { name: chain, cwd: markdown, args: bare('markdown', markdown) },
      { name: 'postlint', cwd: markdown, args: postlint(...threads(1)), budgets: [{ of: chain, most: 1.4 }] },
      ...peer('markdownlint-cli2', markdown, ({ markdownlint }) => markdownlint('**/*.md')),
      ...peer('remark-lint', markdown, ({ remark }) => remark()),
      ...peer('textlint (Markdown)', markdown, ({ textlint }) => textlint('**/*.md')),
    ],
  })
  if (many > 0) {
    const large = site('many', many)
    measure({
      title: `${many} HTML posts`,
      cases: [
        { name: 'postlint, 1 thread', cwd: large, args: postlint(...threads(1)) },
        ...when(hasThreads, {
          name: 'postlint, 2 threads',
          cwd: large,
          args: postlint(...threads(2)),
          budgets: [
            { of: 'postlint, 1 thread', most: 0.71 },
            { of: 'HTMLHint', most: 1 },
          ],
        }),
        ...peer('HTMLHint', large, ({ htmlhint }) => htmlhint('**/*.html')),
      ],
    })
  }
}

try {
  run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
