import type { Locale } from '../report/formatter.ts'

/** Where a setting comes from. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'preset'; readonly preset: string }
  | { readonly kind: 'config'; readonly name: string; readonly line?: number }
  /** `number` counts the overrides of that file from 1. */
  | { readonly kind: 'override'; readonly number: number; readonly name: string; readonly line?: number }
  | { readonly kind: 'flag'; readonly flag: string }

/** An origin in a few words: `preset recommended`, `.postlintrc.yaml:12 (override 2)`. */
export const originText = (origin: Origin, locale: Locale): string => {
  switch (origin.kind) {
    case 'default':
      return locale === 'ko' ? '기본값' : 'default'
    case 'preset':
      return `${locale === 'ko' ? '프리셋' : 'preset'} ${origin.preset}`
    case 'flag':
      return origin.flag
    default: {
      const place = origin.line === undefined ? origin.name : `${origin.name}:${origin.line}`
      return origin.kind === 'config'
        ? place
        : `${place} (${locale === 'ko' ? '오버라이드' : 'override'} ${origin.number})`
    }
  }
}
