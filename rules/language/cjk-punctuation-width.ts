import { list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { wrongWidthsIn } from '../../src/language/wide-marks.ts'

export default rule({
  summary: {
    en: 'Punctuation has the width of its language.',
    ko: '문장 부호는 그 언어에 맞는 너비로 씁니다.',
  },
  why: {
    en: 'Horizontal Korean text uses half-width marks with a space after them, Chinese and Japanese text full-width ones. The other kind leaves gaps or crowds the characters, and comes from an input method left in the wrong mode.',
    ko: '가로쓰기 한글에는 반각 부호를, 중국어와 일본어에는 전각 부호를 씁니다. 너비가 다르면 사이가 벌어지거나 글자가 붙어 보이며, 대개 입력기 전환을 잊어 생깁니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'Requirements for Hangul Text Layout and Typography: commas and full stops',
      url: 'https://www.w3.org/TR/klreq/',
    },
    {
      authority: 'standard',
      title: 'Requirements for Chinese Text Layout: punctuation',
      url: 'https://www.w3.org/TR/clreq/',
    },
    {
      authority: 'standard',
      title: 'Requirements for Japanese Text Layout: punctuation',
      url: 'https://www.w3.org/TR/jlreq/',
    },
  ],
  presets: { strict: 'warn' },
  score: { category: 'content', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    languages: list(['ko', 'ja', 'zh'], { en: 'Languages that are looked at', ko: '검사할 언어' }),
  },
  messages: {
    wide: {
      en: 'Full-width “{mark}” in Korean text leaves a gap. Write “{right}”.',
      ko: '한국어 문장의 전각 부호 “{mark}”는 사이를 벌려 보이게 합니다. “{right}”로 쓰세요.',
    },
    narrow: {
      en: 'Half-width “{mark}” after a full-width character. Write “{right}”.',
      ko: '전각 문자 뒤에 반각 부호 “{mark}”를 썼습니다. “{right}”로 쓰세요.',
    },
  },
  check({ post, options, report }) {
    for (const unit of post.units) {
      if (!options.languages.includes(unit.language)) continue
      for (const { start, end, mark, right, isSameMark } of wrongWidthsIn(unit.text, unit.language)) {
        const range = unit.range(start, end)
        const edits = range ? [{ ...range, text: right }] : []
        const slots = { mark, right: right.trim() }
        const title = { en: `Write “${slots.right}”`, ko: `“${slots.right}”로 바꾸기` }
        const details = isSameMark
          ? { fix: { safe: true, changesText: true, edits } as const }
          : { suggestions: [{ title, edits }] }
        report(unit.place(start, start + 1), unit.language === 'ko' ? 'wide' : 'narrow', slots, range ? details : {})
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>비, 눈, 바람이 3.5배 늘었다. 시각은 12:30이며 「雨，雪」과 （＾▽＾）는 그대로 둔다.</p>\n',
      '<p lang="zh">下雨了，他说 “Yes, sir.” 文件是 index.html，版本 1.2，等等...</p>\n',
      '<p>雨が降った。バージョンは1.2、ファイルはメモ.txtです。手動で英字乱数.フォルダ名を保存する。</p>\n',
      '<p lang="zh">作者是卡勒德.胡赛尼。</p>\n<p>설정 화면의 언어 목록은 다음과 같습니다.</p>\n<p>“设置”。</p>\n',
      { post: '<p lang="zh">下雨了,他走了.</p>\n', options: { languages: ['ko'] } },
    ],
    bad: [
      {
        post: '<p>비⟦，⟧눈⟦（⟧진눈깨비⟦）⟧이 내렸다⟦．⟧ 추웠다⟦！⟧</p>\n',
        fixed: '<p>비, 눈(진눈깨비)이 내렸다. 추웠다!</p>\n',
        messages: ['wide'],
      },
      { post: '<p lang="zh">下雨了⟦,⟧他走了⟦.⟧</p>\n<p>今日は雨⟦,⟧明日は晴れ。</p>\n', messages: ['narrow'] },
      { post: '<p>비가 내렸다⟦。⟧</p>\n', messages: ['wide'] },
      { post: '<p lang="zh">产品还包括其他手机等等⟦.⟧值得注意的是价格。</p>\n<p>今日は雨です⟦.⟧明日は晴れ。</p>\n' },
    ],
  },
})
