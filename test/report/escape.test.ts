import { describe, expect, it } from 'vitest'
import { escapeJson, escapeTerminal, guardCommands } from '../../src/report/escape.ts'

describe('escapeTerminal', () => {
  it.each([
    ['an escape sequence', '\x1b[31mred', '\\u{1b}[31mred'],
    ['a C1 control', 'a\x9b31m', 'a\\u{9b}31m'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\u{d}\\u{a}\\u{9}b'],
    ['NUL and DEL', '\0\x7f', '\\u{0}\\u{7f}'],
    ['bidi overrides and isolates', '\u202etxt\u2066.\u200f\u061c', '\\u{202e}txt\\u{2066}.\\u{200f}\\u{61c}'],
    ['zero-width characters', '제\u200b목\ufeff\u2060', '제\\u{200b}목\\u{feff}\\u{2060}'],
    ['line separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
    ['lone surrogates', 'a\ud800b', 'a\\u{d800}b'],
    ['tag characters', 'ok\u{e0041}', 'ok\\u{e0041}'],
    ['a joiner between Latin letters', 'a\u200db', 'a\\u{200d}b'],
  ])('shows %s', (_name, text, shown) => {
    expect(escapeTerminal(text)).toBe(shown)
  })

  it.each([
    ['full-width and combining text', '“제목” 日本語 Ünïcödé e\u0301'],
    ['an emoji sequence', '👩\u200d💻 👍🏽'],
    ['a non-joiner in Persian', 'می\u200cشود'],
    ['a joiner in Hindi', 'क्\u200dष'],
  ])('leaves %s alone', (_name, text) => {
    expect(escapeTerminal(text)).toBe(text)
  })
})

describe('guardCommands', () => {
  it('lets no line begin with a workflow command, behind white space and colors neither', () => {
    const guarded = guardCommands('::error::x\n  ::set-output name=a::b\n\x1b[1m::stop\nfine :: here\n')
    expect(guarded).toBe('\\u{3a}:error::x\n  \\u{3a}:set-output name=a::b\n\x1b[1m\\u{3a}:stop\nfine :: here\n')
  })

  it('breaks the commands that are obeyed anywhere in a line', () => {
    expect(guardCommands('a ##[error]b ##vso[task.complete] ## [heading]')).toBe(
      'a \\u{23}#[error]b \\u{23}#vso[task.complete] ## [heading]',
    )
  })
})

describe('escapeJson', () => {
  it('is the same data without a character that a terminal would obey', () => {
    const value = { text: '\x1b[31m\x9b\u202e\u2028\u{e0041}\ud800 제목' }
    const json = escapeJson(value)
    expect(JSON.parse(json)).toEqual(value)
    expect(json).toMatch(/^[\x20-\x7e제목]*$/)
  })
})
