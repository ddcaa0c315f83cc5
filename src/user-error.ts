import type { Texts } from './engine/rule.ts'
import type { Locale, RunError } from './report/formatter.ts'

/** Where and how the user can mend what is wrong. */
export interface UserErrorDetails {
  /** File the mistake is in, as it should be shown. */
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based, in UTF-16 units. */
  readonly column?: number
  /** The offending source line, for a code frame. */
  readonly sourceLine?: string
  /** One short line on what to do, such as the nearest known name. */
  readonly hint?: string | Texts
}

const inLanguage = (words: string | Texts, locale: Locale): string =>
  typeof words === 'string' ? words : words[locale]

/** A mistake in what the user asked for (paths, flags, configuration): shown as one clear line, exit code 2, never with a stack. */
export class UserError extends Error {
  readonly words: string | Texts
  readonly details: UserErrorDetails

  constructor(words: string | Texts, details: UserErrorDetails = {}) {
    super(inLanguage(words, 'en'))
    this.name = 'UserError'
    this.words = words
    this.details = details
  }

  /** The mistake as plain data, in the user's language. */
  report(locale: Locale): RunError & { readonly sourceLine?: string } {
    const { hint, ...place } = this.details
    const message = inLanguage(this.words, locale)
    return hint === undefined ? { message, ...place } : { message, ...place, hint: inLanguage(hint, locale) }
  }
}
