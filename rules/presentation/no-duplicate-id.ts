import { rule } from '../../src/engine/rule.ts'
import { attributeOf, isElement } from '../../src/post/elements.ts'
import type { Range } from '../../src/post/range.ts'

export default rule({
  summary: { en: 'Every id occurs once.', ko: 'id는 글에서 한 번만 씁니다.' },
  why: {
    en: 'Links to a fragment, labels, descriptions for screen readers and scripts find the first element of an id only. A second one is never reached.',
    ko: '조각 링크와 레이블, 스크린 리더용 설명, 스크립트는 그 id의 첫 요소만 찾습니다. 두 번째 요소에는 닿지 않습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the id attribute',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute',
    },
    {
      authority: 'accessibility',
      title: 'axe: IDs used in ARIA and labels must be unique',
      url: 'https://dequeuniversity.com/rules/axe/4.10/duplicate-id-aria',
    },
  ],
  presets: { recommended: 'error', strict: 'error', accessibility: 'error' },
  score: { category: 'accessibility', weight: 3 },
  group: 'same',
  messages: {
    duplicate: {
      en: 'The id “{id}” is taken: links and labels reach only the first. Give this element another one.',
      ko: 'id “{id:이/가}” 이미 쓰여 링크와 레이블이 첫 요소에만 닿습니다. 다른 id로 바꾸세요.',
    },
    empty: {
      en: 'An empty id names nothing. Remove it.',
      ko: '빈 id는 아무것도 가리키지 않습니다. 제거하세요.',
    },
  },
  check({ post, report }) {
    const first = new Map<string, Range>()
    return {
      attributed(node, parents) {
        const id = attributeOf(node, 'id')
        const range = id === undefined ? undefined : post.range(node, { attribute: 'id' })
        if (id === undefined || !range || post.isTemplate(id) || post.isMasked(range)) return
        // Drawings are pasted with the ids that their tool gave them, and cloned.
        if (parents.some((parent) => isElement(parent, 'svg', 'template'))) return
        const known = first.get(id)
        if (id === '') report(range, 'empty', {})
        else if (!known) first.set(id, range)
        // Where formatting is misnested the parser repeats an element that stands in the source once.
        else if (known.start !== range.start)
          report(range, 'duplicate', { id }, { related: [{ ...known, kind: 'see' }] })
      },
    }
  },
  examples: {
    good: [
      '<h2 id="start">시작</h2>\n<h2 id="Start">시작 2</h2>\n<p name="start">본문</p>\n',
      '{% for note in notes %}<p id="note-{{ note.id }}">一</p><p id="note-{{ note.id }}">二</p>{% endfor %}\n',
      '<svg><defs><g id="a"></g></defs></svg>\n<svg><defs><g id="a"></g></defs></svg>\n<p><b id="x">One<i>two</b>three</i></p>\n',
    ],
    bad: [
      {
        post: '<h2 id="install">설치</h2>\n<p>내용</p>\n<h2 ⟦id="install"⟧>다시 설치</h2>\n',
        messages: ['duplicate'],
      },
      {
        post: '<a id="n1"></a> First.\n\n<span ⟦id=n1⟧>Second.</span> <span ⟦id=""⟧>三。</span>\n',
        messages: ['duplicate', 'empty'],
        path: 'post.md',
      },
    ],
  },
})
