import type { NamedRule } from '../../src/engine/finding.ts'
import { type DirectiveUse, rule } from '../../src/engine/rule.ts'

/** Where the directive names a rule; the whole directive where it names none. */
const placeOf = ({ directive }: DirectiveUse, id: string): NamedRule | DirectiveUse['directive']['at'] =>
  directive.rules.find((named) => named.id === id) ?? directive.at

export default rule({
  summary: {
    en: 'Every postlint-disable switches something off.',
    ko: 'postlint-disable 주석은 실제로 쓰이는 것만 남깁니다.',
  },
  why: {
    en: 'A directive that suppresses nothing is left over or misspelt. It will hide the next mistake that is made there, and a misspelt one does not do what it says.',
    ko: '아무것도 끄지 않는 지시문은 철 지난 것이거나 이름이 틀린 것입니다. 나중에 같은 자리에 생기는 문제를 숨기며, 이름이 틀리면 의도대로 동작하지도 않습니다.',
  },
  source: [{ authority: 'editorial', title: 'Suppressions are kept as few as possible' }],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'structure', weight: 1 },
  messages: {
    unused: {
      en: 'This directive suppresses no “{rule}”. Remove the name.',
      ko: '이 지시문으로 끌 “{rule}” 문제가 없습니다. 규칙 이름을 지우세요.',
    },
    idle: {
      en: 'This directive suppresses nothing. Remove it.',
      ko: '이 지시문은 아무것도 끄지 않습니다. 지우세요.',
    },
    unknown: {
      en: 'There is no rule “{rule}”, so nothing is switched off.',
      ko: '“{rule}” 규칙이 없어 아무것도 꺼지지 않습니다.',
    },
    misspelt: {
      en: 'There is no rule “{rule}”, so nothing is switched off. Did you mean “{nearest}”?',
      ko: '“{rule}” 규칙이 없어 아무것도 꺼지지 않습니다. “{nearest}” 규칙인가요?',
    },
    unknownWord: {
      en: 'There is no directive “{word}”, so nothing is switched off or on.',
      ko: '“{word}” 지시문이 없어 아무것도 꺼지거나 켜지지 않습니다.',
    },
    misspeltWord: {
      en: 'There is no directive “{word}”, so nothing is switched off or on. Did you mean “{nearest}”?',
      ko: '“{word}” 지시문이 없어 아무것도 꺼지거나 켜지지 않습니다. “{nearest}”입니까?',
    },
    malformed: {
      en: 'Front matter lists the rules to switch off under `postlint.disable`. What stands here switches nothing off.',
      ko: '프런트매터에서 끌 규칙은 `postlint.disable` 목록에 적습니다. 이 값은 아무것도 끄지 않습니다.',
    },
  },
  check: () => undefined,
  review({ directives, report }) {
    for (const use of directives) {
      const { word } = use.directive
      if (word?.nearest) report(word, 'misspeltWord', { word: word.id, nearest: word.nearest })
      else if (word) report(word, 'unknownWord', { word: word.id })
      if (use.directive.kind === 'malformed') report(use.directive.at, 'malformed', {})
      for (const id of use.unused) {
        if (id === '*') report(use.directive.at, 'idle', {})
        else report(placeOf(use, id), 'unused', { rule: id })
      }
      for (const { id, nearest } of use.unknown) {
        if (nearest) report(placeOf(use, id), 'misspelt', { rule: id, nearest })
        else report(placeOf(use, id), 'unknown', { rule: id })
      }
    }
  },
  examples: {
    good: [
      '<!-- postlint-disable-next-line no-empty-paragraph -- the theme needs it -->\n<p>&nbsp;</p>\n',
      '<p>주석은 <code>&lt;!-- postlint-disable --&gt;</code>처럼 씁니다.</p>\n',
      '---\ntitle: 설정 예시\npostlint: { disable: [no-empty-paragraph] }\n---\n<p>첫 단락</p>\n<p><br></p>\n',
    ],
    bad: [
      {
        post: '<!-- postlint-disable-next-line ⟦no-empty-paragraph⟧ -->\n<p>本文があります。</p>\n',
        messages: ['unused'],
      },
      { post: '⟦<!-- postlint-disable -->⟧\n<p>正文。</p>\n<!-- postlint-enable -->\n', messages: ['idle'] },
      {
        post: '<!-- postlint-disable-line ⟦no-empty-paragrph⟧, ⟦acme-spelling⟧ -->\n',
        messages: ['misspelt', 'unknown'],
      },
      {
        post: '<!-- ⟦postlint-disable-nextline⟧ no-empty-paragraph -->\n<p>본문입니다.</p>\n<!-- ⟦postlint-x⟧ -->\n',
        messages: ['misspeltWord', 'unknownWord'],
      },
      {
        post: '---\ntitle: 潮汐\npostlint: { ⟦disabel⟧: [no-empty-paragraph] }\n---\n<p>正文。</p>\n',
        messages: ['misspeltWord'],
      },
      {
        post: '---\ntitle: 밀물과 썰물\npostlint: ⟦no-empty-paragraph⟧\n---\n<p>바다는 잔잔했습니다.</p>\n',
        messages: ['malformed'],
      },
      {
        post: '---\ntitle: Tides\npostlint:\n  disable:\n    - ⟦no-empty-paragraph⟧\n---\n<p>The sea was calm.</p>\n',
        messages: ['unused'],
      },
    ],
  },
})
