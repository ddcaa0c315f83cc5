/** A fenced block of a Markdown text. */
export interface Block {
  /** The heading of the second level above it. */
  readonly section: string
  readonly kind: string
  readonly text: string
}

/** The fenced blocks that documentation shows, so that tests can do what it says. */
export const blocksIn = (markdown: string): readonly Block[] =>
  markdown.split(/^## /m).flatMap((part) => {
    const section = part.slice(0, part.indexOf('\n'))
    return [...part.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({ section, kind, text }))
  })
