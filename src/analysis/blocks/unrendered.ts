import type { Element } from 'hast'
import { elementsIn, textOf } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

/** The front matter is never rendered, and a built page should have been. */
const isFinal = ({ front, format }: Post, { kind }: TextUnit): boolean =>
  front.format === 'none' ? format === 'page' && kind !== 'alt' : kind === 'title' || kind === 'summary'

const isCode = ({ tagName }: Element): boolean => tagName === 'code' || tagName === 'pre'

const holdsCode = ({ content }: Post): boolean => [...elementsIn(content)].some(isCode)

/** Whether a post shows printers’ Latin as code, and so speaks of it. */
export const showsSampleText = ({ content }: Post): boolean =>
  [...elementsIn(content)].some((node) => isCode(node) && /lorem ipsum/i.test(textOf(node)))

/** Templates and formats (`{{ title }}`, `%s`) in a unit, which nothing will replace by a value any more. */
export const unrenderedIn = (post: Post, unit: TextUnit): Range[] => {
  if (!isFinal(post, unit)) return []
  const found: Range[] = []
  for (const { 0: text, index: start } of unit.text.matchAll(/\{\{[^{}]{1,200}\}\}|\ue000+/gu)) {
    const end = start + text.length
    if (post.source.startsWith('{{', unit.place(start, end).start)) found.push({ start, end })
  }
  if (unit.kind !== 'title' && unit.kind !== 'summary') return found
  for (const { 0: text, index: start } of unit.text.matchAll(/(?<![\w%])%(?:\d\$)?[sd@](?![\w%])/g)) {
    found.push({ start, end: start + text.length })
  }
  return found.length && holdsCode(post) ? [] : found
}
