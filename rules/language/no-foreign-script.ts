import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { type ForeignPassage, foreignPassages } from '../../src/language/foreign-passages.ts'
import { lettersOf } from '../../src/language/post-scripts.ts'
import { letters, scriptOf } from '../../src/language/scripts.ts'

/** From here on a passage is text in another language, not a word that was left over. */
const passageWords = 3

/** With more foreign letters than this the post is about the other language, or in two: saying so once is enough. */
const mostLetters = 40
const mostShare = 0.05

const isTooMuch = (passages: readonly ForeignPassage[], all: number): boolean => {
  const foreign = passages.reduce((sum, { letters }) => sum + letters, 0)
  return foreign > mostLetters && foreign > all * mostShare
}

export default rule({
  summary: {
    en: 'No words in a script that the language of the text does not use.',
    ko: '글의 언어에서 쓰지 않는 문자를 남기지 않습니다.',
  },
  why: {
    en: 'Language models drop words of other languages into a sentence: a Russian adjective, a Japanese particle, an Arabic noun. Hardly any reader can even pronounce them. Quotations, originals in brackets, names in links and signs such as π are fine.',
    ko: '언어 모델은 문장 속에 러시아어 형용사, 일본어 조사, 아랍어 명사 같은 다른 언어의 단어를 남깁니다. 독자는 대부분 읽지도 못합니다. 인용, 괄호 안의 원어, 링크의 이름, π 같은 기호는 괜찮습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 3.1.2 Language of Parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
    {
      authority: 'standard',
      title: 'Unicode Standard Annex 24: Script Property',
      url: 'https://www.unicode.org/reports/tr24/',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'off' },
  score: { category: 'content', weight: 10 },
  group: 'same',
  options: {
    allow: list([], {
      en: 'Words that may stay, and scripts by their four-letter names such as `Grek`',
      ko: '남겨도 되는 단어, 또는 `Grek`처럼 네 글자로 쓴 문자 이름',
    }),
  },
  messages: {
    glued: {
      en: '“{word}” is in another script than the word it is part of. Translate it.',
      ko: '“{word}” 부분은 앞뒤 단어와 다른 문자로 쓰였습니다. 번역하세요.',
    },
    word: {
      en: '“{word}” is in a script that this text does not use. Translate it, or put it in brackets or a lang attribute if it is meant.',
      ko: '“{word}” 단어는 이 글에서 쓰지 않는 문자입니다. 번역하거나, 의도한 표기라면 괄호나 lang 속성으로 구분하세요.',
    },
    passage: {
      en: 'This passage is in another language. Translate it, or mark it with a lang attribute.',
      ko: '이 부분은 다른 언어로 쓰였습니다. 번역하거나 lang 속성으로 표시하세요.',
    },
  },
  check({ post, options, report }) {
    const allowed = new Set(options.allow)
    const passages = foreignPassages(post).filter(
      ({ text }) => !allowed.has(text) && !allowed.has(scriptOf(text.codePointAt(0)!)),
    )
    const first = passages[0]
    if (!first) return undefined
    if (isTooMuch(passages, letters(lettersOf(post)))) {
      report(first.unit.place(first.start, first.end), 'passage', {}, { severity: 'warn' })
      return undefined
    }
    for (const { unit, start, end, text, words, glued } of passages) {
      const place = unit.place(start, end)
      if (words >= passageWords) report(place, 'passage', {}, { severity: 'warn' })
      else if (glued) report(place, 'glued', { word: text })
      else report(place, 'word', { word: text }, { severity: 'warn' })
    }
    return undefined
  },
  examples: {
    good: [
      '<p>원주율은 π이고 지원금은 100억 원+α 규모입니다. 카페 이름은 나の집입니다.</p>\n',
      '<p>러시아어로 “привет”은 안녕이라는 뜻이고, 도쿄(とうきょう)는 일본의 수도입니다.</p>\n<blockquote>すべては変わる。</blockquote>\n',
      '<ul><li>원제: もうひとつの入門</li><li><a href="/ja/">日本語で読む</a></li></ul>\n<p>책을 소개하는 글입니다.</p>\n',
      '<p lang="ru">Весь этот абзац написан по-русски.</p>\n<p>다음 문단은 한국어로 이어집니다.</p>\n',
      '<p>The letter λ and the word 안녕 are well known, and so is ¯\\_(ツ)_/¯ among friends of this blog.</p>\n',
      '<p>Los apellidos 庄司, 庄子, 東海林 y 小路 pueden romanizarse igual, y nadie sabe cómo se escriben sin preguntar a la familia. Las guías de viaje usan una sola forma, que no siempre es la que la familia prefiere en sus propios documentos.</p>\n',
      '<ul><li>Коробейники (위키백과) - Коробе́йники: 테트리스 배경 음악으로 알려진 민요입니다.</li></ul>\n',
      '<p>Namaste, नमस्ते, and welcome to the weekly notes of our small team by the sea.</p>\n',
      '<p>这本书的作者是《もうひとつの入門》的译者，今年他又写了一本新书。</p>\n',
      { post: '<p>축제의 표어는 мир 하나였습니다.</p>\n', options: { allow: ['Cyrl'] } },
    ],
    bad: [
      {
        post: '---\ntitle: 여름 ⟦путеше⟧객을 위한 안내\n---\n<p>이 회사는 ⟦силь⟧한 입지를 바탕으로 성장하고 있으며, 여행자에게 ⟦идеальный⟧ 선택입니다.</p>\n',
        messages: ['glued', 'glued', 'word'],
      },
      {
        post: '<p>시장에서 상인들⟦との⟧ 소통을 이어 갔으며 ⟦必要な⟧ 지원을 약속했습니다.</p>\n',
        messages: ['glued', 'word'],
      },
      {
        post: '<p>이번 회의에서 사건의 배경이 ⟦раскрылся сущность этой проблемы⟧. 이후에도 관계 기관의 조사가 이어졌습니다.</p>\n',
        messages: ['passage'],
      },
      { post: '<p>Компания объявила о новых ⟦계획⟧ на следующий год и пригласила всех желающих.</p>\n' },
      { post: '<p>この町の祭りは⟦прекрасный⟧雰囲気で、毎年多くの人が集まります。</p>\n' },
      {
        post: '<p>The city announced new ⟦조치⟧ for residents, and the ⟦시민들⟧s were pleased with the result of the long talks about parking, noise and the opening hours of the market.</p>\n<p>Nobody had expected that the council would agree within a week, least of all its own members.</p>\n',
        messages: ['word', 'glued'],
      },
    ],
  },
})
