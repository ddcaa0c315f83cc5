import type { Element } from 'hast'
import { headings, isElement, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import type { Range } from '../../post/range.ts'

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
