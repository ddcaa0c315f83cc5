import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit, Fix } from '../../src/engine/finding.ts'
import { type LintedPost, type Objection, objectionTo } from '../../src/engine/fix-check.ts'
import { type Fixed, fixUntilStable } from '../../src/engine/fix-rounds.ts'
import type { AnyRule } from '../../src/engine/rule.ts'
import type { Post } from '../../src/post/post.ts'
import { visibleText } from '../../src/post/visible-text.ts'
import { lintWith, parse, testRule } from './support.ts'

/** What no fix may touch, each with a `q` in it that rules will want to change. */
const shells = [
  '{% assign q = q %}',
  '{{ q | q }}',
  '{% highlight q %} q {% endhighlight %}',
  '<pre>q\n q</pre>',
  '<code>q</code>',
  '<!-- q -->',
  '<script>q</script>',
  '<textarea>q</textarea>',
]
const isShell = (piece: string): boolean => shells.includes(piece)

const words = fc.constantFrom('q', 'y', 'qy', 'q y', '가', '나q', '&nbsp;', '\r\n', '\n\n', ' ', '😀')
const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.constantFrom(...shells) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<b>', '</b>', '<i data-q>', '</i>', '<br>', '<img src="q.png" data-y>', '</p>'),
  },
)
const block = fc
  .tuple(fc.constantFrom('p', 'div', 'h2', 'li', 'td', ''), fc.array(inline, { maxLength: 6 }))
  .map(([tag, pieces]) => (tag ? [`<${tag} data-q>`, ...pieces, `</${tag}>`, '\n'] : [...pieces, '\n\n']))
const front = fc.constantFrom('', '---\ntitle: q y\nlayout: q\n---\n', '\ufeff', '+++\ntitle = "q"\n+++\n')
const document = fc.tuple(front, fc.array(block, { maxLength: 6 })).map(([head, blocks]) => [head, ...blocks.flat()])

/** A rule that changes every place of a few characters: by itself, or together with the place after it. */
const change = fc
  .record({
    find: fc.constantFrom('q', 'y', ' data-q', '<b>', '</b>', '\n', ': ', '가', '<p data-q>', ' '),
    text: fc.constantFrom('', 'y', 'q', ' ', '<b>', '</p>', '<p>', '---', '나', '"', '\n', '{{'),
    // Nothing that a rule looks for: texts would double in each round.
    inserted: fc.constantFrom('나', '"', '{{', '---', '</i>'),
    inPairs: fc.boolean(),
    changesText: fc.boolean(),
    insertsOnly: fc.boolean(),
  })
  .map(({ find, text, inserted, inPairs, changesText, insertsOnly }): AnyRule => {
    const fixAt = (places: readonly number[]): Fix => ({
      safe: true,
      ...(changesText && { changesText }),
      edits: places.map(
        (start): Edit =>
          insertsOnly ? { start, end: start, text: inserted } : { start, end: start + find.length, text },
      ),
    })
    const name = JSON.stringify({ find, text, inserted, inPairs, changesText, insertsOnly })
    return testRule({
      summary: { en: name, ko: name },
      check({ post, report }) {
        const places: number[] = []
        for (let at = post.source.indexOf(find); at >= 0; at = post.source.indexOf(find, at + find.length))
          places.push(at)
        for (const [index, start] of places.entries()) {
          if (inPairs && index % 2 === 1) continue
          const fix = fixAt(inPairs ? places.slice(index, index + 2) : [start])
          report({ start, end: start + find.length }, 'found', {}, { fix })
        }
        return undefined
      },
    })
  })

const rulesOf = (changes: readonly AnyRule[]): Record<string, AnyRule> =>
  Object.fromEntries(changes.map((rule, index) => [`rule-${index}`, rule]))

const fix = (source: string, rules: Readonly<Record<string, AnyRule>>, path: string): Fixed<LintedPost, Objection> => {
  const inspect = (text: string): LintedPost => {
    const post: Post = parse(text, { path })
    const result = lintWith(post, rules, 'warn')
    return { source: text, findings: result.findings, post, result }
  }
  return fixUntilStable<LintedPost, Objection>(inspect(source), { inspect, objection: objectionTo })
}

/** The text after the rounds, for whoever makes the edits one by one from the back. */
const replay = (source: string, rounds: Fixed<LintedPost, Objection>['rounds']): string => {
  let text = source
  for (const fixes of rounds) {
    const edits = new Map(
      fixes.flatMap((one) => one.edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit])),
    )
    for (const { start, end, text: own } of [...edits.values()].sort((a, b) => b.start - a.start || b.end - a.end)) {
      text = text.slice(0, start) + own + text.slice(end)
    }
  }
  return text
}

const cases = fc.tuple(document, fc.array(change, { minLength: 1, maxLength: 4 }), fc.constantFrom('a.html', 'a.md'))
const settings = { seed: 20240601, numRuns: 50 }

describe('fixing any post with any rules', () => {
  it('changes exactly what the applied fixes say, each whole, none of them over another', () => {
    fc.assert(
      fc.property(cases, ([pieces, changes, path]) => {
        const source = pieces.join('')
        const { last, rounds } = fix(source, rulesOf(changes), path)
        expect(replay(source, rounds)).toBe(last.source)
        for (const fixes of rounds) {
          const all = fixes.flatMap((one, index) => one.edits.map((edit) => ({ ...edit, index })))
          const sorted = all.sort((a, b) => a.start - b.start || a.end - b.end)
          for (const [index, edit] of sorted.entries()) {
            const next = sorted[index + 1]
            const isSame = next?.start === edit.start && next.end === edit.end && next.text === edit.text
            if (next && !isSame)
              expect(next.start).toBeGreaterThanOrEqual(edit.end + (next.index === edit.index ? 0 : 1))
          }
        }
      }),
      settings,
    )
  })

  it('leaves what readers see, the fields and the format as they are', () => {
    fc.assert(
      fc.property(cases, ([pieces, changes, path]) => {
        const source = pieces.join('')
        const before = parse(source, { path })
        const { last, rounds } = fix(source, rulesOf(changes), path)
        if (!rounds.flat().some(({ changesText }) => changesText)) {
          expect(visibleText(last.post.tree)).toBe(visibleText(before.tree))
        }
        expect(last.post.format).toBe(before.format)
        expect(last.post.problems.length).toBeLessThanOrEqual(before.problems.length)
        if (!before.front.broken) {
          expect(last.post.front.broken).toBe(false)
          expect(last.post.front.entries.map(({ key }) => key)).toEqual(before.front.entries.map(({ key }) => key))
        }
      }),
      settings,
    )
  })

  it('leaves templates, code and comments as they are', () => {
    fc.assert(
      fc.property(cases, ([pieces, changes, path]) => {
        // Only where they stand for what they are: not behind an element that swallows them.
        const calm = pieces.filter((piece) => !/^<(?:\/|b>|i )/.test(piece))
        const { last } = fix(calm.join(''), rulesOf(changes), path)
        let at = 0
        for (const piece of calm.filter(isShell)) {
          at = last.source.indexOf(piece, at)
          expect(at, piece).toBeGreaterThanOrEqual(0)
          at += piece.length
        }
      }),
      settings,
    )
  })

  it('is done when it is done: fixing again changes nothing', () => {
    fc.assert(
      fc.property(cases, ([pieces, changes, path]) => {
        const rules = rulesOf(changes)
        const { last, outcome } = fix(pieces.join(''), rules, path)
        if (outcome !== 'stable') return
        expect(fix(last.source, rules, path)).toMatchObject({ rounds: [], outcome: 'stable' })
      }),
      settings,
    )
  })
})
