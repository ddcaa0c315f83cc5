import type { Element } from 'hast'
import { blockExtent, extentOf, isEditable, masksIn, tagsOf } from '../../src/analysis/blocks/extent.ts'
import * as lists from '../../src/analysis/blocks/lists.ts'
import type { Edit, Fix } from '../../src/engine/finding.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { isElement } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** A list right inside a list belongs to the item before it; anything else becomes an item. */
const mending = (post: Post, list: Element, { nodes, before }: lists.Stray, range: Range): SuggestedChange[] => {
  const isWhole = nodes.every((node) => node.type === 'text' || isEditable(post, node))
  if (!isWhole || post.isMasked(range) || !post.isWritten(list)) return []
  const tags = isElement(nodes[0], 'ul', 'ol') && isElement(before, 'li') ? tagsOf(post, before) : undefined
  const opening: Edit = tags ? { ...tags.close, text: '' } : { start: range.start, end: range.start, text: '<li>' }
  const title = tags
    ? { en: 'Put it in the item before', ko: '앞 항목 안으로 옮기기' }
    : { en: 'Put it in an <li>', ko: '<li>로 감싸기' }
  return [{ title, edits: [opening, { start: range.end, end: range.end, text: '</li>' }] }]
}

const deletion = (post: Post, node: Element, range: Range): Fix | undefined =>
  isEditable(post, node) && tagsOf(post, node)
    ? { safe: true, edits: [{ ...blockExtent(post, range), text: '' }] }
    : undefined

