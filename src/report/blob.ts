import type { PostResult } from '../engine/finding.ts'
import { isNotice, type Notice } from '../notice.ts'
import { isArrayOf, isObjectOf, isText, isWhole, optional } from '../shape.ts'
import { escapeJson } from './escape.ts'
import type { Formatter, RunError } from './formatter.ts'

/** The version of the lines below. */
const VERSION = 1

/** The first line of a blob: where it comes from. */
export interface BlobHead {
  readonly blob: number
  readonly version: string
  readonly folder: string
  readonly settings?: string
  readonly shard?: string
}

/** The last line of a blob: what a run tells when it is over. */
export interface BlobEnd {
  /** How many posts stand above. */
  readonly posts: number
  readonly errors: readonly RunError[]
  readonly notices: readonly Notice[]
}

const line = (value: BlobHead | PostResult | BlobEnd): string => `${escapeJson(value)}\n`

/** All that a part of a run has found, a line a post, for `postlint merge-reports`. Nobody else is promised anything. */
export const blob: Formatter = ({ version, folder, settings, shard }) => {
  let posts = 0
  return {
    head: line({ blob: VERSION, version, folder, settings, shard }),
    post({ fixedText, ...result }) {
      posts++
      return line(result)
    },
    end: ({ errors, notices }) => line({ posts, errors, notices }),
  }
}

export const isBlobHead = isObjectOf<BlobHead>({
  blob: (value) => value === VERSION,
  version: isText,
  folder: isText,
  settings: optional(isText),
  shard: optional(isText),
})

export const isBlobEnd = isObjectOf<BlobEnd>({
  posts: isWhole,
  errors: isArrayOf(
    isObjectOf<RunError>({
      message: isText,
      file: optional(isText),
      line: optional(isWhole),
      column: optional(isWhole),
      sourceLine: optional(isText),
      hint: optional(isText),
    }),
  ),
  notices: isArrayOf(isNotice),
})
