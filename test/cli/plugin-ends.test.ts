import { describe, expect, it } from 'vitest'
import { cleanPost, folderWith, postlint } from './support.ts'

const pluginWith = (check: string): string => `export const name = 'odd'
const texts = { en: 'x', ko: 'x' }
export const rules = { rule: {
  summary: texts, why: texts, source: [], presets: {}, score: { category: 'content', weight: 1 },
  messages: { found: texts }, examples: { good: [], bad: [] }, check: ${check},
} }
`

const lintWith = (check: string) =>
  postlint(['a.md'], {
    cwd: folderWith({
      'a.md': cleanPost,
      'odd.mjs': pluginWith(check),
      '.postlintrc.yaml': 'plugins: ./odd.mjs\nrules: { odd/rule: error }\n',
    }),
  })

describe('a rule of a plugin', () => {
  it.each([
    ['ends the process', '() => process.exit(0)', 'The process was ended before the run was done'],
    ['throws when nobody waits for it', '() => { setTimeout(() => { throw new Error("late") }, 0) }', 'late'],
    ['leaves a promise that fails', '() => { Promise.reject(new Error("left")) }', 'left'],
    ['is async', 'async () => undefined', 'odd/rule: check must not be async'],
  ])('that %s does not pass for a clean run', (_what, check, message) => {
    const { status, stderr } = lintWith(check)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
