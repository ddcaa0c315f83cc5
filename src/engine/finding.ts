import type { Range } from '../post/range.ts'
import type { Texts } from '../texts.ts'

export type Severity = 'error' | 'warn' | 'info'
/** What a message's slots may hold. */
export type Slot = string | number
export type Slots = Readonly<Record<string, Slot>>

/** Replaces `source.slice(start, end)` by `text`. */
export interface Edit extends Range {
  readonly text: string
}

/** A change that mends a finding; applied whole or not at all. */
export interface Fix {
  readonly edits: readonly Edit[]
  /** Safe fixes keep the rendered page as it is, or mend what is provably wrong; others need `--fix-unsafe`. */
  readonly safe: boolean
  /** The fix changes text that a reader sees. */
  readonly changesText?: true
}

/** What only a person can say, to be put into a change. */
export interface Ask {
  /** What is wanted, such as “Alternative text”. */
  readonly question: Texts
  /** Stands in the texts of the edits for the answer. */
  readonly placeholder: string
  /** What the answer has to be encoded for. */
  readonly as: 'attribute' | 'text' | 'markdown'
}

/** A change that needs a person's yes. */
export interface Suggestion {
  /** What it does, in the language of the report: written last, like the message. */
  readonly title: string
  readonly titles: Texts
  readonly edits: readonly Edit[]
  /** Only together with the answer to this is it a change. */
  readonly asks?: Ask
}

/** The source line around a finding's start, cut to about 200 units, so that formatters never reopen the file. */
export interface Frame {
  /** 1-based line number. */
  readonly line: number
  readonly text: string
  /** Offset of `text` in the source. */
  readonly from: number
  /** Bytes of UTF-8 between the start of the line and `text`, where it is known that there are any. */
  readonly bytesBefore?: number
}

/**
 * `place`: the same defect again. `see`: the counterpart elsewhere.
 * A place of a grouped finding carries all that it needs to become the finding's start, should the places before it be
 * suppressed.
 */
export interface Related extends Range {
  readonly kind: 'place' | 'see'
  readonly fix?: Fix
  readonly suggestions?: readonly Suggestion[]
  readonly fingerprint?: string
  readonly frame?: Frame
  /** Where they differ from place to place. */
  readonly slots?: Slots
}

/** One thing wrong with a post. Plain JSON. */
export interface Finding extends Range {
  readonly rule: string
  readonly severity: Severity
  readonly messageId: string
  /** What fills the message; kept because the message is built last, when the places are known. */
  readonly slots: Slots
  readonly message: string
  readonly related?: readonly Related[]
  readonly fix?: Fix
  readonly suggestions?: readonly Suggestion[]
  readonly frame: Frame
  readonly fingerprint: string
}

/** A rule that a directive names, with its place in the source. */
export interface NamedRule extends Range {
  readonly id: string
  readonly frame: Frame
}

/** A directive that switches rules off in a part of a post. */
export interface Directive {
  /** `enable` and what is `unknown` or `malformed` suppress nothing themselves: they are kept so that they can be checked. */
  readonly kind: 'disable' | 'disable-line' | 'disable-next-line' | 'enable' | 'front-matter' | 'unknown' | 'malformed'
  /** What an unknown directive says where a known word is expected, with the one that it most likely means. */
  readonly word?: NamedRule & { readonly nearest?: string }
  /** Empty means all rules. */
  readonly rules: readonly NamedRule[]
  /** Where the directive stands. */
  readonly at: Range
  readonly frame: Frame
  /** Findings that start here are suppressed. One past the source's length means to the very end. */
  readonly effect: Range
  readonly reason?: string
}

/** Everything that linting one post yields. Plain JSON: message of a worker, cache entry, input of formatters and of cross-post rules. */
export interface PostResult {
  readonly path: string
  /** SHA-1 of the bytes read; empty where nobody asked for it. */
  readonly hash: string
  readonly language: string
  readonly findings: readonly Finding[]
  readonly directives: readonly Directive[]
  /** What cross-post rules collected, by rule id. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Offsets at which lines start; the first is 0. */
  readonly lines: readonly number[]
  /** Number of places that directives suppressed. */
  readonly suppressed: number
  /** How much of what was found the baseline knows; only where there is one. */
  readonly known?: number
  /** Rules that were on for this post (directives are judged unused only for those). */
  readonly ran: readonly string[]
  /** Severity of those rules that judge directives, by id: they speak last, in `suppress`. */
  readonly reviewers?: Readonly<Record<string, Severity>>
  /** One line for each rule that threw; any makes the exit code 2. */
  readonly failures?: readonly string[]
  /** The text after fixing; only where that has changed it. Everything else here is then about this text. */
  readonly fixedText?: string
  /** How many problems have been fixed, by rule; only where fixing was asked for. */
  readonly fixed?: Readonly<Record<string, number>>
}
