import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit, Finding, Fix } from '../../src/engine/finding.ts'
import { applyFixes, compatibleFixes, type FixOptions, plannedFixes } from '../../src/engine/fix.ts'
import { fixUntilStable } from '../../src/engine/fix-rounds.ts'

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

/** Applies what can be applied at once. */
const applyOnce = (source: string, findings: readonly Finding[], options: FixOptions = {}) => {
  const planned = plannedFixes(findings, options)
  const chosen = compatibleFixes(planned)
  return { text: applyFixes(source, chosen), applied: chosen.length, skipped: planned.length - chosen.length }
}

describe('fixes applied at once', () => {
  it('applies edits by place, whatever the order of the findings', () => {
    const findings = [finding([edit(4, 5, 'X')]), finding([edit(0, 1, 'YY')]), finding([edit(2, 2, '+')])]
    expect(applyOnce('abcdef', findings)).toEqual({ text: 'YYb+cdXf', applied: 3, skipped: 0 })
  })

  it('leaves unsafe fixes out unless they are asked for', () => {
    const findings = [finding([edit(0, 1)], { safe: false })]
    expect(applyOnce('ab', findings)).toEqual({ text: 'ab', applied: 0, skipped: 0 })
    expect(applyOnce('ab', findings, { unsafe: true }).text).toBe('b')
  })

  it('applies a fix whole or not at all', () => {
    const findings = [finding([edit(0, 2, 'X')]), finding([edit(1, 3, 'Y'), edit(5, 6, 'Z')])]
    expect(applyOnce('abcdef', findings)).toEqual({ text: 'Xcdef', applied: 1, skipped: 1 })
  })

  it('lets a fix that touches another wait', () => {
    const findings = [finding([edit(0, 2)]), finding([edit(2, 4)]), finding([edit(5, 6)])]
    expect(applyOnce('abcdef', findings)).toEqual({ text: 'cde', applied: 2, skipped: 1 })
  })

  it('lets edits of one fix touch each other', () => {
    expect(applyOnce('abcd', [finding([edit(0, 2, 'X'), edit(2, 3, 'Y')])]).text).toBe('XYd')
  })

  it('merges identical edits of several fixes', () => {
    const findings = [finding([edit(0, 1), edit(5, 6)]), finding([edit(0, 1), edit(3, 4)], { rule: 'b' })]
    expect(applyOnce('abcdef', findings)).toEqual({ text: 'bce', applied: 2, skipped: 0 })
  })

  it('takes the fix of every place', () => {
    const place = { kind: 'place' as const, start: 2, end: 3, fix: { safe: true, edits: [edit(2, 3)] } }
    const see = { kind: 'see' as const, start: 4, end: 5 }
    expect(applyOnce('abcdef', [finding([edit(0, 1)], { related: [place, see] })]).text).toBe('bdef')
  })

  it('at one place lets the rule that comes first by name win', () => {
    const findings = [finding([edit(0, 1, 'b')], { rule: 'b' }), finding([edit(0, 1, 'a')], { rule: 'a' })]
    expect(applyOnce('x', findings).text).toBe('a')
    expect(applyOnce('x', findings.toReversed()).text).toBe('a')
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
        const { text, applied, skipped } = applyOnce(source, findings)
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
  const inspectWith = (find: (text: string) => Finding[]) => (source: string) => ({ source, findings: find(source) })
  const fixWith = (source: string, find: (text: string) => Finding[], objection?: Objects) => {
    const inspect = inspectWith(find)
    const { last, rounds, dropped, outcome } = fixUntilStable(inspect(source), { inspect, objection })
    return { text: last.source, applied: rounds.flat().length, dropped, outcome }
  }
  type Objects = (before: { source: string }, after: { source: string }) => string | undefined

  /** Reports every `aa` and makes it `a`: neighbors touch, so that several rounds are needed. */
  const halve = (text: string): Finding[] =>
    [...text.matchAll(/aa/g)].map(({ index }) => finding([edit(index, index + 2, 'a')]))

  /** Reports every digit, to be deleted. */
  const digits = (text: string): Finding[] =>
    [...text.matchAll(/\d/g)].map(({ index }) => finding([edit(index, index + 1)]))

  it('lints again until nothing is left to fix', () => {
    expect(fixWith('aaaaaaaa b', halve)).toMatchObject({ text: 'a b', outcome: 'stable' })
  })

  it('gives the text back when fixes undo each other', () => {
    const swap = (text: string): Finding[] => [finding([edit(0, 1, text.startsWith('a') ? 'b' : 'a')])]
    expect(fixWith('ax', swap)).toEqual({ text: 'ax', applied: 0, dropped: [], outcome: 'oscillating' })
  })

  it('ends after ten rounds', () => {
    let rounds = 0
    const grow = (text: string): Finding[] => {
      rounds++
      return [finding([edit(text.length, text.length, 'x')])]
    }
    const { text, outcome } = fixWith('', grow)
    expect(text).toBe('x'.repeat(10))
    expect(outcome).toBe('unfinished')
    expect(rounds).toBeLessThanOrEqual(11)
  })

  it('does nothing where there is nothing to do', () => {
    expect(fixWith('b', halve)).toEqual({ text: 'b', applied: 0, dropped: [], outcome: 'stable' })
  })

  it('drops the fixes that are objected to, and applies the others', () => {
    const keepsOdd: Objects = (before, after) =>
      before.source.replace(/[02468]/g, '') === after.source.replace(/[02468]/g, '') ? undefined : 'odd'
    const { text, applied, dropped, outcome } = fixWith('a0 b1 c2 d3 e4 f5', digits, keepsOdd)
    expect({ text, applied, outcome }).toEqual({ text: 'a b1 c d3 e f5', applied: 3, outcome: 'stable' })
    expect(dropped.map(({ fix, objection }) => [text[fix.start], objection])).toEqual([
      ['1', 'odd'],
      ['3', 'odd'],
      ['5', 'odd'],
    ])
  })

  it('does not search for ever when everything is objected to', () => {
    let trials = 0
    const never: Objects = () => {
      trials++
      return 'no'
    }
    const source = '1 '.repeat(5000)
    expect(fixWith(source, digits, never)).toMatchObject({ text: source, applied: 0, outcome: 'stable' })
    expect(trials).toBeLessThan(100)
  })

  it('changes the words only in rounds that change nothing else', () => {
    const words = (text: string): Finding[] =>
      [...text.matchAll(/[xy]/g)].map(({ 0: found, index }) => {
        const edits = [edit(index, index + 1)]
        return finding([], { start: index, fix: { safe: true, edits, ...(found === 'y' && { changesText: true }) } })
      })
    const inspect = inspectWith(words)
    const { last, rounds } = fixUntilStable(inspect('a x b y c x'), { inspect })
    expect(last.source).toBe('a  b  c ')
    expect(rounds.map((round) => round.map(({ changesText }) => changesText === true))).toEqual([
      [false, false],
      [true],
    ])
  })
})
