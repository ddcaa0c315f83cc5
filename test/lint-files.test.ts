import { describe, expect, test } from 'vitest'
import type { AnyRule } from '../src/engine/rule.ts'
import { run } from '../src/run.ts'
import { folderWith } from './support/folder.ts'
import { testRules } from './support/rules.ts'

const { rule, ...entry } = testRules[1]!

/** A rule that never comes to an end on posts that say so. */
const endless: AnyRule = {
  ...rule,
  presets: { recommended: 'warn' },
  check({ post, report }) {
    while (post.source.includes('ENDLESS'));
    report({ start: 0, end: 0 }, Object.keys(rule.messages)[0]!, {})
    return undefined
  },
}

describe('a post that takes too long', () => {
  test('is given up and told; those before and after it are linted', async () => {
    const cwd = folderWith({
      'a.html': '<p>하나</p>\n',
      'b.html': '<p>ENDLESS</p>\n',
      'c.md': '둘\n',
      'd.md': '# ENDLESS\n',
      'e.md': '세 번째 글\n',
    })
    const seen: [string, number][] = []
    const { errors } = await run(
      { cwd, paths: [], today: '2024-05-02', registry: [{ ...entry, rule: endless }], timeBudget: 300 },
      { post: ({ path, findings }) => void seen.push([path, findings.length]) },
    )
    expect(seen.map(([path]) => path)).toEqual(['a.html', 'b.html', 'c.md', 'd.md', 'e.md'])
    expect(seen.filter(([, findings]) => findings > 0).map(([path]) => path)).toEqual(
      expect.arrayContaining(['a.html', 'c.md', 'e.md']),
    )
    expect(errors).toEqual([
      { file: 'b.html', message: 'checking this post took more than 0.3 s' },
      { file: 'd.md', message: 'checking this post took more than 0.3 s' },
    ])
  })
})
