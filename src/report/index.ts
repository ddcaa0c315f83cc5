import type { Formatter } from './formatter.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { pretty } from './pretty.ts'

/** A formatter, loaded when it is asked for, and what it needs. */
export interface Format {
  load(): Promise<Formatter>
  /** Speaks the reader's language; programs are told in English unless they ask otherwise. */
  readonly forPeople?: true
  /** Tells why rules exist. */
  readonly explains?: true
  /** Is given what `--quiet` hides from all others. */
  readonly keepsAll?: true
}

/** Every format by the name that `--format` takes. The first three are what everybody waits for. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['pretty', { load: async () => pretty, forPeople: true }],
  ['compact', { load: async () => (await import('./compact.ts')).compact, forPeople: true }],
  ['json', { load: async () => json }],
  ['jsonl', { load: async () => jsonl }],
  ['markdown', { load: async () => (await import('./markdown.ts')).markdown, forPeople: true }],
  ['html', { load: async () => (await import('./html/html.ts')).html, forPeople: true, explains: true }],
  ['sarif', { load: async () => (await import('./sarif.ts')).sarif, explains: true }],
  ['github', { load: async () => (await import('./github.ts')).github }],
  ['gitlab', { load: async () => (await import('./gitlab.ts')).gitlab }],
  ['azure', { load: async () => (await import('./azure.ts')).azure }],
  ['rdjson', { load: async () => (await import('./rdjson.ts')).rdjson }],
  ['checkstyle', { load: async () => (await import('./checkstyle.ts')).checkstyle }],
  ['junit', { load: async () => (await import('./junit.ts')).junit }],
  ['blob', { load: async () => (await import('./blob.ts')).blob, keepsAll: true }],
])

export const formatNames: readonly string[] = [...formats.keys()]
