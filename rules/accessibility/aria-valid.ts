import type { Element } from 'hast'
import { hasDynamicAttributes } from '../../src/analysis/images/alternative.ts'
import {
  ariaAttributes,
  ariaProperties,
  ariaValueProblem,
  attributeName,
  mapNames,
  referencesOf,
  roles,
  unknownRole,
} from '../../src/analysis/markup/aria.ts'
import { idsOf } from '../../src/analysis/markup/ids.ts'
import { rule } from '../../src/engine/rule.ts'
import { nearest } from '../../src/nearest.ts'
import { attributeOf } from '../../src/post/elements.ts'

export default rule({
  summary: { en: 'ARIA roles, attributes and references exist.', ko: 'ARIA 역할과 속성, 참조는 있는 것을 씁니다.' },
  why: {
    en: 'Assistive technology ignores roles and attributes it does not know, and a name that is taken from an element which does not exist is no name.',
    ko: '보조 기술은 모르는 역할과 속성을 무시합니다. 없는 요소를 가리키는 이름은 이름이 되지 못합니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'WAI-ARIA 1.2: roles, states and properties',
      url: 'https://www.w3.org/TR/wai-aria-1.2/',
    },
    {
      authority: 'accessibility',
      title: 'ACT rule: role attribute has valid value',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/674b10/proposed/',
    },
    {
      authority: 'accessibility',
      title: 'ACT rule: ARIA attribute is defined in WAI-ARIA',
      url: 'https://www.w3.org/WAI/standards-guidelines/act/rules/5f99a7/proposed/',
    },
  ],
  presets: { strict: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 3 },
  group: 'same',
  messages: {
    role: {
      en: '“{role}” is no ARIA role, so it says nothing. Remove or correct it.',
      ko: '“{role:은/는}” ARIA 역할이 아니어서 효과가 없습니다. 지우거나 고치세요.',
    },
    attribute: {
      en: '“{name}” is no ARIA attribute, so it says nothing. Remove or correct it.',
      ko: '“{name:은/는}” ARIA 속성이 아니어서 효과가 없습니다. 지우거나 고치세요.',
    },
    misspelt: {
      en: '“{name}” is no ARIA attribute or role. Write “{meant}”.',
      ko: '“{name:은/는}” ARIA에 없는 이름입니다. “{meant:으로/로}” 쓰세요.',
    },
    value: {
      en: '{name} cannot be “{value}”; it is one of {allowed}.',
      ko: '{name}에 “{value:을/를}” 쓸 수 없습니다. 쓸 수 있는 값: {allowed}.',
    },
    number: {
      en: '{name} is a number, a whole one where it counts or orders. “{value}” is none.',
      ko: '{name}에는 숫자를 씁니다. 개수나 순서라면 정수여야 합니다. “{value:은/는}” 쓸 수 없습니다.',
    },
    single: {
      en: '{name} names one element, and this is several ids. Keep one.',
      ko: '{name}에는 id를 하나만 씁니다. 하나만 남기세요.',
    },
    reference: {
      en: '{name} points at “{id}”, which no element of the post has as its id. Correct it.',
      ko: '{name}에 적은 “{id:을/를}” id로 가진 요소가 글에 없습니다. 고치세요.',
    },
  },
  check({ post, report }) {
    let maps: ReadonlySet<string> | undefined
    const judgeRole = (node: Element): void => {
      const unknown = unknownRole(node)
      const place = post.range(node, { attribute: 'role' })
      if (!unknown || !place || post.isTemplate(attributeOf(node, 'role'))) return
      const meant = nearest(unknown, [...roles])
      if (meant) report(place, 'misspelt', { name: unknown, meant })
      else report(place, 'role', { role: unknown })
    }
    const judgeAttribute = (node: Element, property: string): void => {
      const name = attributeName(property)
      const place = post.range(node, { attribute: name })
      const value = attributeOf(node, property) ?? ''
      if (!place) return
      if (!ariaAttributes.has(name)) {
        const meant = nearest(name, [...ariaAttributes.keys()])
        if (meant) report(place, 'misspelt', { name, meant })
        else report(place, 'attribute', { name })
        return
      }
      const problem = post.isTemplate(value) ? undefined : ariaValueProblem(name, value)
      if (problem?.kind === 'number') report(place, 'number', { name, value })
      else if (problem?.kind === 'single') report(place, 'single', { name })
      else if (problem) report(place, 'value', { name, value: problem.word, allowed: [...problem.allowed].join(', ') })
    }
    const judgeReferences = (node: Element): void => {
      for (const { attribute, ids } of referencesOf(node)) {
        const place = post.range(node, { attribute })
        const [first = ''] = ids
        const isKnown = ids.some((id) => post.isTemplate(id) || idsOf(post).has(id))
        if (place && !isKnown) report(place, 'reference', { name: attribute, id: first })
      }
      const map = attributeOf(node, 'useMap')
      const place = post.range(node, { attribute: 'usemap' })
      if (!map || !place || post.isTemplate(map)) return
      maps ??= mapNames(post)
      if (!map.startsWith('#') || !maps.has(map.slice(1))) report(place, 'reference', { name: 'usemap', id: map })
    }
    return {
      element: {
        '*'(node) {
          judgeRole(node)
          for (const property of ariaProperties(node)) judgeAttribute(node, property)
          if (!hasDynamicAttributes(post, node)) judgeReferences(node)
        },
      },
    }
  },
  examples: {
    good: [
      '<h2 id="map">약도</h2>\n<figure role="group" aria-labelledby="map"><img src="m.svg" alt="역에서 5분"></figure>\n',
      '<div role="doc-tip note" aria-live="polite" aria-current="page">Tip</div>\n<button aria-controls="menu" aria-expanded="false">Menu</button>\n<input aria-label="E-mail" aria-errormessage="wrong">\n',
      '<p role="{{ role }}" aria-describedby="{{ id }}">説明</p>\n<label for="a">名前</label> <input id="a" aria-label="名前">\n',
      '<p><img src="m.png" alt="Map" usemap="#m"></p>\n<map name="m"><area href="/a" alt="A"></map>\n',
    ],
    bad: [
      { post: '<p ⟦role="buton"⟧>누르기</p>\n<p ⟦role="decoration-x"⟧>무늬</p>\n', messages: ['misspelt', 'role'] },
      {
        post: '<p ⟦aria-labeledby="a"⟧ ⟦aria-mood-ring="calm"⟧ ⟦aria-hidden="yes"⟧>Text</p>\n',
        messages: ['misspelt', 'attribute', 'value'],
      },
      {
        post: '<div role="gridcell" ⟦aria-rowindex="2.5"⟧>둘째 줄</div>\n<meter ⟦aria-valuenow="half"⟧ aria-valuemax="1.0">0.5</meter>\n',
        messages: ['number', 'number'],
      },
      {
        post: '<input aria-label="E-mail" ⟦aria-errormessage="wrong late"⟧>\n<button ⟦aria-controls="menu"⟧ aria-expanded="true">메뉴</button>\n',
        messages: ['single', 'reference'],
      },
      {
        post: '<form ⟦aria-labelledby="nowhere"⟧><label ⟦for="x"⟧>名前</label></form>\n<p><img src="m.png" alt="地図" ⟦usemap="#m"⟧></p>\n',
        messages: ['reference', 'reference', 'reference'],
      },
    ],
  },
})
