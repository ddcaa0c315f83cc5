import { list, record, text } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { enclosuresOf } from '../../src/language/enclosures.ts'
import { exclusiveWords } from '../../src/language/exclusive-words.ts'
import type { TextUnit } from '../../src/post/post.ts'
import { firstOfOverlapping, type Range } from '../../src/post/range.ts'

const isLetter = (character: string): boolean => /[\p{L}\p{N}_-]/u.test(character)
const isAlphabetic = (word: string): boolean => /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)

/** Where words stand: whole ones in alphabets; in Korean at the start of a word, since particles follow; else anywhere. */
const placesOf = (lower: string, word: string): Range[] => {
  const found: Range[] = []
  for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + word.length)) {
    const end = start + word.length
    const before = lower.charAt(start - 1)
    const isInside = isAlphabetic(word)
      ? isLetter(before) || isLetter(lower.charAt(end))
      : /[가-힣]/.test(word) && /[가-힣]/.test(before)
    if (!isInside) found.push({ start, end })
  }
  return found
}

/** Without what is quoted: it is somebody else's word, or what the text speaks of. */
const unquoted = ({ text: whole }: TextUnit, ranges: readonly Range[]): Range[] => {
  const sorted = firstOfOverlapping(ranges)
  const enclosures = enclosuresOf(whole, sorted)
  return sorted.filter((_, index) => enclosures[index]?.kind !== 'quote')
}

export default rule({
  summary: { en: 'Words include everybody they speak of.', ko: '사람을 배제하거나 낮추는 표현을 피합니다.' },
  why: {
    en: 'Some words carry a judgement on people that the writer does not mean. Which ones to avoid is for each site to decide, so the rule is off until a site turns it on.',
    ko: '쓰는 사람의 뜻과 달리 누군가를 낮추거나 배제하는 낱말이 있습니다. 무엇을 피할지는 사이트마다 다르므로 켜야만 동작합니다.',
  },
  source: [
    {
      authority: 'editorial',
      title: 'Google developer documentation style guide: write inclusive documentation',
      url: 'https://developers.google.com/style/inclusive-documentation',
    },
  ],
  presets: {},
  score: { category: 'content', weight: 1 },
  group: 'same',
  options: {
    languages: list(Object.keys(exclusiveWords), {
      en: 'Languages whose built-in lists are used',
      ko: '내장 목록을 사용할 언어',
    }),
    words: record<string>(
      {},
      { en: 'Further words with what to write instead', ko: '추가로 찾을 낱말과 대신 쓸 말' },
      text('', { en: 'What to write instead', ko: '대신 쓸 말' }),
    ),
    allow: list([], { en: 'Words that are fine', ko: '허용할 낱말' }),
  },
  messages: {
    word: {
      en: '“{word}” may leave people out or hurt them. Consider: {instead}.',
      ko: '“{word:은/는}” 누군가를 배제하거나 낮추는 표현일 수 있습니다. 대안: {instead}',
    },
  },
  check({ post, options, report }) {
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()))
    const own = Object.entries(options.words).map(([word, instead]) => [word.toLowerCase(), instead] as const)
    for (const unit of post.units) {
      const builtIn = options.languages.includes(unit.language) ? exclusiveWords[unit.language] : undefined
      const instead = new Map([...Object.entries(builtIn ?? {}), ...own])
      const lower = unit.text.toLowerCase()
      // Some letters change their length with their case: then no place could be trusted.
      if (lower.length !== unit.text.length) continue
      const found = [...instead.keys()].flatMap((word) => (allowed.has(word) ? [] : placesOf(lower, word)))
      for (const { start, end } of unquoted(unit, found)) {
        const word = lower.slice(start, end)
        const range = unit.range(start, end)
        const suggestions = (instead.get(word) ?? '').split(/[,;]\s*/).flatMap((better) =>
          range && better !== ''
            ? [
                {
                  title: { en: `Write “${better}”`, ko: `“${better}”로 바꾸기` },
                  edits: [{ ...range, text: better }],
                },
              ]
            : [],
        )
        report(unit.place(start, end), 'word', { word, instead: instead.get(word) ?? '' }, { suggestions })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>The chair asked the staff. Chairmanship and “blacklist” are words; so is <code>whitelist</code>.</p>\n',
      '<p>비장애인과 장애인이 함께 유아차를 밀었다.</p>\n',
      { post: '<p>Put it on the blacklist.</p>\n', options: { allow: ['blacklist'] } },
      { post: '<p>유모차를 밀었다.</p>\n', options: { languages: ['en'] } },
    ],
    bad: [
      { post: 'Add it to the ⟦whitelist⟧ and ask the ⟦chairman⟧.\n', messages: ['word', 'word'] },
      { post: '<p>⟦유모차⟧를 미는 ⟦학부형⟧이 많다.</p>\n' },
      { post: '<p>Hello, ⟦guys⟧.</p>\n', options: { words: { guys: 'everyone' } } },
    ],
  },
})
