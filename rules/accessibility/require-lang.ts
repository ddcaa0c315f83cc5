import { flag } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { languageInPath } from '../../src/language/language-tags.ts'
import { letters, tally } from '../../src/language/scripts.ts'
import type { Post } from '../../src/post/post.ts'

/** Fewer letters than this need no voice of their own. */
const fewLetters = 40

const hasText = (post: Post): boolean => {
  let sum = 0
  for (const { text } of post.units) {
    sum += letters(tally(text))
    if (sum >= fewLetters) return true
  }
  return false
}

const adding = (post: Post): SuggestedChange[] => {
  const { front, language } = post
  if (front.format !== 'yaml' || language === 'und' || language === 'mul') return []
  const at = front.inner.start
  const title = { en: `Add “lang: ${language}”`, ko: `“lang: ${language}” 추가` }
  return [{ title, edits: [{ start: at, end: at, text: `lang: ${language}\n` }] }]
}

export default rule({
  summary: { en: 'It is known which language a post is in.', ko: '글의 언어를 알 수 있게 합니다.' },
  why: {
    en: 'Themes write the language into the page, and screen readers choose their voice by it. Where the text does not tell (two languages in one post, or one that postlint cannot recognise), the site’s default may be wrong.',
    ko: '테마는 글의 언어를 페이지에 적고, 스크린 리더는 그에 따라 음성을 고릅니다. 두 언어가 섞였거나 알아보기 어려운 글은 사이트의 기본 언어와 다를 수 있습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H57: the language of the page',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H57',
    },
    { authority: 'convention', title: 'jekyll-seo-tag: lang', url: 'https://github.com/jekyll/jekyll-seo-tag' },
  ],
  presets: { strict: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 3 },
  options: {
    always: flag(false, {
      en: 'Also where the text itself shows its language',
      ko: '본문에서 언어를 알 수 있는 글에도 요구함',
    }),
  },
  messages: {
    unknown: {
      en: 'Nothing says which language this post is in. Add `lang`, or name the site’s language in the configuration.',
      ko: '글의 언어를 알 수 없습니다. `lang`을 추가하거나 설정에 사이트의 언어를 적으세요.',
    },
  },
  check({ post, options, report }) {
    const { front } = post
    // A built page says it in its root element, which is another rule’s matter.
    if (post.format === 'page' || front.format === 'none' || front.broken) return undefined
    if (post.siteLanguage || front.lang || front.inherits('lang') || languageInPath(post.sitePath)) return undefined
    const isClear = post.language !== 'und' && post.language !== 'mul'
    if ((isClear && !options.always) || !hasText(post)) return undefined
    report(front.open, 'unknown', {}, { suggestions: adding(post) })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길 산책\n---\n\n<p>정동길에서 시작해 덕수궁 돌담길을 따라 걷습니다. 한 시간이면 넉넉하고, 중간에 쉴 곳도 많습니다.</p>\n',
      {
        path: 'content/posts/greeting.ko.md',
        post: '+++\ntitle = "Greetings"\n+++\n\n안녕하세요, 반갑습니다, 고맙습니다, 또 뵙겠습니다 하고 인사합니다.\n\nGood morning, thank you, see you again, and have a nice day.\n',
      },
      '<p>A fragment without front matter says nothing about itself, and is asked for nothing.</p>\n',
    ],
    bad: [
      {
        post: '⟦---⟧\ntitle: 인사말\n---\n\n<p>안녕하세요, 반갑습니다, 고맙습니다, 또 뵙겠습니다 하고 서로 인사합니다.</p>\n<p>Good morning, it is nice to meet you, thank you, and have a nice day.</p>\n',
        messages: ['unknown'],
      },
      {
        post: '⟦---⟧\ntitle: Bike lights\n---\n\nTwo kinds of lights are worth the money, and this is how to choose one of them.\n',
        options: { always: true },
      },
    ],
  },
})
