import type { TextUnit } from '../../src/post/post.ts'

/** A paragraph that stands in its source as it is. */
export const unitOf = (text: string, language: string): TextUnit => ({
  kind: 'paragraph',
  text,
  language,
  parents: [],
  runs: [{ start: 0, end: text.length, inline: [] }],
  extent: { start: 0, end: text.length },
  range: (start, end) => ({ start, end }),
  place: (start, end) => ({ start, end }),
})
