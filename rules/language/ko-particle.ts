import { list, record, text } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { wrongParticlesIn } from '../../src/language/korean-particles.ts'

export default rule({
  summary: { en: 'Korean particles go with the sound before them.', ko: '조사는 앞말의 받침에 맞게 씁니다.' },
  why: {
    en: 'The wrong half of 을/를, 은/는, 와/과 or 으로/로 is what templates and search-and-replace leave behind; every reader hears it.',
    ko: '을/를, 은/는, 와/과, 으로/로가 받침과 어긋나면 낱말만 바꿔 넣은 글이라는 것이 바로 드러납니다.',
  },
  source: [
    {
      authority: 'standard',
      title: '표준국어대사전: 조사 을/를, 은/는, 와/과',
      url: 'https://stdict.korean.go.kr/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  fixable: 'safe',
  options: {
    acronymReadings: record(
      {
        MS: '엠에스',
        URL: '유알엘',
        API: '에이피아이',
        AI: '에이아이',
        IT: '아이티',
        UI: '유아이',
        CPU: '시피유',
        SEO: '에스이오',
      },
      { en: 'How abbreviations are read, in Hangul', ko: '약어를 읽는 소리(한글)' },
      text('', { en: 'The reading', ko: '읽는 소리' }),
    ),
    allow: list([], { en: 'Words that are right as they are', ko: '그대로 두어도 되는 단어' }),
  },
  messages: {
    particle: {
      en: '“{word}” takes “{right}”, not “{written}”.',
      ko: '“{word}” 뒤에는 “{written:이/가}” 아니라 “{right:을/를}” 씁니다.',
    },
    undecided: {
      en: '“{word}{written}” leaves the particle open, as programs do. Choose one.',
      ko: '“{word}{written}”처럼 조사를 둘 다 적었습니다. 맞는 것 하나만 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const readings = new Map(Object.entries(options.acronymReadings))
    const allowed = new Set(options.allow)
    for (const unit of post.units) {
      if (unit.language !== 'ko' || unit.kind === 'alt') continue
      for (const { start, end, at, word, written, right, isCertain } of wrongParticlesIn(unit.text, readings)) {
        if (allowed.has(word + written)) continue
        const range = right === '' ? undefined : unit.range(at, end)
        const edits = range ? [{ ...range, text: right }] : []
        const title = { en: `Write “${word}${right}”`, ko: `“${word}${right}”로 바꾸기` }
        const suggested = range ? { suggestions: [{ title, edits }] } : {}
        const place = unit.place(start, end)
        if (written.includes('(')) report(place, 'undecided', { word, written }, suggested)
        else {
          const details = isCertain && range ? { fix: { safe: true, changesText: true, edits } as const } : suggested
          report(place, 'particle', { word, written, right }, details)
        }
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>사과를 샀다. 가을은 마을과 노을을 물들이고, 먹는 사과의 효과와 국가를 생각하며 서울로 간다.</p>\n',
      '<p>MS는 PPT를, IBM은 HTML을 쓰고, 3을 2로 나눈다. 퀘스트 3를 산다. NASA를, API를, Python 3를 본다.</p>\n',
      '<p>조사 을(를)은 앞말에 붙는다. 김지은은 집을 지은 뒤 이은 길을 나은 길이라 했다.</p>\n',
      { post: '<p>우리는 무지개은행과 하늘호수을 안다.</p>\n', options: { allow: ['하늘호수을'] } },
    ],
    bad: [
      {
        post: '<p>⟦컴퓨터을⟧ 사고 ⟦책를⟧ 읽었다. ⟦선생님와⟧ ⟦사랑는⟧ ⟦자동차으로⟧ 갔다. ⟦데이터은⟧ 남았다.</p>\n',
        fixed: '<p>컴퓨터를 사고 책을 읽었다. 선생님과 사랑은 자동차로 갔다. 데이터는 남았다.</p>\n',
        messages: ['particle', 'particle', 'particle', 'particle', 'particle', 'particle'],
      },
      {
        post: '<p>⟦파일을(를)⟧ 열고 ⟦TV을⟧ 켠다. 2와 ⟦3를⟧ 더한다.</p>\n',
        messages: ['undecided', 'particle', 'particle'],
      },
      {
        post: '<p>⟦NASA은⟧ 우주로 간다.</p>\n',
        options: { acronymReadings: { NASA: '나사' } },
        messages: ['particle'],
      },
    ],
  },
})
