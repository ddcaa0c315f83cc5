import type { Element, RootContent } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import type { Edit, Fix } from '../../src/engine/finding.ts'
import { rule } from '../../src/engine/rule.ts'
import { isElement, isInCode } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Elements that look alike: one inside the other adds nothing. */
const looks = new Map([
  ...['b', 'strong'].map((name) => [name, 'bold'] as const),
  ...['i', 'em'].map((name) => [name, 'italic'] as const),
  ...['s', 'strike', 'del'].map((name) => [name, 'struck'] as const),
  ['u', 'underlined'],
  ['small', 'small'],
  ['mark', 'marked'],
])

const hasAttributes = (node: Element): boolean => Object.keys(node.properties).length > 0
const deletion = ({ start, end }: Range): Edit => ({ start, end, text: '' })

/** Takes an element's tags away and leaves what is inside. */
const unwrapping = (post: Post, node: Element): Fix | undefined => {
  const tags = isEditable(post, node) ? tagsOf(post, node) : undefined
  return tags && { safe: true, edits: [deletion(tags.open), deletion(tags.close)] }
}

/** Whether an element is one of two that stand side by side without anything between. */
const joined = (post: Post, node: Element, next: RootContent | undefined): Range | undefined => {
  if (!isElement(next, node.tagName) || hasAttributes(node) || hasAttributes(next)) return undefined
  const first = tagsOf(post, node)
  const second = tagsOf(post, next)
  if (!first || !second || first.close.end !== second.open.start) return undefined
  return { start: first.close.start, end: second.open.end }
}

export default rule({
  summary: { en: 'Inline tags stand where they do something.', ko: '쓸모없는 인라인 태그를 두지 않습니다.' },
  why: {
    en: 'Editors pile up tags that change nothing: bold in bold, empty pairs, spans without attributes. They make the source hard to read and to edit by hand.',
    ko: '편집기는 아무것도 바꾸지 않는 태그를 쌓습니다. 굵은 글씨 속 굵은 글씨, 빈 태그 쌍, 속성 없는 span이 그렇습니다. 소스를 읽고 고치기 어려워집니다.',
  },
  source: [{ authority: 'editorial', title: 'Markup that changes nothing is noise' }],
  presets: { strict: 'warn' },
  score: { category: 'structure', weight: 1 },
  fixable: 'safe',
  group: 'all',
  messages: {
    nested: {
      en: '<{name}> inside <{outer}> changes nothing. Keep one of them.',
      ko: '<{outer}> 안의 <{name}>은 아무것도 바꾸지 않습니다. 하나만 남기세요.',
    },
    empty: {
      en: 'Empty <{name}> shows nothing. Delete it.',
      ko: '빈 <{name}>은 아무것도 표시하지 않습니다. 지우세요.',
    },
    bare: {
      en: '<span> without attributes does nothing. Remove the tags.',
      ko: '속성이 없는 <span>은 아무 일도 하지 않습니다. 태그를 제거하세요.',
    },
    adjacent: {
      en: 'One <{name}> ends where the next begins. Make them one.',
      ko: '<{name}>이 끝나자마자 다시 시작합니다. 하나로 합치세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      'b,strong,i,em,s,strike,del,u,small,mark,span'(node, parents) {
        const range = post.range(node)
        const tags = tagsOf(post, node)
        if (!range || !tags || isInCode(parents)) return
        const { tagName: name } = node
        if (node.children.length === 0 && tags.inner.start === tags.inner.end) {
          if (hasAttributes(node)) return
          report(range, 'empty', { name }, { fix: { safe: true, edits: [deletion(range)] } })
          return
        }
        if (name === 'span') {
          // On built pages the theme's style sheet may know such a span by what is around it.
          if (!hasAttributes(node) && post.format !== 'page') report(range, 'bare', {}, { fix: unwrapping(post, node) })
          return
        }
        const look = looks.get(name)
        const outer = parents.findLast((parent) => isElement(parent) && looks.get(parent.tagName) === look)
        if (outer && isElement(outer) && !hasAttributes(node)) {
          // Two of one name say it twice; which of <b> and <strong> is meant only the writer knows.
          const fix = outer.tagName === name && name !== 'small' ? unwrapping(post, node) : undefined
          if (name !== 'small') report(range, 'nested', { name, outer: outer.tagName }, { fix })
          return
        }
        const siblings = parents.at(-1)?.children ?? []
        const between = joined(post, node, siblings[siblings.indexOf(node as never) + 1])
        if (between) report(between, 'adjacent', { name }, { fix: { safe: true, edits: [deletion(between)] } })
      },
    },
  }),
  examples: {
    good: [
      '<p><b>굵게</b> <b>따로</b> <strong><em>둘 다</em></strong> <span id="a"></span><i class="icon"></i></p>\n',
      '<p><small>작게 <small>더 작게</small></small> <span lang="en">One</span></p>\n',
      '**太字**の中の*斜体*。\n',
    ],
    bad: [
      {
        post: '<p><b>아주 ⟦<b>중요한</b>⟧ 말</b>과 ⟦<span>보통</span>⟧ 말⟦<i></i>⟧</p>\n',
        fixed: '<p><b>아주 중요한 말</b>과 보통 말</p>\n',
        messages: ['nested', 'bare', 'empty'],
      },
      {
        post: '<p><em>One⟦</em><em>⟧ two</em> <strong>three ⟦<b>four</b>⟧</strong></p>\n',
        fixed: '<p><em>One two</em> <strong>three <b>four</b></strong></p>\n',
        messages: ['adjacent', 'nested'],
      },
    ],
  },
})
