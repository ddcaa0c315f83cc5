import type { Budget, Problem } from './post.ts'
import type { Range } from './range.ts'

/**
 * micromark takes quadratic time on some inputs (2,000 nested list markers 0.6 s, 3,000 open images 5.6 s), so they are
 * counted before it runs.
 */
export const markdownBudgets = {
  'markdown-size': 512 * 1024,
  containers: 64,
  brackets: 500,
} satisfies Partial<Record<Budget, number>>

/** The first budget that a Markdown body exceeds. */
export function markdownProblem(text: string, body: Range): Extract<Problem, { kind: 'budget' }> | undefined {
  const problem = (budget: keyof typeof markdownBudgets, start: number, end: number) =>
    ({ kind: 'budget', budget, limit: markdownBudgets[budget], range: { start, end } }) as const
  if (body.end - body.start > markdownBudgets['markdown-size']) {
    return problem('markdown-size', body.start, body.start)
  }
  let open = 0
  let ends = 0
  let runs = 0
  let quotes = 0
  let wasQuote = false
  let lineStart = body.start
  while (lineStart < body.end) {
    const found = text.indexOf('\n', lineStart)
    const lineEnd = found < 0 || found > body.end ? body.end : found
    if (containerMarkers(text, lineStart, lineEnd) > markdownBudgets.containers) {
      return problem('containers', lineStart, Math.min(lineEnd, lineStart + 200))
    }
    const isQuote = /^ {0,3}>/.test(text.slice(lineStart, lineStart + 4))
    // Quotes that start anew cost quadratic time too: 5,000 of them 8 s.
    if (isQuote && !wasQuote && ++quotes > 16 * markdownBudgets.containers) {
      return problem('containers', lineStart, Math.min(lineEnd, lineStart + 200))
    }
    wasQuote = isQuote
    let isBlank = true
    for (let at = lineStart; at < lineEnd; at++) {
      const code = text.charCodeAt(at)
      if (code > 32) isBlank = false
      if (code === 91) open++
      else if (code === 93) {
        if (open > 0) open--
        else ends++
      } else if (code === 42 || code === 95 || code === 126) runs++
    }
    if (isBlank) {
      open = 0
      ends = 0
      runs = 0
    } else if (
      open > markdownBudgets.brackets ||
      ends > 4 * markdownBudgets.brackets ||
      runs > 20 * markdownBudgets.brackets
    ) {
      return problem('brackets', lineStart, Math.min(lineEnd, lineStart + 200))
    }
    lineStart = lineEnd + 1
  }
  return undefined
}

/** How many `>`, `-`, `*`, `+` and `1.` markers a line starts with: each may open a container inside the last. */
function containerMarkers(text: string, start: number, end: number): number {
  let count = 0
  const marker = /[ \t]*(?:>|[-*+](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t]))/y
  marker.lastIndex = start
  for (let match = marker.exec(text); match && marker.lastIndex <= end; match = marker.exec(text)) count++
  // A rule of dashes is one thing, not sixty lists.
  return count > markdownBudgets.containers && /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*\r?$/.test(text.slice(start, end))
    ? 0
    : count
}
