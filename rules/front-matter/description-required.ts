import { newEntry } from '../../src/analysis/fields/front-edits.ts'
import { isArticle } from '../../src/analysis/fields/post-kind.ts'
import { metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { isHiddenFromSearch } from '../../src/analysis/page/robots.ts'
import { flag, list } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { widthInEm } from '../../src/language/display-em.ts'
import { sentencesOf } from '../../src/language/sentences.ts'
import type { Post } from '../../src/post/post.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

/** Other names that SEO plugins and themes give to the description. */
const otherNames = new Set([
  ...['abstract', 'meta_description', 'metaDescription', 'seo_description', 'og_description', 'ogDescription'],
  ...['og:description', 'twitter_description', 'lead'],
])

/** Whether the generator makes a summary of the text by itself. */
const hasFallback = (post: Post): boolean => {
  const generator = likelyGenerator(post)
  if (generator === 'hexo') return /<!--\s*more\s*-->/i.test(post.source)
  return generator !== 'astro' && generator !== 'eleventy'
}

/** A description that is wider than this may be cut. */
const widest = 70

/** The first sentence of the post, or two where there is room, as a description to start from. */
const opening = (post: Post): string | undefined => {
  const unit = post.units.find(({ kind }) => kind === 'paragraph')
  if (!unit) return undefined
  let text: string | undefined
  for (const { start, end } of sentencesOf(post, unit).slice(0, 2)) {
    const sentence = unit.text.slice(start, end).replace(/\s+/g, ' ')
    const longer = text === undefined ? sentence : `${text} ${sentence}`
    if (/[\ufffc\ue000]/.test(sentence) || widthInEm(longer) > widest) break
    text = longer
  }
  return text
}

const insertion = (post: Post, key: string): SuggestedChange[] => {
  const text = opening(post)
  const title = post.front.title?.entry
  const isTop = title?.path === title?.key
  const edit = text === undefined || !isTop ? undefined : newEntry(post, key, text, title)
  return edit ? [{ title: { en: 'Start from the first sentences', ko: '첫 문장으로 시작하기' }, edits: [edit] }] : []
}

export default rule({
  summary: { en: 'Each post has a description.', ko: '글마다 설명이 있습니다.' },
  why: {
    en: 'Search results, feeds and link previews show the description below the title. Without one they cut a piece out of the text.',
    ko: '검색 결과, 피드, 링크 미리보기는 제목 아래에 설명을 보여 줍니다. 설명이 없으면 본문 일부를 잘라 씁니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: control your snippets',
      url: 'https://developers.google.com/search/docs/appearance/snippet',
    },
    {
      authority: 'convention',
      title: 'Lighthouse: document has a meta description',
      url: 'https://developer.chrome.com/docs/lighthouse/seo/meta-description',
    },
  ],
  presets: { recommended: 'warn', strict: ['warn', { fallback: false }], seo: ['error', { fallback: false }] },
  score: { category: 'seo', weight: 7 },
  options: {
    fields: list(['description', 'excerpt', 'summary'], {
      en: 'Front-matter keys that hold the description, the first to be suggested',
      ko: '설명을 적는 프런트매터 키. 첫 키를 제안에 씀',
    }),
    fallback: flag(true, {
      en: 'A summary that the generator makes of the text is enough (Jekyll, Hugo, Hexo’s `<!-- more -->`)',
      ko: '생성기가 본문으로 만드는 요약도 인정함(Jekyll, Hugo, Hexo의 `<!-- more -->`)',
    }),
  },
  messages: {
    absent: {
      en: 'No {field}, so search results and previews show a piece of the text. Sum the post up in a sentence or two.',
      ko: '{field} 항목이 없어 검색 결과와 미리보기에 본문 일부가 나옵니다. 한두 문장으로 요약하세요.',
    },
    blank: {
      en: '“{field}” is empty, so search results and previews show a piece of the text. Sum the post up in a sentence or two.',
      ko: '“{field}” 값이 비어 있어 검색 결과와 미리보기에 본문 일부가 나옵니다. 한두 문장으로 요약하세요.',
    },
    page: {
      en: 'No <meta name="description">, so search results show a piece of the text. Sum the page up in a sentence or two.',
      ko: '<meta name="description">이 없어 검색 결과에 본문 일부가 나옵니다. 한두 문장으로 요약하세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    const head = pageHeadOf(post)
    if (head && front.format === 'none') {
      const isNeeded = !head.isOpen && !head.isRedirect && !isHiddenFromSearch(head)
      if (isNeeded && metasNamed(head, 'description').length === 0) report(head.place, 'page', {})
      return undefined
    }
    if (front.format === 'none' || front.broken || !isArticle(post) || front.draft?.value === 'true') return undefined
    if (options.fallback && hasFallback(post)) return undefined

    const wanted = new Set(options.fields)
    const found = front.summary?.all.filter(({ key }) => wanted.has(key) || otherNames.has(key)) ?? []
    const isThere = found.some(({ value }) => value.trim() !== '') || options.fields.some((key) => front.inherits(key))
    if (isThere) return undefined
    const [field = 'description'] = options.fields
    const blank = found.find(({ key }) => wanted.has(key))
    if (blank) report(blank.keyRange, 'blank', { field: blank.key })
    else report(front.open, 'absent', { field }, { suggestions: insertion(post, field) })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 돌담길\nexcerpt: 정동길에서 시작하는 봄 산책\n---\n\n<p>정동길입니다.</p>\n',
      { path: '_posts/2024-05-02-light.md', post: '---\ntitle: Lights\n---\n\nJekyll takes this paragraph.\n' },
      { path: 'source/_posts/light.md', post: '---\ntitle: 早市\n---\n\n清晨五点出发。\n\n<!-- more -->\n\n回来。\n' },
      {
        path: 'src/content/blog/light.md',
        post: '---\ntitle: Lights\nlead: Two kinds of lights\n---\n\nLights.\n',
        options: { fields: ['description'] },
      },
      '---\nlayout: page\ntitle: About\n---\n\n<p>About this blog.</p>\n',
    ],
    bad: [
      {
        path: 'src/content/blog/walk.md',
        post: '⟦---⟧\ntitle: 돌담길\n---\n\n정동길에서 시작합니다.\n',
        messages: ['absent'],
      },
      {
        path: '_posts/2024-05-02-light.md',
        post: '---\ntitle: Lights\n⟦description⟧:\n---\n\nTwo kinds of lights.\n',
        options: { fallback: false },
        messages: ['blank'],
      },
      {
        post: '<!doctype html>\n<html lang="ja">⟦<head>⟧<title>築地の朝</title></head><body><p>朝五時。</p></body></html>\n',
        messages: ['page'],
      },
    ],
  },
})
