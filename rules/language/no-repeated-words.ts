import { runAt } from '../../src/analysis/blocks/inline-at.ts'
import { list, record } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { mayRepeatWords, type RepeatedWord, repeatedWordsOf } from '../../src/language/repeated-words.ts'
import { wholeText } from '../../src/language/whole-text.ts'
import type { TextUnit } from '../../src/post/post.ts'

/** A `<br>` is a line of verse or of an address, not a space. */
const isBrokenLine = (unit: TextUnit, { start, word, second }: RepeatedWord): boolean => {
  for (let at = start + word.length; at < second; at++) {
    const run = runAt(unit, at)
    if (unit.text[at] === '\n' && run?.start === at && run.end === at + 1) return true
  }
  return false
}

/** `<b>Note</b> note that …`: a word marked as such, and the sentence that takes it up. */
const isMarkedApart = (unit: TextUnit, { start, second }: RepeatedWord): boolean => {
  const first = runAt(unit, start)?.inline
  const next = runAt(unit, second)?.inline
  return first?.length !== next?.length || first?.some((element, index) => element !== next?.[index]) === true
}

/** The shortest words are never names of things, so that markup around one of them changes nothing. */
const shortWord = 3

export default rule({
  summary: { en: 'No word stands twice in a row.', ko: '같은 낱말을 잇달아 쓰지 않습니다.' },
  why: {
    en: 'A word written twice is the commonest slip of editing, and the eye jumps over it, most easily where a line ends between the two.',
    ko: '같은 낱말이 두 번 이어지는 것은 글을 고치다 가장 흔히 남는 실수이며, 줄이 바뀌는 자리에서는 더 눈에 띄지 않습니다.',
  },
  source: [
    {
      authority: 'convention',
      title: 'write-good: lexical illusions',
      url: 'https://github.com/btford/write-good',
    },
    { authority: 'convention', title: 'Vale: repetition', url: 'https://vale.sh/docs/checks/repetition' },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'content', weight: 3 },
  options: {
    allow: record<readonly string[]>(
      {},
      { en: 'Further words that may follow themselves, by language', ko: '잇달아 써도 되는 낱말을 언어별로 추가함' },
      list([], { en: 'Words', ko: '낱말' }),
    ),
  },
  messages: {
    repeated: {
      en: '“{word}” stands twice in a row. Delete one.',
      ko: '“{word:이/가}” 두 번 이어집니다. 하나를 지우세요.',
    },
  },
  check({ post, options, report }) {
    if (!mayRepeatWords(wholeText(post))) return undefined
    const isAllowed = (language: string, word: string): boolean =>
      options.allow[language]?.some((allowed) => allowed.toLowerCase() === word.toLowerCase()) === true
    for (const unit of post.units) {
      for (const found of repeatedWordsOf(unit.text, unit.language)) {
        const { start, end, second, word } = found
        if (isAllowed(unit.language, word) || isBrokenLine(unit, found)) continue
        if (word.length > shortWord && isMarkedApart(unit, found)) continue
        const extra = unit.range(start + word.length, end)
        const suggestions =
          extra && second < end
            ? [
                {
                  title: { en: `Delete the second “${word}”`, ko: `뒤의 “${word}” 삭제` },
                  edits: [{ ...extra, text: '' }],
                },
              ]
            : []
        report(unit.place(start, end), 'repeated', { word }, { suggestions })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>He had had enough of Duran Duran and New York, New York. What it is is simple.</p>\n<table><tr><td>yes</td><td>yes</td></tr></table>\n',
      '<p>천천히 천천히 걸어서 하나하나 하나하나 살펴보며 조심 조심 내려왔다.</p>\n',
      '<p lang="fr">Nous nous sommes levés.</p>\n<p lang="de">Wenn sie sie sehen, die die Regel kennen.</p>\n<p lang="fr">Nous nous sommes levés très très tôt.</p>\n<p lang="vi">Mọi thứ dần dần thay đổi.</p>\n',
      '<p>Row row row your boat,<br>gently down the stream<br>stream on</p>\n<p>Use <code>the</code> the way you like; v1.1 v1.1, x x.</p>\n',
      '<p lang="pt">Everybody who has seen the map of the river can guess easily enough that that is the way to the sea.</p>\n',
      '<p>这是他的目的的一部分，的的确确。時々、人々は。</p>\n',
      { post: '<p>The buffalo buffalo is back.</p>\n', options: { allow: { en: ['buffalo'] } } },
    ],
    bad: [
      { post: 'We walked down to ⟦the\nthe⟧ lake, and it was fine.\n', messages: ['repeated'] },
      { post: '<p>We walked to ⟦the <b>the⟧</b> lake for ⟦a a⟧ swim. ⟦The the⟧ end.</p>\n' },
      { post: '<p>축제는 ⟦주민들이 주민들이⟧ 준비했고 ⟦행사를 행사를⟧ 마쳤습니다.</p>\n' },
      {
        post: '<p lang="de">Das ist ⟦ein ein⟧ Fehler.</p>\n<p>写真⟦をを⟧撮りました。</p>\n<p lang="zh">这是我⟦的的⟧书。</p>\n',
      },
    ],
  },
})
