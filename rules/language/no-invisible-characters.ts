import type { Element } from 'hast'
import { list } from '../../src/engine/options.ts'
import type { ReportDetails } from '../../src/engine/rule.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import {
  type InvisibleCharacter,
  invisibleCharacters,
  mayHoldInvisible,
} from '../../src/language/invisible-characters.ts'
import { codeLike, isElement } from '../../src/post/elements.ts'
import { isOpaque } from '../../src/post/prose.ts'
import type { Range } from '../../src/post/range.ts'

const isApart = (parents: Parents): boolean =>
  parents.some((parent) => isElement(parent) && (codeLike.has(parent.tagName) || isOpaque(parent)))

/** A whole run of them is one place. */
const details = ({ start, end, replacement }: InvisibleCharacter, isText: boolean): ReportDetails => {
  const edits = [{ start, end, text: replacement ?? '' }]
  if (replacement !== undefined && isText) return { fix: { safe: true, edits } }
  return { suggestions: [{ title: { en: 'Remove it', ko: '제거' }, edits }] }
}

export default rule({
  summary: { en: 'No invisible characters.', ko: '보이지 않는 문자를 남기지 않습니다.' },
  why: {
    en: 'Zero-width spaces, control characters and direction overrides come along when text is copied. Nobody sees them, but words can no longer be found, links break, and they can hide instructions or turn text around.',
    ko: '폭 없는 공백, 제어 문자, 방향 전환 문자는 복사할 때 함께 들어옵니다. 눈에 보이지 않지만 단어가 검색되지 않고 링크가 깨지며, 지시문을 숨기거나 글의 방향을 뒤집을 수 있습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: preprocessing the input stream (control characters)',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream',
    },
    {
      authority: 'standard',
      title: 'Unicode Technical Report 36: Security Considerations',
      url: 'https://www.unicode.org/reports/tr36/',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'off' },
  score: { category: 'structure', weight: 3 },
  fixable: 'safe',
  group: 'same',
  options: { allow: list([], { en: 'Characters that may stay, as `U+00AD`', ko: '남겨도 되는 문자(`U+00AD` 형식)' }) },
  messages: {
    invisible: {
      en: '{name} cannot be seen but is part of the text. Remove it.',
      ko: '{name}: 보이지 않지만 글에 들어 있는 문자입니다. 제거하세요.',
    },
    spaces: {
      en: 'Several no-break spaces in a row hold words apart. Use one space, and CSS for distance.',
      ko: '줄바꿈 없는 공백을 여러 개 이어 간격을 벌렸습니다. 공백 하나만 쓰고 간격은 CSS로 지정하세요.',
    },
  },
  check({ post, options, report }) {
    const { source } = post
    if (!mayHoldInvisible(source)) return undefined
    const allowed = new Set(options.allow.map((entry) => entry.toUpperCase()))
    const look = ({ start, end }: Range, isText: boolean): void => {
      for (const found of invisibleCharacters(source, start, end)) {
        const { name } = found
        if (allowed.has(name.split(' ')[0]!)) continue
        if (!name.startsWith('U+00A0')) report(found, 'invisible', { name }, details(found, isText))
        else if (isText) report(found, 'spaces', {}, { severity: 'warn' })
      }
    }
    for (const { type, valueRange } of post.front.format === 'none' ? [] : post.front.entries) {
      if (type === 'text') look(valueRange, true)
    }
    return {
      text(node, parents) {
        const range = isApart(parents) ? undefined : post.range(node)
        if (range && /\S/.test(node.value.replaceAll('\u00a0', ' '))) look(range, true)
      },
      element: {
        '*'(node: Element, parents) {
          const tag = post.isWritten(node) && !isApart(parents) ? post.range(node, 'tag') : undefined
          if (tag) look(tag, false)
        },
      },
    }
  },
  examples: {
    good: [
      '<p>👩\u200d💻 개발자와 می\u200cخواهم, หน้า\u200bเว็บ, 葛\u{e0100}城, 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}</p>\n',
      '<p>שלום \u200fABC\u200f עולם</p>\n<p>10\u00a0km, &nbsp;&nbsp;indent</p>\n<pre>│\u00a0\u00a0 └── index.js\u200b</pre>\n',
      '<blockquote class="twitter-tweet"><p>Issue #\u200c17</p></blockquote>\n',
      '**강조**\u200b를 쓰는 마크다운 글입니다.\n',
      { post: '<p>net\u00adworked</p>\n', options: { allow: ['U+00AD'] } },
    ],
    bad: [
      {
        post: '---\ntitle: 봄⟦\ufeff⟧ 소식\n---\n<p>rai⟦\u200b⟧n과 관심⟦\b⟧이 모였습니다.⟦\u2028⟧다음 줄입니다.</p>\n',
        fixed: '---\ntitle: 봄 소식\n---\n<p>rain과 관심이 모였습니다. 다음 줄입니다.</p>\n',
        messages: ['invisible', 'invisible', 'invisible', 'invisible'],
      },
      {
        post: '<p>net⟦\u00ad⟧worked, ⟦\u202e⟧txt.exe⟦\u3164⟧, word⟦\u00a0\u00a0⟧word</p>\n',
        messages: ['invisible', 'invisible', 'invisible', 'spaces'],
      },
      { post: '<p><a href="https://example.com/⟦\u200b⟧">リンク</a>です。</p>\n' },
      {
        post: 'ニュース⟦\u{e0048}\u{e0069}⟧を読む\n',
        fixed: 'ニュースを読む\n',
      },
    ],
  },
})
