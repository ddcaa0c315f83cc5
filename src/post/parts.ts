/**
 * Parsers that only some posts need and that are dear to load. Parsing is synchronous, so whoever parses posts calls
 * `loadParts` first with what `neededParts` says; a part is loaded once.
 */
type MarkdownPart = typeof import('./markdown.ts')

const loaded: { markdown?: MarkdownPart } = {}

export type PartName = keyof typeof loaded

export async function loadParts(names: Iterable<PartName> = ['markdown']): Promise<void> {
  for (const name of names) {
    if (name === 'markdown') loaded.markdown ??= await import('./markdown.ts')
  }
}

export const isLoaded = (name: PartName): boolean => loaded[name] !== undefined

/** The Markdown parser. @throws if it has not been loaded. */
export function markdownPart(): MarkdownPart {
  if (!loaded.markdown) throw new Error('The Markdown parser is not loaded: await loadParts() before parsing posts.')
  return loaded.markdown
}
