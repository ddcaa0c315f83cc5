import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { homoglyphsOf } from '../../src/language/homoglyphs.ts'
import { holdsScript } from '../../src/language/post-scripts.ts'

export default rule({
  summary: {
    en: 'No look-alike letters of another script inside a word.',
    ko: '단어 안에 모양만 같은 다른 문자를 섞지 않습니다.',
  },
  why: {
    en: 'A Cyrillic “С” looks like a Latin “C”, but search, spell checkers, screen readers and copied commands do not find the word. It comes from a keyboard in the wrong layout, and from spoofing.',
    ko: '키릴 문자 “С”는 라틴 문자 “C”와 같아 보이지만 검색과 맞춤법 검사, 화면 낭독기, 복사한 명령은 그 단어를 알아보지 못합니다. 자판 전환 실수나 위장 표기에서 생깁니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'Unicode Technical Standard 39: Security Mechanisms, mixed-script detection',
      url: 'https://www.unicode.org/reports/tr39/',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'warn', accessibility: 'off' },
  score: { category: 'content', weight: 3 },
  fixable: 'safe',
  group: 'same',
  options: { allow: list([], { en: 'Words that may stay as they are', ko: '그대로 두어도 되는 단어' }) },
  messages: {
    mixed: {
      en: '“{word}” mixes letters of two scripts that look alike. Write all of it in one: “{replacement}”.',
      ko: '“{word}” 단어에는 모양이 같은 두 문자가 섞여 있습니다. “{replacement}”처럼 한 문자로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    if (!holdsScript(post, 'Cyrl') && !holdsScript(post, 'Grek')) return undefined
    const allowed = new Set(options.allow)
    for (const unit of post.units) {
      for (const { start, end, text, replacement } of homoglyphsOf(unit)) {
        if (allowed.has(text)) continue
        const range = unit.range(start, end)
        const fix = range && { safe: true, changesText: true as const, edits: [{ ...range, text: replacement }] }
        report(unit.place(start, end), 'mixed', { word: text, replacement }, { fix })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>Чтобы собрать проект в WebKitе, нужен SEOшник и немного терпения. Код написан на C++.</p>\n',
      '<p>The class SystemFω and the word κeen are written with Greek letters on purpose; Ω is the unit.</p>\n',
      '<p>Слова <code>Сan</code> и “Can I Use” здесь разные.</p>\n',
      '<p>Η Αθήνα είναι η πρωτεύουσα, και το API είναι ανοιχτό.</p>\n',
      { post: '<p>Группа называется «КоRn» во всех афишах.</p>\n', options: { allow: ['КоRn'] } },
    ],
    bad: [
      {
        post: '<p>Поддержку проверяйте на ⟦Сan⟧ I Use, а ⟦СSS⟧ и ⟦Reaсt⟧ — в документации. ⟦Cвойство⟧ описано в ⟦Интернeте⟧.</p>\n',
        fixed:
          '<p>Поддержку проверяйте на Can I Use, а CSS и React — в документации. Свойство описано в Интернете.</p>\n',
      },
      {
        post: '<p>경찰은 ⟦А⟧씨를 조사했으며 ⟦СЕО⟧는 사임했습니다.</p>\n',
        fixed: '<p>경찰은 A씨를 조사했으며 CEO는 사임했습니다.</p>\n',
      },
      {
        post: 'Please sign in to your ⟦Αpple⟧ account and say ⟦hellо⟧.\n',
        fixed: 'Please sign in to your Apple account and say hello.\n',
      },
    ],
  },
})
