import type { Texts } from '../texts.ts'
import type { Format, PostInput } from './post.ts'
import type { Range } from './range.ts'
import { opaque } from './template.ts'

/** Block elements whose start tag at the top of a body says that the body is HTML. */
const blockStart =
  /^<(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|style|script|table|ul)(?=[\s/>])/i
const pageStart = /^<(?:!doctype\s|html[\s>]|head[\s>]|body[\s>])/i

/** Regions whose lines may look like Markdown without being any. */
const shielded = /<(pre|script|style|svg|textarea)(?=[\s/>])|<!--/gi
const markdownBlock =
  /^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3}|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|>|\|?[ \t]*:?-{3,}:?[ \t]*\||\[[^\]\n]{1,200}\]:[ \t]*\S)/m
const markdownInline = /\]\(|\*\*[^\s*][^*\n]{0,300}\*\*|`[^`\n]{1,300}`/

const reasons = {
  configured: { en: 'the configuration says so', ko: '설정에서 지정함' },
  page: { en: 'the body is a whole page', ko: '본문이 완전한 페이지임' },
  htmlName: { en: 'the file name says HTML', ko: '파일 이름이 HTML임' },
  startsPlain: {
    en: 'the file name says Markdown and the body does not start with HTML',
    ko: '파일 이름이 Markdown이고 본문이 HTML로 시작하지 않음',
  },
  startsInline: {
    en: 'the file name says Markdown and the body does not start with a block element',
    ko: '파일 이름이 Markdown이고 본문이 블록 요소로 시작하지 않음',
  },
  plainHtml: {
    en: 'the body starts with a block element and holds no Markdown',
    ko: '본문이 블록 요소로 시작하고 Markdown이 없음',
  },
} satisfies Record<string, Texts>

const holdsMarkdown = (sign: string): Texts => ({
  en: `the body starts with HTML but holds Markdown: ${sign}`,
  ko: `본문이 HTML로 시작하지만 Markdown이 있음: ${sign}`,
})

export interface FormatDecision {
  readonly format: Format
  /** One clause for people: why. */
  readonly reason: Texts
}

/**
 * Whether a body is HTML, Markdown or a whole page. `masked` is the source with templates masked as for HTML:
 * only asked for when the file name leaves it open.
 */
export function decideFormat(input: PostInput, body: Range, masked: () => string): FormatDecision {
  if (input.format === 'markdown') return { format: 'markdown', reason: reasons.configured }
  const isHtmlName = /\.html?$/i.test(input.path)
  if (input.format !== 'html' && !isHtmlName && !/^\s*[<{]/.test(input.source.slice(body.start, body.start + 4000))) {
    return { format: 'markdown', reason: reasons.startsPlain }
  }
  const text = masked()
  const first = firstThing(text, body)
  if (pageStart.test(text.slice(first, first + 20))) return { format: 'page', reason: reasons.page }
  if (input.format === 'html') return { format: 'html', reason: reasons.configured }
  if (isHtmlName) return { format: 'html', reason: reasons.htmlName }
  if (!blockStart.test(text.slice(first, first + 20))) {
    return {
      format: 'markdown',
      reason: reasons.startsInline,
    }
  }
  const sign = markdownSign(text, body)
  return sign ? { format: 'markdown', reason: holdsMarkdown(sign) } : { format: 'html', reason: reasons.plainHtml }
}

/** Offset of the first thing of a body that is neither white space nor comment nor mask. */
function firstThing(text: string, body: Range): number {
  let at = body.start
  for (;;) {
    while (at < body.end && (/\s/.test(text[at]!) || text[at] === opaque)) at++
    if (!text.startsWith('<!--', at)) return at
    const close = text.indexOf('-->', at + 4)
    if (close < 0) return body.end
    at = close + 3
  }
}

/** The first piece of Markdown outside shielded regions, shortened, or undefined. */
function markdownSign(text: string, body: Range): string | undefined {
  let at = body.start
  while (at < body.end) {
    shielded.lastIndex = at
    const shield = shielded.exec(text)
    const end = shield && shield.index < body.end ? shield.index : body.end
    const open = text.slice(at, end)
    const sign = markdownBlock.exec(open) ?? markdownInline.exec(open)
    if (sign) return sign[0].trim().slice(0, 20)
    if (!shield || end === body.end) return undefined
    at = afterShield(text, shield, body.end)
  }
  return undefined
}

function afterShield(text: string, shield: RegExpExecArray, limit: number): number {
  const close = shield[1] ? new RegExp(`</${shield[1]}\\s{0,9}>`, 'gi') : /-->/g
  close.lastIndex = shield.index + shield[0].length
  return close.exec(text) ? close.lastIndex : limit
}