export default rule({
  summary: { en: 'Lists hold items, and items stand in lists.', ko: '목록에는 항목만, 항목은 목록 안에만 둡니다.' },
  why: {
    en: 'Screen readers say how many items a list has and where one is. Text between the items, items outside a list and empty items make that wrong.',
    ko: '스크린 리더는 목록의 항목 수와 현재 위치를 알려 줍니다. 항목 사이의 글, 목록 밖의 항목, 빈 항목이 있으면 틀리게 읽습니다.',
  },
  source: [
    { authority: 'accessibility', title: 'axe-core: list', url: 'https://dequeuniversity.com/rules/axe/4.10/list' },
    {
      authority: 'accessibility',
      title: 'axe-core: definition-list',
      url: 'https://dequeuniversity.com/rules/axe/4.10/definition-list',
    },
    {
      authority: 'standard',
      title: 'HTML: grouping content',
      url: 'https://html.spec.whatwg.org/multipage/grouping-content.html#the-ul-element',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  fixable: 'safe',
  group: 'same',
  messages: {
    element: {
      en: '<{element}> stands right inside <{list}>, which may hold only <li>. Put it in an item.',
      ko: '<{list}> 바로 안에 <{element}> 요소가 있습니다. <li>만 둘 수 있으니 항목 안에 넣으세요.',
    },
    text: {
      en: 'Text stands right inside <{list}>, which may hold only <li>. Put it in an item.',
      ko: '<{list}> 바로 안에 글이 있습니다. <li>만 둘 수 있으니 항목 안에 넣으세요.',
    },
    outside: {
      en: 'This <li> is in no list, so it is not read as an item. Put it in <ul> or <ol>.',
      ko: '목록 밖의 <li>라 항목으로 읽히지 않습니다. <ul>이나 <ol> 안에 넣으세요.',
    },
    empty: {
      en: 'This item is empty, yet it is counted and read. Delete it.',
      ko: '빈 항목인데도 개수에 포함되어 읽힙니다. 지우세요.',
    },
    definition: {
      en: 'A <dl> may hold only <dt>, <dd> and <div> around them. Move this out, or into <dd>.',
      ko: '<dl>에는 <dt>, <dd>와 이를 감싸는 <div>만 둘 수 있습니다. 밖으로 빼거나 <dd>에 넣으세요.',
    },
    half: {
      en: 'A <{missing}> is missing, so this <dl> leaves a term or a description without its other half. Add it, or use another element.',
      ko: '<{missing}> 요소가 빠져 짝이 없는 용어나 설명이 남는 <dl>입니다. 추가하거나 다른 요소를 쓰세요.',
    },
    apart: {
      en: 'This <{element}> is in no <dl>, so it belongs to no term. Put it in <dl>.',
      ko: '<dl> 밖의 <{element}> 요소라 용어와 설명의 짝이 없습니다. <dl> 안에 넣으세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      'ul,ol'(node) {
        if (!lists.keepsRole(node, 'list')) return
        for (const stray of lists.listStrays(node)) {
          const [first] = stray.nodes
          const range = extentOf(post, stray.nodes)
          if (!range) continue
          const details = { suggestions: mending(post, node, stray, range) }
          if (first?.type === 'element')
            report(range, 'element', { element: first.tagName, list: node.tagName }, details)
          else report(range, 'text', { list: node.tagName }, details)
        }
      },
      li(node, parents) {
        const isOutside = lists.keepsRole(node, 'listitem') && !lists.isInList(parents)
        if (!isOutside && !lists.isEmptyItem(node)) return
        const range = post.place(node, parents)
        if (isOutside) report(range, 'outside', {})
        else if (!post.isMasked(range)) report(range, 'empty', {}, { fix: deletion(post, node, range) })
      },
      dl(node, parents) {
        if (lists.roleOf(node) !== '') return
        const whole = post.place(node, parents)
        for (const { nodes } of lists.definitionStrays(node)) report(extentOf(post, nodes) ?? whole, 'definition', {})
        const missing = masksIn(post, whole).length > 0 ? undefined : lists.missingHalf(node)
        if (missing) report(post.range(node, 'tag') ?? whole, 'half', { missing })
      },
      'dt,dd'(node, parents) {
        if (lists.roleOf(node) !== '' || lists.isInDefinitionList(parents)) return
        report(post.place(node, parents), 'apart', { element: node.tagName })
      },
    },
  }),
  examples: {
    good: [
      '<ul>\n<li>하나</li>\n<!-- 둘 -->\n<script src="x.js"></script>\n<li>둘</li>\n</ul>\n',
      '<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>\n<ul>{{ items }}</ul>\n',
      '<ul role="menu"><li role="menuitem">Open</li></ul>\n<div role="list"><div role="listitem">One</div></div>\n<ul role="none"><p>x</p></ul>\n',
      '<dl><dt>東京</dt><dd>首都</dd><div><dt>大阪</dt><dt>京都</dt><dd>関西</dd></div></dl>\n',
      '<ul><li class="divider"></li><li><img src="a.png" alt="A"></li><li><span class="icon"></span></li></ul>\n',
      '- one\n- two\n\n1. eins\n\n   - zwei\n',
    ],
    bad: [
      {
        post: '<ul>\n  <li>가는 길</li>\n  ⟦<p>지하철</p>⟧\n  ⟦<li></li>⟧\n  <li>버스</li>\n</ul>\n⟦<li>걷기</li>⟧\n',
        fixed: '<ul>\n  <li>가는 길</li>\n  <p>지하철</p>\n  <li>버스</li>\n</ul>\n<li>걷기</li>\n',
        messages: ['element', 'empty', 'outside'],
      },
      {
        post: '<ul>\n<li>One</li>\n⟦<ul><li>Inner</li></ul>⟧\n<li>Two</li>\n⟦loose <b>text</b>⟧\n</ul>\n',
        messages: ['element', 'text'],
      },
      {
        post: '<dl>\n⟦<p>注</p>⟧\n<dt>東京</dt><dd>首都</dd></dl>\n⟦<dl>⟧<dd>説明だけ</dd></dl>\n⟦<dl>⟧<dt>大阪</dt><dd>関西</dd><dt>札幌</dt></dl>\n⟦<dd>外の説明</dd>⟧\n',
        messages: ['definition', 'half', 'half', 'apart'],
      },
    ],
  },
})
