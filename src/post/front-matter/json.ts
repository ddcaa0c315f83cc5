import { type FrontProblem, moved, problem, type Reading } from './reading.ts'
import { readYaml } from './yaml.ts'

/**
 * Reads a text as JSON: an object, or (Hexo) its members without the braces.
 * The YAML parser gives the ranges, for JSON is YAML; the strict parser says whether it is JSON.
 */
export const readJson = (text: string): Reading => {
  if (text.trim() === '') return { entries: [], problems: [], broken: false }
  return text.trimStart().startsWith('{') ? readObject(text) : moved(readObject(`{${text}}`), -1)
}

const readObject = (text: string): Reading => {
  // YAML forbids the tab in places where JSON allows it; inside JSON strings there are none.
  const { entries, problems: found, broken } = readYaml(text.replaceAll('\t', ' '))
  const problems = found.filter(isOfJson)
  const mistake = mistakeIn(text)
  if (!mistake) return { entries, problems, broken: broken && problems.some(({ kind }) => kind === 'budget') }
  const start = Math.min(mistake.position, text.length - 1)
  return { entries, problems: [problem('syntax', mistake.words, { start, end: start + 1 }), ...problems], broken: true }
}

/** What the YAML parser may say about JSON; syntax is the strict parser's matter. */
const isOfJson = (found: FrontProblem): boolean => found.kind === 'budget' || found.code === 'duplicate-key'

/** What is wrong with a JSON text, and where, as far as the engine tells. */
const mistakeIn = (text: string): { readonly words: string; readonly position: number } | undefined => {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const position = /at position (\d{1,9})/.exec(words)?.[1]
    const [what = words] = words.split(/ (?:in JSON )?at position /)
    return { words: what, position: position ? Number(position) : text.trimEnd().length - 1 }
  }
}
