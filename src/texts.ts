/** A text in every language that postlint ships. English is the reference: slots are read off it. */
export interface Texts {
  readonly en: string
  readonly ko: string
}

export type Locale = keyof Texts
