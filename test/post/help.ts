import { parsePost } from '../../src/post/parse.ts'
import { loadParts } from '../../src/post/parts.ts'
import type { Post, PostInput } from '../../src/post/post.ts'

await loadParts()

/** Parses a source as the file at `path` of no particular generator. */
export const parse = (source: string, more: Partial<PostInput> = {}): Post =>
  parsePost({ path: 'post.md', sitePath: more.path ?? 'post.md', source, generator: 'any', ...more })
