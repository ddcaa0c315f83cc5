import { isArticle } from '../../src/analysis/fields/post-kind.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { perText } from '../../src/memo.ts'
import { keysOf, type Meaning } from '../../src/post/conventions.ts'
import type { FrontField, Post } from '../../src/post/post.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

/** What the usual names of fields mean; any other name is a key to be found as it is. */
const meanings = new Map<string, Meaning>([
  ['title', 'title'],
  ['description', 'summary'],
  ['excerpt', 'summary'],
  ['summary', 'summary'],
  ['date', 'date'],
  ['image', 'image'],
  ['cover', 'image'],
  ['heroImage', 'image'],
  ['tags', 'tags'],
  ['categories', 'categories'],
  ['author', 'author'],
  ['lang', 'lang'],
])

/** A date is asked of posts only: files in their folder, and lone fragments that do not look like a page. */
const needsDate = (post: Post): boolean => {
  if (post.front.draft?.value === 'true') return false
  if (post.isInPostFolder) return true
  if (likelyGenerator(post) !== 'any' || post.format !== 'html') return false
  return !/(?:^|\/)index\.[^/]*$/.test(post.sitePath)
}

/** `a|b`: either of them will do. */
const namesIn = perText((group): readonly string[] => group.split('|').map((name) => name.trim()))

type State = 'there' | 'absent' | FrontField

/** Whether one of the names is there, inherited or said; a blank one is returned. */
const lookUp = (post: Post, names: readonly string[]): State => {
  let blank: State = 'absent'
  for (const name of names) {
    const meaning = meanings.get(name)
    const entry = post.front.get(name)
    const field = meaning
      ? post.front[meaning]
      : entry && { ...entry, value: entry.children.length > 0 ? 'there' : entry.text, all: [] }
    if (field && field.value.trim() !== '') return 'there'
    const keys = meaning ? keysOf(meaning, post.generator) : [name]
    if (keys.some((key) => post.front.inherits(key))) return 'there'
    if (field) blank = field
  }
  return blank
}

export default rule({
  summary: {
    en: 'Posts say what generators and search engines ask for.',
    ko: '글에 필요한 항목을 프런트매터에 적습니다.',
  },
  why: {
    en: 'Title, date and description make the page title, its place in lists and feeds, and the text that search results show. What is not said is guessed from file names and first sentences.',
    ko: '제목, 날짜, 설명은 페이지 제목과 목록·피드의 순서, 검색 결과의 문구가 됩니다. 적지 않으면 파일 이름과 첫 문장에서 추측합니다.',
  },
  source: [
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
    { authority: 'convention', title: 'jekyll-seo-tag: usage', url: 'https://github.com/jekyll/jekyll-seo-tag' },
    {
      authority: 'search-engine',
      title: 'Google Search Central: Article structured data',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/article',
    },
  ],
  presets: {
    recommended: 'warn',
    // A missing description is `description-required`'s to tell.
    strict: ['error', { fields: ['title', 'date', 'image|cover|heroImage', 'tags', 'author', 'lang'] }],
    seo: ['error', { fields: ['title', 'date', 'image|cover|heroImage'] }],
  },
  score: { category: 'seo', weight: 7 },
  options: {
    fields: list(['title', 'date'], {
      en: 'Fields that a post must have; `a|b` means either, and usual other names count too',
      ko: '글에 있어야 하는 항목. `a|b`는 둘 중 하나를 뜻하고, 흔히 쓰는 다른 이름도 인정함',
    }),
  },
  messages: {
    date: {
      en: 'No date: neither a `date` nor a file name that starts with one, so lists and feeds cannot order the post. Add `date`.',
      ko: '날짜가 없습니다. `date`도, 날짜로 시작하는 파일 이름도 없어 목록과 피드의 순서를 정할 수 없습니다. `date`를 추가하세요.',
    },
    absent: {
      en: 'No {field} in the front matter, so generators and search engines have to guess. Add one.',
      ko: '프런트매터에 {field} 항목이 없어 생성기와 검색 엔진이 추측해야 합니다. 추가하세요.',
    },
    blank: {
      en: '“{field}” is empty. Fill it in or delete the line.',
      ko: '“{field}” 값이 비어 있습니다. 채우거나 줄을 지우세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    if (front.format === 'none' || front.broken || post.format === 'page' || !isArticle(post)) return undefined
    for (const group of options.fields) {
      const names = namesIn(group)
      if (names.includes('date') && !needsDate(post)) continue
      const found = lookUp(post, names)
      if (found === 'there') continue
      if (found !== 'absent') report(found.keyRange, 'blank', { field: found.key })
      else if (names.includes('date')) report(front.open, 'date', {})
      else report(front.open, 'absent', { field: names.join(' / ') })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길 산책\ndate: 2024-05-02\n---\n\n<p>정동길에서 시작합니다.</p>\n',
      { path: '_posts/2024-05-02-walk.html', post: '---\ntitle: 돌담길 산책\n---\n\n<p>정동길에서 시작합니다.</p>\n' },
      { path: 'content/posts/light.md', post: '+++\ntitle = "Lights"\npublishDate = 2024-05-02\n+++\n\nTwo kinds.\n' },
      { path: '_drafts/light.md', post: '---\ntitle: Lights\n---\n\nTwo kinds.\n' },
      '---\nlayout: page\ntitle: 소개\n---\n\n<p>이 블로그를 소개합니다.</p>\n',
      { path: 'files/en/web/index.html', post: '---\ntitle: Word breaks\n---\n\n<p>A page, not a post.</p>\n' },
      { path: 'content/about.html', post: '---\ntitle: About\n---\n\n<p>A page beside the posts.</p>\n' },
      '---\nredirect_to: /new/\n---\n',
      '---\nslug: repository\n---\n\n<!-- 이 파일은 번역하지 않습니다. -->\n',
      '<p>A fragment without front matter is asked for nothing.</p>\n',
      {
        post: '---\ntitle: 築地の朝\ndate: 2024-05-02\nsummary: 市場を歩く。\ncover: tsukiji.jpg\n---\n\n<p>五時に着いた。</p>\n',
        options: { fields: ['title', 'description|excerpt|summary', 'image|cover'] },
      },
    ],
    bad: [
      { post: '⟦---⟧\ntitle: 한강 자전거길\n---\n\n<p>여의도에서 출발합니다.</p>\n', messages: ['date'] },
      { post: '⟦---⟧\ndate: 2024-05-02\ntags: [bike]\n---\n\n<p>Start with the mount.</p>\n', messages: ['absent'] },
      { post: '---\n⟦title⟧:\ndate: 2024-05-02\n---\n\n<p>清晨五点。</p>\n', messages: ['blank'] },
      {
        post: '⟦+++⟧\ntitle = "自転車のライト"\n+++\n\n取り付け方から見ていきます。\n',
        options: { fields: ['title', 'description|excerpt|summary'] },
        messages: ['absent'],
      },
    ],
  },
})
