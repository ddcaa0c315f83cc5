import { int, list, oneOf } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { comparableUnits } from '../../src/language/field-language.ts'
import { leftoversOf } from '../../src/language/leftovers.ts'
import { holdsScript, lettersOf } from '../../src/language/post-scripts.ts'
import { letters, tally } from '../../src/language/scripts.ts'
import { isQuotation } from '../../src/language/setting.ts'
import { isBodyText } from '../../src/post/body-text.ts'
import type { TextUnit } from '../../src/post/post.ts'

/** From this score on a word is an error; below it, likely enough for a warning. */
const certain = 3

/** A short alt text names what is in the picture, often a brand; from here on it is a sentence. */
const sentenceLetters = 15

/** What is quoted is in the words of whoever said it. */
const isProse = (unit: TextUnit): boolean =>
  !isQuotation(unit) && (unit.kind !== 'alt' || letters(tally(unit.text)) >= sentenceLetters)

/** Compares words with the allowed ones: exactly, or by their beginning where the entry ends with `*`. */
const matcher = (allow: readonly string[]): ((word: string) => boolean) => {
  const entries = allow.map((entry) => entry.toLowerCase())
  const exact = new Set(entries)
  const beginnings = entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1))
  return (word) => exact.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}

/** Only in the body: front matter has rules of its own for what may stand there unquoted. */
const translating = (unit: TextUnit, start: number, end: number): SuggestedChange[] => {
  const range = isBodyText(unit) ? unit.range(start, end) : undefined
  if (!range) return []
  return [
    {
      title: { en: 'Translate it', ko: '번역하기' },
      edits: [{ ...range, text: '…' }],
      asks: { question: { en: 'Translation', ko: '번역' }, placeholder: '…', as: 'text' },
    },
  ]
}

