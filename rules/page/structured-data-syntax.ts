import { type JsonNode, memberOf } from '../../src/analysis/page/json.ts'
import { structuredDataOf, topThings } from '../../src/analysis/page/structured-data.ts'
import { rule } from '../../src/engine/rule.ts'

const startOf = ({ start, end }: JsonNode) => ({ start, end: Math.min(end, start + 1) })

/** References to things described elsewhere need no type. */
const isReference = (node: JsonNode): boolean =>
  node.kind === 'object' && node.members.every(({ key }) => key === '@id' || key === '@context')

export default rule({
  summary: { en: 'Structured data can be read.', ko: '구조화된 데이터를 읽을 수 있어야 합니다.' },
  why: {
    en: 'Search engines drop a block of JSON-LD that is not valid JSON, or that does not say by `@context` and `@type` what it describes.',
    ko: '검색 엔진은 올바른 JSON이 아니거나, `@context`와 `@type`으로 무엇을 설명하는지 밝히지 않은 JSON-LD를 버립니다.',
  },
  source: [
    { authority: 'standard', title: 'JSON-LD 1.1', url: 'https://www.w3.org/TR/json-ld11/' },
    {
      authority: 'search-engine',
      title: 'Google Search Central: general structured data guidelines',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/sd-policies',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'seo', weight: 7 },
  messages: {
    comma: {
      en: 'JSON has no comma here: search engines drop the whole block. Remove it.',
      ko: 'JSON에서는 여기에 쉼표를 쓸 수 없어 블록 전체가 버려집니다. 지우세요.',
    },
    missingComma: {
      en: 'A comma is missing before this, so search engines drop the whole block. Add it.',
      ko: '이 앞에 쉼표가 빠져 블록 전체가 버려집니다. 추가하세요.',
    },
    quotes: {
      en: 'JSON takes straight double quotes only; with others search engines drop the whole block. Write ".',
      ko: 'JSON에는 곧은 큰따옴표만 씁니다. 다른 따옴표면 블록 전체가 버려집니다. "로 쓰세요.',
    },
    lineBreak: {
      en: 'A text in JSON must not hold a line break, so search engines drop the whole block. Write \\n, or one line.',
      ko: 'JSON 문자열 안에서는 줄을 바꿀 수 없어 블록 전체가 버려집니다. \\n으로 쓰거나 한 줄로 쓰세요.',
    },
    comment: {
      en: 'JSON has no comments: search engines drop the whole block. Remove it.',
      ko: 'JSON에는 주석을 쓸 수 없어 블록 전체가 버려집니다. 지우세요.',
    },
    entity: {
      en: 'HTML escapes are not decoded in a script, so this is no JSON. Write the character itself.',
      ko: '스크립트 안에서는 HTML 이스케이프가 풀리지 않아 JSON이 아닙니다. 문자 그대로 쓰세요.',
    },
    end: {
      en: 'The JSON ends too early: something is not closed, so search engines drop the block. Close it.',
      ko: 'JSON이 닫히지 않은 채 끝나 블록 전체가 버려집니다. 닫으세요.',
    },
    other: {
      en: 'This is not valid JSON, so search engines drop the whole block. Correct it.',
      ko: '올바른 JSON이 아니어서 블록 전체가 버려집니다. 고치세요.',
    },
    context: {
      en: 'Without @context nobody knows what these names mean. Add "@context": "https://schema.org".',
      ko: '@context가 없어 이름의 뜻을 알 수 없습니다. "@context": "https://schema.org"를 추가하세요.',
    },
    type: {
      en: 'Without @type nobody knows what this describes. Add one, such as "@type": "BlogPosting".',
      ko: '@type이 없어 무엇을 설명하는지 알 수 없습니다. "@type": "BlogPosting"처럼 추가하세요.',
    },
  },
  check({ post, report }) {
    if (!post.source.includes('ld+json')) return undefined
    for (const { node, fault } of structuredDataOf(post)) {
      if (fault) {
        const { kind } = fault
        report(fault, kind === 'missing-comma' ? 'missingComma' : kind === 'line-break' ? 'lineBreak' : kind, {})
        continue
      }
      if (!node) continue
      for (const item of node.kind === 'array' ? node.items : [node]) {
        if (!memberOf(item, '@context')) report(startOf(item), 'context', {})
      }
      for (const thing of topThings(node)) {
        if (!memberOf(thing, '@type') && !isReference(thing)) report(startOf(thing), 'type', {})
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<script type="application/ld+json">\n{"@context": "https://schema.org", "@type": "BlogPosting", "headline": "덕수궁 돌담길 산책"}\n</script>\n',
      '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@id": "#me"}]}</script>\n',
      '<script type="application/ld+json">{"@context": "https://schema.org", "name": {{ page.title | jsonify }},}</script>\n',
      '<script>const data = {a: 1,}</script>\n<pre>{"a": 1,}</pre>\n',
      'A post in Markdown.\n\n<script type="application/ld+json">\n[{"@context": "https://schema.org", "@type": "Person", "name": "Ada"}]\n</script>\n',
    ],
    bad: [
      {
        post: '<script type="application/ld+json">\n{"@context": "https://schema.org", "@type": "Article"⟦,⟧}\n</script>\n',
        messages: ['comma'],
      },
      {
        post: '<script type="application/ld+json">{⟦&quot;⟧@type&quot;: 1}</script>\n<script type="application/ld+json">{⟦“⟧@type”: 1}</script>\n<script type="application/ld+json">{"@type": "A"⟦ ⟧</script>\n',
        messages: ['entity', 'quotes', 'end'],
      },
      {
        post: '<script type="application/ld+json">{"a": 1 ⟦"⟧b": 2}</script>\n<script type="application/ld+json">{⟦//⟧ 記事\n"a": 1}</script>\n<script type="application/ld+json">{"a": ⟦"築地の⟧\n朝"}</script>\n<script type="application/ld+json">{⟦a⟧: 1}</script>\n',
        messages: ['missingComma', 'comment', 'lineBreak', 'other'],
      },
      {
        post: '<script type="application/ld+json">⟦{⟧"name": "清晨"}</script>\n',
        messages: ['context', 'type'],
      },
    ],
  },
})
