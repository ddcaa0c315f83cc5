import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit, Finding, Fix } from '../../src/engine/finding.ts'
import { applyFixes, fixUntilStable } from '../../src/engine/fix.ts'

/** A finding that stands where its fix begins. */
const finding = (edits: Edit[], more: Partial<Finding> & Partial<Pick<Fix, 'safe'>> = {}): Finding => ({
  rule: 'a',
  severity: 'warn',
  messageId: 'found',
  slots: {},
  message: '',
  start: edits[0]?.start ?? 0,
  end: edits.at(-1)?.end ?? 0,
  fix: { safe: more.safe ?? true, edits },
  frame: { line: 1, text: '', from: 0 },
  fingerprint: '',
  ...more,
})

const edit = (start: number, end: number, text = ''): Edit => ({ start, end, text })

describe('applyFixes', () => {
  it('applies edits by place, whatever the order of the findings', () => {
    const findings = [finding([edit(4, 5, 'X')]), finding([edit(0, 1, 'YY')]), finding([edit(2, 2, '+')])]
    expect(applyFixes('abcdef', findings, {})).toEqual({ text: 'YYb+cdXf', applied: 3, skipped: 0 })
  })

  it('leaves unsafe fixes out unless they are asked for', () => {
    const findings = [finding([edit(0, 1)], { safe: false })]
    expect(applyFixes('ab', findings, {})).toEqual({ text: 'ab', applied: 0, skipped: 0 })
    expect(applyFixes('ab', findings, { unsafe: true }).text).toBe('b')
  })

  it('applies a fix whole or not at all', () => {
    const findings = [finding([edit(0, 2, 'X')]), finding([edit(1, 3, 'Y'), edit(5, 6, 'Z')])]
    expect(applyFixes('abcdef', findings, {})).toEqual({ text: 'Xcdef', applied: 1, skipped: 1 })
  })

  it('lets a fix that touches another wait', () => {
    const findings = [finding([edit(0, 2)]), finding([edit(2, 4)]), finding([edit(5, 6)])]
    expect(applyFixes('abcdef', findings, {})).toEqual({ text: 'cde', applied: 2, skipped: 1 })
  })

  it('lets edits of one fix touch each other', () => {
    expect(applyFixes('abcd', [finding([edit(0, 2, 'X'), edit(2, 3, 'Y')])], {}).text).toBe('XYd')
  })

  it('merges identical edits of several fixes', () => {
    const findings = [finding([edit(0, 1), edit(5, 6)]), finding([edit(0, 1), edit(3, 4)], { rule: 'b' })]
    expect(applyFixes('abcdef', findings, {})).toEqual({ text: 'bce', applied: 2, skipped: 0 })
  })

  it('takes the fix of every place', () => {
    const place = { kind: 'place' as const, start: 2, end: 3, fix: { safe: true, edits: [edit(2, 3)] } }
    const see = { kind: 'see' as const, start: 4, end: 5 }
    expect(applyFixes('abcdef', [finding([edit(0, 1)], { related: [place, see] })], {}).text).toBe('bdef')
  })

  it('at one place lets the rule that comes first by name win', () => {
    const findings = [finding([edit(0, 1, 'b')], { rule: 'b' }), finding([edit(0, 1, 'a')], { rule: 'a' })]
    expect(applyFixes('x', findings, {}).text).toBe('a')
    expect(applyFixes('x', findings.toReversed(), {}).text).toBe('a')
  })

  const anyFix = (length: number) =>
    fc
      .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 4 })
      .map((raw) => {
        const sorted = raw
          .map(([a, b, text]) => edit(Math.min(a, b), Math.max(a, b), text))
          .sort((a, b) => a.start - b.start || a.end - b.end)
        const apart: Edit[] = []
        for (const one of sorted) if ((apart.at(-1)?.end ?? 0) <= one.start) apart.push(one)
        return apart
      })

  it('changes nothing outside of the edits, and every fix is there whole or not at all', () => {
    const source = 'abcdefghijklmnopqrstuvwxyz'
    fc.assert(
      fc.property(fc.array(anyFix(source.length), { maxLength: 8 }), (fixes) => {
        const findings = fixes.map((edits, index) => finding(edits, { rule: `r${index}` }))
        const { text, applied, skipped } = applyFixes(source, findings, {})
        expect(applied + skipped).toBe(fixes.length)
        // Whoever chooses fixes by hand, checking each pair, must get the same text.
        const taken: Edit[] = []
        const inOrder = findings.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : 1))
        const same = (a: Edit, b: Edit) => a.start === b.start && a.end === b.end && a.text === b.text
        for (const { fix } of inOrder) {
          const fresh = (fix?.edits ?? []).filter((one) => !taken.some((other) => same(one, other)))
          if (fresh.some((one) => taken.some((other) => one.start <= other.end && other.start <= one.end))) continue
          taken.push(...fresh)
        }
        let expected = source
        // From the back, so that no offset moves; at one place insertions keep their order.
        for (const { start, end, text: own } of taken
          .toSorted((a, b) => a.start - b.start || a.end - b.end)
          .reverse()) {
          expected = expected.slice(0, start) + own + expected.slice(end)
        }
        expect(text).toBe(expected)
      }),
      { seed: 20240601, numRuns: 500 },
    )
  })
})

describe('fixUntilStable', () => {
  /** Reports every `aa` and makes it `a`: neighbors touch, so that several rounds are needed. */
  const halve = (text: string): Finding[] =>
    [...text.matchAll(/aa/g)].map(({ index }) => finding([edit(index, index + 2, 'a')]))

  it('lints again until nothing is left to fix', () => {
    expect(fixUntilStable('aaaaaaaa b', halve, {})).toMatchObject({ text: 'a b', outcome: 'stable' })
  })

  it('gives the text back when fixes undo each other', () => {
    const swap = (text: string): Finding[] => [finding([edit(0, 1, text.startsWith('a') ? 'b' : 'a')])]
    expect(fixUntilStable('ax', swap, {})).toEqual({ text: 'ax', applied: 0, outcome: 'oscillating' })
  })

  it('ends after ten rounds', () => {
    let rounds = 0
    const grow = (text: string): Finding[] => {
      rounds++
      return [finding([edit(text.length, text.length, 'x')])]
    }
    const { text, outcome } = fixUntilStable('', grow, {})
    expect(text).toBe('x'.repeat(10))
    expect(outcome).toBe('unfinished')
    expect(rounds).toBeLessThanOrEqual(11)
  })

  it('does nothing where there is nothing to do', () => {
    expect(fixUntilStable('b', halve, {})).toEqual({ text: 'b', applied: 0, outcome: 'stable' })
  })
})
