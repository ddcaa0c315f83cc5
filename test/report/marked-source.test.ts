import { describe, expect, it } from 'vitest'
import { markedSource } from '../../src/report/marked-source.ts'

const show = (source: string, words: readonly string[], width = 80) => {
  const ranges = words.map((word) => ({ start: source.indexOf(word), end: source.indexOf(word) + word.length }))
  return markedSource(source, ranges, { color: 0, width, indent: '  ' })
}

describe('markedSource', () => {
  it('numbers the lines and marks several places of one line together', () => {
    expect(show('<p>\n  가 bad 나 worse\n</p>\n', ['bad', 'worse'])).toBe(
      ['  1 │ <p>', '  2 │   가 bad 나 worse', '    │      ^^^    ^^^^^', '  3 │ </p>', ''].join('\n'),
    )
  })

  it('cuts a long line around each of its marks', () => {
    expect(show(`bad ${'x'.repeat(60)} worse`, ['bad', 'worse'], 26)).toBe(
      ['  1 │ bad xxxxxxxxxxxxxxx…', '    │ ^^^', '    │ …xxxxxxxxxxxxx worse', '    │                ^^^^^', ''].join(
        '\n',
      ),
    )
  })

  it('keeps blank lines and a mark at the very end', () => {
    const source = 'a\n\nb'
    expect(markedSource(source, [{ start: 4, end: 4 }], { color: 0, width: 80, indent: '' })).toBe(
      ['1 │ a', '2 │', '3 │ b', '  │  ^', ''].join('\n'),
    )
  })
})
