import { attributeOf } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

export type SlipKind =
  | 'link'
  | 'spaced-link'
  | 'spaced-address'
  | 'reference'
  | 'footnote'
  | 'emphasis'
  | 'flanking'
  | 'heading'
  | 'html'
  | 'spaced-emphasis'

/** Markdown that stayed text on the page. */
export interface MarkdownSlip extends Range {
  readonly kind: SlipKind
  /** What is missing or stays visible. */
  readonly what: string
  /** The source as it was probably meant; undefined where there are several ways. */
  readonly meant?: string
}

interface Form {
  readonly kind: SlipKind
  /** Found in the text of one block; what Markdown understood is no longer in it. */
  readonly pattern: RegExp
  /** What is meant, or undefined where the match is nothing of the kind. */
  read(match: RegExpExecArray, context: Context): Reading | undefined
  readonly where?: (post: Post, unit: TextUnit) => boolean
  /** Only where nothing that a template prints stands before it. */
  readonly startsLine?: true
}

interface Context {
  /** The characters next to the match, '' at the ends of the block. */
  readonly before: string
  readonly after: string
  /** The rest of the block. */
  readonly left: string
  readonly right: string
}

type Reading = Pick<MarkdownSlip, 'what' | 'meant'>

const address =
  /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#)\S|^[\w-]+(?:\/[\w.-]+)*\.(?:html?|md|pdf|png|jpe?g|gif|svg|webp)(?:[?#]|$)/i
const isWord = (character: string): boolean => /[\p{L}\p{N}_\])]/u.test(character)
const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text)

/** kramdown reads `**“x”**는` as it is meant; CommonMark, which the other generators follow, does not. */
const isCommonMark = ({ generator, sitePath }: Post): boolean =>
  generator === 'any' ? !/(?:^|\/)_[a-z]+\//.test(sitePath) : generator !== 'jekyll'

/** Inside a block of HTML, where Markdown is not read. */
const isInHtml = (post: Post, { parents }: TextUnit): boolean =>
  parents[0] !== undefined &&
  post.isWritten(parents[0]) &&
  !parents.some((node) => attributeOf(node, 'markdown') !== undefined)

const isParagraph = (post: Post, unit: TextUnit): boolean => unit.kind === 'paragraph' && !isInHtml(post, unit)

