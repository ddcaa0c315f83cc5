import { escapeJson } from './escape.ts'
import type { Formatter } from './formatter.ts'
import { jsonHead, jsonTail, toJsonResult } from './json.ts'

/** One line a post, as in `results` of the JSON contract, and a last line with `summary` and `errors`. */
export const jsonl: Formatter = ({ version }) => ({
  post: (result) => `${escapeJson(toJsonResult(result))}\n`,
  end: (report) => `${escapeJson({ ...jsonHead(version), ...jsonTail(report) })}\n`,
})
