import type { PostResult } from '../engine/finding.ts'
import { isPostResult } from '../engine/result-shape.ts'

/** A result with nothing in it that a report shows, a directive explains or another post could be compared with. */
export const isPlain = ({ findings, directives, facts, failures }: PostResult): boolean =>
  findings.length === 0 && directives.length === 0 && failures === undefined && Object.keys(facts).length === 0

/** Reads a result of postlint's own that has been out of its hands; undefined if it is anything else. */
export const parseResult = (json: string): PostResult | undefined => {
  try {
    const value: unknown = JSON.parse(json)
    return isPostResult(value) ? value : undefined
  } catch {
    return undefined
  }
}
