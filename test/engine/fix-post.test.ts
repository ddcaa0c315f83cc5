import { describe, expect, it } from 'vitest'
import type { Fix } from '../../src/engine/finding.ts'
import type { LintedPost } from '../../src/engine/fix-check.ts'
import { fixPost } from '../../src/engine/fix-post.ts'
import { describe as describeResult } from '../../src/engine/message.ts'
import { type AnyRule, registryOf } from '../../src/engine/rule.ts'
import { suppress } from '../../src/engine/suppress.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'
import { activate, lintWith, parse, testRule } from './support.ts'

/** Reports every match of a pattern in the source, wherever it stands. */
const finds = (pattern: RegExp, fix: (range: Range, found: string) => Fix | undefined): AnyRule =>
  testRule({
    check({ post, report }) {
      for (const { 0: found, index } of post.source.matchAll(pattern)) {
        const range = { start: index, end: index + found.length }
        report(range, 'found', {}, { fix: fix(range, found) })
      }
      return undefined
    },
  })

const replaces = (pattern: RegExp, text: string, more: Partial<Fix> = {}): AnyRule =>
  finds(pattern, (range) => ({ safe: true, ...more, edits: [{ ...range, text }] }))

const fixWith = (source: string, rules: Readonly<Record<string, AnyRule>>, path = 'post.html') => {
  const inspect = (post: Post): LintedPost => {
    const result = suppress(lintWith(post, rules), registryOf(activate(rules)))
    return { source: post.source, findings: result.findings, post, result }
  }
  const read = (text: string) => inspect(parse(text, { path }))
  const { fixedText = source, fixed, findings } = fixPost(read(source), read, {})
  return { text: fixedText, fixed, said: findings.map(({ rule, messageId }) => `${rule}: ${messageId}`) }
}

const noFoo = replaces(/ ?data-foo/g, '')

describe('fixPost', () => {
  it('reports what remains, and counts what was fixed by rule', () => {
    const stays = finds(/<i>/g, () => undefined)
    expect(fixWith('<p data-foo><i>가</i></p>\n<p data-foo>나</p>\n', { 'no-foo': noFoo, 'no-i': stays })).toEqual({
      text: '<p><i>가</i></p>\n<p>나</p>\n',
      fixed: { 'no-foo': 2 },
      said: ['no-i: found'],
    })
  })

  it('never fixes what a directive suppresses, nor reaches into where one does', () => {
    const source =
      '<!-- postlint-disable-next-line no-foo -->\n<p data-foo>가</p>\n<p data-foo>나</p>\n<!-- postlint-disable -->\n<p data-foo>다</p>\n'
    expect(fixWith(source, { 'no-foo': noFoo }).text).toBe(source.replace('<p data-foo>나', '<p>나'))
    const joins = replaces(/나<\/p>[\s\S]*다/g, '나', { changesText: true })
    expect(fixWith(source, { joins })).toEqual({ text: source, fixed: {}, said: ['joins: found'] })
  })

  it.each([
    ['a template', '<p>{{ x data-foo }}</p>'],
    ['a raw block', '{% raw %}<p>{{ data-foo }}</p>{% endraw %}{{ data-foo }}'],
    ['a highlight', '{% highlight html %}\n<p data-foo>\n{% endhighlight %}'],
    ['pre', '<pre>\n<b data-foo>x</b></pre>'],
    ['code', '<p><code>a data-foo b</code></p>'],
    ['a comment', '<!-- <p data-foo> -->'],
    ['a script', '<script>"a data-foo"</script>'],
    ['a text area', '<textarea>a data-foo</textarea>'],
    ['fenced code', '가\n\n```html\n<p data-foo>\n```\n', 'post.md'],
    ['inline code', '가 `<p data-foo>` 나\n', 'post.md'],
  ])('changes nothing in %s', (_, source, path = 'post.html') => {
    expect(fixWith(source, { 'no-foo': noFoo }, path)).toMatchObject({ text: source, fixed: {} })
  })

  it('may take code or a comment out as a whole', () => {
    const noEmptyCode = replaces(/<code><\/code>|<!--x-->/g, '')
    expect(fixWith('<p>가<code></code>나<!--x--></p>\n', { noEmptyCode }).text).toBe('<p>가나</p>\n')
  })

  it('leaves out, and says so, a fix that would change what readers see', () => {
    const spoils = finds(/<b>.<\/b>/g, (range, found) => ({
      safe: true,
      edits: [{ ...range, text: found === '<b>나</b>' ? '' : found.slice(3, -4) }],
    }))
    const source = '<p><b>가</b> <b>나</b> <b>다</b></p>\n'
    expect(fixWith(source, { spoils })).toEqual({
      text: '<p>가 <b>나</b> 다</p>\n',
      fixed: { spoils: 2 },
      said: ['spoils: fix-text', 'spoils: found'],
    })
    const says = replaces(/<b>나<\/b>/g, '', { changesText: true })
    expect(fixWith(source, { says }).text).toBe('<p><b>가</b>  <b>다</b></p>\n')
  })

  it.each<[string, string, string, AnyRule]>([
    ['fix-front-matter', 'loses a field', '---\ntitle: 가 #\nlayout: post\n---\n<p>x</p>\n', replaces(/#\n/g, '# ')],
    [
      'fix-front-matter',
      'changes a field',
      '---\nnote: |\n  가\n# 나\ntitle: 다\n---\n<p>x</p>\n',
      replaces(/# 나/g, '  나'),
    ],
    ['fix-parse', 'breaks the front matter', '---\ntitle: 가 나\n---\n<p>x</p>\n', replaces(/가 나/g, '[가 나')],
    ['fix-error', 'brings an error', '<p><i>가</i></p>\n', replaces(/<i>가<\/i>/g, '<b>가</b><b></b>')],
  ])('%s: leaves out a fix that %s', (messageId, _, source, rule) => {
    const bold = finds(/<b>/g, () => undefined)
    const { text, said } = fixWith(source, { rule, bold })
    expect(text).toBe(source)
    expect(said).toEqual([`rule: ${messageId}`, 'rule: found'])
  })

  it('does not offer a fix that it has left out', () => {
    const spoils = replaces(/<b>나<\/b>/g, '')
    const read = (source: string): LintedPost => {
      const post = parse(source)
      const result = lintWith(post, { spoils })
      return { source, findings: result.findings, post, result }
    }
    const { findings } = fixPost(read('<p><b>나</b></p>'), read, {})
    expect(findings.map(({ fix }) => fix)).toEqual([undefined, undefined])
  })

  it('gives the post back when its fixes undo each other', () => {
    const swap = finds(/data-(?:a|b)/g, (range, found) => ({
      safe: true,
      edits: [{ ...range, text: found === 'data-a' ? 'data-b' : 'data-a' }],
    }))
    const source = '<p data-a>가</p>\n'
    expect(fixWith(source, { swap })).toEqual({ text: source, fixed: {}, said: ['swap: fix-undone', 'swap: found'] })
  })

  it('has words in both languages for what it says itself', () => {
    const rules = { spoils: replaces(/<b>나<\/b>/g, '') }
    const read = (source: string): LintedPost => {
      const post = parse(source)
      const result = lintWith(post, rules)
      return { source, findings: result.findings, post, result }
    }
    const result = fixPost(read('<p><b>나</b></p>'), read, {})
    const words = (['en', 'ko'] as const).map(
      (locale) => describeResult(result, registryOf(activate(rules)), locale).findings[0]!.message,
    )
    expect(words).toEqual([expect.stringContaining('what readers see'), expect.stringMatching(/[가-힣]/)])
  })
})
