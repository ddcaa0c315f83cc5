import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { hasDynamicAttributes } from '../../src/analysis/images/alternative.ts'
import { pageHeadOf } from '../../src/analysis/page/page-head.ts'
import { rule } from '../../src/engine/rule.ts'
import { languageAgainst, untranslatedFields } from '../../src/language/field-language.ts'
import { primarySubtag } from '../../src/language/host.ts'
import { likelyTag, tagProblem } from '../../src/language/language-tags.ts'
import { attributeOf, isBlank } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'A page names the language it is written in.', ko: '페이지에 본문의 언어를 밝힙니다.' },
  why: {
    en: 'Screen readers choose a voice by `html[lang]`, browsers choose fonts, quotation marks, hyphenation and whether to offer a translation.',
    ko: '스크린 리더는 `html[lang]`으로 음성을 고르고, 브라우저는 글꼴과 따옴표, 줄바꿈, 번역 제안을 정합니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'ACT rules b5c3f8, bf051a, 5b7ae0: HTML page language (WCAG 3.1.1)',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/b5c3f8/',
    },
    {
      authority: 'standard',
      title: 'HTML: the lang and xml:lang attributes',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  messages: {
    missing: {
      en: 'The page does not say its language, so screen readers guess a voice. Add `lang` to <html>.',
      ko: '페이지의 언어를 밝히지 않아 스크린 리더가 음성을 짐작합니다. <html>에 `lang`을 추가하세요.',
    },
    empty: {
      en: 'An empty `lang` says that the language is unknown. Name it, as in lang="en".',
      ko: '`lang`이 비어 있어 언어를 알 수 없습니다. lang="ko"처럼 적으세요.',
    },
    invalid: {
      en: '“{tag}” is not a valid language tag, so it is ignored or misread. Write one such as “en” or “ko-KR”.',
      ko: '“{tag:은/는}” 올바른 언어 태그가 아니어서 무시되거나 잘못 읽힙니다. “ko”, “en-US”처럼 쓰세요.',
    },
    mismatch: {
      en: 'The page says that it is in “{tag}”, but its text is in “{language}”. Correct `lang`.',
      ko: '페이지의 언어는 “{tag:이라고/라고}” 되어 있지만 본문은 “{language}”입니다. `lang`을 고치세요.',
    },
    unlike: {
      en: '`xml:lang` says “{tag}”, `lang` another language. Make them the same, or drop `xml:lang`.',
      ko: '`xml:lang`은 “{tag}”인데 `lang`은 다른 언어입니다. 같게 쓰거나 `xml:lang`을 빼세요.',
    },
  },
  check({ post, report }) {
    const head = pageHeadOf(post)
    if (!head) return undefined
    const { html, place } = head
    const tagRange = html && post.range(html, 'tag')
    const lang = html && attributeOf(html, 'lang')
    const range = html && post.range(html, { attribute: 'lang' })
    if (!html || lang === undefined || !range) {
      const isUnknown = (html && hasDynamicAttributes(post, html)) || (!tagRange && (head.isOpen || head.isRedirect))
      if (!isUnknown) report(tagRange ?? place, 'missing', {})
      return undefined
    }
    if (post.isTemplate(lang)) return undefined
    if (isBlank(lang)) {
      report(range, 'empty', {})
      return undefined
    }
    const value = isEditable(post, html) ? post.range(html, { value: 'lang' }) : undefined
    const writing = (tag: string | undefined) =>
      tag && value
        ? { suggestions: [{ title: { en: `Write “${tag}”`, ko: `“${tag}” 쓰기` }, edits: [{ ...value, text: tag }] }] }
        : {}
    if (tagProblem(lang.trim())) {
      report(range, 'invalid', { tag: lang.trim() }, writing(likelyTag(lang)))
      return undefined
    }
    const declared = primarySubtag(lang)
    const language = languageAgainst(post, declared)
    // With a title in the declared language it is the body that is not: `body-language-mismatch` says so.
    const isUntranslated = untranslatedFields(post).some((field) => field.language === declared)
    if (language && !isUntranslated) report(range, 'mismatch', { tag: lang, language }, writing(language))
    const xmlLang = attributeOf(html, 'xmlLang')
    const xmlRange = post.range(html, { attribute: 'xml:lang' })
    if (xmlRange && xmlLang && !post.isTemplate(xmlLang) && primarySubtag(xmlLang) !== declared) {
      report(xmlRange, 'unlike', { tag: xmlLang })
    }
    return undefined
  },
  examples: {
    good: [
      '<!doctype html>\n<html lang="ko"><head><title>산책</title></head><body><p>정동길에서 시작합니다.</p></body></html>\n',
      '<!doctype html>\n<html lang="zh-Hant-TW" xml:lang="zh-TW"><body><p>清晨五點。</p></body></html>\n',
      '<!doctype html>\n<html {{ site.html }}><body></body></html>\n',
      '<!doctype html>\n<html lang="{{ page.lang }}"><body></body></html>\n',
      `<!doctype html>\n<html lang="ko"><head><title>야시장 안내</title></head><body><p>${'The night market opens at six. '.repeat(15)}</p></body></html>\n`,
      '<p>A fragment has its language from its page.</p>\n',
    ],
    bad: [
      {
        post: '<!doctype html>\n⟦<html>⟧<head><title>산책</title></head><body></body></html>\n',
        messages: ['missing'],
      },
      { post: '⟦<⟧!doctype html>\n<title>Tides</title><p>High water at noon.</p>\n', messages: ['missing'] },
      { post: '<!doctype html>\n<html ⟦lang=""⟧><body></body></html>\n', messages: ['empty'] },
      { post: '<!doctype html>\n<html ⟦lang="jp"⟧><body><p>築地の朝</p></body></html>\n', messages: ['invalid'] },
      {
        post: `<!doctype html>\n<html ⟦lang="en"⟧><body><p>${'정동길에서 시작해 돌담을 따라 걷습니다. '.repeat(15)}</p></body></html>\n`,
        messages: ['mismatch'],
      },
      { post: '<!doctype html>\n<html lang="nl" ⟦xml:lang="en"⟧><body></body></html>\n', messages: ['unlike'] },
    ],
  },
})
