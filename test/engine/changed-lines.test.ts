import { describe, expect, it } from 'vitest'
import { linesOfPatch, onChangedLines } from '../../src/engine/changed-lines.ts'
import { registryOf } from '../../src/engine/rule.ts'
import { activate, lintWith, parse, reportsElements, shown } from './support.ts'

const patch = `diff --git "a/\\352\\270\\200.md" "b/\\352\\270\\200.md"
index 1f2e3d4..5a6b7c8 100644
--- "a/\\352\\270\\200.md"
+++ "b/\\352\\270\\200.md"
@@ -2 +2 @@ # 머리말
-<hr>
+@@ -9 +9 @@
@@ -5,2 +5,0 @@
-지운 줄
-@@ -1 +1 @@
@@ -9,0 +8,3 @@
+하나
+둘
+셋
`

describe('linesOfPatch', () => {
  it('reads what was added or changed, and nothing that only looks like a head', () => {
    expect(linesOfPatch(patch)).toEqual([
      { start: 1, end: 2 },
      { start: 4, end: 6 },
      { start: 7, end: 10 },
    ])
    expect(linesOfPatch('')).toEqual([])
  })
})

describe('onChangedLines', () => {
  const source = '<hr class="1">\n<hr class="2">\n<p>\n<hr class="4">\n</p>\n<hr class="6">\n'
  const post = parse(source)
  const left = (rule: Parameters<typeof reportsElements>[1], tag: string, ...changed: number[]) => {
    const rules = { rule: reportsElements(tag, rule) }
    const lines = changed.map((line) => ({ start: line - 1, end: line }))
    return onChangedLines(lintWith(post, rules), lines, registryOf(activate(rules)))
  }

  it('keeps what stands on a changed line', () => {
    expect(shown(left({}, 'hr', 2, 3, 6), post)).toEqual(['rule: <hr class="2">', 'rule: <hr class="6">'])
    expect(left({}, 'hr').findings).toEqual([])
  })

  it('keeps what reaches into one', () => {
    const article = parse('<div>\n<p>x</p>\n</div>\n<p>y</p>\n')
    const rules = { rule: reportsElements('div') }
    const keeps = (line: number) =>
      onChangedLines(lintWith(article, rules), [{ start: line - 1, end: line }], registryOf(activate(rules))).findings
    expect([1, 2, 3, 4].map((line) => keeps(line).length)).toEqual([1, 1, 1, 0])
  })

  it('keeps those places of a group, and the whole of what is about the whole post', () => {
    const group = left({ group: 'all' }, 'hr', 4, 6)
    expect(shown(group, post)).toEqual(['rule: <hr class="4">'])
    expect(group.findings[0]!.related).toHaveLength(1)
    const whole = left({ group: 'all', threshold: true }, 'hr', 6)
    expect(shown(whole, post)).toEqual(['rule: <hr class="1">'])
    expect(whole.findings[0]!.related).toHaveLength(3)
  })
})
