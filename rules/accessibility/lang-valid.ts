import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { holdsReading } from '../../src/analysis/markup/reading.ts'
import { rule } from '../../src/engine/rule.ts'
import { likelyTag, tagProblem } from '../../src/language/language-tags.ts'
import { perText } from '../../src/memo.ts'
import { attributeOf, isBlank } from '../../src/post/elements.ts'
import type { FrontEntry, Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Attributes that hold a language tag, with their names in the tree. */
const attributes = [
  ['lang', 'lang'],
  ['xml:lang', 'xmlLang'],
  ['hreflang', 'hrefLang'],
  ['srclang', 'srcLang'],
] as const

/** Front-matter keys that hold a language tag; `language` may as well say what a post's code is written in. */
const keys: readonly string[] = ['lang', 'locale', 'languageCode', 'languagecode']

/** A site has the same few tags in all its posts. */
const problemOf = perText(tagProblem)

/** The places of tags in the front matter. There `ko_KR` is usual: themes and plugins write either form of it. */
const frontTags = (post: Post): readonly FrontEntry[] =>
  (post.front.lang?.all ?? []).flatMap(({ entry }) =>
    entry?.type === 'text' && keys.includes(entry.key) && !/[{}\s,]/.test(entry.text) ? [entry] : [],
  )

export default rule({
  summary: { en: 'Language tags are registered ones.', ko: '언어 태그는 등록된 값으로 씁니다.' },
  why: {
    en: 'Screen readers choose a voice by the language tag, browsers choose fonts, hyphenation and translation. A tag that is not in IANA’s registry, such as `kr` for Korean, tells them nothing or something else.',
    ko: '스크린 리더는 언어 태그로 음성을 고르고, 브라우저는 글꼴과 줄바꿈, 번역을 정합니다. IANA에 등록되지 않은 태그나 한국어를 뜻하려는 `kr` 같은 태그는 통하지 않습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'BCP 47: tags for identifying languages',
      url: 'https://www.rfc-editor.org/info/bcp47',
    },
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 3.1.2 Language of Parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
    {
      authority: 'standard',
      title: 'IANA: language subtag registry',
      url: 'https://www.iana.org/assignments/language-subtag-registry/language-subtag-registry',
    },
  ],
  presets: { recommended: 'error', strict: 'error', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  fixable: 'safe',
  messages: {
    underscore: {
      en: 'Language tags have hyphens: “{tag}” is not understood. Write “{meant}”.',
      ko: '언어 태그는 붙임표로 잇습니다. “{tag:은/는}” 통하지 않습니다. “{meant:으로/로}” 쓰세요.',
    },
    country: {
      en: '“{part}” is a country’s code, not the language’s. Write “{meant}”.',
      ko: '“{part:은/는}” 언어가 아니라 나라의 코드입니다. “{meant:으로/로}” 쓰세요.',
    },
    meant: {
      en: '“{tag}” is not a valid language tag: “{part}” is not registered for this. Write “{meant}”.',
      ko: '“{tag:은/는}” 올바른 언어 태그가 아닙니다. “{part:이/가}” 등록되어 있지 않습니다. “{meant:으로/로}” 쓰세요.',
    },
    unknown: {
      en: '“{tag}” is not a valid language tag: “{part}” is not registered for this. Write a tag such as “en” or “ko-KR”.',
      ko: '“{tag:은/는}” 올바른 언어 태그가 아닙니다. “{part:이/가}” 등록되어 있지 않습니다. “ko”, “en-US”처럼 쓰세요.',
    },
    blank: {
      en: 'A language tag of white space says nothing. Name the language, or delete the attribute.',
      ko: '언어 태그가 공백뿐입니다. 언어를 적거나 속성을 지우세요.',
    },
  },
  check({ post, report }) {
    /** @param value Where the tag itself stands, if it may be replaced. */
    const judge = (tag: string, range: Range, value: Range | undefined): void => {
      const problem = problemOf(tag)
      if (!problem) return
      const { kind, part } = problem
      const hyphenated = tag.replaceAll('_', '-')
      const isUnderscore = tag !== hyphenated && tagProblem(hyphenated) === undefined
      const meant = isUnderscore ? hyphenated : likelyTag(tag)
      if (isBlank(tag)) report(range, 'blank', {})
      else if (meant === undefined) report(range, 'unknown', { tag, part })
      else {
        const edits = value ? [{ ...value, text: meant }] : []
        const title = { en: `Write “${meant}”`, ko: `“${meant}” 쓰기` }
        const suggestions = value && !isUnderscore ? [{ title, edits }] : []
        if (isUnderscore) report(range, 'underscore', { tag, meant }, { fix: value && { safe: true, edits } })
        else if (kind === 'country') report(range, 'country', { part, meant }, { suggestions })
        else report(range, 'meant', { tag, part, meant }, { suggestions })
      }
    }

    for (const { text, valueRange } of frontTags(post)) {
      const isVerbatim = post.source.slice(valueRange.start, valueRange.end) === text
      judge(text.replaceAll('_', '-').replace(/\.utf-?8$/i, ''), valueRange, isVerbatim ? valueRange : undefined)
    }

    return {
      attributed(node, parents) {
        const { lang, xmlLang, hrefLang, srcLang } = node.properties
        if ((lang ?? xmlLang ?? hrefLang ?? srcLang) === undefined) return
        if (node.tagName === 'html' || node.tagName === 'link') return
        for (const [name, property] of attributes) {
          const tag = attributeOf(node, property)
          if (tag === undefined || tag === '' || post.isTemplate(tag)) continue
          const range = post.range(node, { attribute: name })
          if (!range || (name.endsWith(':lang') || name === 'lang' ? !holdsReading(node, parents) : false)) continue
          judge(tag, range, isEditable(post, node) ? post.range(node, { value: name }) : undefined)
        }
      },
    }
  },
  examples: {
    good: [
      '---\nlang: ko_KR\n---\n\n<p>인사말은 <span lang="fr">bonjour</span>와 <i lang="zh-Hant-TW">你好</i>입니다.</p>\n',
      '---\nlanguage: python\nlocale: en_US.UTF-8\n---\n\n<p lang="tlh">nuqneH</p>\n<p lang="">???</p>\n',
      '<p><a href="/ja/" hreflang="ja">日本語版</a> <span lang="{{ page.lang }}">題名</span> <i lang="xx-none"></i> <b hidden lang="nonsense">!</b></p>\n',
      '<div lang="nonsense"><p lang="ko">안녕하세요.</p><img src="line.svg" alt=""> <span style="display: none">!</span></div>\n',
      '<blockquote lang="de-1996"><p lang="es-419">Hola</p></blockquote>\n<p lang="qaa-x-own">…</p>\n',
    ],
    bad: [
      {
        post: '<p ⟦lang="ko_KR"⟧>안녕하세요.</p>\n<p><a href="/tw/" ⟦hreflang=zh_Hant_TW⟧>繁體中文</a></p>\n',
        fixed: '<p lang="ko-KR">안녕하세요.</p>\n<p><a href="/tw/" hreflang=zh-Hant-TW>繁體中文</a></p>\n',
        messages: ['underscore', 'underscore'],
      },
      {
        post: '---\nlang: ⟦kr⟧\n---\n\n<p>서울에서 <q ⟦lang="jp"⟧>こんにちは</q> <q ⟦lang="cn"⟧>你好</q></p>\n',
        fixed: '---\nlang: kr\n---\n\n<p>서울에서 <q lang="jp">こんにちは</q> <q lang="cn">你好</q></p>\n',
        messages: ['country', 'country', 'country'],
      },
      {
        post: '<p ⟦lang="eng"⟧>Good morning.</p>\n<p ⟦lang="en-UK"⟧>Colour</p>\n<p ⟦lang="dutch"⟧>Goedemorgen</p>\n',
        fixed: '<p lang="eng">Good morning.</p>\n<p lang="en-UK">Colour</p>\n<p lang="dutch">Goedemorgen</p>\n',
        messages: ['meant', 'meant', 'meant'],
      },
      {
        post: '<p ⟦lang="em-US"⟧>Good morning.</p>\n<div ⟦lang="en-US-GB"⟧><img src="a.jpg" alt="A bridge"></div>\n<p ⟦lang=" "⟧>…</p>\n',
        fixed:
          '<p lang="em-US">Good morning.</p>\n<div lang="en-US-GB"><img src="a.jpg" alt="A bridge"></div>\n<p lang=" ">…</p>\n',
        messages: ['unknown', 'unknown', 'blank'],
      },
    ],
  },
})
