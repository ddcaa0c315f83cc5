import type { Texts } from '../engine/rule.ts'
import { UserError, type UserErrorDetails } from '../user-error.ts'

export type PathMatcher = (path: string) => boolean

const longestPattern = 256
const mostStars = 3

/** Whether a pattern holds so many stars that a path could be made to keep its regular expression busy for hours. */
export const isWild = (pattern: string): boolean => {
  const segments = pattern.split('/')
  const globstars = segments.filter((segment) => segment === '**').length
  return (
    globstars > mostStars || segments.some((segment) => segment !== '**' && segment.split('*').length - 1 > mostStars)
  )
}

const hasNestedBraces = (pattern: string): boolean => {
  let depth = 0
  for (const char of pattern) {
    if (char === '{') depth++
    if (char === '}') depth--
    if (depth > 1) return true
  }
  return false
}

/** Why a glob is refused, undefined if it is fine. */
export const globProblem = (pattern: string): Texts | undefined => {
  if (pattern === '') return { en: 'is empty', ko: '비어 있습니다' }
  if (pattern.length > longestPattern)
    return { en: `is longer than ${longestPattern} characters`, ko: `${longestPattern}자를 넘습니다` }
  if (isWild(pattern))
    return {
      en: `has more than ${mostStars} stars in one part of the path, or more than ${mostStars} “**”`,
      ko: `경로의 한 부분에 별표가 ${mostStars}개를 넘거나 “**”가 ${mostStars}개를 넘습니다`,
    }
  if (/[@!+*?]\(|\)[*+?{]/.test(pattern))
    return { en: 'repeats a group; name the alternatives as {a,b}', ko: '묶음을 반복합니다. {a,b}처럼 나열해야 합니다' }
  if (hasNestedBraces(pattern))
    return { en: 'has braces in braces; write the alternatives out', ko: '중괄호가 겹칩니다. 풀어서 나열해야 합니다' }
  return undefined
}

/** The part of a glob before its first wildcard, as a folder, and whether there is a wildcard at all. */
export const globBase = (pattern: string): { readonly base: string; readonly isGlob: boolean } => {
  const segments = pattern.split('/')
  const magic = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment))
  if (magic < 0) return { base: pattern, isGlob: false }
  return { base: segments.slice(0, magic).join('/') || (pattern.startsWith('/') ? '/' : '.'), isGlob: true }
}

/** A glob that must not be used, as an error. */
export const globError = (pattern: string, problem: Texts, details?: UserErrorDetails): UserError => {
  const name = pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern
  return new UserError({ en: `The pattern “${name}” ${problem.en}`, ko: `패턴 “${name}”: ${problem.ko}` }, details)
}

/**
 * One matcher for several patterns that have no `globProblem`. With `inAnyFolder` a pattern without a slash is about the
 * file's name alone.
 */
export const globMatcher = async (patterns: readonly string[], { inAnyFolder = false } = {}): Promise<PathMatcher> => {
  const { default: picomatch } = await import('picomatch')
  const matchers = patterns.map((pattern) => {
    const plain = pattern.replace(/^\.\//, '')
    return picomatch(plain, {
      dot: true,
      nonegate: true,
      noextglob: true,
      basename: inAnyFolder && !plain.includes('/'),
    })
  })
  return (path) => matchers.some((matches) => matches(path))
}
