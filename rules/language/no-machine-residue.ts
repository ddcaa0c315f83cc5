import type { Fix } from '../../src/engine/finding.ts'
import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { mayHoldCitations, residueLanguages } from '../../src/language/machine-residue.ts'
import { citationsIn, markdownIn, mayHoldMarkdown, residueIn, trackingIn } from '../../src/language/residue.ts'
import { wholeText } from '../../src/language/whole-text.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

/** Whether Markdown's notation is shown as it stands: in HTML. Themes may render fields, as Alembic does `feature_text`. */
const showsMarkdown = (post: Post, { parents, key }: TextUnit): boolean =>
  key === undefined && (post.format !== 'markdown' || (parents[0] !== undefined && post.isWritten(parents[0])))

const removal = (unit: TextUnit, { start, end }: Range): Fix | undefined => {
  const range = unit.range(start, end)
  return range && { safe: true, changesText: true, edits: [{ ...range, text: '' }] }
}

export default rule({
  summary: {
    en: 'Nothing that a language model or tool left behind.',
    ko: '언어 모델이나 도구가 남긴 흔적을 두지 않습니다.',
  },
  why: {
    en: 'Replies to the person who prompted, length notes, citation tokens and error messages of an API show that nobody read the post before it went out. Search engines count such pages as mass-produced.',
    ko: '프롬프트를 쓴 사람에게 하는 대답, 글자 수 표시, 인용 토큰, API 오류 메시지는 아무도 읽지 않고 내보낸 글이라는 표시입니다. 검색 엔진은 이런 페이지를 대량 생성 콘텐츠로 봅니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: spam policies, scaled content abuse',
      url: 'https://developers.google.com/search/docs/essentials/spam-policies#scaled-content',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'content', weight: 7 },
  fixable: 'safe',
  covers: [
    'body-language-mismatch',
    'no-foreign-script',
    'no-fullwidth-alphanumeric',
    'no-homoglyph',
    'no-mixed-language',
    'no-stray-hanja',
    'no-untranslated-sentence',
  ],
  group: 'all',
  options: {
    patterns: list([], {
      en: 'Further phrases, in any case, that betray a machine',
      ko: '기계가 남긴 것으로 볼 표현을 추가함(대소문자 무시)',
    }),
  },
  messages: {
    reply: {
      en: 'This is a model’s answer to its user, not part of the post. Remove it.',
      ko: '글의 일부가 아니라 언어 모델이 사용자에게 한 대답입니다. 삭제하세요.',
    },
    error: {
      en: 'An error message of an API stands in place of text. Remove it and generate the text again.',
      ko: '글 대신 API 오류 메시지가 들어 있습니다. 삭제하고 글을 다시 작성하세요.',
    },
    length: {
      en: '“{text}” notes a length that was asked for. Remove it.',
      ko: '“{text}” 표시는 요청한 분량에 대한 메모입니다. 삭제하세요.',
    },
    label: {
      en: '“{text}” labels a part of a model’s answer. Remove the label.',
      ko: '“{text}” 표시는 언어 모델 답변의 항목 이름입니다. 삭제하세요.',
    },
    citation: {
      en: '“{text}” is a citation mark of a chat program; it leads nowhere. Remove it or link the source.',
      ko: '“{text}” 표시는 챗봇의 인용 토큰으로 연결되는 곳이 없습니다. 삭제하거나 출처를 링크하세요.',
    },
    tracking: {
      en: '“{text}” tells that a chat program gave out the link. Remove the parameter.',
      ko: '“{text}” 매개변수는 챗봇이 준 링크라는 표시입니다. 삭제하세요.',
    },
    markdown: {
      en: 'Markdown is not read here: readers see “{text}”. Write it as HTML, or plainly.',
      ko: '여기서는 Markdown이 변환되지 않아 “{text}” 표기가 그대로 보입니다. HTML이나 일반 글로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const phrases = options.patterns.map((phrase) => phrase.toLowerCase())
    const hasCitations = mayHoldCitations(post.source)
    const languages = residueLanguages(post)
    const hasMarkdown = mayHoldMarkdown(wholeText(post))
    const isClean = !hasCitations && !hasMarkdown && languages.length + phrases.length === 0
    for (const unit of isClean ? [] : post.units) {
      const residue = residueIn(unit, phrases, languages)
      if (residue) {
        // An answer is the paragraph; a note or a label is only itself.
        const isWhole = residue.kind === 'reply' || residue.kind === 'error'
        const place = isWhole ? unit.extent : unit.place(residue.start, residue.end)
        report(place, residue.kind, { text: residue.text })
      }
      if (hasMarkdown && showsMarkdown(post, unit)) {
        for (const { start, end, text } of markdownIn(unit.text)) report(unit.place(start, end), 'markdown', { text })
      }
      if (!hasCitations) continue
      for (const found of citationsIn(unit.text)) {
        const { start, end, text } = found
        report(unit.place(start, end), 'citation', { text }, { fix: removal(unit, found) })
      }
    }
    if (!post.source.includes('utm_source=')) return undefined
    return {
      element: {
        a(node) {
          const value = post.range(node, { value: 'href' })
          const found = value && trackingIn(post.source, value)
          if (!found) return
          const edits = [{ ...found.removal, text: '' }]
          report(found, 'tracking', { text: found.text }, { fix: { safe: true, edits } })
        },
      },
    }
  },
  examples: {
    good: [
      '<p>오늘은 설정 방법을 정리해 드리겠습니다. 궁금한 점이 있으시면 댓글로 말씀해 주세요.</p>\n<p>지원서는 항목마다 (500자) 이내로 씁니다.</p>\n',
      '<blockquote>As an AI language model, I cannot help with that.</blockquote>\n<p>챗봇은 “요청하신 글을 작성해 드리겠습니다.”라고 답했습니다.</p>\n',
      '<p>Sure, here the road gets steep. I hope this helps! Here is the translation that I like best.</p>\n',
      '---\ntitle: (요약) 요약의 기술\nexcerpt: 요약문을 잘 쓰는 법을 소개합니다.\nfeature_text: |\n  ## 요약\n  짧게 쓰는 법\n---\n별표 두 개는 **굵게** 보입니다.\n\n## 제목\n',
      '<p><a href="https://example.com/?utm_source=newsletter">소식지</a>는 2 ** 3 ** 2 계산법을 다룹니다.</p>\n<p>以下は祭りの写真です。作者は「もちろんです。以下が要約です。」と笑った。</p>\n',
    ],
    bad: [
      {
        post: '---\ntitle: 태풍 소식\nexcerpt: 태풍이 북상하고 있습니다. ⟦(총 150자)⟧\n---\n<p>⟦죄송합니다. 해당 주제에 대한 내용은 작성할 수 없습니다.⟧</p>\n<p>⟦요청하신 형식에 맞추어 기사를 작성했습니다.⟧</p>\n',
        messages: ['length', 'reply'],
      },
      {
        post: '---\ntitle: News\nexcerpt: "⟦Meta description:⟧ What to see in the old town."\n---\n<p>⟦Sure! Here is the revised article about the old town.⟧</p>\n<p>⟦Error code: 400 - {"error": "context_length_exceeded"}⟧</p>\n',
        messages: ['label', 'reply', 'error'],
      },
      {
        post: '<p>⟦もちろんです！以下が修正版の記事です。⟧</p>\n<p>⟦作为一个人工智能助手，我无法回答。⟧</p>\n',
        messages: ['reply'],
      },
      {
        post: '<p>A spring opens there⟦【12†source】⟧ and closes in autumn⟦:contentReference[oaicite:0]{index=0}⟧. <a href="https://example.com/a?⟦utm_source=chatgpt.com⟧&amp;id=2">More</a></p>\n',
        fixed: '<p>A spring opens there and closes in autumn. <a href="https://example.com/a?id=2">More</a></p>\n',
        messages: ['citation', 'tracking'],
      },
      { post: '<p>숙소는 ⟦**조용한 방**⟧과 넓은 마당을 갖추고 있습니다.</p>\n', messages: ['markdown'] },
      {
        post: '<p>⟦Das Ergebnis der Maschine lautet: fertig.⟧</p>\n',
        options: { patterns: ['ergebnis der maschine'] },
      },
    ],
  },
})
