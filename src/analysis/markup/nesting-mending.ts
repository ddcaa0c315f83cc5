import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import type { Texts } from '../../texts.ts'
import type { Mistake } from './nesting-mistake.ts'

interface Mending {
  readonly title: Texts
  readonly edits: readonly (Range & { readonly text: string })[]
}

/** The change that mends a mistake, where the place shows only one. */
export const mendingOf = (post: Post, { kind, name, other, start, end, missing }: Mistake): Mending | undefined => {
  if (kind === 'unclosed' && missing !== undefined) {
    const text = `</${name}>`
    return {
      title: { en: `Insert ${text}`, ko: `${text} 삽입` },
      edits: [{ start: missing, end: missing, text }],
    }
  }
  if (kind === 'unknown') {
    const edits = [{ start, end: start + 1, text: '&lt;' }]
    return { title: { en: 'Show it as text', ko: '글자로 표시' }, edits }
  }
  if (kind === 'stray') {
    return { title: { en: 'Delete the end tag', ko: '닫는 태그 삭제' }, edits: [{ start, end, text: '' }] }
  }
  if (kind === 'mismatched') {
    const edits = [{ start: start + 2, end: start + 2 + name.length, text: other }]
    return { title: { en: `Change it to </${other}>`, ko: `</${other}>(으)로 변경` }, edits }
  }
  if (kind !== 'selfClosed') return undefined
  const slash = post.source.lastIndexOf('/', end)
  const edits = [{ start: slash, end, text: `></${name}>` }]
  return { title: { en: `Close it with </${name}>`, ko: `</${name}>(으)로 닫기` }, edits }
}
