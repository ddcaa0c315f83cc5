import type { Element } from 'hast'
import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { readDate } from '../../src/analysis/fields/dates.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import { metaName, metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { isHiddenFromSearch } from '../../src/analysis/page/robots.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, isBlank } from '../../src/post/elements.ts'

/** Vocabularies that are written with `property`. */
const isGraphName = (name: string): boolean => /^(?:og|article|book|profile|music|video|fb):/.test(name)
const addresses = new Set(['og:url', 'og:image', 'og:image:url', 'og:image:secure_url', 'og:video', 'og:audio'])
const times = new Set(['article:published_time', 'article:modified_time', 'article:expiration_time', 'og:updated_time'])

const isComplete = (address: string): boolean => /^\s*https?:\/\//i.test(address) && addressOf(address).kind === 'web'

const isTime = (text: string): boolean => {
  const date = readDate(text)
  return date.kind === 'date' && date.separator === '-'
}

export default rule({
  summary: {
    en: 'A page says how it is to look when shared (Open Graph).',
    ko: '공유될 때의 모습(Open Graph)을 적습니다.',
  },
  why: {
    en: 'Messengers and social networks build the preview of a link from `og:` properties; Naver uses them for search results too. What is missing is guessed or left blank.',
    ko: '메신저와 소셜 네트워크는 `og:` 속성으로 링크 미리보기를 만들고, 네이버는 검색 결과에도 씁니다. 빠진 것은 짐작하거나 비워 둡니다.',
  },
  source: [
    { authority: 'standard', title: 'The Open Graph protocol', url: 'https://ogp.me/' },
    {
      authority: 'convention',
      title: 'html-proofer: check_opengraph',
      url: 'https://github.com/gjtorikian/html-proofer',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 3 },
  options: {
    required: list(['og:title', 'og:type', 'og:url', 'og:image', 'og:description'], {
      en: 'Properties that every page must have',
      ko: '모든 페이지에 있어야 하는 속성',
    }),
  },
  messages: {
    missing: {
      en: 'No {names}, so the preview of a shared link is guessed. Add them to the head.',
      ko: '{names:이/가} 없어 공유 미리보기를 짐작해서 만듭니다. head에 추가하세요.',
    },
    empty: {
      en: '“{name}” is empty. Fill it in or remove it.',
      ko: '“{name:이/가}” 비어 있습니다. 채우거나 지우세요.',
    },
    address: {
      en: '“{name}” must be a complete address, or others cannot find it. Write it with https:// and the host.',
      ko: '“{name:은/는}” 전체 주소여야 다른 서비스가 찾을 수 있습니다. https://와 호스트까지 쓰세요.',
    },
    attribute: {
      en: '“{name}” belongs in the attribute `property`; with `name` not every service reads it. Write property="{name}".',
      ko: '“{name:은/는}” `property` 속성에 씁니다. `name`에 쓰면 못 읽는 서비스가 있습니다. property="{name}"로 쓰세요.',
    },
    time: {
      en: '“{name}” is no date in ISO 8601, so it is ignored. Write it as in 2024-05-02T09:00:00+09:00.',
      ko: '“{name:이/가}” ISO 8601 날짜가 아니어서 무시됩니다. 2024-05-02T09:00:00+09:00처럼 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const head = pageHeadOf(post)
    if (!head || head.isRedirect) return undefined
    const required = options.required.map((name) => name.toLowerCase())
    const missing = required.filter((name) => metasNamed(head, name, `${name}:url`).length === 0)
    if (missing.length > 0 && !head.isOpen && !isHiddenFromSearch(head)) {
      report(head.place, 'missing', { names: missing.join(', ') })
    }
    const judge = (element: Element, name: string): void => {
      const range = post.range(element)
      const content = attributeOf(element, 'content') ?? ''
      if (!range || post.isTemplate(content)) return
      const value = post.range(element, { attribute: 'content' }) ?? range
      const written = post.range(element, { attribute: 'name' })
      if (isBlank(content)) report(range, 'empty', { name })
      else if (addresses.has(name) && !isComplete(content)) report(value, 'address', { name })
      else if (times.has(name) && !isTime(content)) report(value, 'time', { name })
      else if (written && attributeOf(element, 'property') === undefined) {
        const edits = isEditable(post, element)
          ? [{ start: written.start, end: written.start + 4, text: 'property' }]
          : []
        const title = { en: 'Write property', ko: 'property로 쓰기' }
        report(written, 'attribute', { name }, { suggestions: edits.length > 0 ? [{ title, edits }] : [] })
      }
    }
    for (const { element } of head.metas) {
      const name = metaName(element)
      if (isGraphName(name)) judge(element, name)
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><meta property="og:title" content="산책"><meta property="og:type" content="article"><meta property="og:url" content="https://a.example/walk/"><meta property="og:image" content="https://a.example/w.jpg"><meta property="og:description" content="돌담길을 걷습니다."><meta property="article:published_time" content="2024-05-02T09:00:00+09:00"></head></html>\n',
      '<!doctype html>\n<html><head>{% seo %}</head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta name="robots" content="noindex"></head><body></body></html>\n',
      {
        post: '<!doctype html>\n<html><head><meta property="og:title" content="{{ t }}"></head></html>\n',
        options: { required: ['og:title'] },
      },
    ],
    bad: [
      {
        post: '<!doctype html>\n<html>⟦<head>⟧<meta property="og:title" content="築地"></head></html>\n',
        messages: ['missing'],
      },
      {
        post: '<!doctype html>\n<html><head><meta property="og:image" ⟦content="/w.jpg"⟧>⟦<meta property="og:title" content="">⟧<meta ⟦name="og:type"⟧ content="article"><meta property="article:published_time" ⟦content="May 2nd"⟧></head></html>\n',
        options: { required: [] },
        messages: ['address', 'empty', 'attribute', 'time'],
      },
    ],
  },
})
