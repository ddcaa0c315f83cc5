import type { Element } from 'hast'
import { blockExtent, isApart, isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type Heading, headingsOf, holdsWidget, nameFrom } from '../../src/analysis/blocks/outline.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, codeLike, elementsIn, isBlank } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** The ids of elements that have a name to lend. */
const namedIds = (post: Post): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const node of elementsIn(post.tree)) {
    const id = attributeOf(node, 'id')
    if (id !== undefined && !isBlank(nameFrom(node) + (attributeOf(node, 'alt') ?? ''))) ids.add(id)
  }
  return ids
}

/** Whether an attribute of the heading itself names it; what `aria-labelledby` names must be there. */
const isNamed = (post: Post, { element }: Heading, namers: () => ReadonlySet<string>): boolean => {
  if (!isBlank(attributeOf(element, 'ariaLabel') ?? '') || !isBlank(attributeOf(element, 'title') ?? '')) return true
  const ids = (attributeOf(element, 'ariaLabelledBy') ?? '').split(/\s+/).filter(Boolean)
  return ids.some((id) => post.isTemplate(id) || namers().has(id))
}

const holdsCode = (node: Element): boolean => [...elementsIn(node)].some(({ tagName }) => codeLike.has(tagName))

/** Deleting the heading, where nothing can lead to it and no lines run together. */
const deletion = (post: Post, { element }: Heading): SuggestedChange[] => {
  const range = post.range(element)
  if (!range || post.isMasked(range)) return []
  const all = [element, ...elementsIn(element)]
  if (all.some(({ properties }) => properties.id !== undefined || properties.name !== undefined)) return []
  if (post.range(element, 'tag') && (!isEditable(post, element) || !tagsOf(post, element))) return []
  if (!isApart(post, range)) return []
  return [
    {
      title: { en: 'Delete the empty heading', ko: '빈 제목 삭제' },
      edits: [{ ...blockExtent(post, range), text: '' }],
    },
  ]
}

export default rule({
  summary: { en: 'Every heading says something.', ko: '제목에는 내용이 있어야 합니다.' },
  why: {
    en: 'Screen readers list headings so that readers can jump to them; an empty one leads to nothing. Headings put in for their space belong in the style sheet.',
    ko: '스크린 리더는 제목을 목록으로 읽어 주며, 빈 제목은 어디로 가는지 알 수 없습니다. 간격이 필요하면 스타일시트에서 지정할 일입니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'ACT rule: heading has non-empty accessible name',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/',
    },
    {
      authority: 'accessibility',
      title: 'axe-core: empty-heading',
      url: 'https://dequeuniversity.com/rules/axe/4.10/empty-heading',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'error' },
  score: { category: 'structure', weight: 7 },
  messages: {
    empty: {
      en: 'This heading is empty, so readers who jump to it land on nothing. Give it a text or delete it.',
      ko: '내용이 없는 제목입니다. 제목으로 이동하는 독자가 알 수 있게 글을 넣거나 지우세요.',
    },
    punctuation: {
      en: 'This heading is only “{text}”, which says nothing about what follows. Give it words or delete it.',
      ko: '제목이 “{text}” 기호뿐이라 다음 내용을 알 수 없습니다. 글을 넣거나 지우세요.',
    },
  },
  check: ({ post, report }) => ({
    done() {
      let ids: ReadonlySet<string> | undefined
      const namers = (): ReadonlySet<string> => {
        ids ??= namedIds(post)
        return ids
      }
      for (const heading of headingsOf(post)) {
        const { element, parents } = heading
        const name = nameFrom(element)
        const isEmpty = isBlank(name)
        if (!isEmpty && !/^[\p{P}\s]+$/u.test(name)) continue
        if (holdsWidget(element) || holdsCode(element) || isNamed(post, heading, namers)) continue
        const details = { suggestions: deletion(post, heading) }
        const range = post.place(element, parents)
        if (isEmpty) report(range, 'empty', {}, details)
        else report(range, 'punctuation', { text: name.trim().slice(0, 20) }, { ...details, severity: 'warn' })
      }
    },
  }),
  examples: {
    good: [
      '<h2>일정</h2>\n<h2><img src="logo.svg" alt="축제 로고"></h2>\n<h3><svg><title>Map</title><path d="M0 0"/></svg></h3>\n',
      '<h2 aria-label="路線"></h2>\n<h2 aria-labelledby="t"></h2>\n<p id="t">時刻表</p>\n<h2 hidden></h2>\n<h2 aria-hidden="true"></h2>\n<h2 role="presentation"></h2>\n',
      '## `...`\n\nSpread syntax.\n\n## {{ page.part }}\n\n## $x^2$\n\nText.\n',
      '<h2>🎉</h2>\n<h2>C++</h2>\n<h2>§ 4</h2>\n',
    ],
    bad: [
      {
        post: '<h2>일정</h2>\n<p>출발은 오전 9시입니다.</p>\n⟦<h3>&nbsp;</h3>⟧\n<p>점심.</p>\n',
        messages: ['empty'],
      },
      { post: 'Text.\n\n⟦##⟧\n\nMore text.\n\n⟦## ...⟧\n\nThe end.\n', messages: ['empty', 'punctuation'] },
      {
        post: '⟦<h2><span aria-hidden="true">地図</span></h2>⟧\n⟦<h2><img src="a.png" alt=""></h2>⟧\n⟦<div role="heading" aria-level="2"></div>⟧\n⟦<h2 aria-labelledby="none"></h2>⟧\n⟦<h2><img src="b.png" alt="地図" role="presentation"></h2>⟧\n',
        messages: ['empty', 'empty', 'empty', 'empty', 'empty'],
      },
    ],
  },
})
