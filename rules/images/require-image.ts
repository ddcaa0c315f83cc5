import { int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isBodyText } from '../../src/post/body-text.ts'
import { elementsIn } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** What shows something beside text. */
const pictures = new Set('img picture svg video iframe canvas object embed math'.split(' '))

/** Shortcodes and includes that most likely print an image or a player. */
const pictureTemplate =
  /^\{[{%][<%-]?\s*(?:include(?:_relative)?\s+\S*)?[^}]{0,80}?(?:fig|img|image|photo|picture|gallery|youtube|vimeo|video|tweet|asset|chart|mermaid|plot|tube)/i

const hasPicture = (post: Post): boolean => {
  if (post.front.image?.value || post.front.inherits('image')) return true
  for (const { tagName } of elementsIn(post.content)) if (pictures.has(tagName)) return true
  return post.masks.some(
    ({ kind, start, end }) =>
      kind !== 'comment' && pictureTemplate.test(post.source.slice(start, Math.min(end, start + 160))),
  )
}

export default rule({
  summary: { en: 'A long post has an image.', ko: '긴 글에는 이미지를 넣습니다.' },
  why: {
    en: 'Lists, shared links and search results show a post’s image. Google asks for images in the structured data of articles, but no post needs one that says nothing.',
    ko: '목록, 공유 링크, 검색 결과에는 글의 이미지가 함께 나옵니다. Google은 글의 구조화된 데이터에 이미지를 권장합니다. 다만 뜻 없는 이미지는 필요 없습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: Article structured data, image',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/article',
    },
    { authority: 'editorial', title: 'A picture gives a long text a place to rest' },
  ],
  presets: { strict: 'warn' },
  score: { category: 'seo', weight: 1 },
  threshold: true,
  options: {
    minCharacters: int(
      1000,
      { en: 'Fewest characters of text from which a post needs an image', ko: '이미지가 필요한 글의 최소 글자 수' },
      { minimum: 0 },
    ),
  },
  messages: {
    none: {
      en: 'No image in the text or the front matter, so lists and shared links show none. Add one that helps.',
      ko: '본문에도 프런트매터에도 이미지가 없어 목록과 공유 링크에 나오지 않습니다. 도움이 되는 이미지를 추가하세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    if (front.format === 'none' || front.broken || post.textOnly || front.draft?.value === 'true') return undefined
    // Pages beside the posts, such as “about”, are shown in no list.
    if (!post.isInPostFolder && !front.date) return undefined
    return {
      done() {
        let characters = 0
        for (const unit of post.units) if (isBodyText(unit)) characters += unit.text.trim().length
        if (characters >= options.minCharacters && !hasPicture(post)) report(front.open, 'none', {})
      },
    }
  },
  examples: {
    good: [
      { post: '---\ndate: 2024-05-02\nimage: /a.jpg\n---\n\n<p>돌담길 산책</p>\n', options: { minCharacters: 1 } },
      {
        post: '---\ndate: 2024-05-02\n---\n\n{{< figure src="a.jpg" >}}\n\nTwo kinds of lights.\n',
        options: { minCharacters: 1 },
      },
      {
        post: '---\ndate: 2024-05-02\n---\n\n{% include image.html src="a.jpg" %}\n\n市場の朝。\n',
        options: { minCharacters: 1 },
      },
      { post: '---\ntitle: About\n---\n\nA page beside the posts.\n', options: { minCharacters: 1 } },
      '---\ndate: 2024-05-02\n---\n\n짧은 소식입니다.\n',
    ],
    bad: [
      {
        post: '⟦---⟧\ndate: 2024-05-02\n---\n\n<p>早市的早晨，五点出发。</p>\n',
        options: { minCharacters: 5 },
        messages: ['none'],
      },
    ],
  },
})