const forms: readonly Form[] = [
  {
    kind: 'link',
    pattern: /\(([^()\n]{1,200})\)\[([^[\]\s^][^[\]\s]{0,500})\]/g,
    read([, text, target], { before, after }) {
      const isTarget =
        address.test(target!) || (/^\p{L}[\p{L}.-]{2,}$/u.test(target!) && hasLetters(text!) && !isWord(after))
      if (!isTarget || after === '(' || isWord(before)) return undefined
      return { what: text!, meant: `[${text}](${target})` }
    },
  },
  {
    kind: 'spaced-link',
    pattern: /\[([^[\]\n]{1,200})\] +\(((?:https?:\/\/|www\.|\/)[^()\s]{1,500})\)/g,
    read: ([, text, target]) => ({ what: text!, meant: `[${text}](${target})` }),
  },
  {
    kind: 'spaced-address',
    pattern: /\[([^[\]\n]{1,200})\]\(([^()\n<>]{1,300})\)/g,
    read([, text, target]) {
      const trimmed = target!.trim()
      if (!/\s/.test(trimmed) || /["'“]/.test(trimmed) || !address.test(trimmed.replace(/\s/g, ''))) return undefined
      return { what: text!, meant: `[${text}](<${trimmed}>)` }
    },
  },
  {
    kind: 'reference',
    pattern: /\[([^[\]\n^][^[\]\n]{0,200})\]\[([^[\]^]{0,100})\]/g,
    read([whole, text, label], { before, after }) {
      if (isWord(before) || /[[(]/.test(after) || !hasLetters(text!) || /^[^\p{L}]*$/u.test(whole!)) return undefined
      if (label !== '' && label!.trim() === '') return undefined
      return { what: label === '' ? text! : label!.replace(/\s+/g, ' ') }
    },
  },
  {
    kind: 'footnote',
    pattern: /\[\^(\d{1,4}|[\p{L}_][\p{L}\p{N}_-]{2,40})\]/gu,
    read: ([, label], { before, after }) =>
      (isWord(before) || /[.,。、"”’)]/.test(before)) && after !== ':' && !/[*+{?]/.test(after)
        ? { what: label! }
        : undefined,
  },
  {
    kind: 'emphasis',
    pattern: /\*\*([^*\n]{1,200})\*\*/g,
    read([, text], { before, after }) {
      const inner = text!.trim()
      if (inner === text || !hasLetters(inner) || /[\w*/.]/.test(before) || /[\w*/.]/.test(after)) return undefined
      // Powers: 6 ** 7.
      if (/^[\d(]|[\d)]$|=/.test(inner)) return undefined
      return { what: '**', meant: `**${inner}**` }
    },
  },
  {
    kind: 'flanking',
    where: isCommonMark,
    pattern: /\*\*([^*\n]{1,200})\*\*/g,
    read([, text], { before, after }) {
      if (text!.trim() !== text || !hasLetters(text!)) return undefined
      const isGlued =
        (/[\p{L}\p{N}]/u.test(after) && /[\p{P}\p{S}]$/u.test(text!)) ||
        (/[\p{L}\p{N}]/u.test(before) && /^[\p{P}\p{S}]/u.test(text!))
      return isGlued ? { what: text!, meant: `<strong>${text}</strong>` } : undefined
    },
  },
  {
    kind: 'spaced-emphasis',
    pattern: /(?<![*_\\\p{L}\p{N}])(\*{1,3}|_{1,3})([^*_\n]{2,100})\1(?![*_\p{L}\p{N}])/gu,
    read([, mark, text], { before, left, right }) {
      const inner = text!.trim()
      if (mark === '**' || inner === text || !hasLetters(inner) || /^[\d(]|[\d)]$|=/.test(inner)) return undefined
      // A product, a comment of a program, bullets in a line: only two stars among words are emphasis.
      const isAmbiguous = mark === '*' && /^\s.*\s$/.test(text!)
      const isAmongWords = !/[*/]/.test(`${left}${right}`) && /^$|\s/.test(before) && !/^\s*[\d(]/.test(right)
      return isAmbiguous && !isAmongWords ? undefined : { what: mark!, meant: `${mark}${inner}${mark}` }
    },
  },
  {
    kind: 'heading',
    startsLine: true,
    where: isParagraph,
    pattern: /(?<=^|\n)(#{1,6})([^#\s!\d][^\n]{0,200})(?=\n|$)/g,
    read([whole, marks, text]) {
      // A single # may also start a hashtag, a preprocessor line, a channel.
      if (/^(?:include|define|if|ifdef|ifndef|endif|else|pragma|region|import|undef)(?!\p{L})/u.test(text!))
        return undefined
      if (/#\S/.test(text!.replace(/#+\s*$/, '')) || !hasLetters(text!)) return undefined
      const isTag = marks === '#' && !/^\p{Lu}\S*\s+\S|^\p{Lo}\S*\s+\S+\s+\S/u.test(text!)
      return isTag ? undefined : { what: marks!, meant: `${marks} ${whole!.slice(marks!.length)}` }
    },
  },
  {
    kind: 'html',
    where: isInHtml,
    pattern: /\[([^[\]\n]{1,200})\]\(((?:https?:\/\/|\/)[^()\s"<>]{1,500})\)/g,
    read: ([, text, target]) => ({ what: text!, meant: `<a href="${target}">${text}</a>` }),
  },
]

/** Whether the text stands in the source as it is: without backslashes that make it text on purpose. */
const isPlain = (post: Post, words: string, place: Range): boolean => {
  const written = post.source.slice(place.start, place.end)
  return written === words && post.source[place.start - 1] !== '\\' && !post.isMasked(place)
}

const startsLine = ({ source }: Post, { start }: Range): boolean => {
  let at = start
  while (at > 0 && /[ \t>]/.test(source[at - 1]!)) at--
  return at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r'
}

/** What of a post's Markdown did not become what it was written for. */
export function* markdownSlipsOf(post: Post, kinds: ReadonlySet<string>): Generator<MarkdownSlip> {
  if (post.textOnly) return
  const wanted = forms.filter(({ kind }) => kinds.has(kind))
  for (const unit of post.units) {
    const { text, kind } = unit
    if (kind === 'title' || kind === 'summary' || kind === 'alt' || !/[[*_#]/.test(text)) continue
    for (const form of wanted) {
      if (form.where && !form.where(post, unit)) continue
      if (form.kind !== 'html' && form.kind !== 'footnote' && isInHtml(post, unit)) continue
      for (const match of text.matchAll(form.pattern)) {
        const start = match.index
        const end = start + match[0].length
        const [left, right] = [text.slice(0, start), text.slice(end)]
        const context = { before: left.at(-1) ?? '', after: right[0] ?? '', left, right }
        const reading = form.read(match as RegExpExecArray, context)
        const place = reading && unit.place(start, end)
        if (!place || !isPlain(post, match[0], place)) continue
        if (form.startsLine && !startsLine(post, place)) continue
        yield { ...place, kind: form.kind, ...reading }
      }
    }
  }
}
