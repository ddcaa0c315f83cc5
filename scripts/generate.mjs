// Writes everything that is made from other files, above all from the rules: `npm run generate`. A test fails when what is on disk is stale.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const jiti = createJiti(import.meta.url, { fsCache: false })
const { findRules, generateIndex, generateFromRules } = await jiti.import('./generate/generate.ts')

const write = (files) => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}

// The list of rules first: it needs no rule to load, and everything else is read off it.
write(generateIndex(findRules(root)))
const { rules } = await jiti.import('../rules/index.ts')
write(generateFromRules(rules))

const { generateReportPage } = await jiti.import('./generate/report-page.ts')
write(generateReportPage(root))
