import type { Element, RootContent } from 'hast'
import { blockExtent, isEditable, linesAround, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type Declaration, declarationsOf } from '../../src/analysis/style/inline-style.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { perObject, perText } from '../../src/memo.ts'
import { attributeOf, classesOf, elementsIn, formatting, isBlank, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Attributes that give an empty element no purpose: nothing can be hooked to them. */
const idle = /^(?:align|className|color|dataKe[A-Z]\w*|dir|face|lang|size|style|width|xmlLang)$/
/** Declarations that make even an empty element do something. */
const working =
  /^(?:background|border|box-shadow|break-|clear|content|display|float|overflow|outline|page-break|position|transform)/

const isIdleAttribute = perText((name) => idle.test(name))

const isIdleStyle = perObject((declarations: readonly Declaration[]) =>
  declarations.every(({ property }) => !working.test(property)),
)

const isIdle = (post: Post, node: Element): boolean => {
  for (const name in node.properties) if (!isIdleAttribute(name)) return false
  return isIdleStyle(declarationsOf(post, node)) && !post.isTemplate(attributeOf(node, 'style'))
}

/** Blank text, line breaks, and formatting around nothing but these. */
const isNothing = (post: Post, node: RootContent): boolean => {
  if (node.type === 'text') return isBlank(node.value)
  if (node.type !== 'element') return false
  if (node.tagName === 'br') return true
  if (!formatting.has(node.tagName) || classesOf(node).length > 0 || !isIdle(post, node)) return false
  return holdsNothing(post, node)
}

const holdsNothing = (post: Post, node: Element): boolean => {
  for (const child of node.children) if (!isNothing(post, child)) return false
  return true
}

/** A line break or a no-break space, put there to make room. */
const isFilled = (node: Element): boolean =>
  /[^ \t\r\n\f]/.test(textOf(node)) || node.children.some((child) => child.type === 'element')

const isEmpty = (post: Post, node: Element): boolean => {
  // Nearly every paragraph begins with text.
  if (!holdsNothing(post, node) || !isIdle(post, node)) return false
  const isBare = classesOf(node).length === 0
  if (node.tagName === 'span') return isBare && node.children.length === 0
  // A class on an element without any filler is a theme's hook (`<p class="ad"></p>`).
  return isBare || (node.tagName === 'p' && isFilled(node))
}

/** An opening tag whose end the parser supplied counts only where its parent ends; elsewhere it is a nesting mistake. */
const isLast = (node: Element, parents: Parents): boolean =>
  parents.at(-1)?.children.findLast((child) => child.type !== 'text' || !isBlank(child.value)) === node

/** Tags without their other half are mistakes of nesting: what looks empty may end something that began before. */
const isClean = (post: Post, node: Element, whole: Range): boolean => {
  let tags = post.range(node, 'tag') ? 1 : 0
  if (tagsOf(post, node)) tags++
  for (const element of elementsIn(node)) {
    if (element.tagName !== 'br' && !tagsOf(post, element)) return false
    tags += element.tagName === 'br' ? 1 : 2
  }
  let at = post.source.indexOf('<', whole.start)
  for (; at >= 0 && at < whole.end; at = post.source.indexOf('<', at + 1)) tags--
  return tags === 0
}

/** In Markdown, taking a line away must not let the lines around it run together or change what opens a block. */
const keepsMarkdown = (post: Post, node: Element, range: Range): boolean => {
  if (post.format !== 'markdown') return true
  const { own, blankBefore, blankAfter, isFirst, isLast } = linesAround(post, range)
  if (!own) return node.tagName === 'span'
  return (blankBefore !== undefined || isFirst) && (blankAfter !== undefined || isLast)
}

const removal = (post: Post, node: Element, range: Range): Fix | undefined => {
  if ((post.range(node, 'tag') && !isEditable(post, node)) || !keepsMarkdown(post, node, range)) return undefined
  return { safe: true, edits: [{ ...blockExtent(post, range), text: '' }] }
}

export default rule({
  summary: { en: 'No paragraphs without content.', ko: '내용이 없는 단락을 쓰지 않습니다.' },
  why: {
    en: 'Editors leave empty paragraphs behind to make room. Screen readers may stop at each of them, and the gaps change with every theme; spacing belongs in the style sheet.',
    ko: '편집기는 간격을 벌리려고 빈 단락을 남깁니다. 스크린 리더가 하나하나 멈출 수 있고 테마가 바뀌면 간격도 달라집니다. 간격은 스타일시트의 몫입니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: palpable content',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#palpable-content',
    },
    { authority: 'editorial', title: 'Spacing belongs in the style sheet' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  fixable: 'safe',
  covers: 'all',
  group: 'all',
  messages: {
    empty: {
      en: 'Empty <{element}> used as a spacer. Delete it and set the spacing in CSS.',
      ko: '간격만 벌리는 빈 <{element}>입니다. 지우고 간격은 CSS로 지정하세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      'p,div,span'(node, parents) {
        if (!isEmpty(post, node)) return
        const whole = post.range(node)
        if (!whole || post.isMasked(whole)) return
        const tag = post.range(node, 'tag')
        // A Markdown line of `&nbsp;` is a paragraph without a tag.
        if (!isClean(post, node, whole)) return
        const isClosed = !tag || tagsOf(post, node) !== undefined
        if (!isClosed && (node.tagName !== 'p' || !isLast(node, parents))) return
        const range = isClosed ? whole : tag
        report(range, 'empty', { element: node.tagName }, { fix: removal(post, node, range) })
      },
    },
  }),
  examples: {
    good: [
      '<p>첫 단락입니다.</p>\n\n<p>다음 단락입니다.</p>\n',
      '<p class="ad"></p>\n<p id="top">&nbsp;</p>\n<p data-slot="related">&nbsp;</p>\n',
      '<p>Intro.</p>\n<p><!--more--></p>\n<p>Rest.</p>\n',
      '<p><img src="harbour.jpg" alt="The harbour at dusk"></p>\n<p><i class="icon-star"></i></p>\n',
      '<div class="clear"></div>\n<div style="clear: both"></div>\n<p>{{ page.note }}</p>\n',
      '段落です。\n\n<span class="badge"></span> 次の段落です。\n',
    ],
    bad: [
      {
        post: '<h2>일정</h2>\n\n⟦<p>&nbsp;</p>⟧\n\n<p>출발은 오전 9시입니다.</p>\n⟦<p><br></p>⟧\n',
        fixed: '<h2>일정</h2>\n\n<p>출발은 오전 9시입니다.</p>\n',
        messages: ['empty'],
      },
      {
        post: '<p>One.</p>⟦<p class="MsoNormal"><b>&nbsp;</b></p>⟧<p>Two.</p>\n\n⟦<div style="text-align: center;"><br/></div>⟧\n',
        fixed: '<p>One.</p><p>Two.</p>\n',
      },
      {
        post: '<div class="note">ひとつめの段落。⟦<p>⟧</div>\n',
        fixed: '<div class="note">ひとつめの段落。</div>\n',
      },
      {
        post: '第一段。\n\n⟦<p>&nbsp;</p>⟧\n\n第二段。\n\n⟦&nbsp;⟧\n',
        fixed: '第一段。\n\n第二段。\n',
        path: '2024-05-01-note.md',
      },
    ],
  },
})
