import { placeInField } from '../../src/analysis/fields/front-places.ts'
import { int, list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { shoutedWords } from '../../src/language/capitals.ts'
import { baitIn, isEmptyTitle, isMarkOfName } from '../../src/language/title-phrases.ts'

const marksRun = /[!?！？]{2,}/u
/** Not `!=`, `!important`, `#!` and the like. */
const exclamation = /(?<![#([{<])[!！](?![=\w[({])/gu
const bracketGroup = /【[^】]{0,60}】|\[[^\]]{1,60}\]|〔[^〕]{0,60}〕|\([^)]{1,60}\)/g
const emoji = /\p{RI}\p{RI}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/gu

export default rule({
  summary: { en: 'Titles say what the post is about, without shouting.', ko: '제목은 과장 없이 글의 내용을 말합니다.' },
  why: {
    en: 'Readers and search engines go by the title. Strings of marks, capitals and promises of a shock are the signs of spam, and “Untitled” tells nobody anything.',
    ko: '독자와 검색 엔진은 제목으로 글을 판단합니다. 늘어놓은 부호와 자극적인 문구는 스팸의 특징이고, “무제”로는 아무것도 알 수 없습니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: title links (no vague or boilerplate text)',
      url: 'https://developers.google.com/search/docs/appearance/title-link',
    },
    { authority: 'editorial', title: 'Titles inform; they do not shout' },
  ],
  presets: { strict: ['warn', { maxExclaim: 0 }], seo: ['warn', { maxExclaim: 0 }] },
  score: { category: 'seo', weight: 3 },
  options: {
    maxExclaim: int(1, { en: 'Most exclamation marks', ko: '느낌표의 최대 개수' }, { minimum: 0 }),
    maxEmoji: int(1, { en: 'Most emoji', ko: '이모지의 최대 개수' }, { minimum: 0 }),
    phrases: list([], { en: 'Further phrases that titles should not have', ko: '제목에 쓰지 않을 문구를 추가함' }),
  },
  messages: {
    empty: {
      en: '“{title}” says nothing about the post. Say what it is about.',
      ko: '“{title:은/는}” 글의 내용을 말하지 않습니다. 무엇에 관한 글인지 쓰세요.',
    },
    marks: {
      en: '“{marks}” in the title reads like spam. One mark at most.',
      ko: '제목의 “{marks}” 같은 부호는 스팸처럼 읽힙니다. 하나까지만 쓰세요.',
    },
    exclaim: {
      en: 'An exclamation mark makes the title shout. A statement is stronger without.',
      ko: '제목의 느낌표는 외치는 것처럼 읽힙니다. 느낌표가 없는 편이 더 힘 있습니다.',
    },
    exclaims: {
      en: '{count} exclamation marks in the title; at most {limit}. A statement is stronger without.',
      ko: '제목에 느낌표가 {count}개 있습니다(최대 {limit}개). 느낌표가 없는 편이 더 힘 있습니다.',
    },
    capitals: {
      en: '“{words}” in capitals reads like shouting. Write it in lower case.',
      ko: '대문자로만 쓴 “{words:은/는}” 소리치는 것처럼 읽힙니다. 소문자로 쓰세요.',
    },
    bait: {
      en: '“{phrase}” promises something instead of saying it. Say what happened.',
      ko: '“{phrase:은/는}” 내용 대신 호기심만 자극합니다. 무슨 일인지 쓰세요.',
    },
    brackets: {
      en: '{count} bracketed labels in the title leave little room for what it says. Keep one.',
      ko: '제목에 괄호로 묶은 꼬리표가 {count}개라 정작 내용이 들어갈 자리가 적습니다. 하나만 남기세요.',
    },
    emoji: {
      en: '{count} emoji in the title; at most {limit}. Screen readers read each by name.',
      ko: '제목에 이모지가 {count}개 있습니다(최대 {limit}개). 스크린 리더는 이모지 이름을 하나씩 읽습니다.',
    },
  },
  check({ post, options, report }) {
    const { title } = post.front
    if (!title || title.value.trim() === '' || (title.entry && title.entry.type !== 'text')) return undefined
    const text = title.value
    const at = (start: number, length: number) => placeInField(post, title, start, start + length)

    if (isEmptyTitle(text)) return void report(title.valueRange, 'empty', { title: text.trim() })
    const marks = marksRun.exec(text)
    const exclaims = [...text.matchAll(exclamation)].filter(({ index }) => !isMarkOfName(text.slice(0, index)))
    const excess = exclaims[options.maxExclaim]
    if (marks) report(at(marks.index, marks[0].length), 'marks', { marks: marks[0] })
    else if (excess && options.maxExclaim === 0) report(at(excess.index, 1), 'exclaim', {})
    else if (excess) report(at(excess.index, 1), 'exclaims', { count: exclaims.length, limit: options.maxExclaim })

    const shouted = shoutedWords(text)
    if (shouted) {
      const words = text.slice(shouted.start, shouted.end)
      report(at(shouted.start, words.length), 'capitals', { words })
    }
    const lower = text.toLowerCase()
    const own = options.phrases.find((phrase) => phrase !== '' && lower.includes(phrase.toLowerCase()))
    const bait = baitIn(text)
    if (own !== undefined) report(at(lower.indexOf(own.toLowerCase()), own.length), 'bait', { phrase: own })
    else if (bait) report(at(bait.index, bait[0].length), 'bait', { phrase: bait[0] })

    const labels = [...text.matchAll(bracketGroup)]
    const [, second] = labels.filter(([label]) => label.startsWith('【'))
    const extra = second ?? labels.filter(([label]) => !label.startsWith('('))[2]
    if (extra) report(at(extra.index, extra[0].length), 'brackets', { count: labels.length })
    const faces = [...text.matchAll(emoji)]
    const face = faces[options.maxEmoji]
    if (face) report(at(face.index, face[0].length), 'emoji', { count: faces.length, limit: options.maxEmoji })
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길을 걷다!\n---\n\n<p>정동길.</p>\n',
      '---\ntitle: "NASA and UNESCO on Yahoo! and the !important rule"\n---\n\n<p>Names.</p>\n',
      '---\ntitle: "【訳】築地の朝 🌅"\n---\n\n<p>朝五時。</p>\n',
      { post: '---\ntitle: Hooray! Lights!\n---\n\n<p>Lights.</p>\n', options: { maxExclaim: 2 } },
    ],
    bad: [
      { post: '---\ntitle: "⟦Untitled⟧"\n---\n\n<p>Lights.</p>\n', messages: ['empty'] },
      { post: '---\ntitle: 돌담길이 바뀐다⟦?!⟧\n---\n\n<p>정동길.</p>\n', messages: ['marks'] },
      {
        post: '---\ntitle: 돌담길이 바뀐다⟦!⟧\n---\n\n<p>정동길.</p>\n',
        options: { maxExclaim: 0 },
        messages: ['exclaim'],
      },
      { post: '---\ntitle: Hooray! Lights⟦!⟧\n---\n\n<p>Lights.</p>\n', messages: ['exclaims'] },
      { post: '+++\ntitle = "⟦IMPORTANT⟧ news of the tram"\n+++\n\nThe tram.\n', messages: ['capitals'] },
      { post: '---\ntitle: ⟦震惊⟧，这个早市五点就开门\n---\n\n<p>清晨五点。</p>\n', messages: ['bait'] },
      { post: '---\ntitle: A ⟦hack⟧ for your lamp\n---\n\n<p>Lamps.</p>\n', options: { phrases: ['hack'] } },
      {
        post: '---\ntitle: "【速報】⟦【必読】⟧築地の朝 🌅⟦🎉⟧"\n---\n\n<p>朝五時。</p>\n',
        options: { maxEmoji: 1 },
        messages: ['brackets', 'emoji'],
      },
    ],
  },
})