export default rule({
  summary: {
    en: 'No word of another language is left in the text.',
    ko: '번역되지 않은 외국어 단어를 남기지 않습니다.',
  },
  why: {
    en: 'Translators and language models leave words untranslated in the middle of a sentence. Readers stumble over them, screen readers mispronounce them, and the page looks machine-made. Names, acronyms, units, code, quotations and originals in brackets are fine.',
    ko: '번역기와 언어 모델은 문장 한가운데에 번역하지 않은 단어를 남깁니다. 읽는 흐름이 끊기고, 화면 낭독기는 잘못 읽으며, 기계가 쓴 글로 보입니다. 이름, 약어, 단위, 코드, 인용, 괄호 안의 원어는 괜찮습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 3.1.2 Language of Parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
    { authority: 'editorial', title: 'postlint: words left over from another language' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'off' },
  score: { category: 'content', weight: 10 },
  group: 'same',
  options: {
    allow: list([], {
      en: 'Words that may stay, without their particle and in any case; `*` at the end stands for any ending',
      ko: '남겨도 되는 단어. 조사를 떼고 대소문자를 가리지 않으며, 끝의 `*`는 어떤 어미든 뜻함',
    }),
    minLength: int(3, { en: 'Shortest word that is looked at', ko: '검사할 단어의 최소 길이' }, { minimum: 2 }),
    profile: oneOf(['balanced', 'strict'], 'balanced', {
      en: '`balanced` lets posts about technology use English terms; `strict` holds them to the same standard as others',
      ko: '`balanced`는 기술 글의 영어 용어를 허용하고, `strict`는 다른 글과 똑같이 검사함',
    }),
    techTerms: list([], {
      en: 'Further technical terms that posts about technology may use',
      ko: '기술 글에서 써도 되는 용어를 추가함',
    }),
    ignoreKeys: list([], { en: 'Front-matter keys whose text is not looked at', ko: '검사하지 않을 프런트매터 키' }),
  },
  messages: {
    untranslated: {
      en: '“{word}” looks left untranslated. Translate it, or put it in brackets or a lang attribute if it is meant.',
      ko: '“{word}” 단어가 번역되지 않은 채 남은 것 같습니다. 번역하거나, 의도한 표기라면 괄호나 lang 속성으로 구분하세요.',
    },
  },
  check({ post, options, report }) {
    // What is left over is in Latin letters, among others.
    if (!holdsScript(post, 'Latn') || lettersOf(post).size === 1) return undefined
    const units = comparableUnits(post).filter((unit) => isProse(unit) && !options.ignoreKeys.includes(unit.key ?? ''))
    const leftovers = leftoversOf(post, units, { ...options, isAllowed: matcher(options.allow) })
    const best = new Map<string, number>()
    for (const { text, score } of leftovers) best.set(text, Math.max(score, best.get(text) ?? 0))
    for (const { unit, start, end, text } of leftovers) {
      const severity = best.get(text)! >= certain ? 'error' : 'warn'
      report(
        unit.place(start, end),
        'untranslated',
        { word: text },
        { severity, suggestions: translating(unit, start, end) },
      )
    }
    return undefined
  },
  examples: {
    good: [
      '<p>IT 기업의 CEO가 iPhone과 Windows를 비교하며 무게는 200 g, 길이는 15cm라고 설명했습니다.</p>\n',
      '<p>인공지능(artificial intelligence) 연구팀은 “open to everyone”이라는 표어와 <code>npm install</code> 명령을 소개했습니다.</p>\n',
      '<p>자세한 내용은 example.com 또는 help@example.com에서, e스포츠 소식은 #esports 태그에서 확인할 수 있습니다.</p>\n',
      '<blockquote>손님이 많은 difficulties를 겪었습니다.</blockquote>\n<p>모임 이름은 gathering이라는 단어에서 왔습니다.</p>\n<p>书名里的knit这个词有两个意思。</p>\n',
      '<p lang="en">The whole paragraph is English, and that is fine.</p>\n<p>다음 문단은 한국어로 이어집니다.</p>\n',
      '<p>この関数は<code>fetch</code>の結果をcacheに入れ、requestごとにtokenを確認します。</p>\n',
      { post: '<p>이번 축제의 주제는 together입니다.</p>\n', options: { allow: ['TOGETHER'] } },
      { post: '<p>동네 마켓의 farmstead 코너가 새로 문을 열었습니다.</p>\n', options: { allow: ['farm*'] } },
      { post: '<p>올해 수확은 of 방식으로 진행되었습니다.</p>\n', options: { minLength: 4 } },
      {
        post: '---\nslogan: x\ntitle: 봄맞이 gathering 안내\n---\n<p>모임을 엽니다.</p>\n',
        options: { ignoreKeys: ['title'] },
      },
      {
        post: '<p>커밋을 빌드하기 전에 라이브러리의 wobbler를 확인합니다.</p>\n',
        options: { techTerms: ['wobbler'] },
      },
    ],
    bad: [
      {
        post: '---\ntitle: 태풍으로 항공편 ⟦delayed⟧ 속출\n---\n<p>승객들은 공항에서 많은 ⟦difficulties⟧를 겪었습니다.</p>\n',
        messages: ['untranslated', 'untranslated'],
      },
      {
        post: '<p>시장은 이번 결정이 ⟦remarkable⟧한 변화라고 말했으며 주민들은 ⟦global community⟧의 관심을 기대했습니다.</p>\n',
      },
      { post: '<p>В этом году урожай был ⟦wonderful⟧ и все жители остались довольны.</p>\n' },
      { post: '<p>この町の祭りは毎年多くの観光客を⟦attract⟧しています。</p>\n' },
      { post: '<p>这座小城的夜市吸引了很多⟦visitors⟧前来品尝美食。</p>\n' },
      {
        post: '<p>빌드가 끝나면 <code>deploy.sh</code> 결과의 ⟦token⟧이 만료됩니다.</p>\n',
        options: { profile: 'strict' },
      },
    ],
  },
})
