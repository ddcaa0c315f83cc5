import type { Fix } from '../../src/engine/finding.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { type Damage, damageIn, mayBeDamaged } from '../../src/language/encoding-damage.ts'
import { setApart } from '../../src/language/setting.ts'
import { elementsIn } from '../../src/post/elements.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

const mend = (post: Post, unit: TextUnit, { kind, start, end, original }: Damage): Fix | undefined => {
  const range = unit.range(start, end)
  if (!range || original === undefined) return undefined
  const written = post.source.slice(range.start, range.end)
  // Decoding `&amp;nbsp;` once gives what was meant to be decoded.
  const text = kind === 'escaped' ? written.replace(/^&amp;/, '&') : original
  return text === written ? undefined : { safe: true, changesText: true, edits: [{ ...range, text }] }
}

/** Damage that stands alone between brackets or quotation marks is what the text speaks of. */
const isShown = ({ text }: TextUnit, { start, end }: Damage): boolean =>
  !/[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)

/** A post with code in it may well be about references and how to escape them. */
const holdsCode = (post: Post): boolean =>
  post.masks.some(({ kind }) => kind === 'opaque') ||
  [...elementsIn(post.content)].some(({ tagName }) => tagName === 'code' || tagName === 'pre')

export default rule({
  summary: { en: 'No text damaged by a wrong encoding.', ko: '인코딩 오류로 깨진 글자를 남기지 않습니다.' },
  why: {
    en: 'Text that went through a wrong conversion shows “â€™” for an apostrophe, “�” for a letter, “&nbsp;” for a space, or letters in pieces that search does not find. Readers take it for carelessness.',
    ko: '잘못된 변환을 거친 글에는 따옴표 대신 “â€™”, 글자 대신 “�”, 공백 대신 “&nbsp;”가 보이거나 자모가 풀린 글자가 남아 검색되지 않습니다. 독자에게는 관리하지 않은 글로 보입니다.',
  },
  source: [
    { authority: 'standard', title: 'WHATWG Encoding Standard', url: 'https://encoding.spec.whatwg.org/' },
    {
      authority: 'standard',
      title: 'W3C Character Model: String Matching (normalization)',
      url: 'https://www.w3.org/TR/charmod-norm/',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error', accessibility: 'off' },
  score: { category: 'content', weight: 7 },
  fixable: 'safe',
  group: 'all',
  options: {
    nfc: flag(true, { en: 'Want letters composed (Unicode form NFC)', ko: '결합된 글자(유니코드 NFC)를 요구함' }),
  },
  messages: {
    misread: {
      en: '“{text}” was read in the wrong encoding. Write what was meant.',
      ko: '“{text}” 부분은 잘못된 인코딩으로 읽힌 글자입니다. 원래 글자로 고치세요.',
    },
    lost: {
      en: 'A character was lost here in a conversion (U+FFFD). Write it again.',
      ko: '변환 과정에서 글자가 사라졌습니다(U+FFFD). 다시 입력하세요.',
    },
    escaped: {
      en: '“{text}” is escaped twice, so that readers see it. Escape it once.',
      ko: '“{text}” 참조가 두 번 이스케이프되어 그대로 보입니다. 한 번만 이스케이프하세요.',
    },
    decomposed: {
      en: '“{text}” is written as letters and separate parts (not NFC). Compose it.',
      ko: '“{text:은/는}” 자모나 부호가 풀린 글자입니다(NFC 아님). 결합된 글자로 쓰세요.',
    },
    jamo: {
      en: 'A part of a Hangul syllable stands alone. Remove it or complete the syllable.',
      ko: '자모 하나가 홀로 남아 있습니다. 지우거나 글자를 완성하세요.',
    },
  },
  check({ post, options, report }) {
    if (!mayBeDamaged(post.source)) return undefined
    // Then every place is `file-encoding`'s.
    const isLossy = post.problems.some((problem) => problem.kind === 'encoding' && problem.lossy)
    let isAboutCode: boolean | undefined
    for (const unit of post.units) {
      const found = damageIn(unit).sort((a, b) => a.start - b.start)
      const apart = setApart(unit, found)
      for (const [index, damage] of found.entries()) {
        if (damage.kind === 'decomposed' && !options.nfc) continue
        if (damage.kind === 'lost' && isLossy) continue
        if (damage.kind === 'misread' && apart[index] && isShown(unit, damage)) continue
        if (damage.kind === 'escaped') {
          isAboutCode ??= holdsCode(post)
          if (isAboutCode || apart[index]) continue
        }
        const fix = mend(post, unit, damage)
        report(unit.place(damage.start, damage.end), damage.kind, { text: damage.text }, { fix })
      }
    }
    return undefined
  },
  examples: {
    good: [
      '<p>“CAFÉ” – à la carte… L’été, « là », MAÇÃ, Ångström, Straße. ㅋㅋㅋ ㅠㅠ 그렇습니다.</p>\n',
      '<p>The replacement character � stands for what cannot be read; a byte order mark shows up as “ï»¿”.</p>\n<p>Write <code>&amp;nbsp;</code> as &amp;nbsp; in text.</p>\n',
      '---\ntitle: Q&amp;A\n---\n<p>бо́льшая часть; пятьдесят; 프로젝트 &lt;div&gt; 안내</p>\n',
      { post: 'Cafe\u0301\n', options: { nfc: false } },
    ],
    bad: [
      {
        post: '<p>Don⟦â€™⟧t panic: the caf⟦Ã©⟧ serves cr⟦Ã¨⟧me br⟦Ã»⟧l⟦Ã©⟧e for 5 ⟦â‚¬⟧.</p>\n',
        fixed: '<p>Don’t panic: the café serves crème brûlée for 5 €.</p>\n',
        messages: ['misread'],
      },
      {
        post: '<p>⟦ì•ˆë…•⟧하세요. 저는 ⟦\u0093⟧새 글⟦\u0094⟧을 씁니다. 자동⟦\ufffd⟧로 저장되었⟦ᅳ⟧다.</p>\n',
        fixed: '<p>안녕하세요. 저는 “새 글”을 씁니다. 자동\ufffd로 저장되었ᅳ다.</p>\n',
        messages: ['misread', 'lost', 'jamo'],
      },
      {
        post: '<p>Opening&nbsp;hours:⟦&amp;nbsp;⟧9⟦&amp;ndash;⟧17</p>\n',
        fixed: '<p>Opening&nbsp;hours:&nbsp;9&ndash;17</p>\n',
        messages: ['escaped'],
      },
      {
        post: `파일 이름은 ⟦${'스크린샷'.normalize('NFD')}⟧이고, ⟦カ\u3099⟧イドとCaf⟦e\u0301⟧もあります。\n`,
        fixed: '파일 이름은 스크린샷이고, ガイドとCaféもあります。\n',
        messages: ['decomposed'],
      },
    ],
  },
})
