import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { findRules, generateFromRules, generateIndex } from '../scripts/generate/generate.ts'
import { generateReportPage } from '../scripts/generate/report-page.ts'
import { configKeys } from '../src/config/check.ts'
import { configSchema } from '../src/config/schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('what is generated from the rules is fresh (npm run generate)', () => {
  it.each([...generateIndex(findRules(root)), ...generateFromRules(rules)])('%s', (path, text) => {
    expect(readFileSync(`${root}/${path}`, 'utf8')).toBe(text)
  })
})

describe("what is generated from the report's page is fresh (npm run generate)", () => {
  it.each([...generateReportPage(root)])('%s', (path, text) => {
    expect(readFileSync(`${root}/${path}`, 'utf8')).toBe(text)
  })
})

describe('the word file', () => {
  it('is what the dev dependencies give (node scripts/words.mjs)', () => {
    const { status, stderr } = spawnSync(process.execPath, [`${root}/scripts/words.mjs`, '--check'], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})

describe('the schema', () => {
  it('knows the keys that a configuration may have', () => {
    expect(Object.keys(configSchema(rules).properties as object).sort()).toEqual([...configKeys].sort())
  })

  const schema = JSON.stringify(configSchema(rules))

  it('explains every rule and option', () => {
    for (const { id, rule } of rules) {
      expect(schema).toContain(JSON.stringify(id))
      for (const option of Object.values(rule.options ?? {}) as { help: { en: string } }[]) {
        expect(schema).toContain(JSON.stringify(option.help.en))
      }
    }
  })
})
