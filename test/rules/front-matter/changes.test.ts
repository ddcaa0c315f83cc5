import { describe, expect, it } from 'vitest'
import descriptionRequired from '../../../rules/front-matter/description-required.ts'
import frontMatterDate from '../../../rules/front-matter/front-matter-date.ts'
import frontMatterType from '../../../rules/front-matter/front-matter-type.ts'
import frontMatterUnknownKey from '../../../rules/front-matter/front-matter-unknown-key.ts'
import noMarkupInSummary from '../../../rules/front-matter/no-markup-in-summary.ts'
import tagFormat from '../../../rules/front-matter/tag-format.ts'
import titleWidth from '../../../rules/front-matter/title-width.ts'
import { withDefaults } from '../../../src/engine/examples.ts'
import type { Finding } from '../../../src/engine/finding.ts'
import { lint } from '../../../src/engine/lint.ts'
import type { AnyRule } from '../../../src/engine/rule.ts'
import { parsePost } from '../../../src/post/parse.ts'
import { loadParts } from '../../../src/post/parts.ts'

await loadParts()

const check = (rule: AnyRule, source: string, { path = 'post.html', today = '2024-06-01', options = {} } = {}) => {
  const generator = path.startsWith('_posts/') ? 'jekyll' : 'any'
  const post = parsePost({ path, sitePath: path, generator, source })
  const active = { id: 'rule', family: 'front-matter', rule, severity: 'error' as const }
  return lint(post, [{ ...active, options: withDefaults(rule, options) }], { today, hash: '' }).findings
}

/** The source after the first suggestion of the first finding that has one. */
const suggested = (source: string, findings: readonly Finding[]): string | undefined => {
  const edits = findings.find(({ suggestions }) => suggestions)?.suggestions?.[0]?.edits
  return edits
    ?.toReversed()
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source)
}

const body = '\n<p>정동길에서 시작합니다. 한 시간쯤 걸립니다.</p>\n'
const post = (lines: string, fence = '---'): string => `${fence}\n${lines}\n${fence}\n${body}`

describe('suggestions for front matter', () => {
  it.each([
    [frontMatterType, 'tags: a, b', 'tags: ["a", "b"]', '_posts/2024-05-02-a.md'],
    [frontMatterType, "comments: 'no'", 'comments: false', 'post.html'],
    [frontMatterType, 'title: 1.10', 'title: "1.10"', 'post.html'],
    [tagFormat, 'tags: ["a, b", c]', 'tags: ["a", "b", c]', 'post.html'],
    [tagFormat, 'tags:\n  - "a, b"\n  - c', 'tags:\n  - "a"\n  - "b"\n  - c', 'post.html'],
    [tagFormat, 'tags: [a, null]', 'tags: [a, "null"]', 'post.html'],
    [tagFormat, 'tags:\n- a\n- A\n- b', 'tags:\n- a\n- b', 'post.html'],
    [noMarkupInSummary, 'title: The **new** trail', 'title: The new trail', 'post.html'],
    [noMarkupInSummary, 'title: The <b>new</b> trail', 'title: The new trail', 'post.html'],
    [frontMatterUnknownKey, 'catagories: [a]', 'categories: [a]', 'post.html'],
  ])('%#: %s', (rule, line, wanted, path) => {
    const source = post(`date: 2024-05-02\n${line}`)
    const fixed = suggested(source, check(rule, source, { path }))
    expect(fixed).toBe(post(`date: 2024-05-02\n${wanted}`))
    expect(check(rule, fixed ?? '', { path })).toEqual([])
  })

  it.each([
    [
      'title: 돌담길\nlang: ko',
      '---',
      'title: 돌담길\ndescription: "정동길에서 시작합니다. 한 시간쯤 걸립니다."\nlang: ko',
    ],
    ['title = "돌담길"', '+++', 'title = "돌담길"\ndescription = "정동길에서 시작합니다. 한 시간쯤 걸립니다."'],
    ['lang: ko', '---', 'description: "정동길에서 시작합니다. 한 시간쯤 걸립니다."\nlang: ko'],
  ])('starts a description from the first sentences: %j', (lines, fence, wanted) => {
    const source = post(lines, fence)
    const options = { fallback: false }
    const fixed = suggested(source, check(descriptionRequired, source, { options }))
    expect(fixed).toBe(post(wanted, fence))
    expect(check(descriptionRequired, fixed ?? '', { options })).toEqual([])
  })

  it('offers nothing that would break YAML', () => {
    const [finding] = check(noMarkupInSummary, post('excerpt: <b>Note:</b> read this'))
    expect(finding?.fix).toBeUndefined()
    expect(finding?.suggestions).toBeUndefined()
  })
})

describe('front-matter-date', () => {
  it('knows that it is tomorrow already elsewhere', () => {
    const source = post('title: a\ndate: 2024-06-02')
    expect(check(frontMatterDate, source, { today: '2024-06-01' })).toEqual([])
    expect(check(frontMatterDate, source, { today: '2024-05-31' })).toMatchObject([
      { messageId: 'future', severity: 'warn' },
    ])
  })
})

describe('title-width', () => {
  it('warns only where a title may still fit', () => {
    const severities = ['漢'.repeat(29), '漢'.repeat(30), '漢'.repeat(31)].map(
      (title) => check(titleWidth, post(`title: ${title}`))[0]?.severity,
    )
    expect(severities).toEqual([undefined, 'warn', 'error'])
  })
})
