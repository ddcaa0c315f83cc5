import { describe, expect, it } from 'vitest'
import { renderError, renderNotice } from '../../src/report/error.ts'

const look = { color: 0, width: 80 } as const

describe('renderError', () => {
  it('is one line with the place first and the hint last', () => {
    const error = { message: 'unknown rule “x”', file: 'a.yaml', line: 3, column: 5, hint: 'Did you mean “y”?' }
    expect(renderError(error, look)).toBe('postlint: a.yaml:3:5: unknown rule “x”. Did you mean “y”?\n')
    expect(renderError({ message: 'no such file: b.md' }, look)).toBe('postlint: no such file: b.md\n')
  })

  it('shows the source line under it, with the caret under full-width text', () => {
    const error = { message: 'no', file: 'a.yaml', line: 12, column: 6, sourceLine: '  제목: x' }
    expect(renderError(error, look)).toBe('postlint: a.yaml:12:6: no\n  12 │   제목: x\n     │        ^\n')
  })

  it('escapes what it is told', () => {
    expect(renderError({ message: '\x1b[2J\n::error::x', file: '\u202ea' }, look)).toBe(
      'postlint: \\u{202e}a: \\u{1b}[2J\\u{a}::error::x\n',
    )
    expect(renderNotice('a\x07', look)).toBe('postlint: a\\u{7}\n')
  })
})
