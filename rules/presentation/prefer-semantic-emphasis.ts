import type { Element } from 'hast'
import { isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { type Declaration, declarationsOf } from '../../src/analysis/style/inline-style.ts'
import { flag } from '../../src/engine/options.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, classesOf, codeLike, isBlank, isElement, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

const meaning = new Map([
  ['b', 'strong'],
  ['i', 'em'],
])
const links = new Set(['a'])
const emphatic = new Set(['strong', 'em', 'b', 'i', 'th', 'dt', 'dfn', 'cite'])

/** The element for what a declaration only makes look so. */
const styledAs = ({ property, value }: Declaration): 'strong' | 'em' | undefined => {
  const word = value.toLowerCase()
  if (property === 'font-weight' && /^(?:bold|bolder|[6-9]00)$/.test(word)) return 'strong'
  return property === 'font-style' && /^(?:italic|oblique)/.test(word) ? 'em' : undefined
}

const renaming = (post: Post, node: Element, name: string): SuggestedChange[] => {
  const tags = tagsOf(post, node)
  if (!tags || !isEditable(post, node)) return []
  const edits = [tags.open.start + 1, tags.close.start + 2].map((start) => ({
    start,
    end: start + node.tagName.length,
    text: name,
  }))
  return [{ title: { en: `Change it to <${name}>`, ko: `<${name}>(으)로 변경` }, edits }]
}

/** Text that says something: no icon, no empty hook. */
const hasWords = (node: Element): boolean => !isBlank(textOf(node)) && /[\p{L}\p{N}]/u.test(textOf(node))

const isIn = (parents: Parents, names: ReadonlySet<string>): boolean =>
  parents.some((parent) => isElement(parent) && names.has(parent.tagName))

export default rule({
  summary: { en: 'Emphasis says what it means.', ko: '강조는 뜻이 있는 태그로 표시합니다.' },
  why: {
    en: '<strong> and <em> say that words matter or are stressed; <b>, <i> and bold styles only set a look, and <u> looks like a link. For names of products or species <b> and <i> are right: then leave them.',
    ko: '<strong>과 <em>은 중요함과 강세를 뜻하지만 <b>, <i>와 굵은 글씨 스타일은 모양일 뿐이고, <u>는 링크처럼 보입니다. 제품명이나 학명이라면 <b>와 <i>가 맞으니 그대로 두세요.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: text-level semantics',
      url: 'https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-b-element',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique H49: semantic markup for emphasized text',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H49',
    },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  group: 'all',
  options: {
    flagUnderline: flag(true, { en: 'Report underlining too', ko: '밑줄도 보고함' }),
  },
  messages: {
    look: {
      en: '<{name}> only changes the look. Where the words matter write <{better}>, else leave them plain.',
      ko: '<{name}>은 모양만 바꿉니다. 중요한 말이면 <{better}>을 쓰고, 아니면 강조하지 마세요.',
    },
    style: {
      en: '“{style}” only changes the look. Where the words matter write <{better}>.',
      ko: '“{style:은/는}” 모양만 바꿉니다. 중요한 말이면 <{better}>을 쓰세요.',
    },
    underline: {
      en: 'Underlined text looks like a link. Use <strong> or <em>, or no emphasis.',
      ko: '밑줄 친 글은 링크처럼 보입니다. <strong>이나 <em>을 쓰거나 강조하지 마세요.',
    },
  },
  check({ post, options, report }) {
    const inspect = (node: Element, parents: Parents): void => {
      if (!post.isWritten(node) || !hasWords(node) || isIn(parents, codeLike)) return
      const { tagName: name } = node
      const better = meaning.get(name)
      const range = post.place(node, parents)
      if (better) {
        // A class or a language is a reason of its own (icons, names of species, foreign words).
        const isMeant = classesOf(node).length > 0 || attributeOf(node, 'lang') !== undefined
        if (isMeant || isIn(parents, emphatic)) return
        report(range, 'look', { name, better }, { suggestions: renaming(post, node, better) })
      } else if (name === 'u') {
        if (options.flagUnderline && classesOf(node).length === 0 && !isIn(parents, links))
          report(range, 'underline', {})
      } else {
        const styled = declarationsOf(post, node).find(styledAs)
        if (!styled || isIn(parents, emphatic)) return
        const style = `${styled.property}: ${styled.value}`
        report(range, 'style', { style, better: styledAs(styled)! })
      }
    }
    return { element: { 'b,i,u,span,font': inspect } }
  },
  examples: {
    good: [
      '<p><strong>반드시</strong> 저장하고 <em>천천히</em> 닫습니다. <i class="icon-save"></i></p>\n',
      '<p><i lang="la">Felis catus</i> and <b class="brand">Acme</b>; <strong><b>both</b></strong>.</p>\n',
      '**太字** と *斜体* です。 `<b>` は書きません。\n',
      { post: '<p><u>밑줄</u>을 칩니다.</p>\n', options: { flagUnderline: false } },
    ],
    bad: [
      {
        post: '<p>⟦<b>반드시</b>⟧ 저장하고 ⟦<i>천천히</i>⟧ 닫습니다.</p>\n<p>⟦<u>Not a link</u>⟧</p>\n',
        messages: ['look', 'underline'],
      },
      {
        post: 'これは⟦<span style="font-weight: 700">大切</span>⟧です。\n\n这个⟦<b>很重要</b>⟧。\n',
        messages: ['style', 'look'],
      },
    ],
  },
})
