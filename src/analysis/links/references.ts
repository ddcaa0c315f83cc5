import type { Element } from 'hast'
import { classesOf, headings, isElement, textOf } from '../../post/elements.ts'
import type { Post, TextUnit } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'
import { autolinkOf, isHandedOut, type Link } from './links.ts'

/** Words that announce sources, in the languages postlint knows best. */
const sourceWords = new RegExp(
  [
    '(?<![a-z])(?:references?|bibliography|sources?|citations?|works cited|further reading|resources|footnotes|notes)(?![a-z])',
    '(?<![a-z])(?:links?|see also|see|credits?|via|from|url|originally|read more|more at)(?![a-z])',
    '참고|참조|출처|레퍼런스|각주|주석|원문|링크|관련 ?글|더 ?읽|더 ?보기',
    '参考|參考|出典|出处|出處|引用|文献|文獻|リンク|関連|原文|来源|來源|链接|連結|参照',
    'источник|ссылк|литература|referencias|referências|fuente|fonte|quelle|référence|tài liệu|nguồn|tham khảo',
  ].join('|'),
  'iu',
)

/** Whether a text (a heading, a label) announces sources. */
export const announcesSources = (text: string): boolean => sourceWords.test(text)

/** Sections of sources: from a heading that announces them to the next heading of its level or above. */
export function sourceSections(post: Post): readonly Range[] {
  const found: Range[] = []
  let open: { level: number; start: number } | undefined
  const close = (end: number): void => {
    if (open) found.push({ start: open.start, end })
    open = undefined
  }
  for (const { level, element } of headingsOf(post.content)) {
    const range = post.range(element)
    if (!range) continue
    if (open && level <= open.level) close(range.start)
    if (!open && announcesSources(textOf(element))) open = { level, start: range.start }
  }
  close(post.source.length)
  return found
}

function* headingsOf(node: Post['content']): Generator<{ level: number; element: Element }> {
  for (const child of node.children) {
    if (!isElement(child)) continue
    if (headings.has(child.tagName)) yield { level: Number(child.tagName[1]), element: child }
    else yield* headingsOf(child)
  }
}

const isNote = (element: Element): boolean =>
  element.tagName === 'cite' ||
  'dataFootnotes' in element.properties ||
  /^fn/.test(String(element.properties.id ?? '')) ||
  classesOf(element).some((name) => /foot|ref|biblio/i.test(name))

/** How much of the text around a link is looked at, and how much of it can be a label. */
const contextLength = 200
const labelLength = 40

const listed = new Set(['li', 'td', 'th', 'dd', 'dt'])

/** Words that speak of an address as such: 新网址是…, …ドメインから. */
const addressBefore =
  /(?:网址|網址|주소|アドレス|адрес\p{L}*|address|urls?)[은는가이がは是:]?\s?(?:(?:is|are|was|to)\s)?[<("'“「]?$/iu
const addressBehind = /^[>)"'”」]?\s?(?:ドメイン|域名|도메인|домен|domain)/iu

/** Whether a link stands in a list, a line or a note of sources, or has a label before it or an explanation behind it. */
export const isReference = (post: Post, unit: TextUnit, link: Link): boolean => {
  if (unit.parents.some(isNote) || isHandedOut(unit.parents)) return true
  const before = unit.text.slice(Math.max(0, link.start - contextLength), link.start)
  const after = unit.text.slice(link.end, link.end + contextLength)
  if (addressBefore.test(before) || addressBehind.test(after)) return true
  const lead = before.trimEnd()
  const line = lead.slice(lead.lastIndexOf('\n') + 1)
  if (/[:：]$|\[\w+$/.test(line) || announcesSources(line.slice(-labelLength))) return true
  if (lead !== '' && !before.slice(lead.length).includes('\n')) return false
  const isListed = unit.parents.some(({ tagName }) => listed.has(tagName))
  if (isListed && /^\s*(?:[-–—|:：]|\()/.test(after)) return true
  return /^[ \t]*(?:\n|$)/.test(after) && (isListed || autolinkOf(post, link.element) !== undefined)
}
