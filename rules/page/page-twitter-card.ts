import { addressOf } from '../../src/analysis/links/url.ts'
import { metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { isHiddenFromSearch } from '../../src/analysis/page/robots.ts'
import { flag, int } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { attributeOf, isBlank } from '../../src/post/elements.ts'

const cards = new Set(['summary', 'summary_large_image', 'app', 'player'])

export default rule({
  summary: {
    en: 'The card shown on X is one that exists, with its image.',
    ko: 'X(트위터) 카드의 종류와 이미지를 바르게 적습니다.',
  },
  why: {
    en: 'X shows a link as a card only if `twitter:card` is one of four words; a card with a large image needs one, from `twitter:image` or `og:image`.',
    ko: 'X는 `twitter:card`가 정해진 네 값 중 하나일 때만 링크를 카드로 보여 줍니다. 큰 이미지 카드에는 `twitter:image`나 `og:image`가 있어야 합니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'X developer platform: cards markup',
      url: 'https://developer.x.com/en/docs/x-for-websites/cards/overview/markup',
    },
  ],
  presets: { strict: 'warn', seo: 'warn' },
  score: { category: 'seo', weight: 1 },
  options: {
    required: flag(true, {
      en: 'Every page with an image to share names a card',
      ko: '공유 이미지가 있는 모든 페이지에 카드 종류를 적어야 함',
    }),
    maxAlt: int(
      420,
      { en: 'Most characters of `twitter:image:alt`', ko: '`twitter:image:alt`의 최대 글자 수' },
      { minimum: 1 },
    ),
  },
  messages: {
    missing: {
      en: 'No twitter:card, so X shows the link without a large image. Add <meta name="twitter:card" content="summary_large_image">.',
      ko: 'twitter:card가 없어 X에서 큰 이미지 없이 나옵니다. <meta name="twitter:card" content="summary_large_image">를 추가하세요.',
    },
    unknown: {
      en: '“{card}” is no card that X knows. Write summary or summary_large_image.',
      ko: '“{card:은/는}” X에 없는 카드입니다. summary나 summary_large_image로 쓰세요.',
    },
    image: {
      en: 'A card with a large image, but no image. Add twitter:image or og:image.',
      ko: '큰 이미지 카드인데 이미지가 없습니다. twitter:image나 og:image를 추가하세요.',
    },
    address: {
      en: 'X can only fetch a complete address. Write it with https:// and the host.',
      ko: 'X는 전체 주소만 가져옵니다. https://와 호스트까지 쓰세요.',
    },
    alt: {
      en: 'The image’s description has {count} characters; X takes {limit}. Shorten it.',
      ko: '이미지 설명이 {count}자입니다(최대 {limit}자). 줄이세요.',
    },
  },
  check({ post, options, report }) {
    const head = pageHeadOf(post)
    if (!head || head.isRedirect) return undefined
    const first = (...names: string[]) => metasNamed(head, ...names)[0]?.element
    const contentOf = (element: ReturnType<typeof first>): string => (element && attributeOf(element, 'content')) ?? ''
    const image = first('twitter:image', 'twitter:image:src')
    const shared = image ?? first('og:image', 'og:image:url')
    const card = first('twitter:card')
    const kind = contentOf(card).trim().toLowerCase()
    const place = card && (post.range(card, { attribute: 'content' }) ?? post.range(card))
    if (!card) {
      const isWanted = options.required && shared && !head.isOpen && !isHiddenFromSearch(head)
      if (isWanted) report(head.place, 'missing', {})
    } else if (place && !post.isTemplate(kind)) {
      if (!cards.has(kind)) report(place, 'unknown', { card: kind })
      else if (kind === 'summary_large_image' && !head.isOpen && isBlank(contentOf(shared))) report(place, 'image', {})
    }
    const address = contentOf(image)
    const at = image && post.range(image, { attribute: 'content' })
    const isRelative = !/^\s*https?:\/\//i.test(address) || addressOf(address).kind !== 'web'
    if (at && !isBlank(address) && !post.isTemplate(address) && isRelative) report(at, 'address', {})
    const alt = first('twitter:image:alt')
    const text = contentOf(alt)
    const range = alt && post.range(alt, { attribute: 'content' })
    if (range && [...text].length > options.maxAlt)
      report(range, 'alt', { count: [...text].length, limit: options.maxAlt })
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html><head><meta name="twitter:card" content="summary_large_image"><meta property="og:image" content="https://a.example/w.jpg"></head></html>\n',
      '<!doctype html>\n<html><head><meta name="twitter:card" content="{{ card }}"><meta name="twitter:image" content="{{ image }}"></head></html>\n',
      '<!doctype html>\n<html><head><title>画像のないページ</title></head></html>\n',
      {
        post: '<!doctype html>\n<html><head><meta property="og:image" content="https://a.example/w.jpg"></head></html>\n',
        options: { required: false },
      },
    ],
    bad: [
      {
        post: '<!doctype html>\n<html>⟦<head>⟧<meta property="og:image" content="https://a.example/돌담.jpg"></head></html>\n',
        messages: ['missing'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="twitter:card" ⟦content="large"⟧></head></html>\n',
        messages: ['unknown'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="twitter:card" ⟦content="summary_large_image"⟧></head></html>\n',
        messages: ['image'],
      },
      {
        post: '<!doctype html>\n<html><head><meta name="twitter:card" content="summary"><meta name="twitter:image" ⟦content="/w.jpg"⟧><meta name="twitter:image:alt" ⟦content="築地の朝"⟧></head></html>\n',
        options: { maxAlt: 3 },
        messages: ['address', 'alt'],
      },
    ],
  },
})
