import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { charsetOf, contradictsText, lateByte } from '../../src/analysis/page/charset.ts'
import { effectiveRefresh, metasNamed, pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { strictestZoomLimit, withoutZoomLimits } from '../../src/analysis/page/viewport.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** After this long a refresh disturbs nobody (ACT rule bc659a). */
const longRefresh = 72_000

const inserting = (post: Post, after: Range, text: string): SuggestedChange[] => {
  if (!post.source.slice(after.start, after.end).endsWith('>')) return []
  const title = { en: `Add ${text}`, ko: `${text} 추가` }
  return [{ title, edits: [{ start: after.end, end: after.end, text: `\n${text}` }] }]
}

export default rule({
  summary: {
    en: 'A page declares its type, encoding and viewport, and lets readers zoom.',
    ko: '페이지에 문서 형식, 인코딩, 뷰포트를 선언하고 확대를 막지 않습니다.',
  },
  why: {
    en: 'Without a doctype browsers imitate those of the nineties, without an encoding letters may turn to garbage, without a viewport phones shrink the page, and readers who cannot zoom or whose page reloads under them cannot read it.',
    ko: 'doctype이 없으면 브라우저가 옛 방식으로 그리고, 인코딩이 없으면 글자가 깨질 수 있으며, 뷰포트가 없으면 휴대전화에서 작게 보입니다. 확대가 막히거나 저절로 새로 고쳐지는 페이지는 읽기 어렵습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: the doctype; specifying the document’s character encoding',
      url: 'https://html.spec.whatwg.org/multipage/semantics.html#charset',
    },
    {
      authority: 'accessibility',
      title: 'ACT rules b4f0c3 (viewport allows for zoom) and bc659a (no refresh delay); WCAG 1.4.4, 2.2.1',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/b4f0c3/',
    },
  ],
  presets: { recommended: 'warn', strict: 'error', seo: 'error', accessibility: 'warn' },
  score: { category: 'seo', weight: 3 },
  messages: {
    doctype: {
      en: 'No doctype: browsers fall back to the quirks of old pages. Start with <!DOCTYPE html>.',
      ko: 'doctype이 없어 브라우저가 옛 방식으로 그립니다. <!DOCTYPE html>로 시작하세요.',
    },
    charset: {
      en: 'No character encoding is declared, so letters may turn to garbage. Add <meta charset="utf-8">.',
      ko: '문자 인코딩 선언이 없어 글자가 깨질 수 있습니다. <meta charset="utf-8">을 추가하세요.',
    },
    late: {
      en: 'The encoding is declared after byte {bytes}; browsers look for it in the first 1024. Move it to the top of the head.',
      ko: '인코딩 선언이 {bytes}바이트 뒤에 있습니다. 브라우저는 처음 1024바이트에서 찾습니다. head 맨 위로 옮기세요.',
    },
    contradiction: {
      en: 'The page declares “{charset}” but is written in UTF-8, so letters turn to garbage. Declare utf-8.',
      ko: '“{charset:으로/로}” 선언했지만 실제 인코딩은 UTF-8이어서 글자가 깨집니다. utf-8로 선언하세요.',
    },
    viewport: {
      en: 'No viewport, so phones show the page shrunk. Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
      ko: '뷰포트 선언이 없어 휴대전화에서 작게 보입니다. <meta name="viewport" content="width=device-width, initial-scale=1">을 추가하세요.',
    },
    zoom: {
      en: '“{part}” keeps readers from zooming in as far as they need. Remove it.',
      ko: '“{part:이/가}” 필요한 만큼 확대하지 못하게 합니다. 제거하세요.',
    },
    refresh: {
      en: 'The page reloads or moves on after {seconds} seconds, in the middle of reading. Remove it, or redirect at once.',
      ko: '{seconds}초 뒤에 페이지가 바뀌어 읽던 글이 사라집니다. 제거하거나 곧바로 이동하게 하세요.',
    },
  },
  check({ post, report }) {
    const head = pageHeadOf(post)
    if (!head) return undefined
    const { place, isOpen, isRedirect, html } = head
    const start = { start: post.body.start, end: Math.min(post.body.start + 1, post.source.length) }
    const hasDoctype = post.tree.children.some(({ type }) => type === 'doctype')
    const tag = html && post.range(html, 'tag')
    const isFirst = !post.masks.some((mask) => mask.start < (tag ?? place).start)
    if (!hasDoctype && isFirst && !isRedirect) {
      const edits = [{ start: start.start, end: start.start, text: '<!DOCTYPE html>\n' }]
      report(start, 'doctype', {}, { suggestions: [{ title: { en: 'Add the doctype', ko: 'doctype 추가' }, edits }] })
    }

    const charset = charsetOf(head)
    const at = charset && post.range(charset.element)
    if (!charset && !isOpen && !isRedirect)
      report(place, 'charset', {}, { suggestions: inserting(post, place, '<meta charset="utf-8">') })
    else if (at && contradictsText(post, charset)) report(at, 'contradiction', { charset: charset.name })
    else if (at && !isOpen && post.front.format === 'none') {
      const bytes = lateByte(post, at)
      if (bytes !== undefined) report(at, 'late', { bytes })
    }

    const viewports = metasNamed(head, 'viewport')
    if (viewports.length === 0 && !isOpen && !isRedirect) {
      const meta = '<meta name="viewport" content="width=device-width, initial-scale=1">'
      report(place, 'viewport', {}, { suggestions: inserting(post, place, meta) })
    }
    for (const { element } of viewports) {
      const content = attributeOf(element, 'content') ?? ''
      const range = post.range(element)
      const limit = post.isTemplate(content) ? undefined : strictestZoomLimit(content)
      if (!limit || !range) continue
      const value = isEditable(post, element) ? post.range(element, { value: 'content' }) : undefined
      const edits = value ? [{ ...value, text: withoutZoomLimits(content) }] : []
      const title = { en: 'Let readers zoom', ko: '확대 허용' }
      const suggestions = edits.length > 0 ? [{ title, edits }] : []
      report(range, 'zoom', { part: limit.part }, { suggestions, ...(!limit.isHard && { severity: 'info' }) })
    }

    const refresh = effectiveRefresh(head)
    const range = refresh && post.range(refresh.element)
    if (range && refresh.seconds > 0 && refresh.seconds <= longRefresh)
      report(range, 'refresh', { seconds: refresh.seconds })
    return undefined
  },
  examples: {
    good: [
      '<!DOCTYPE html>\n<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=5"><title>글</title></head><body></body></html>\n',
      '<!doctype html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta http-equiv="refresh" content="0; url=/new/"></head></html>\n',
      '---\nlayout: none\n---\n<!doctype html>\n<html><head>{% include head.html %}</head><body><p>本文</p></body></html>\n',
      '<p>A fragment leaves all this to its layout.</p>\n',
    ],
    bad: [
      {
        post: '⟦<⟧html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body><p>글</p></body></html>\n',
        messages: ['doctype'],
      },
      {
        post: '<!doctype html>\n<html>⟦<head>⟧<title>築地の朝</title></head><body></body></html>\n',
        messages: ['charset', 'viewport'],
      },
      {
        post: '<!doctype html>\n<html><head><meta charset="utf-8">⟦<meta name="viewport" content="width=device-width, user-scalable=no">⟧⟦<meta http-equiv="refresh" content="30; url=/next">⟧</head></html>\n',
        messages: ['zoom', 'refresh'],
      },
      {
        post: '<!doctype html>\n<html><head>⟦<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">⟧<meta name="viewport" content="width=device-width"><title>산책</title></head></html>\n',
        messages: ['contradiction'],
      },
      {
        post: `<!doctype html>\n<html><head><meta name="viewport" content="width=device-width"><title>${'Tides '.repeat(170)}</title>⟦<meta charset="utf-8">⟧</head></html>\n`,
        messages: ['late'],
      },
    ],
  },
})
