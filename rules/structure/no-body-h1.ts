import { levelEdits } from '../../src/analysis/blocks/heading-level.ts'
import { type Heading, headingsOf, headingText } from '../../src/analysis/blocks/outline.ts'
import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { comparable } from '../../src/language/similarity.ts'
import { elementsIn, isElement, textOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** What is quoted has headings of another text. */
const isMain = ({ element, level, parents }: Heading): boolean =>
  level === 1 && isElement(element, 'h1') && !parents.some((around) => isElement(around, 'blockquote'))

/** `# {{ page.title }}`: whoever writes this has a layout that does not print the title. */
const printsTitle = (post: Post, { element }: Heading): boolean => {
  const range = post.range(element)
  return range !== undefined && /\{\{-?\s*(?:page\.|\.)?title\b/i.test(post.source.slice(range.start, range.end))
}

/** Whether a built page prints the post's title in an `h1` of its own, outside the post. */
const hasTitleOutside = (post: Post, title: string): boolean => {
  if (post.content === post.tree || title === '') return false
  const inside = new Set(elementsIn(post.content))
  for (const node of elementsIn(post.tree)) {
    if (node.tagName !== 'h1' || inside.has(node)) continue
    const text = comparable(textOf(node))
    if (text !== '' && title.includes(text)) return true
  }
  return false
}

/** One level down for every heading of the post, so that their order stays. */
const demotion = (post: Post): readonly { start: number; end: number; text: string }[] => {
  const all = headingsOf(post).map(({ element, level }) => levelEdits(post, element, level + 1))
  return all.every((edits) => edits !== undefined) ? all.flat() : []
}

export default rule({
  summary: {
    en: 'The title of the page is its only <h1>.',
    ko: '<h1>은 글 제목에만 씁니다.',
  },
  why: {
    en: 'Layouts print the title of the post as <h1>. Another one in the body gives the page two main headings, and readers who jump by headings cannot tell which one names it.',
    ko: '레이아웃은 글 제목을 <h1>으로 출력합니다. 본문에 또 있으면 페이지의 대표 제목이 둘이 되어, 제목으로 이동하는 독자가 어느 쪽이 글 제목인지 알 수 없습니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'Yoast SEO: single H1 assessment',
      url: 'https://yoast.com/one-h1-heading-per-post/',
    },
    {
      authority: 'search-engine',
      title: 'Google Search Central: title links (one main heading)',
      url: 'https://developers.google.com/search/docs/appearance/title-link',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 7 },
  fixable: 'safe',
  group: 'all',
  options: {
    max: int(0, { en: 'Most <h1> in the body of a post', ko: '본문에 쓸 수 있는 <h1>의 최대 개수' }, { minimum: 0 }),
    maxPage: int(
      1,
      { en: 'Most <h1> on a built page', ko: '완성된 페이지에 쓸 수 있는 <h1>의 최대 개수' },
      { minimum: 1 },
    ),
  },
  messages: {
    title: {
      en: 'This <h1> repeats the title, which layouts print already. Delete it or make it an <h2>.',
      ko: '레이아웃이 출력하는 글 제목을 <h1>으로 되풀이합니다. 지우거나 <h2>로 낮추세요.',
    },
    body: {
      en: 'An <h1> in the body competes with the title, which layouts print as <h1>. Start at <h2>.',
      ko: '레이아웃이 글 제목을 <h1>으로 출력하므로 본문의 <h1>과 겹칩니다. <h2>부터 쓰세요.',
    },
    page: {
      en: 'A further <h1>; the page has its main heading already. Make it an <h2>.',
      ko: '페이지에 대표 제목이 이미 있는데 <h1>을 또 썼습니다. <h2>로 낮추세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      const mains = headingsOf(post).filter(isMain)
      if (mains.length === 0) return
      const title = comparable(post.front.title?.value ?? '')
      const isPage = post.format === 'page'
      const hasTitle = title !== '' || post.front.inherits('title')
      const isTitled = isPage
        ? hasTitleOutside(post, title)
        : hasTitle && !mains.some((main) => printsTitle(post, main))
      // Without a title elsewhere the first one is the title.
      const allowed = isPage ? options.maxPage - Number(isTitled) : Math.max(options.max, isTitled ? 0 : 1)
      const repeats = (heading: Heading): boolean =>
        isTitled && title !== '' && comparable(headingText(post, heading) ?? '') === title
      const edits = demotion(post)
      for (const [index, heading] of mains.slice(allowed).entries()) {
        const isOnly = mains.length === 1 && !isPage && repeats(heading)
        const all = { title: { en: 'Lower every heading by one level', ko: '모든 제목을 한 수준씩 낮추기' }, edits }
        report(
          post.place(heading.element, heading.parents),
          repeats(heading) ? 'title' : isPage || !isTitled ? 'page' : 'body',
          {},
          edits.length === 0 || index > 0 ? {} : isOnly ? { fix: { edits, safe: true } } : { suggestions: [all] },
        )
      }
    },
  }),
  examples: {
    good: [
      '---\ntitle: 돌담길 산책\n---\n\n<h2>가는 길</h2>\n<p>정동길에서 시작합니다.</p>\n',
      '# 築地の朝\n\n五時に着いた。\n\n## 市場\n\n場内を歩く。\n',
      { post: '---\ntitle: Lights\n---\n\n# Mounting\n\nTwo screws.\n', options: { max: 1 } },
      '<!doctype html>\n<html lang="en"><head><title>Lights | Bikes</title></head><body><header><a href="/">Bikes</a></header><main><h1>Lights</h1><p>Two kinds.</p></main></body></html>\n',
      {
        post: '<!doctype html>\n<html lang="en"><head><title>Lights</title></head><body><main><h1>Lights</h1><p>Two kinds.</p><h1>Mounts</h1><p>Two.</p></main></body></html>\n',
        options: { maxPage: 2 },
      },
      '---\ntitle: Lights\n---\n\n# {{ page.title }}\n\nTwo kinds.\n',
      '---\ntitle: 引用\n---\n\n> # 引用元の見出し\n>\n> 本文。\n',
      '---\ntitle: Comments in shell\n---\n\n```sh\n# not a heading\n```\n',
    ],
    bad: [
      {
        post: '---\ntitle: 돌담길 산책\n---\n\n⟦# 돌담길 산책⟧\n\n정동길에서 시작합니다.\n\n가는 길\n------\n\n시청역에서 내립니다.\n',
        fixed:
          '---\ntitle: 돌담길 산책\n---\n\n## 돌담길 산책\n\n정동길에서 시작합니다.\n\n### 가는 길\n\n시청역에서 내립니다.\n',
        messages: ['title'],
      },
      {
        post: '---\ntitle: Lights\n---\n\n⟦<h1>Mounting</h1>⟧\n<p>Two screws.</p>\n⟦<h1 class="x">Wiring</h1>⟧\n<p>One cable.</p>\n',
        messages: ['body'],
      },
      {
        post: '<!doctype html>\n<html lang="ja"><head><title>朝市</title></head><body><main><h1>朝市</h1><p>五時。</p>⟦<h1>帰り道</h1>⟧<p>七時。</p></main></body></html>\n',
        messages: ['page'],
      },
    ],
  },
})
