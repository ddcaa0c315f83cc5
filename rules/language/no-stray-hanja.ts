import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { comparableUnits } from '../../src/language/field-language.ts'
import { holdsScript } from '../../src/language/post-scripts.ts'
import { strayHanja } from '../../src/language/stray-hanja.ts'

export default rule({
  summary: {
    en: 'No Chinese characters inside Korean words.',
    ko: '한국어 단어 속에 한자를 남기지 않습니다.',
  },
  why: {
    en: 'Language models slip into Chinese in the middle of a Korean word. Few readers can read it, and search engines see a word that does not exist. Originals in brackets and the single characters of newspaper headlines are fine.',
    ko: '언어 모델은 한국어 단어 중간에 한자나 중국어를 섞어 씁니다. 읽을 수 있는 독자는 적고, 검색 엔진에는 없는 단어가 됩니다. 괄호 안의 병기와 신문 제목에 쓰는 한 글자 한자는 괜찮습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: '국어기본법 제14조: 공문서는 한글로 작성하고 한자는 괄호 안에 씁니다',
      url: 'https://www.law.go.kr/법령/국어기본법',
    },
    { authority: 'editorial', title: 'postlint: words left over from another language' },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'content', weight: 7 },
  group: 'same',
  options: { allow: list([], { en: 'Characters and words that may stay', ko: '남겨도 되는 한자와 단어' }) },
  messages: {
    mixed: {
      en: '“{word}” is in Chinese characters in a Korean text. Write it in Hangul, or put the characters in brackets after it.',
      ko: '“{word}” 한자가 한국어 단어에 섞여 있습니다. 한글로 쓰고, 필요하면 한자를 괄호 안에 병기하세요.',
    },
  },
  check({ post, options, report }) {
    if (!holdsScript(post, 'Hani')) return undefined
    const allowed = new Set(options.allow)
    for (const { unit, start, end, text, isLikelyMeant } of strayHanja(comparableUnits(post))) {
      if (allowed.has(text)) continue
      report(unit.place(start, end), 'mixed', { word: text }, isLikelyMeant ? { severity: 'info' } : {})
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 韓美 정상회담 오늘 개막… 野 “성과 없다”\n---\n<p>故 김 선생의 외화내빈(外華內貧)이라는 말과 “大同小異”라는 표현이 소개되었습니다.</p>\n',
      '<p>연연(娟娟)은 작은 카페입니다. 연연娟娟 2호점도 문을 열었습니다.</p>\n',
      '<p>반도체株와 금융株가 올랐고 美국무부는 성명을 냈습니다.</p>\n',
      '<p>這家咖啡館的老闆是韓國人，每天早上烤麵包。</p>\n',
      '<p>この制度の導入には、多くの時間が必要です。</p>\n',
      { post: '<p>行複이라는 필명을 씁니다. 글은 매주 올라옵니다.</p>\n', options: { allow: ['行複'] } },
    ],
    bad: [
      {
        post: '<p>새 정책에 관심이⟦集⟧중되고 있으며 시장의 변⟦动⟧성도 커졌습니다. 기업은 ⟦競爭⟧력을 높이고자 합니다.</p>\n',
        messages: ['mixed', 'mixed', 'mixed'],
      },
      { post: '---\ntitle: 사건의⟦真实⟧ 성격\n---\n<p>정부는 앞으로의⟦計畫⟧을 곧 발표합니다.</p>\n' },
      { post: '<p>다국⟦籍⟧ 고객이 찾는 호텔이며 ⟦警察⟧은 주변 순찰을 강화했습니다.</p>\n' },
    ],
  },
})
