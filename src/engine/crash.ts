import type { Finding, Frame } from './finding.ts'
import { postFingerprint } from './fingerprint.ts'

/** Message of the finding that stands for a rule that threw; no rule may have one of this name. */
export const crashedMessage = 'crashed'

/** A rule that threw. */
export interface Crash {
  readonly rule: string
  /** The error's own words, cut. */
  readonly error: string
}

export const crashOf = (rule: string, error: unknown): Crash => ({
  rule,
  error: (error instanceof Error ? error.message : String(error)).slice(0, 200),
})

/** The finding that says so. It is about no place: it stands at the start. */
export const crashFinding = ({ rule, error }: Crash, path: string, frame: Frame): Finding => ({
  rule,
  severity: 'error',
  messageId: crashedMessage,
  slots: { error },
  message: '',
  start: 0,
  end: 0,
  frame,
  fingerprint: postFingerprint(rule, path),
})

/** The same in a line, for `PostResult.failures`. */
export const crashLine = ({ rule, error }: Crash): string => `${rule}: ${error}`
