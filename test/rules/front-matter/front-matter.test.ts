import { describe, expect, it } from 'vitest'
import descriptionRequired from '../../../rules/front-matter/description-required.ts'
import frontMatterRequired from '../../../rules/front-matter/front-matter-required.ts'
import frontMatterSyntax from '../../../rules/front-matter/front-matter-syntax.ts'
import noDuplicateSummaryFields from '../../../rules/front-matter/no-duplicate-summary-fields.ts'
import { withDefaults } from '../../../src/engine/examples.ts'
import type { Finding } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import type { AnyRule } from '../../../src/engine/rule.ts'
import { parsePost } from '../../../src/post/parse.ts'
import { loadParts } from '../../../src/post/parts.ts'
import type { PostInput } from '../../../src/post/post.ts'

await loadParts()

const check = (rule: AnyRule, source: string, input: Partial<PostInput> = {}, options = {}): readonly Finding[] => {
  const path = input.path ?? 'post.html'
  const post = parsePost({ path, sitePath: path, generator: 'any', ...input, source })
  const active = { id: 'rule', family: 'front-matter', rule, severity: 'error' as const }
  return lint(post, [{ ...active, options: withDefaults(rule, options) }], { today: '2024-06-01', hash: '' }).findings
}

/** The source after the first suggestion of the first finding. */
const suggested = (rule: AnyRule, source: string): string | undefined => {
  const edit = check(rule, source)[0]?.suggestions?.[0]?.edits[0]
  return edit && source.slice(0, edit.start) + edit.text + source.slice(edit.end)
}

const body = '\n<p>본문입니다.</p>\n'

describe('front-matter-syntax', () => {
  it.each([
    ['title: [속보] 통제', "title: '[속보] 통제'"],
    ["title: Seoul: it's spring", "title: 'Seoul: it''s spring'"],
    ['title: {{ page.name }}', "title: '{{ page.name }}'"],
  ])('suggests quotes for %j', (line, quoted) => {
    const fixed = suggested(frontMatterSyntax, `---\n${line}\n---\n${body}`)
    expect(fixed).toBe(`---\n${quoted}\n---\n${body}`)
    expect(check(frontMatterSyntax, fixed ?? '')).toEqual([])
  })

  it('points from the second of two equal keys to the first', () => {
    const [finding] = check(frontMatterSyntax, `---\ntitle: a\ntitle: b\n---\n${body}`)
    expect(finding?.related).toMatchObject([{ kind: 'see', start: 4, end: 9 }])
  })

  it('only mentions what is no mistake in the site', () => {
    const [finding] = check(frontMatterSyntax, `---\na: &x [1]\nb: *x\n---\n${body}`)
    expect(finding?.severity).toBe('info')
  })
})

describe('front-matter-required', () => {
  it('counts what the site supplies by default', () => {
    const source = `---\ndate: 2024-05-02\n---\n${body}`
    const fields = ['title', 'author']
    expect(check(frontMatterRequired, source, {}, { fields })).toHaveLength(2)
    expect(check(frontMatterRequired, source, { inheritedKeys: ['author'] }, { fields })).toHaveLength(1)
  })

  it.each(['strict', 'seo'] as const)('leaves the description to description-required in %s', (preset) => {
    const source = `---\ntitle: a\ndate: 2024-05-02\n---\n${body}`
    const optionsOf = ({ presets }: AnyRule) => {
      const setting = presets[preset]
      return Array.isArray(setting) ? setting[1] : {}
    }
    const asked = check(frontMatterRequired, source, {}, optionsOf(frontMatterRequired)).map(({ slots }) => slots.field)
    expect(asked).not.toEqual([])
    expect(asked.join()).not.toMatch(/description|excerpt|summary/)
    expect(check(descriptionRequired, source, {}, optionsOf(descriptionRequired))).toHaveLength(1)
  })

  it('asks for no date of pages and includes in a folder of contents', () => {
    const source = `---\nslug: thanks\n---\n${body}`
    const asked = (path: string) => check(frontMatterRequired, source, { path }).map(({ messageId }) => messageId)
    expect(asked('content/ko/thanks.html')).toEqual(['absent'])
    expect(asked('content/ko/_common/thanks.html')).toEqual([])
    expect(asked('content/ko/posts/thanks.html')).toEqual(['absent', 'date'])
  })

  it('asks for any key by its own name', () => {
    const source = `---\ntitle: a\nseries: []\n---\n${body}`
    expect(check(frontMatterRequired, source, {}, { fields: ['series'] })).toHaveLength(1)
    expect(check(frontMatterRequired, source.replace('[]', '[1]'), {}, { fields: ['series'] })).toEqual([])
  })

  it('stays silent where the front matter could not be read', () => {
    expect(check(frontMatterRequired, `---\ntag: [x\n---\n${body}`)).toEqual([])
  })
})

describe('no-duplicate-summary-fields', () => {
  const text = '장마철에 자전거를 탈 때 챙길 것을 정리했습니다.'

  it('suggests to delete the whole entry', () => {
    const source = `---\nexcerpt: ${text}\nfeature_text: >\n  장마철에 자전거를 탈 때\n  챙길 것을 정리했습니다.\ntitle: 장마\n---\n${body}`
    expect(suggested(noDuplicateSummaryFields, source)).toBe(`---\nexcerpt: ${text}\ntitle: 장마\n---\n${body}`)
  })

  it('shows the earlier field, and only warns about the first paragraph', () => {
    const [again] = check(noDuplicateSummaryFields, `---\nexcerpt: ${text}\ndescription: ${text}\n---\n${body}`)
    expect(again).toMatchObject({ severity: 'error', related: [{ kind: 'see', start: 4, end: 11 }] })
    const [opening] = check(noDuplicateSummaryFields, `---\nexcerpt: ${text}\n---\n<p>${text}</p>\n`)
    expect(opening).toMatchObject({ severity: 'warn', messageId: 'opening' })
  })
})
