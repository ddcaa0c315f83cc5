import { rule } from '../../src/engine/rule.ts'
import { untranslatedSentences } from '../../src/language/untranslated-sentences.ts'

/** A sentence that comes back this often is a slogan or a refrain. */
const refrain = 4

export default rule({
  summary: {
    en: 'No whole sentence is left in another language.',
    ko: '번역되지 않은 문장을 남기지 않습니다.',
  },
  why: {
    en: 'A sentence that the translation passed over breaks the text in two for readers and screen readers. Quotations, links, block quotes and posts about technology may hold sentences in their original language.',
    ko: '번역에서 빠진 문장은 읽는 흐름을 끊고 화면 낭독기도 잘못 읽습니다. 인용, 링크, 인용 블록, 기술 글에는 원문이 있을 수 있습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 3.1.2 Language of Parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 7 },
  covers: ['no-mixed-language'],
  messages: {
    sentence: {
      en: 'This sentence is in another language. Translate it, or mark it with quotation marks or a lang attribute.',
      ko: '이 문장은 다른 언어로 남아 있습니다. 번역하거나 따옴표, lang 속성으로 구분하세요.',
    },
  },
  check({ post, report }) {
    const sentences = untranslatedSentences(post)
    const times = new Map<string, number>()
    for (const { text } of sentences) times.set(text, (times.get(text) ?? 0) + 1)
    for (const { unit, start, end, text } of sentences) {
      if (times.get(text)! < refrain) report(unit.place(start, end), 'sentence', {})
    }
    return undefined
  },
  examples: {
    good: [
      '<p>그는 “the best way to predict the future is to invent it”라고 말했습니다.</p>\n<blockquote>All the world is a stage and we are the players.</blockquote>\n',
      '<p><a href="https://example.com/">What you need to know about the new park</a> 기사를 참고했습니다.</p>\n',
      '<p lang="en">This is the original text of the whole letter.</p>\n<p>편지의 번역은 다음과 같습니다.</p>\n',
      '<p>빌드가 실패하면 you have to run the following command first 메시지가 나옵니다. <code>npm ci</code></p>\n',
      '<p>Lotte World Tower, Coex Mall, Gyeongbokgung Palace, Namsan Tower 등을 둘러봅니다. 모두 서울의 명소입니다.</p>\n',
      '<p>This city has a long history that is told in many books.</p>\n',
    ],
    bad: [
      {
        post: '<p>도시는 올해 새 공원을 열었습니다. ⟦The park is open to everyone and it is free of charge⟧. 시민들은 크게 반겼습니다.</p>\n',
      },
      {
        post: '<p>이번 축제에는 많은 시민이 모였고 저녁까지 공연이 이어졌습니다. 골목마다 작은 가게가 문을 열었고 아이들은 강가에서 연을 날렸습니다. 밤에는 불꽃놀이가 있었고 광장은 자정까지 사람들로 가득했습니다. 주최 측은 쓰레기를 줄이려고 여러 번 쓰는 그릇을 나누어 주었습니다. 행사는 내년에도 열립니다.</p>\n<p>⟦The organisers say that they will be back⟧.</p>\n',
      },
      {
        post: '<p>⟦此调查的结果显示，政府在制定相关政策时，必须关注民众的期望。⟧</p>\n<p>조사는 전국의 성인 천 명을 대상으로 이루어졌고, 결과는 다음 달에 모두 공개됩니다.</p>\n',
      },
      {
        post: '<p>祭りは七月に開かれます。⟦You can see the fireworks from the bridge and the park⟧。入場は無料です。</p>\n',
      },
    ],
  },
})
