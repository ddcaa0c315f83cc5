import type { Formatter } from './formatter.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { pretty } from './pretty.ts'

/** Every formatter by the name that `--format` takes. */
export const formatters: ReadonlyMap<string, Formatter> = new Map([
  ['pretty', pretty],
  ['json', json],
  ['jsonl', jsonl],
])

export const formatNames: readonly string[] = [...formatters.keys()]
