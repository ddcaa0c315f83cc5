import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { configSchema } from '../../src/config/schema.ts'
import type { RuleEntry } from '../../src/engine/rule.ts'
import { exampleConfig } from './example-config.ts'
import { families, ruleIndex } from './rule-index.ts'
import { ruleReadme } from './rule-readme.ts'

/** Paths, relative to the project, with their texts. */
export type Files = ReadonlyMap<string, string>

export interface RuleFile {
  readonly id: string
  readonly family: string
}

/** The rules by their folders: in the order of the families, then by id. */
export const findRules = (root: string): RuleFile[] =>
  families
    .filter((family) => existsSync(join(root, 'rules', family)))
    .flatMap((family) =>
      readdirSync(join(root, 'rules', family))
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => ({ id: name.slice(0, -'.ts'.length), family })),
    )

/** The list of rules. */
export const generateIndex = (found: readonly RuleFile[]): Files => new Map([['rules/index.ts', ruleIndex(found)]])

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** Everything that is read off the rules themselves. */
export const generateFromRules = (rules: readonly RuleEntry[]): Files =>
  new Map([
    ['rules/README.md', ruleReadme(rules)],
    ['.postlintrc.example.json', json(exampleConfig(rules))],
    ['src/config/schema.generated.json', json(configSchema(rules))],
  ])
