import type { Element } from 'hast'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { PageHead } from './page-head.ts'

/** Browsers look for the encoding in so many bytes. */
const sniffedBytes = 1024

/** The character encoding that a page declares. */
export interface Charset {
  readonly element: Element
  /** In lower case. */
  readonly name: string
}

const charsetIn = (element: Element): string | undefined => {
  const own = attributeOf(element, 'charSet')
  if (own !== undefined) return own
  if ((attributeOf(element, 'httpEquiv') ?? '').toLowerCase() !== 'content-type') return undefined
  return /charset\s*=\s*["']?([^\s"';]*)/i.exec(attributeOf(element, 'content') ?? '')?.[1]
}

/** What the first `meta` that names an encoding says. */
export const charsetOf = ({ metas }: PageHead): Charset | undefined => {
  for (const { element } of metas) {
    const name = charsetIn(element)
    if (name !== undefined) return { element, name: name.trim().toLowerCase() }
  }
  return undefined
}

const bytesBefore = ({ source, body }: Post, end: number): number =>
  new TextEncoder().encode(source.slice(body.start, Math.min(end, body.start + 4 * sniffedBytes))).length

/** At which byte an encoding is declared, where browsers do not look so far. */
export const lateByte = (
  post: Post,
  { start, end }: { readonly start: number; readonly end: number },
): number | undefined => (bytesBefore(post, end) > sniffedBytes ? bytesBefore(post, start) : undefined)

/** Whether a page that could be read as UTF-8 declares another encoding, which turns its letters to garbage. */
export const contradictsText = ({ source, problems, isTemplate }: Post, { name }: Charset): boolean =>
  !/^(?:utf-?8|utf-?16.*|unicode.*|)$/.test(name) &&
  !isTemplate(name) &&
  !problems.some(({ kind }) => kind === 'encoding') &&
  /[\u0080-\ufffc]/.test(source) &&
  !source.includes('\ufffd')
