import type { Element } from 'hast'
import { attributeOf, elementsIn, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { type TopLevel, topLevelOf } from '../blocks/top-level.ts'
import { relWords } from './link-types.ts'
import { announcesSources } from './references.ts'
import { addressOf, withoutWww } from './url.ts'

/** A last block that sends the reader off to another site. */
export interface Promotion {
  readonly element: Element
  readonly host: string
  /** The block. */
  readonly range: Range
}

interface Outbound {
  readonly element: Element
  readonly host: string
  readonly text: string
  readonly rel: readonly string[]
}

/** Promotion is short; a longer last paragraph says something of its own. */
const longest = 200

function* linksIn(part: TopLevel): Generator<Element> {
  const nodes = part.kind === 'block' ? [part.element] : part.nodes
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a') yield node
    for (const element of elementsIn(node)) if (element.tagName === 'a') yield element
  }
}

const outboundOf = (post: Post, element: Element): Outbound | undefined => {
  const href = attributeOf(element, 'href')
  const host = href === undefined || post.isTemplate(href) ? undefined : addressOf(href).url?.hostname
  if (!host) return undefined
  const rel = relWords((attributeOf(element, 'rel') ?? '').toLowerCase())
  return { element, host: withoutWww(host), text: textOf(element).trim().toLowerCase(), rel }
}

const partText = (part: TopLevel): string =>
  (part.kind === 'block' ? [part.element] : part.nodes).map(textOf).join('').trim()

const isParagraph = (part: TopLevel): boolean => part.kind === 'run' || part.element.tagName === 'p'

/** The domain as the last thing said; after a colon it is an answer to its label. */
const isBareAtEnd = ({ text, host }: Outbound, whole: string): boolean => {
  const at = whole.lastIndexOf(text)
  if (withoutWww(text).replace(/\/$/, '') !== host || /[:：]\s*$/.test(whole.slice(0, at))) return false
  return !/[\p{L}\p{N}]/u.test(whole.slice(at + text.length))
}

/** Whether the post speaks of what the link is about: a word of its text or its host occurs elsewhere in the post. */
const isOnTopic = ({ host, text }: Outbound, topic: string): boolean => {
  const names = host.split('.').slice(0, -1)
  const words = `${text} ${names.join(' ')}`.split(/[^\p{L}\p{N}]+/u)
  return words.some((word) => word.length >= (/[a-z]/.test(word) ? 4 : 2) && topic.includes(word))
}

const isWholePage = (post: Post): boolean =>
  post.format === 'page' && post.content.type === 'element' && /^(?:body|main)$/.test(post.content.tagName)

/**
 * The last blocks of a post that send its readers to a site it does not speak of: by a call to action, by a bare domain,
 * or by a link that says `dofollow`.
 */
export const promotionsOf = (
  post: Post,
  { phrases, tail }: { readonly phrases: readonly string[]; readonly tail: number },
): readonly Promotion[] => {
  if (isWholePage(post)) return []
  const parts = topLevelOf(post).filter((part) => part.kind === 'run' || part.element.tagName !== 'hr')
  let topic: string | undefined
  const isOffTopic = (link: Outbound, from: number): boolean => {
    const title = post.front.title?.value ?? ''
    topic ??= [title, ...parts.slice(0, from).map(partText)].join(' ').toLowerCase()
    return !isOnTopic(link, topic)
  }
  const judge = (index: number, range: Range): Outbound | undefined => {
    const part = parts[index]!
    const links = [...linksIn(part)].flatMap((element) => outboundOf(post, element) ?? [])
    const link = links[0]
    if (!link || links.length > 1 || post.isMasked(range)) return undefined
    const text = partText(part).toLowerCase()
    if (text.length > longest) return undefined
    if (link.rel.includes('sponsored')) return undefined
    const isLast = index === parts.length - 1
    if (isLast && link.rel.includes('dofollow')) return link
    if (announcesSources(text.replace(link.text, ''))) return undefined
    const isBareDomain = isLast && isParagraph(part) && isBareAtEnd(link, text)
    const isCall = phrases.some((phrase) => text.includes(phrase.toLowerCase()))
    return (isBareDomain || isCall) && isOffTopic(link, index) ? link : undefined
  }
  const found: Promotion[] = []
  for (let index = Math.max(1, parts.length - tail); index < parts.length; index++) {
    const { range } = parts[index]!
    const link = range && judge(index, range)
    if (range && link) found.push({ element: link.element, host: link.host, range })
  }
  return found
}
