import { describe, expect, it } from 'vitest'
import { badPost, cleanPost, folderWith, postlint } from './support.ts'

/** A plugin that does to the thread what a post asks for. */
const plugin = `export const rules = {
  trap: {
    summary: { en: 'Trap', ko: '함정' }, why: { en: '', ko: '' }, source: [], presets: { recommended: 'warn' },
    score: { category: 'content', weight: 1 }, messages: { seen: { en: 'Seen.', ko: '확인.' } }, examples: { good: [], bad: [] },
    check({ post, report }) {
      if (post.source.includes('EXIT')) process.exit(3)
      while (post.source.includes('ENDLESS'));
      if (post.source.includes('SEEN')) report({ start: 0, end: 3 }, 'seen', {})
    },
  },
}
`
const site = (count: number, posts: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  '_config.yml': '',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, number) => {
      const post = number % 3 === 0 ? badPost : cleanPost
      return [`_posts/2024-03-02-글-${1000 + number}.md`, post.replace('title: ', `title: ${number} `)]
    }),
  ),
  ...posts,
})

const jsonl = (cwd: string, ...args: string[]) => postlint(['--format', 'jsonl', '--no-cache', ...args], { cwd })

describe('--concurrency', () => {
  it('changes no byte of what is written', () => {
    const cwd = folderWith(site(130, { '_posts/2024-03-02-broken.md': '---\ntitle: [\n---\n<p.x>\n' }))
    const one = jsonl(cwd, '--concurrency', '1')
    expect(one.status).toBe(1)
    expect(one.stdout.split('\n').length).toBeGreaterThan(130)
    for (const threads of ['2', '3']) expect(jsonl(cwd, '--concurrency', threads)).toEqual(one)
  })

  it('must be auto or a number', () => {
    for (const wrong of ['0', 'many', '-1', '1.5']) {
      const { status, stderr } = postlint([`--concurrency=${wrong}`])
      expect(status).toBe(2)
      expect(stderr).toContain(`--concurrency “${wrong}” must be auto`)
    }
  })

  it("runs the rules of plugins, and reports the post that ends its thread; the others' results are all there", () => {
    const cwd = folderWith(
      site(40, {
        'trap.mjs': plugin,
        '.postlintrc.yaml': 'plugins: [./trap.mjs]\nrules: { trap/trap: warn }\n',
        '_posts/2024-03-02-글-1005-exit.md': `${cleanPost}\n<p>EXIT</p>\n`,
        '_posts/2024-03-02-글-1007-seen.md': `${cleanPost}\n<p>SEEN</p>\n`,
      }),
    )
    const { status, stdout, stderr } = jsonl(cwd, '--concurrency', '2')
    expect(status).toBe(2)
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ path }) => path)
    const rulesOf = (name: string) =>
      found.find(({ path }) => path.includes(name)).findings.map(({ rule }: { rule: string }) => rule)
    expect(rulesOf('exit')).toContain('parse-budget')
    expect(rulesOf('seen')).toEqual(['trap/trap'])
    expect(stderr).toContain('the thread that checked this post ended early')
    expect(found.map(({ path }) => path)).toEqual(found.map(({ path }) => path).toSorted())
    expect(found).toHaveLength(42)
  })
})
